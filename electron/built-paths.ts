import { fileURLToPath } from 'node:url';

/** The build folder, seen from this file as source (electron/) and as compiled (build/js/electron/). */
const build = new URL(import.meta.url.endsWith('.ts') ? '../build/' : '../../', import.meta.url);

/** Where the built parts are. */
export const BUILT = {
  renderer: fileURLToPath(new URL('renderer', build)),
  preload: fileURLToPath(new URL('preload/preload.cjs', build)),
} as const;
