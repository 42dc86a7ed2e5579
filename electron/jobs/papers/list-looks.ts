/** How each kind of list lies on paper and in a workbook: its columns, and nothing that is not on the list of what it may say. */
import type {
  DutyField,
  DutyListContent,
  ListKind,
  SchoolField,
  SchoolListContent,
} from '../../../shared/model/paper.ts';
import { DUTY_FIELDS, SCHOOL_FIELDS } from '../../../shared/service/papers/allowed.ts';
import type { ListDraft } from './draft-lists.ts';

/** A list's look. */
export interface ListLook {
  readonly title: (recipient: string) => string;
  readonly columns: readonly {
    readonly label: string;
    /** Per cent of the page. */
    readonly share: number;
    /** Characters in a workbook. */
    readonly width: number;
    readonly kind: 'text' | 'time' | 'who' | 'sure';
  }[];
  readonly rowsOf: (content: ListDraft['content']) => readonly (readonly string[])[];
}

type Row<F extends string> = readonly [
  F,
  share: number,
  width: number,
  kind?: 'time' | 'who' | 'sure',
];

const SCHOOL_COLUMNS: readonly Row<SchoolField>[] = [
  ['arrives', 7, 8, 'time'],
  ['child', 15, 24, 'who'],
  ['days', 9, 18],
  ['route', 9, 14],
  ['provider', 13, 24],
  ['vehicle', 11, 18],
  ['assistant', 9, 14],
  ['receives', 13, 24],
  ['leaves', 7, 8, 'time'],
  ['confirmed', 7, 10, 'sure'],
];

const DUTY_COLUMNS: readonly Row<DutyField>[] = [
  ['route', 8, 12],
  ['pick_up', 6, 8, 'time'],
  ['child', 12, 24, 'who'],
  ['ref', 8, 12],
  ['ring', 11, 22],
  ['emergency', 16, 36],
  ['nobody_in', 12, 24],
  ['school', 10, 24],
  ['provider', 10, 24],
  ['provider_phone', 7, 16],
];

const LOOKS: Readonly<Record<ListKind, ListLook>> = {
  school_list: {
    title: (recipient) => `Children who come by vehicle: ${recipient}`,
    columns: SCHOOL_COLUMNS.map((row) => columnOf(row, SCHOOL_FIELDS[row[0]].label)),
    rowsOf: (content) =>
      (content as SchoolListContent).lines.map((line) => SCHOOL_COLUMNS.map(([key]) => line[key])),
  },
  duty_list: {
    title: () => 'Duty list: every child on every route',
    columns: DUTY_COLUMNS.map((row) => columnOf(row, DUTY_FIELDS[row[0]].label)),
    rowsOf: (content) =>
      (content as DutyListContent).lines.map((line) => DUTY_COLUMNS.map(([key]) => line[key])),
  },
};

function columnOf([, share, width, kind]: Row<string>, label: string): ListLook['columns'][number] {
  return { label, share, width, kind: kind ?? 'text' };
}

/** By kind. */
export function lookOf(kind: ListKind): ListLook {
  return LOOKS[kind];
}
