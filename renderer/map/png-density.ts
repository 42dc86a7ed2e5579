/** Says in a .png how many dots an inch it has, so that it prints at its own size (PNG, third edition, 11.3.4.3: pHYs). */

const INCH_M = 0.0254;
/** Signature of eight bytes, then the header: length, type, 13 bytes, sum. */
const AFTER_HEADER = 8 + 4 + 4 + 13 + 4;

/** The same picture with its density. */
export async function withDensity(picture: Blob, dpi: number): Promise<Blob> {
  const bytes = new Uint8Array(await picture.arrayBuffer());
  const chunk = densityChunk(dpi);
  return new Blob([bytes.slice(0, AFTER_HEADER), chunk, bytes.slice(AFTER_HEADER)], {
    type: 'image/png',
  });
}

/** The chunk: length, type, dots a metre each way, the unit metre, sum. */
export function densityChunk(dpi: number): Uint8Array<ArrayBuffer> {
  const chunk = new Uint8Array(4 + 4 + 9 + 4);
  const view = new DataView(chunk.buffer);
  const dots = Math.round(dpi / INCH_M);
  view.setUint32(0, 9);
  chunk.set(new TextEncoder().encode('pHYs'), 4);
  view.setUint32(8, dots);
  view.setUint32(12, dots);
  chunk[16] = 1;
  view.setUint32(17, crc32(chunk.subarray(4, 17)));
  return chunk;
}

/** The sum of PNG's chunks (ISO 3309). */
function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum & 1) === 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}
