/** The same sheets as a workbook: one page a route, one line a child, as a provider's own office reads and keeps them. */
import type { Column, Table } from '../../../shared/figures/table.ts';
import {
  ROUTE_FIELDS,
  STOP_FIELDS,
  type RouteField,
  type StopField,
} from '../../../shared/model/route-sheet.ts';
import { writeWorkbook, type SheetSpec } from '../../files/workbook-writer.ts';
import type { SheetDraft } from './draft-sheets.ts';
import { stampOf, type SheetMarks } from './sheets-paper.ts';

/** Two tables one below the other share the sheet's columns, so that a landscape page holds them at a size that can be read. */
type SheetColumns = readonly (readonly [StopField, number])[];
const WHERE: SheetColumns = [
  ['pick_up', 9],
  ['name', 16],
  ['address', 36],
  ['seat', 30],
  ['ring', 18],
  ['days', 26],
  ['home_time', 16],
];
const HOW: SheetColumns = [
  ['pick_up', 9],
  ['name', 16],
  ['support', 36],
  ['emergency', 30],
  ['communicate', 18],
  ['at_home', 26],
  ['at_school', 16],
];
const HEAD: readonly RouteField[] = ['school', 'arrive', 'depart', 'vehicle', 'layout', 'driver', 'assistant', 'competence', 'holders', 'contract', 'provider', 'office']; // prettier-ignore

/** The workbook's bytes. */
export function sheetsWorkbook(
  sheets: readonly SheetDraft[],
  marks: SheetMarks,
  made_on: string,
): Promise<Uint8Array> {
  const names = new Set<string>();
  return writeWorkbook({
    title: marks.title,
    author: 'Kerbside',
    foot: 'Keep out of sight of others',
    warning: marks.warning,
    made_on,
    sheets: sheets.map((sheet) => pageOf(sheet, marks, sheetName(sheet.route_ref, names))),
  });
}

function pageOf(sheet: SheetDraft, marks: SheetMarks, name: string): SheetSpec {
  const { route, warnings } = sheet.content;
  const known = HEAD.filter((key) => route[key] !== '');
  return {
    name,
    frozen: false,
    blocks: [
      {
        kind: 'lines',
        lines: [
          { text: `Route ${route.route}`, style: 'title' },
          { text: stampOf(sheet, marks), style: 'subtitle' },
          ...warnings.map((text) => ({ text, style: 'warning' as const })),
          ...known.map((key) => ({
            text: `${ROUTE_FIELDS[key].label}: ${route[key]}`,
            style: 'body' as const,
          })),
        ],
      },
      { kind: 'table', table: stopsTable(sheet, 'Stops in order, morning', WHERE) },
      { kind: 'table', table: stopsTable(sheet, 'How to look after each child', HOW) },
    ],
  };
}

function stopsTable({ content }: SheetDraft, title: string, of: SheetColumns): Table {
  const columns: readonly Column[] = [
    { key: 'stop', label: 'Stop', kind: 'text', width: 6 },
    ...of.map(([key, width]): Column => {
      const { label } = STOP_FIELDS[key];
      return { key, label, kind: 'text', width };
    }),
  ];
  return {
    key: title,
    title,
    columns,
    rows: content.stops.map((stop, at) => [String(at + 1), ...of.map(([key]) => stop[key])]),
    total: null,
    note: '',
  };
}

/** A name that a workbook takes: 31 characters, none of those it refuses, each once. */
function sheetName(ref: string, taken: Set<string>): string {
  const plain = ref.replaceAll(/[[\]:*?/\\']/g, '-').slice(0, 28) || 'Route';
  let name = plain;
  for (let at = 2; taken.has(name.toLowerCase()); at++) name = `${plain.slice(0, 25)} (${at})`;
  taken.add(name.toLowerCase());
  return name;
}
