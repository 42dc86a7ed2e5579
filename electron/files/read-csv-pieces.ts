import { textDecoder, encodingOf, type Encoding } from './decode-text.ts';
import { parseCsvText, separatorOf, type Separator } from './read-csv.ts';
import type { TextSource } from './text-sources.ts';

/** Letters gathered before a piece is parsed: large enough to be quick, small enough to be forgotten again. */
const PIECE = 4_000_000;

/**
 * Hands over the records of a text of any length, some thousands at a time; false where it is no text. `take` returns
 * false to stop. Records must not hold line breaks, as none of the published directories do.
 */
export async function readCsvPieces(
  source: TextSource,
  take: (rows: readonly (readonly string[])[], bytesRead: number) => boolean,
): Promise<boolean> {
  let decoder: ReturnType<typeof textDecoder> | null = null;
  let separator: Separator | null = null;
  let rest = '';
  let read = 0;
  const flush = (text: string): boolean => {
    separator ??= separatorOf(text);
    const rows = parseCsvText(text, separator);
    return rows === null ? false : take(rows, read);
  };
  for await (const bytes of await source.open()) {
    if (decoder === null) {
      const encoding: Encoding | null = encodingOf(bytes, false);
      if (encoding === null) return false;
      decoder = textDecoder(encoding);
    }
    read += bytes.length;
    rest += decoder.write(bytes);
    if (rest.length < PIECE) continue;
    const end = rest.lastIndexOf('\n') + 1;
    if (end === 0) continue;
    const piece = rest.slice(0, end);
    rest = rest.slice(end);
    if (!flush(piece)) return true;
  }
  rest += decoder?.end() ?? '';
  if (rest.trim() !== '') flush(rest);
  return true;
}
