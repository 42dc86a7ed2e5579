/** Seats beside budgets, mileage and training, from what was worked out in a worker. */
import type { Store } from '../../../db/store.ts';
import { SEAT_LISTS, type AlternativeView, type SeatList, type SeatsPage } from '../../../shared/api/views/value.ts'; // prettier-ignore
import type { IsoDate } from '../../../shared/calendar/dates.ts';
import { firstDateOf } from '../../../shared/calendar/years.ts';
import type { SettingKey } from '../../../shared/costing/default-settings.ts';
import { isPtbBands } from '../../../shared/costing/ptb-bands.ts';
import { settingAt } from '../../../shared/costing/read-settings.ts';
import { VALUE_KEYS } from '../../../shared/costing/value-settings.ts';
import { formatPence } from '../../../shared/format/money.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import { sumPence } from '../../../shared/kernel/units.ts';
import type { SeatFreed } from '../../../shared/planning/what-if/seat-freed.ts';
import type { CostFacts } from '../../../shared/pressure/facts.ts';
import { alternativesOf, type Alternative, type Alternatives } from '../../../shared/pressure/value/alternatives.ts'; // prettier-ignore
import { bandWords } from '../../../shared/pressure/value/ptb.ts';
import { trainingOf, type Training } from '../../../shared/pressure/value/training.ts';
import { VALUE_KEPT, VALUE_UNREAD } from '../../jobs/value/reckon-value.ts';
import { costsOf, type Costs } from '../kept-costs.ts';
import { consentsSaid } from './consents-said.ts';

/** Rows of one page. */
const PAGE = 100;
/** Whole routes shown; more would not be read. */
const MOST_ROUTES = 100;

interface Seats extends Alternatives {
  readonly facts: CostFacts;
  readonly training: Training;
  readonly candidates: ReadonlySet<number>;
  /** Children whose address is protected from whoever asks. */
  readonly hidden: ReadonlySet<number>;
}

/** What is asked for, and whether whoever asks may see where a child with a protected address lives. */
export interface SeatsAsked {
  readonly list: SeatList;
  readonly may_look: boolean;
}

const kept = new WeakMap<CostFacts, Omit<Seats, 'hidden'>>();

/** Which rows stand on a list, and in what order: the largest first. */
const LISTS: Readonly<
  Record<SeatList, { readonly is: (row: Alternative, of: Seats) => boolean; readonly by: (row: Alternative) => number }> // prettier-ignore
> = {
  saves: {
    is: ({ ptb, saves_pence }) => ptb.year_pence < saves_pence,
    by: ({ ptb, saves_pence }) => saves_pence - ptb.year_pence,
  },
  share: {
    is: ({ ptb, share_pence }) => ptb.year_pence < share_pence,
    by: ({ ptb, share_pence }) => share_pence - ptb.year_pence,
  },
  mileage: {
    is: ({ mileage, saves_pence }) => mileage.year_pence < saves_pence,
    by: ({ mileage, saves_pence }) => saves_pence - mileage.year_pence,
  },
  cliffs: {
    // That a home lies close to an edge would tell where a protected address is.
    is: ({ cliffs, client_id }, { hidden }) => cliffs.length > 0 && !hidden.has(client_id),
    by: ({ cliffs }) => 0 - Math.min(...cliffs.map(({ margin_m }) => Math.abs(margin_m))),
  },
  consents: {
    is: ({ consents: { ptb, mileage } }) =>
      [ptb, mileage].some(({ state }) => state === 'awarded' || state === 'form'),
    by: ({ saves_pence, ptb }) => saves_pence - ptb.year_pence,
  },
  training: {
    is: ({ client_id }, { candidates }) => candidates.has(client_id),
    by: ({ saves_pence }) => saves_pence,
  },
};

/** One list of seats, from a row on, with the counts of all. */
export function seatsPage(
  store: Store,
  on: IsoDate,
  { list, may_look, offset }: SeatsAsked & { readonly offset: number },
): Result<SeatsPage> {
  const costs = costsOf(store, on);
  if (!costs.ok) return costs;
  const seats = seatsNow(store, on, { ...costs.value, may_look });
  return ok(seats === null ? { ...NOT_READY, sources: sourcesOf(costs.value.facts) } : pageOf(seats, list, offset)); // prettier-ignore
}

/** Every row of a list, for a file; null where it has to be worked out first. */
export function seatList(
  store: Store,
  on: IsoDate,
  { list, may_look }: SeatsAsked,
): Result<{ readonly rows: readonly AlternativeView[]; readonly training: Training } | null> {
  const costs = costsOf(store, on);
  if (!costs.ok) return costs;
  const seats = seatsNow(store, on, { ...costs.value, may_look });
  if (seats === null) return ok(null);
  const rows = listed(seats, list).map((row) => named(row, seats));
  return ok({ rows, training: seats.training });
}

