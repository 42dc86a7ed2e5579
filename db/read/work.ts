import type { IsoDate } from '../../shared/calendar/dates.ts';
import { planningYearOf } from '../../shared/calendar/years.ts';
import { appealDueOn } from '../../shared/casework/appeals.ts';
import { isOutcome, isUndecided } from '../../shared/casework/stage.ts';
import { tifSections, type TifForm } from '../../shared/casework/tif.ts';
import { queueLines, type QueueName } from '../../shared/casework/work/queues.ts';
import type { OpenAppeal, WorkCase } from '../../shared/casework/work/work-case.ts';
import { workRules, type WorkRules } from '../../shared/casework/work/work-rules.ts';
import { CLOSED_STATUSES, type ApplicationStatus, type Client } from '../../shared/model/client.ts';
import type { AppealResult, AppealStage } from '../../shared/model/decision.ts';
import type { Setting } from '../../shared/model/money.ts';
import type { Sql } from '../sql.ts';
import type { TransportDay, WorkReader } from '../work-reader.ts';
import type { Aggregates } from './read-store.ts';

interface CaseRow {
  readonly client_id: number;
  readonly ref: string;
  readonly status: ApplicationStatus;
  readonly received_on: IsoDate | null;
  readonly late: number;
  readonly held_reason: string;
  readonly assigned_to: string;
  readonly tif_checked: number;
  readonly tif_received_on: IsoDate | null;
  readonly decided_on: IsoDate | null;
  readonly transport: WorkCase['transport'];
  readonly reason: string;
  readonly first_day: IsoDate | null;
}

interface DecisionRow {
  readonly id: number;
  readonly ref: string;
  readonly on: IsoDate;
  readonly by: string;
}

interface AppealRow {
  readonly ref: string;
  readonly decision_id: number;
  readonly stage: AppealStage;
  readonly lodged_on: IsoDate;
  readonly result: AppealResult | null;
  readonly result_on: IsoDate | null;
}

/** A change of state by the history. */
interface MoveRow {
  readonly to: string;
  readonly on: IsoDate;
}

interface AskedRow {
  readonly ref: string;
  readonly asked_on: IsoDate;
  readonly asked_of: string;
  readonly chase_on: IsoDate;
}

interface HandedRow {
  readonly ref: string;
  readonly on: IsoDate;
}

/** What is known of applications besides their state, by reference. */
interface Trails {
  readonly decisions: ReadonlyMap<string, readonly DecisionRow[]>;
  readonly appeals: ReadonlyMap<string, readonly AppealRow[]>;
  readonly asked: ReadonlyMap<string, readonly AskedRow[]>;
  readonly handed: ReadonlyMap<string, readonly HandedRow[]>;
}

function byRef<T extends { readonly ref: string }>(rows: readonly T[]): ReadonlyMap<string, T[]> {
  const found = new Map<string, T[]>();
  for (const row of rows) {
    const list = found.get(row.ref);
    if (list === undefined) found.set(row.ref, [row]);
    else list.push(row);
  }
  return found;
}

function trailReader(sql: Sql): () => Trails {
  const decisions = sql.prepare(
    `SELECT id, application_ref AS ref, decided_on AS "on", signed_by AS "by" FROM decision ORDER BY id`,
  );
  const appeals = sql.prepare(
    `SELECT application_ref AS ref, decision_id, stage, lodged_on, result, result_on FROM appeal ORDER BY id`,
  );
  const asked = sql.prepare(
    `SELECT application_ref AS ref, asked_on, asked_of, chase_on FROM information_request WHERE answered_on IS NULL ORDER BY id`,
  );
  const handed = sql.prepare(
    `SELECT application_ref AS ref, on_date AS "on" FROM life_step
     WHERE kind = 'handed_over' AND taken_back_on IS NULL ORDER BY id`,
  );
  return () => ({
    decisions: byRef(decisions.all() as DecisionRow[]),
    appeals: byRef(appeals.all() as AppealRow[]),
    asked: byRef(asked.all() as AskedRow[]),
    handed: byRef(handed.all() as HandedRow[]),
  });
}

