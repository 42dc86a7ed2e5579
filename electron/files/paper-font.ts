import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/**
 * The bundled faces with the letters of British English; the paper falls back on the machine's own without them. One face a weight: of a
 * variable font Chromium prints every glyph as a drawing of its own, which takes four times the time and three times the room.
 */
const FACES = [
  [400, '@fontsource/inter/files/inter-latin-400-normal.woff2'],
  [600, '@fontsource/inter/files/inter-latin-600-normal.woff2'],
] as const;

/** `@font-face` rules that carry the font itself, so that a paper needs nothing beside it. */
export async function paperFontRule(): Promise<string> {
  const { resolve } = createRequire(import.meta.url);
  const rules = FACES.map(async ([weight, face]) => {
    const bytes = await readFile(resolve(face));
    return `@font-face{font-family:'Inter';font-weight:${weight};src:url(data:font/woff2;base64,${bytes.toString('base64')}) format('woff2');}`;
  });
  return (await Promise.all(rules)).join('');
}
