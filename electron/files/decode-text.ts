import iconv from 'iconv-lite';

/** The encodings that councils' files come in. */
export type Encoding = 'UTF-8' | 'UTF-16' | 'UTF-16BE' | 'Windows-1252';

const ICONV: Readonly<Record<Encoding, string>> = {
  'UTF-8': 'utf8',
  'UTF-16': 'utf-16le',
  'UTF-16BE': 'utf-16be',
  'Windows-1252': 'win1252',
};

/**
 * Tells the encoding from the first bytes: the mark at the start, zeros in every second byte, what is not UTF-8 is
 * Windows-1252. `whole`: the bytes are all of the file, else a last character may be cut. Null: not text.
 */
export function encodingOf(bytes: Uint8Array, whole: boolean): Encoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'UTF-16';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'UTF-16BE';
  const head = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  for (let i = 0; i < head.length; i++) if (head[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > head.length / 4 && even === 0) return 'UTF-16';
  if (even > head.length / 4 && odd === 0) return 'UTF-16BE';
  if (even + odd > 0) return null;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: !whole });
    return 'UTF-8';
  } catch {
    return 'Windows-1252';
  }
}

/** Bytes as text, without the mark at the start. */
export function decodeText(bytes: Uint8Array, encoding: Encoding): string {
  return iconv.decode(
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    ICONV[encoding],
  );
}

/** A decoder for bytes that come in pieces. */
export function textDecoder(encoding: Encoding): {
  readonly write: (piece: Uint8Array) => string;
  readonly end: () => string;
} {
  const decoder = iconv.getDecoder(ICONV[encoding]);
  return {
    write: (piece) => decoder.write(Buffer.from(piece)),
    end: () => decoder.end() ?? '',
  };
}
