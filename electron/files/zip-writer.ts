/** Several files as one .zip. */
import { zip } from '@cj-tech-master/excelts/archive';

/** Packs files under their names. */
export function writeZip(
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): Promise<Uint8Array> {
  const archive = zip();
  for (const { name, bytes } of files) archive.add(name, bytes);
  return archive.bytes();
}
