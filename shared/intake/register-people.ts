/** Rows of the register's lists about people: who drives and assists, what they hold, whom they are assigned to. */
import type { IsoDate } from '../calendar/dates.ts';
import type { AssignmentRole, Worker, WorkerCompetence, WorkerRole } from '../model/register.ts';
import { competenceNamed, KNOWN_COMPETENCES } from './competence-names.ts';
import { expiryField } from './fields/register-fields.ts';
import { words } from './normalise.ts';
import { parseYesNo } from './parse-codes.ts';
import { readRef } from './people.ts';
import { parseMark } from './registration-mark.ts';
import {
  doubt,
  readPast,
  readProvider,
  refusal,
  said,
  type RegisterContext,
  type RegisterRow,
} from './register-rows.ts';
import { rowReader, type RowReader } from './row-reader.ts';
import type { RawRow } from './table.ts';

/** A competence of somebody, before it is known who they are in the store. */
export type HeldFacts = Omit<WorkerCompetence, 'worker_id'>;

/** What tells one person from another. '' or absent: not said. */
export interface PersonKeys {
  /** The reference of council or provider, '' where the list has none. */
  readonly ref: string;
  readonly name: string;
  readonly provider: string;
  readonly licensing_authority: string;
  readonly badge_number: string;
}

export interface PersonFacts {
  readonly keys: PersonKeys;
  /** Everything that the row says besides. */
  readonly worker: Partial<Omit<Worker, 'id' | 'ref'>>;
  readonly held: readonly HeldFacts[];
}

export interface CompetenceFacts {
  readonly keys: PersonKeys;
  readonly held: HeldFacts;
}

export interface AssignmentFacts {
  readonly contract_ref: string;
  readonly route_ref: string;
  readonly role: AssignmentRole | null;
  readonly keys: PersonKeys;
  readonly mark: string;
  readonly from_on: IsoDate | null;
  readonly to_on: IsoDate | null;
}

function readKeys(row: RowReader, context: RegisterContext): PersonKeys {
  const split = `${row.text('forename')} ${row.text('surname')}`.trim();
  return {
    ref: readRef(row.text('ref')),
    name: row.text('name') || split,
    provider: readProvider(row, context),
    licensing_authority: row.text('licensing_authority'),
    badge_number: row.text('badge_number').toUpperCase(),
  };
}

function isNobody({ ref, name, badge_number }: PersonKeys): boolean {
  return ref === '' && name === '' && badge_number === '';
}

/** `Driver`, `PA`, `Driver / PA` as what somebody may be assigned as; null where it is none of them. */
export function parseRole(text: string): WorkerRole | null {
  const said = words(text);
  const drives = /\b(driver|drivers|drives|chauffeur)\b/.test(said);
  const assists =
    /\b(pa|pas|assistant|assistants|escort|escorts|attendant|chaperone|assists|carer)\b/.test(said);
  if (/\bboth\b/.test(said) || (drives && assists)) return 'both';
  return drives ? 'driver' : assists ? 'assistant' : null;
}

/** Drivers and passenger assistants. */
export function parsePeople(
  rows: readonly RawRow[],
  context: RegisterContext,
): readonly RegisterRow<PersonFacts>[] {
  return rows.map((raw) => {
    const row = rowReader(raw, context);
    const keys = readKeys(row, context);
    if (keys.name === '') row.add('name', refusal('no_name', 'The row names nobody.'));
    if (keys.provider === '' && row.text('provider') === '')
      row.add(
        'provider',
        doubt('no_provider', 'The row does not say whose driver or assistant it is.'),
      );
    const role = row.code('role', parseRole, 'driver, assistant or both') ?? context.role;
    const badge_expires_on = row.date('badge_expires_on');
    const issued = row.date('badge_issued_on');
    const isBackwards = issued !== null && badge_expires_on !== null && badge_expires_on < issued;
    if (isBackwards)
      row.add(
        'badge_expires_on',
        doubt(
          'expires_before_issue',
          'The badge expires before it was issued: the day was not taken.',
        ),
      );
    const { ref: _ref, ...known } = keys;
    const worker = said({
      ...known,
      role,
      badge_expires_on: isBackwards ? null : badge_expires_on,
      dbs_on: readPast(row, 'dbs_on', context.on),
      training: row.text('training'),
      training_expires_on: row.date('training_expires_on'),
      phone: row.text('phone'),
      left_on: row.date('left_on'),
      notes: row.text('notes'),
    });
    const facts = { keys, worker, held: heldInColumns(row, context) };
    return { line: row.line, facts, problems: row.problems };
  });
}

