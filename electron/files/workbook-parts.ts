/** The parts of a workbook beside its sheets (ECMA-376 part 1, 18): which sheets there are, shared texts, formats of cells. */
import { posix } from 'node:path';
import { SaxParser } from '@cj-tech-master/excelts/xml';
import type { ArchiveEntry } from './open-archive.ts';

/** The library's own shapes, for what builds parts of a sheet. */
export type { DataValidation, Worksheet } from '@cj-tech-master/excelts';

/** A sheet as the workbook lists it; `path` inside the archive. */
export interface SheetPart {
  readonly name: string;
  readonly hidden: boolean;
  readonly path: string;
}

/** What cells need of the workbook around them. */
export interface CellContext {
  /** Shared texts by number. */
  readonly strings: readonly string[];
  /** What a number means by the number of its cell's style. */
  readonly formats: readonly NumberMeaning[];
  /** Whether day zero is 1 January 1904. */
  readonly since1904: boolean;
}

/** How a number is to be read by its format; `foreign`: an amount in another currency than pounds. */
export type NumberMeaning = 'number' | 'date' | 'percent' | 'foreign';

export interface WorkbookParts extends CellContext {
  readonly sheets: readonly SheetPart[];
}

/** Names without the prefix that some writers put before every one, and attributes as written. */
export interface XmlHandlers {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/** Reads one part from beginning to end. Throws where it is no whole XML. `stop` is asked now and then; true ends it early. */
export async function readXml(
  entry: ArchiveEntry,
  handlers: XmlHandlers,
  stop: () => boolean = () => false,
): Promise<void> {
  const { open, text, close } = handlers;
  // Only the five entities of XML itself are known to it, so that many of them are many ampersands and no attack.
  const parser = new SaxParser({
    position: false,
    invalidCharHandling: 'skip',
    maxEntityExpansions: 0,
  });
  parser.on('opentag', (tag) => {
    open(localName(tag.name), tag.attributes);
  });
  if (text) parser.on('text', text);
  if (close)
    parser.on('closetag', (tag) => {
      close(localName(tag.name));
    });
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const bytes of await entry.open()) {
    parser.write(decoder.decode(bytes as Uint8Array, { stream: true }));
    if (stop()) return;
  }
  parser.write(decoder.decode());
  parser.close();
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}

/** Reads what the sheets need. Throws where a part that is named is not there. */
export async function readWorkbookParts(
  entryAt: (path: string) => ArchiveEntry | undefined,
): Promise<WorkbookParts> {
  const book = await readBook(entryAt('xl/workbook.xml'));
  const parts = await readRelations(entryAt('xl/_rels/workbook.xml.rels'));
  const pathOf = (kind: string) => parts.find((part) => part.kind === kind)?.path ?? '';
  return {
    sheets: book.sheets.flatMap(({ name, hidden, id }) => {
      const part = parts.find((each) => each.id === id && each.kind === 'worksheet');
      return part === undefined ? [] : [{ name, hidden, path: part.path }];
    }),
    strings: await readStrings(entryAt(pathOf('sharedStrings'))),
    formats: await readFormats(entryAt(pathOf('styles'))),
    since1904: book.since1904,
  };
}

async function readBook(entry: ArchiveEntry | undefined) {
  const sheets: { readonly name: string; readonly hidden: boolean; readonly id: string }[] = [];
  let since1904 = false;
  const open: XmlHandlers['open'] = (name, attributes) => {
    if (name === 'workbookPr') since1904 = isTrue(attributes['date1904']);
    if (name !== 'sheet') return;
    const id = Object.keys(attributes).find((key) => key.endsWith(':id')) ?? 'id';
    sheets.push({
      name: attributes['name'] ?? '',
      hidden: /hidden/i.test(attributes['state'] ?? ''),
      id: attributes[id] ?? '',
    });
  };
  if (entry) await readXml(entry, { open });
  return { sheets, since1904 };
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

async function readRelations(entry: ArchiveEntry | undefined) {
  const parts: { readonly id: string; readonly kind: string; readonly path: string }[] = [];
  const open: XmlHandlers['open'] = (name, { Id = '', Type = '', Target = '' }) => {
    if (name !== 'Relationship') return;
    const path = Target.startsWith('/') ? Target.slice(1) : posix.join('xl', Target);
    parts.push({ id: Id, kind: Type.slice(Type.lastIndexOf('/') + 1), path });
  };
  if (entry) await readXml(entry, { open });
  return parts;
}

/** Shared texts; those in several styles are put together, readings of other scripts above the line (`rPh`) left out. */
async function readStrings(entry: ArchiveEntry | undefined): Promise<readonly string[]> {
  const strings: string[] = [];
  let whole = '';
  let isText = false;
  let isReading = false;
  if (entry)
    await readXml(entry, {
      open: (name) => {
        if (name === 'si') whole = '';
        else if (name === 't') isText = !isReading;
        else if (name === 'rPh') isReading = true;
      },
      text: (text) => {
        if (isText) whole += text;
      },
      close: (name) => {
        if (name === 't') isText = false;
        else if (name === 'rPh') isReading = false;
        else if (name === 'si') strings.push(plainText(whole));
      },
    });
  return strings;
}

/** A letter that may be lost in XML stands as `_x000D_` (ST_Xstring, 22.9.2.19); those of no meaning are left as they are. */
export function plainText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (written, hex: string) => {
    const code = Number.parseInt(hex, 16);
    const isLetter = code >= 0x20 ? code < 0xd800 || code > 0xdfff : [9, 10, 13].includes(code);
    return isLetter ? String.fromCharCode(code) : written;
  });
}

async function readFormats(entry: ArchiveEntry | undefined): Promise<readonly NumberMeaning[]> {
  const custom = new Map<number, NumberMeaning>();
  const formats: NumberMeaning[] = [];
  let isCellStyle = false;
  if (entry)
    await readXml(entry, {
      open: (name, attributes) => {
        const id = Number(attributes['numFmtId'] ?? 0);
        if (name === 'numFmt') custom.set(id, meaningOf(attributes['formatCode'] ?? ''));
        else if (name === 'cellXfs') isCellStyle = true;
        else if (name === 'xf' && isCellStyle) formats.push(custom.get(id) ?? builtIn(id));
      },
      close: (name) => {
        if (name === 'cellXfs') isCellStyle = false;
      },
    });
  return formats;
}

/** Formats that have a number and no text (18.8.30). */
function builtIn(id: number): NumberMeaning {
  if (id === 9 || id === 10) return 'percent';
  const isDate = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 58);
  return isDate && id !== 48 && id !== 49 ? 'date' : 'number';
}

/** By the format of positive numbers: dates have a letter of a date, outside quotation marks, brackets and single marked letters. */
function meaningOf(format: string): NumberMeaning {
  const bare = format.replace(/"[^"]*"|\[[^\]]*\]|[\\_*]./g, '').split(';')[0] ?? '';
  if (bare.includes('%')) return 'percent';
  if (isForeign(format)) return 'foreign';
  return !bare.includes('@') && /[ymdhs]/i.test(bare) ? 'date' : 'number';
}

/** A sign of another currency, also within `[$€-407]`, whose first `$` is none (18.8.31). */
function isForeign(format: string): boolean {
  return /[€$¥₹]|\b(EUR|USD)\b/.test(format.replaceAll('[$', '['));
}