const NONE: readonly never[] = [];

function appealsOf(
  appeals: readonly AppealRow[],
  last: DecisionRow | undefined,
  settings: readonly Setting[],
): Pick<WorkCase, 'appeal' | 'won_on'> {
  const open = appeals.find((each) => each.result === null);
  const appeal: OpenAppeal | null =
    open === undefined
      ? null
      : { stage: open.stage, lodged_on: open.lodged_on, due_on: appealDueOn(open, settings) };
  const heard = appeals.filter((each) => each.decision_id === last?.id).at(-1);
  const isWon = heard?.result === 'upheld' || heard?.result === 'part';
  return { appeal, won_on: isWon ? (heard.result_on ?? null) : null };
}

/** The history goes by the machine's clock, which may be ahead of the invented county's own day. */
function until(day: IsoDate, on: IsoDate): IsoDate {
  return day > on ? on : day;
}

/** The day of the first decision: what was signed here, what the council's record says, else when the history saw it decided. */
function decidedDay(
  row: CaseRow,
  decisions: readonly DecisionRow[],
  moves: () => readonly MoveRow[],
): IsoDate | null {
  if (isUndecided(row.status)) return null;
  const known = [row.decided_on, decisions[0]?.on ?? null].filter((day) => day !== null);
  if (known.length > 0) return known.toSorted()[0] ?? null;
  return moves().find(({ to }) => isOutcome(to as ApplicationStatus))?.on ?? null;
}

/** What was asked and not answered; an older record only has the day its state was set. */
function askedOf(
  row: CaseRow,
  asked: readonly AskedRow[],
  moves: () => readonly MoveRow[],
): Pick<WorkCase, 'asked_on' | 'asked_of' | 'chase_on'> {
  if (row.status !== 'more_information') return { asked_on: null, asked_of: '', chase_on: null };
  const [first] = asked;
  if (first === undefined) {
    const asked_on = moves().findLast(({ to }) => to === 'more_information')?.on ?? null;
    return { asked_on, asked_of: '', chase_on: null };
  }
  const chase_on = asked.map((each) => each.chase_on).toSorted()[0] ?? null;
  return { asked_on: first.asked_on, asked_of: first.asked_of, chase_on };
}

function toCase(
  row: CaseRow,
  trails: Trails,
  at: {
    readonly settings: readonly Setting[];
    readonly tif: Pick<WorkCase, 'tif_missing' | 'tif_for_office'>;
    /** The history of its states, asked only where nothing better is known. */
    readonly moves: () => readonly MoveRow[];
  },
): WorkCase {
  const decisions = trails.decisions.get(row.ref) ?? NONE;
  return {
    client_id: row.client_id,
    ref: row.ref,
    status: row.status,
    received_on: row.received_on,
    late: row.late === 1,
    held_reason: row.held_reason,
    assigned_to: row.assigned_to,
    ...askedOf(row, trails.asked.get(row.ref) ?? NONE, at.moves),
    decided_on: decidedDay(row, decisions, at.moves),
    decided_by: decisions.at(-1)?.by ?? '',
    handed_on: trails.handed.get(row.ref)?.at(-1)?.on ?? null,
    ...appealsOf(trails.appeals.get(row.ref) ?? NONE, decisions.at(-1), at.settings),
    tif_received_on: row.tif_received_on,
    ...at.tif,
    transport: row.transport,
    reason: row.reason,
    first_day: row.first_day,
  };
}

const MANY = 1000;

const COMPLETE = { tif_missing: NONE, tif_for_office: false } as const;
/** The state says so, though no single answer can be named. */
const INCOMPLETE = { tif_missing: ['A complete form'], tif_for_office: false } as const;

