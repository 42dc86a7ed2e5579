import { deflateRawSync } from 'node:zlib';
import { describe, expect, it, test } from 'vitest';
import { encodingOf } from '../../electron/files/decode-text.ts';
import { readTables } from '../../electron/files/read-tables.ts';
import { reportCsv } from '../../electron/files/report-csv.ts';
import { cellReader, type SheetCell } from '../../electron/files/sheet-rows.ts';
import { textSources } from '../../electron/files/text-sources.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import type { ImportReport } from '../../shared/model/import.ts';
import { zipOf, type PackedPart } from '../helpers/zip-of.ts';

const file = (name: string, bytes: Uint8Array) => ({ name, source: { bytes } });
const text = (name: string, content: string, encoding: BufferEncoding = 'utf8') =>
  file(name, Buffer.from(content, encoding));

async function refusal(name: string, bytes: Uint8Array): Promise<string> {
  const read = await readTables(file(name, bytes));
  return read.ok ? 'read' : read.error.code;
}

async function rowsOf(name: string, bytes: Uint8Array): Promise<readonly (readonly string[])[]> {
  const read = await readTables(file(name, bytes));
  if (!read.ok) throw new Error(read.error.cause);
  return read.value[0]?.rows.map((row) => row.cells) ?? [];
}

/** The least of a workbook with one sheet. */
function workbook(data: string | PackedPart, closed = true): Buffer {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return zipOf({
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="One" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml':
      typeof data === 'string'
        ? `<worksheet xmlns="${main}">${data}${closed ? '</worksheet>' : ''}`
        : data,
  });
}

