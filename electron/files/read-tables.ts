/** Any file a person may give, as tables: by what it holds, never by its name alone. */
import { readFileSync, statSync } from 'node:fs';
import { fail, ok, type Result } from '../../shared/kernel/result.ts';
import type { RawTable } from '../../shared/intake/table.ts';
import type { InputFile } from './input-file.ts';
import { readCsv } from './read-csv.ts';
import { readWorkbook } from './read-workbook.ts';
import { RESULTS, type CellReading } from './sheet-rows.ts';

/** What the first bytes of a file say it is. */
export type FileKind = 'zip' | 'old_office' | 'pdf' | 'text' | 'empty';

/** Largest file read whole. Larger ones are only taken as postcode directories, which are streamed. */
const MOST_BYTES = 300_000_000;

export function fileKind(head: Uint8Array): FileKind {
  if (head.length === 0) return 'empty';
  const starts = (...bytes: number[]) => bytes.every((byte, i) => head[i] === byte);
  if (starts(0x50, 0x4b, 0x03, 0x04) || starts(0x50, 0x4b, 0x05, 0x06)) return 'zip';
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return 'old_office';
  return starts(0x25, 0x50, 0x44, 0x46) ? 'pdf' : 'text';
}

/** Size of a file in bytes. */
export function fileSize(file: InputFile): number {
  return 'path' in file.source ? statSync(file.source.path).size : file.source.bytes.length;
}

/** All bytes of a file, or why it cannot be had. */
export function fileBytes(file: InputFile): Result<Uint8Array> {
  try {
    if (fileSize(file) > MOST_BYTES)
      return fail(
        'file_too_large',
        `${file.name} is larger than any list of a council.`,
        'Save only what is needed as a new file and choose that one.',
      );
    return ok('path' in file.source ? readFileSync(file.source.path) : file.source.bytes);
  } catch {
    return fail(
      'file_unreadable',
      `${file.name} cannot be read.`,
      'Check that the file is still there and not open elsewhere.',
    );
  }
}

/** The tables of a spreadsheet or text file: one, or one for each visible sheet. */
export async function readTables(
  file: InputFile,
  stop: () => boolean = () => false,
  how: CellReading = RESULTS,
): Promise<Result<readonly RawTable[]>> {
  const bytes = fileBytes(file);
  if (!bytes.ok) return bytes;
  const kind = fileKind(bytes.value);
  if (kind === 'zip') return nonEmpty(file, await readWorkbook(file, stop, how));
  if (kind !== 'text') return refuseKind(file.name, kind, bytes.value);
  if (isMarkup(bytes.value)) return refuseMarkup(file.name);
  const table = readCsv(file.name, bytes.value);
  return table.ok ? nonEmpty(file, ok([table.value])) : table;
}

/** Some systems write a web page and call it .xls. */
function isMarkup(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 256)).toString('latin1');
  return /^\W*<(!doctype|html|table|\?xml|style)/i.test(head);
}

function refuseMarkup(name: string) {
  return fail(
    'wrong_format',
    `${name} is a web page, whatever its name says.`,
    'Open it in a spreadsheet, save it as .xlsx or .csv and choose that file.',
  );
}

function nonEmpty(file: InputFile, read: Result<readonly RawTable[]>): Result<readonly RawTable[]> {
  return read.ok && read.value.every((table) => table.rows.length === 0)
    ? emptyFile(file.name)
    : read;
}

function emptyFile(name: string) {
  return fail(
    'file_empty',
    `${name} is empty.`,
    'Check that the export worked and choose the file again.',
  );
}

/** A file of another kind, refused in a sentence that says what to do. */
export function refuseKind(
  name: string,
  kind: Exclude<FileKind, 'zip' | 'text'>,
  bytes: Uint8Array,
) {
  if (kind === 'empty') return emptyFile(name);
  if (kind === 'pdf')
    return fail(
      'wrong_format',
      `${name} is a PDF, which holds no rows and columns.`,
      'Ask for the list as an .xlsx or .csv file.',
    );
  if (isEncryptedOffice(bytes))
    return fail(
      'file_encrypted',
      `${name} is protected by a password.`,
      'Open it in a spreadsheet, save it without a password and choose that file.',
    );
  return fail(
    'wrong_format',
    `${name} is in Excel’s format from before 2007 (.xls), which Kerbside does not read.`,
    'Open it in a spreadsheet, save it as .xlsx and choose that file.',
  );
}

/** Office puts an encrypted workbook into the old container, in a stream named EncryptedPackage ([MS-OFFCRYPTO] 2.3.4.4), in UTF-16. */
function isEncryptedOffice(bytes: Uint8Array): boolean {
  const name = Buffer.from('EncryptedPackage', 'utf16le');
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(name);
}