/** The team's work: cases are read once for all queues, and kept while nothing changes. */
export function workReader(
  sql: Sql,
  store: Pick<Aggregates, 'settings' | 'clients' | 'tif'>,
  revision: () => string,
): WorkReader {
  const rows = sql.prepare(
    `SELECT s.client_id, s.application_ref AS ref, s.status, s.received_on, s.late, a.held_reason, s.assigned_to, s.tif_checked,
       a.tif_received_on, a.decided_on, s.transport, s.reason, s.first_day
     FROM client_state s JOIN application a ON a.ref = s.application_ref
     WHERE s.application_ref <> '' ORDER BY s.client_id`,
  );
  const days = sql.prepare(
    `SELECT "on", planned, in_place, planned_late, in_place_late FROM transport_day ORDER BY "on"`,
  );
  const officers = sql
    .prepare(`SELECT DISTINCT assigned_to FROM application WHERE assigned_to <> '' ORDER BY 1`)
    .pluck();
  const moves = sql.prepare(
    `SELECT h.after AS "to", substr(c.at, 1, 10) AS "on" FROM history h JOIN change c ON c.id = h.change_id
     WHERE h.client_id = ? AND h.entity = 'application' AND h.field = 'status' AND h.ref = ? ORDER BY h.id`,
  );
  const moved = sql
    .prepare(
      `SELECT DISTINCT h.client_id FROM history h JOIN change c ON c.id = h.change_id
       WHERE h.entity = 'client' AND h.field IN ('postcode', 'home_address') AND h.before <> '' AND c.at >= ?`,
    )
    .pluck();
  const trails = trailReader(sql);

  const tifOf = (
    row: CaseRow,
    client: Client | null,
    form: TifForm | null,
  ): Pick<WorkCase, 'tif_missing' | 'tif_for_office'> => {
    if (client === null) return COMPLETE;
    const sections = tifSections(client, row, form);
    const tif_missing = sections.flatMap(({ missing }) => missing);
    const office = sections.flatMap(({ for_office }) => for_office);
    if (tif_missing.length === 0) return INCOMPLETE;
    return { tif_missing, tif_for_office: office.length === tif_missing.length };
  };
  const read = (on: IsoDate): readonly WorkCase[] => {
    const found = trails();
    const settings = store.settings.all();
    const all = rows.all() as CaseRow[];
    const lacking = all.filter(
      (row) => row.tif_checked === 0 && !CLOSED_STATUSES.includes(row.status),
    );
    const forms = store.tif.working(lacking.map(({ client_id }) => client_id));
    // From so many on it is quicker to read them all at once.
    const clients =
      lacking.length > MANY ? new Map(store.clients.all().map((each) => [each.id, each])) : null;
    const tif = new Map(
      lacking.map((row) => {
        const { client_id } = row;
        const client =
          clients === null ? store.clients.get(client_id) : (clients.get(client_id) ?? null);
        const form = forms.get(client_id);
        return [
          client_id,
          tifOf(row, client, form === undefined ? null : { ...form, on }),
        ] as const;
      }),
    );
    return all.map((row) =>
      toCase(row, found, {
        settings,
        tif: tif.get(row.client_id) ?? COMPLETE,
        moves: () =>
          (moves.all(row.client_id, row.ref) as MoveRow[]).map((move) => ({
            to: move.to,
            on: until(move.on, on),
          })),
      }),
    );
  };
  let kept: { readonly key: string; readonly cases: readonly WorkCase[] } | null = null;
  const cases = (on: IsoDate): readonly WorkCase[] => {
    const key = `${revision()} ${on}`;
    if (kept?.key === key) return kept.cases;
    const found = read(on);
    kept = { key, cases: found };
    return found;
  };
  const rules = (on: IsoDate): WorkRules => workRules(store.settings.all(), planningYearOf(on), on);
  return {
    cases,
    rules,
    queue: (name: QueueName, on: IsoDate, part?: string) =>
      queueLines(name, cases(on), { rules: rules(on), part }),
    transportDays: () => days.all() as TransportDay[],
    movedSince: (day) => new Set(moved.all(day) as number[]),
    officers: () => officers.all() as string[],
  };
}