/** Seats beside other ways, from what each route would save; null where that has to be worked out first. */
function seatsNow(
  store: Store,
  on: IsoDate,
  { facts, ledger, may_look }: Pick<Costs, 'facts' | 'ledger'> & Pick<SeatsAsked, 'may_look'>,
): Seats | null {
  const text = store.read.kept(VALUE_KEPT.seats, on, VALUE_UNREAD);
  if (text === null) return null;
  const known = kept.get(facts);
  const hidden = new Set(
    may_look ? [] : [...facts.clients.values()].filter((each) => each.protected_address).map(({ id }) => id), // prettier-ignore
  );
  if (known !== undefined) return { ...known, hidden };
  const freed = JSON.parse(text) as readonly SeatFreed[];
  const found = alternativesOf(facts, ledger, { freed, consents: consentsSaid(store) });
  const training = trainingOf(facts, found.rows);
  const seats = { ...found, facts, training, candidates: new Set(training.all.client_ids) };
  kept.set(facts, seats);
  return { ...seats, hidden };
}

/** The rows of a list, the largest first. */
function listed(seats: Seats, list: SeatList): readonly Alternative[] {
  const { is, by } = LISTS[list];
  return seats.rows
    .filter((row) => is(row, seats))
    .toSorted((a, b) => by(b) - by(a) || a.client_id - b.client_id);
}

function pageOf(seats: Seats, list: SeatList, offset: number): SeatsPage {
  const { facts, rows, whole_routes, cannot_tell, training } = seats;
  const on = (name: SeatList) => rows.filter((row) => LISTS[name].is(row, seats));
  const routes = new Map(facts.plan.routes.map((route) => [route.id, route]));
  const because = Map.groupBy(cannot_tell, (each) => each.because);
  return {
    ready: true,
    clients: rows.length,
    counts: Object.fromEntries(SEAT_LISTS.map((name) => [name, on(name).length])) as SeatsPage['counts'], // prettier-ignore
    saves_pence: sumPence(on('saves').map(LISTS.saves.by)),
    share_pence: sumPence(on('share').map(LISTS.share.by)),
    rows: listed(seats, list)
      .slice(offset, offset + PAGE)
      .map((row) => named(row, seats)),
    offset,
    whole_routes: whole_routes.slice(0, MOST_ROUTES).map((each) => ({
      ...each,
      school: schoolName(facts, routes.get(each.route_id)?.school_urn ?? null),
    })),
    whole_pence: sumPence(whole_routes.map(({ saves_pence }) => saves_pence)),
    cannot_tell: [...because].map(([words, of]) => ({ because: words, clients: of.length })),
    training,
    sources: sourcesOf(facts),
  };
}

const NOT_READY: Omit<SeatsPage, 'sources'> = {
  ready: false,
  clients: 0,
  counts: { saves: 0, share: 0, mileage: 0, cliffs: 0, consents: 0, training: 0 },
  saves_pence: 0,
  share_pence: 0,
  rows: [],
  offset: 0,
  whole_routes: [],
  whole_pence: 0,
  cannot_tell: [],
  training: null,
};

function named(row: Alternative, { facts, hidden }: Seats): AlternativeView {
  const client = facts.clients.get(row.client_id);
  return {
    ...row,
    // How far the home lies from a school, and what a mile of it comes to, would tell where a protected address is.
    ...(hidden.has(row.client_id) ? { straight_m: null, way_m: null, mileage: null, cliffs: [] } : {}), // prettier-ignore
    ref: client?.ref ?? '',
    name: client === undefined ? '' : `${client.forename} ${client.surname}`.trim(),
    school: schoolName(facts, row.school_urn),
  };
}

function schoolName({ schools }: CostFacts, urn: number | null): string {
  return urn === null ? '' : (schools.get(urn)?.name ?? `URN ${urn}`);
}

const SHOWN_KEYS: readonly SettingKey[] = ['ptb_bands', ...VALUE_KEYS];

/** Every setting that the figures rest on, by the policy year. */
function sourcesOf({ settings, year }: CostFacts): SeatsPage['sources'] {
  return SHOWN_KEYS.flatMap((key) => {
    const setting = settingAt(settings, key, firstDateOf(year));
    if (setting === null || key.startsWith('out_of_line')) return [];
    const { label, from_on, source, estimated, value, unit } = setting;
    return [{ label, value: valueWords(value, unit), from_on, source, estimated }];
  });
}

function valueWords(value: unknown, unit: string): string {
  if (isPtbBands(value))
    return value.map((band, at) => `${bandWords(value, at)} ${formatPence(band.pence_a_year).replace('.00', '')}`).join(', '); // prettier-ignore
  if (typeof value !== 'number') return String(value);
  if (unit.startsWith('pence') && !unit.startsWith('pence a mile'))
    return `${formatPence(value).replace('.00', '')}${unit.slice('pence'.length)}`;
  return unit.startsWith('pence a mile') ? `${value}p a mile` : `${value} ${unit}`;
}