describe('text in the encodings and separators of councils', () => {
  const expected = [
    ['Ref', 'Näme'],
    ['1', 'Siân, O’Neil'],
  ];
  const lines = 'Ref;Näme\r\n1;Siân, O’Neil\r\n';
  test.each<[string, Uint8Array]>([
    ['UTF-8', Buffer.from(lines)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${lines}`)],
    ['UTF-16 with a mark', Buffer.from(`\uFEFF${lines}`, 'utf16le')],
    ['UTF-16 without one', Buffer.from(lines, 'utf16le')],
    ['UTF-16 the other way round', Buffer.from(`\uFEFF${lines}`, 'utf16le').swap16()],
    ['Windows-1252', Buffer.from('Ref;N\xe4me\r\n1;Si\xe2n, O\x92Neil\r\n', 'latin1')],
    ['tabs', Buffer.from(lines.replaceAll(';', '\t'))],
    ['bars', Buffer.from(lines.replaceAll(';', '|'))],
    ['commas', Buffer.from('Ref,Näme\n1,"Siân, O’Neil"\n')],
    ['old line ends', Buffer.from(lines.replaceAll('\r\n', '\r'))],
  ])('%s', async (_name, bytes) => expect(await rowsOf('x.csv', bytes)).toEqual(expected));

  it('numbers lines as a spreadsheet does', async () => {
    const read = await readTables(text('x.csv', 'a,b\n"two\nlines",1\n\n3,4\n\n\n'));
    expect(read.ok && read.value[0]?.rows.map((row) => [row.line, row.cells[0]])).toEqual([
      [1, 'a'],
      [2, 'two\nlines'],
      [3, ''],
      [4, '3'],
    ]);
  });
  it('takes quotation marks that do not pair for letters', async () => {
    expect(await rowsOf('x.csv', Buffer.from('a,b\n6" pipe,1\n"open,2\n'))).toContainEqual([
      '6" pipe',
      '1',
    ]);
  });
  it('says the encoding', () => {
    expect(encodingOf(Buffer.from('caf\xe9', 'latin1'), true)).toBe('Windows-1252');
    expect(encodingOf(Buffer.from('café').subarray(0, 4), false)).toBe('UTF-8');
    expect(encodingOf(Buffer.from([1, 0, 0, 0, 5, 0, 0, 2]), true)).toBeNull();
  });
});

describe('files that are refused', () => {
  const encrypted = Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(1000),
    Buffer.from('EncryptedPackage', 'utf16le'),
    Buffer.alloc(100),
  ]);
  test.each<[string, string, Uint8Array]>([
    ['file_empty', 'empty.csv', new Uint8Array()],
    ['file_empty', 'blank.csv', Buffer.from('\n \n,,\n')],
    ['wrong_format', 'paper.pdf', Buffer.from('%PDF-1.7\n')],
    ['wrong_format', 'old.xls', encrypted.subarray(0, 900)],
    ['file_encrypted', 'secret.xlsx', encrypted],
    [
      'wrong_format',
      'page.xls',
      Buffer.from('\r\n<html><table><tr><td>Ref</td></tr></table></html>'),
    ],
    ['wrong_format', 'noise.csv', Buffer.from([0, 1, 2, 0, 0, 0, 255, 0, 3])],
    ['wrong_format', 'sheet.ods', zipOf({ mimetype: 'x', 'content.xml': '<x/>' })],
    ['wrong_format', 'letter.docx', zipOf({ 'word/document.xml': '<x/>' })],
    ['file_broken', 'broken.xlsx', zipOf({ 'xl/workbook.xml': '<x/>' }).subarray(0, 60)],
    ['file_empty', 'nothing.xlsx', workbook('<sheetData/>')],
    [
      'file_broken',
      'cut.xlsx',
      workbook('<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c', false),
    ],
  ])('%s: %s', async (code, name, bytes) => expect(await refusal(name, bytes)).toBe(code));

  it('refuses a bomb before it is unpacked', async () => {
    const bomb = deflateRawSync(Buffer.alloc(60_000_000, 0x20));
    const packed = zipOf({
      'xl/workbook.xml': '<x/>',
      'xl/worksheets/sheet1.xml': { deflated: bomb, bytes: 60_000_000 },
    });
    expect(packed.length).toBeLessThan(100_000);
    const before = process.memoryUsage().arrayBuffers;
    expect(await refusal('bomb.xlsx', packed)).toBe('file_too_large');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000);
  });
  it('refuses a bomb that lies about its size', async () => {
    const bomb = deflateRawSync(Buffer.alloc(60_000_000, 0x20));
    const packed = workbook({ deflated: bomb, bytes: 1000 });
    const before = process.memoryUsage().arrayBuffers;
    expect(await refusal('bomb.xlsx', packed)).toBe('file_broken');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000);
  });
  it('says in every case what to do', async () => {
    const read = await readTables(file('secret.xlsx', encrypted));
    expect(read.ok ? '' : `${read.error.cause} ${read.error.action}`).toBe(
      'secret.xlsx is protected by a password. Open it in a spreadsheet, save it without a password and choose that file.',
    );
  });
});

describe('cells of a workbook', () => {
  const textOf = cellReader({
    strings: ['Oakley'],
    formats: ['number', 'date', 'percent'],
    since1904: false,
  });
  const cell = (value: string, kind = '', formula: string | null = null): SheetCell => ({
    kind,
    value,
    formula,
    style: 0,
  });
  const styled = (value: string, style: number): SheetCell => ({ ...cell(value), style });
  test.each<[SheetCell, string]>([
    [styled('46268', 1), '2026-09-03'],
    [styled('46268.368055555555', 1), '2026-09-03T08:50'],
    [styled('0.368055555555555', 1), '08:50'],
    [styled('1E+40', 1), ''],
    [styled('0.125', 2), '12.5%'],
    [cell('182.23'), '182.23'],
    [cell('1.1000000000000001', 'n'), '1.1'],
    [cell('', 'n'), ''],
    [cell('nonsense', 'n'), ''],
    [cell('1', 'b'), 'Y'],
    [cell('0', 'b'), 'N'],
    [cell('0', 's'), 'Oakley'],
    [cell('7', 's'), ''],
    [cell('line_x000D_end_x0000_', 'inlineStr'), 'line\rend_x0000_'],
    [cell('2026-09-03T00:00:00', 'd'), '2026-09-03'],
    [cell('Oakley School', 'str', 'VLOOKUP(A1,B:C,2)'), 'Oakley School'],
    [cell('34623.7', '', 'D2*190'), '34623.7'],
    [
      cell('Smith', 'str', 'HYPERLINK("http://example.invalid","Smith")'),
      '=HYPERLINK("http://example.invalid","Smith")',
    ],
    [cell('', '', 'A1'), '=A1'],
    [cell('#N/A', 'e'), ''],
  ])('%j', (given, expected) => expect(textOf(given)).toBe(expected));

  it('counts days from 1904 where the workbook does', () => {
    const since = cellReader({ strings: [], formats: ['date'], since1904: true });
    expect(since(styled('44806', 0))).toBe('2026-09-03');
  });
});

describe('a workbook', () => {
  it('counts its lines as a spreadsheet shows them, with the empty ones between', async () => {
    const cell = (at: string, value: string) =>
      `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
    const rows = `<row r="2">${cell('A2', 'Ref')}${cell('C2', 'DOB')}</row><row r="5">${cell('B5', 'x')}</row>`;
    const read = await readTables(file('one.xlsx', workbook(`<sheetData>${rows}</sheetData>`)));
    expect(read.ok && read.value[0]?.rows).toEqual([
      { line: 1, cells: [] },
      { line: 2, cells: ['Ref', '', 'DOB'] },
      { line: 3, cells: [] },
      { line: 4, cells: [] },
      { line: 5, cells: ['', 'x'] },
    ]);
  });
});

describe('the parts of a workbook', () => {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`;
  const parts = {
    'xl/workbook.xml': `<x:workbook xmlns:x="${main}" xmlns:r="${office}"><x:sheets><x:sheet name="Old" state="hidden" sheetId="1" r:id="r1"/><x:sheet name="Tea &amp; cake" sheetId="2" r:id="r2"/></x:sheets></x:workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('r1', 'worksheet', '/xl/worksheets/a.xml')}${relation('r2', 'worksheet', '/xl/worksheets/b.xml')}${relation('r3', 'sharedStrings', 'texts.xml')}${relation('r4', 'styles', 'styles.xml')}</Relationships>`,
    'xl/texts.xml': `<sst xmlns="${main}"><si><r><t>Oak</t></r><r><rPr><b/></rPr><t xml:space="preserve">ley </t></r><rPh sb="0" eb="1"><t>reading</t></rPh></si><si><t/></si></sst>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><numFmts><numFmt numFmtId="164" formatCode="dd\\/mm\\/yyyy;@"/><numFmt numFmtId="165" formatCode="&quot;days &quot;0"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="10"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    'xl/worksheets/a.xml': `<worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>`,
    'xl/worksheets/b.xml': `<x:worksheet xmlns:x="${main}"><x:sheetData><x:row><x:c t="s"><x:v>0</x:v></x:c><x:c s="1"><x:v>46268</x:v></x:c><x:c s="2"><x:v>46268</x:v></x:c><x:c s="3"><x:v>0.5</x:v></x:c><x:c s="4"><x:v>46268</x:v></x:c></x:row><x:row><x:c r="B2"><x:f t="shared" ref="B2:B3" si="0">HYPERLINK(A2)</x:f><x:v>1</x:v></x:c></x:row><x:row><x:c r="B3"><x:f t="shared" si="0"/><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
  };
  it('give texts, dates and shares their meaning, whatever prefix the writer used', async () => {
    const read = await readTables(file('x.xlsx', zipOf(parts)));
    expect(read.ok && read.value.map((table) => table.sheet)).toEqual(['Tea & cake']);
    expect(read.ok && read.value[0]?.rows).toEqual([
      { line: 1, cells: ['Oakley ', '2026-09-03', '46268', '50%', '2026-09-03'] },
      { line: 2, cells: ['', '=HYPERLINK(A2)'] },
      { line: 3, cells: ['', '=HYPERLINK(A2)'] },
    ]);
  });
  it.each([
    ['a sheet that is not there', { 'xl/worksheets/b.xml': '' }],
    ['a cell beyond the last column', { 'xl/worksheets/b.xml': '<w><row><c r="XFE1"/></row></w>' }],
  ])('refuse the workbook for %s', async (_what, other) => {
    expect(await refusal('x.xlsx', zipOf({ ...parts, ...other }))).toBe('file_broken');
  });
});

describe('postcode downloads', () => {
  it('finds the rows in Data and leaves the rest out', async () => {
    const zip = zipOf({
      'Doc/licence.txt': 'x',
      'Doc/Code-Point_Open_Column_Headers.csv': 'PC,PQ',
      'Data/CSV/me.csv': '"ME14 1XQ",10,576017,156294,"E92000001","","","","E07000110",""',
      'Data/CSV/ct.csv': '"CT1 1AA",10,615886,158470,"E92000001","","","","E07000106",""',
    });
    const found = await textSources([file('codepo_gb.zip', zip)]);
    if (!found.ok) throw new Error(found.error.cause);
    expect(found.value.sources.map((source) => source.name)).toEqual(['me.csv', 'ct.csv']);
    expect(found.value.left_out).toHaveLength(2);
    found.value.close();
  });
});

describe('a report given out', () => {
  const report = (value: string): ImportReport => ({
    id: 1,
    kind: 'applications',
    files: [],
    on: isoDate('2026-08-10'),
    read: 1,
    added: 1,
    changed: 0,
    unchanged: 0,
    held: 0,
    refused: 0,
    warnings: 1,
    rows: [
      {
        line: 56,
        column: 'Surname',
        value,
        outcome: 'warning',
        code: 'formula',
        reason: 'Kept.',
        remedy: '',
      },
    ],
  });
  test.each([
    ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
    ['+44', "'+44"],
    ['-5', "'-5"],
    ['@x', "'@x"],
    ['\tx', "'\tx"],
    ['plain', 'plain'],
  ])('%j holds nothing that would run', (cell, safe) => {
    const written = Buffer.from(reportCsv(report(cell))).toString();
    expect(written).toContain(`\r\n56,Surname,${safe},warning,`);
    expect(written.startsWith('\uFEFFLine,Column,Value')).toBe(true);
  });
});
