import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** The bundled face with the letters of British English; the paper falls back on the machine's own without it. */
const FACE = '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2';

/** A `@font-face` rule that carries the font itself, so that a paper needs nothing beside it. */
export async function paperFontRule(): Promise<string> {
  const path = createRequire(import.meta.url).resolve(FACE);
  const bytes = await readFile(path);
  return `@font-face{font-family:'Inter Variable';font-weight:100 900;src:url(data:font/woff2;base64,${bytes.toString('base64')}) format('woff2');}`;
}