/** A list of names in one column, and a column of expiries for each competence. */
function heldInColumns(row: RowReader, context: RegisterContext): readonly HeldFacts[] {
  const held = new Map<string, HeldFacts>();
  for (const part of row.text('competences').split(/[,;/|\n]/)) {
    if (part.trim() === '') continue;
    const competence = readCompetence(row, 'competences', part, context);
    if (competence !== null)
      held.set(competence, { competence, issued_on: null, expires_on: null });
  }
  for (const competence of KNOWN_COMPETENCES) {
    const field = expiryField(competence);
    const text = row.text(field);
    if (text === '') continue;
    const yes = parseYesNo(text);
    if (yes === false || /^(n\/?a|none|-)$/i.test(text)) continue;
    const expires_on = yes === true ? null : row.date(field);
    if (yes === true || expires_on !== null)
      held.set(competence, { competence, issued_on: null, expires_on });
  }
  return [...held.values()];
}

function readCompetence(
  row: RowReader,
  field: string,
  text: string,
  { own_competences }: RegisterContext,
): string | null {
  const found = competenceNamed(text, own_competences);
  if (found === null)
    row.add(
      field,
      (field === 'competence' ? refusal : doubt)(
        'competence_not_known',
        `${text.trim()} is no competence that Kerbside or the council names.`,
        'Write it as one of the list, or add it to the setting of competences that the council names itself.',
      ),
    );
  return found;
}

/** Competences, one line a person and competence. */
export function parseCompetences(
  rows: readonly RawRow[],
  context: RegisterContext,
): readonly RegisterRow<CompetenceFacts>[] {
  return rows.map((raw) => {
    const row = rowReader(raw, context);
    const keys = readKeys(row, context);
    if (isNobody(keys))
      row.add('name', refusal('no_person', 'The row has neither name, reference nor badge.'));
    const given = row.text('competence');
    if (given === '')
      row.add('competence', refusal('no_competence', 'The row names no competence.'));
    const competence = given === '' ? null : readCompetence(row, 'competence', given, context);
    const issued_on = row.date('issued_on', 'refuse');
    const expires_on = row.date('expires_on', 'refuse');
    if (issued_on !== null && expires_on !== null && expires_on < issued_on)
      row.add('expires_on', refusal('expires_before_issue', 'It runs out before it was issued.'));
    const facts = { keys, held: { competence: competence ?? '', issued_on, expires_on } };
    return { line: row.line, facts, problems: row.problems };
  });
}

function parseAssignedAs(text: string): AssignmentRole | null {
  const said = words(text);
  if (/\b(cover|stand ?by|reserve|relief|spare)\b/.test(said)) return 'cover';
  if (/\bvehicle|bus|taxi|car\b/.test(said)) return 'vehicle';
  const role = parseRole(text);
  return role === 'both' || role === null ? null : role;
}

/** Who drives, assists and covers on which contract, and in which vehicle. */
export function parseAssignments(
  rows: readonly RawRow[],
  context: RegisterContext,
): readonly RegisterRow<AssignmentFacts>[] {
  return rows.map((raw) => {
    const row = rowReader(raw, context);
    const keys = readKeys(row, context);
    const contract_ref = readRef(row.text('contract_ref'));
    const route_ref = row.text('route_ref');
    if (contract_ref === '' && route_ref === '')
      row.add('contract_ref', refusal('no_contract', 'The row names neither contract nor route.'));
    const mark = row.text('mark') === '' ? '' : (parseMark(row.text('mark'))?.mark ?? '');
    if (row.text('mark') !== '' && mark === '')
      row.add('mark', refusal('mark_not_understood', 'The registration mark was not understood.'));
    if (isNobody(keys) && mark === '')
      row.add('name', refusal('no_person', 'The row names neither a person nor a vehicle.'));
    const role = row.code('role', parseAssignedAs, 'driver, assistant, cover or vehicle');
    const from_on = row.date('from_on', 'refuse');
    const to_on = row.date('to_on', 'refuse');
    if (from_on !== null && to_on !== null && to_on < from_on)
      row.add('to_on', refusal('ends_before_start', 'The assignment ends before it starts.'));
    const facts = { contract_ref, route_ref, role, keys, mark, from_on, to_on };
    return { line: row.line, facts, problems: row.problems };
  });
}
