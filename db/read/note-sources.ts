import type { IsoDate } from '../../shared/calendar/dates.ts';
import { formatDate } from '../../shared/format/date.ts';
import type { Sql } from '../sql.ts';

/** One text that somebody wrote about a child, with what it is. */
export interface WrittenText {
  readonly client_id: number;
  readonly label: string;
  readonly text: string;
}

/** A row of `note_text` is its source's id times this, plus the kind of source. */
export const SOURCES_APART = 8;

const FIELDS = {
  notes: 'Notes',
  medical: 'Medical',
  equipment: 'Equipment',
  handover: 'Handover',
  wheelchair: 'Wheelchair',
  section_i: 'Section I',
  carer_name: 'Parent or carer',
  phone: 'Telephone',
} as const;

/** Texts of a protected child are not found by where the child lives. */
const OPEN_FIELDS = { home_address: 'Home address', second_address: 'Second address' } as const;

type ClientProse = Readonly<Record<keyof typeof FIELDS | keyof typeof OPEN_FIELDS, string>> & {
  readonly id: number;
  readonly protected_address: number;
};

interface DatedText {
  readonly client_id: number;
  readonly on_date: string;
  readonly text: string;
}

const dated = (label: string, row: DatedText): WrittenText => ({
  client_id: row.client_id,
  label: `${label} of ${formatDate(row.on_date as IsoDate)}`,
  text: row.text,
});

interface FormProse {
  readonly client_id: number;
  readonly answers: string;
  readonly protected_address: number;
}

/** Every text in the answers of a form, however they are nested. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** Reads what stands behind a row of `note_text`: the kinds in the order of their numbers. */
export function noteSources(sql: Sql): (rowid: number) => readonly WrittenText[] {
  const client = sql.prepare(
    `SELECT id, protected_address, ${[...Object.keys(FIELDS), ...Object.keys(OPEN_FIELDS)].join(', ')}
     FROM client WHERE id = ?`,
  );
  const note = sql.prepare(
    `SELECT h.client_id, substr(c.at, 1, 10) AS on_date, h.after AS text
     FROM history h JOIN change c ON c.id = h.change_id WHERE h.id = ? AND h.client_id IS NOT NULL`,
  );
  const decision = sql.prepare(
    'SELECT client_id, decided_on AS on_date, reason AS text FROM decision WHERE id = ?',
  );
  const appeal = sql.prepare(
    `SELECT d.client_id, a.lodged_on AS on_date, trim(a.note || ' ' || a.result_note) AS text
     FROM appeal a JOIN decision d ON d.id = a.decision_id WHERE a.id = ?`,
  );
  const form = sql.prepare(
    `SELECT v.client_id, v.answers, s.protected_address FROM tif_version v
       JOIN client_state s ON s.client_id = v.client_id WHERE v.id = ?`,
  );
  const step = sql.prepare(
    `SELECT a.client_id, l.on_date, l.note AS text FROM life_step l
       JOIN application a ON a.ref = l.application_ref WHERE l.id = ?`,
  );
  const request = sql.prepare(
    `SELECT a.client_id, r.asked_on AS on_date, trim(r.asked_for || ' ' || r.asked_of || ' ' || r.answer) AS text
     FROM information_request r JOIN application a ON a.ref = r.application_ref WHERE r.id = ?`,
  );
  const contact = sql.prepare(
    `SELECT client_id, happened_on AS on_date, trim(what || ' ' || told_by || ' ' || outcome) AS text FROM contact
     WHERE id = ? AND restricted = 0`,
  );
  // A form asks for addresses in several places: of a protected child none of it is searched.
  const ofForm = (id: number): readonly WrittenText[] => {
    const row = form.get(id) as FormProse | undefined;
    if (row === undefined || row.protected_address === 1) return [];
    return textsIn(JSON.parse(row.answers)).map((text) => ({
      client_id: row.client_id,
      label: 'TIF',
      text,
    }));
  };
  const ofClient = (id: number): readonly WrittenText[] => {
    const row = client.get(id) as ClientProse | undefined;
    if (row === undefined) return [];
    const fields = row.protected_address === 1 ? FIELDS : { ...FIELDS, ...OPEN_FIELDS };
    return Object.entries(fields).map(([field, label]) => ({
      client_id: id,
      label,
      text: row[field as keyof typeof FIELDS],
    }));
  };
  const one = (label: string, row: unknown): readonly WrittenText[] =>
    row === undefined ? [] : [dated(label, row as DatedText)];
  const kinds: readonly ((id: number) => readonly WrittenText[])[] = [
    ofClient,
    (id) => one('Note', note.get(id)),
    (id) => one('Decision', decision.get(id)),
    (id) => one('Appeal', appeal.get(id)),
    ofForm,
    (id) => one('Step', step.get(id)),
    (id) => one('Asked', request.get(id)),
    (id) => one('Contact', contact.get(id)),
  ];
  return (rowid) => kinds[rowid % SOURCES_APART]?.(Math.floor(rowid / SOURCES_APART)) ?? [];
}
