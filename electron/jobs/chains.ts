/** Runs of the plan in use that one vehicle could do, for screen, terminal and export alike. */
import { writeCsv } from '../files/csv-writer.ts';
import type { ChainRow, ChainRunRow, ChainsPage } from '../../shared/api/views/chains.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { numberAt, rateCardAt } from '../../shared/costing/read-settings.ts';
import { formatTimeOfDay } from '../../shared/format/time.ts';
import type { Travel } from '../../shared/geo/travel.ts';
import { sumPence } from '../../shared/kernel/units.ts';
import {
  findChains,
  type ChainPair,
  type ChainsAsked,
} from '../../shared/planning/chains/find-chains.ts';
import type { ChainRun } from '../../shared/planning/chains/chain-run.ts';
import type { Store } from '../../db/store.ts';
import { travelOf } from '../roads/road-travel.ts';

/** Pages of an open store by what was asked, good for one state of it. */
interface Kept {
  readonly state: string;
  readonly pages: Map<string, ChainsPage>;
}

// In memory, not among the store's derived texts: it is some megabytes, and soon worked out again.
const kept = new WeakMap<Store, Kept>();

/** Looks once and keeps the answer until anything in the store, the day or the road network changes. */
export function chainsOf(store: Store, on: IsoDate, asked: ChainsAsked): ChainsPage {
  const travel = travelOf(store, on);
  const state = `${store.read.revision()} ${on} ${travel.source}`;
  const last = kept.get(store);
  const pages = last?.state === state ? last.pages : new Map<string, ChainsPage>();
  const key = `${asked.earlier_s ?? 'setting'} ${asked.wait_s ?? 'setting'}`;
  const known = pages.get(key);
  if (known !== undefined) return known;
  const page = look(store, { on, asked, travel });
  pages.set(key, page);
  kept.set(store, { state, pages });
  return page;
}

function look(
  store: Store,
  basis: { readonly on: IsoDate; readonly asked: ChainsAsked; readonly travel: Travel },
): ChainsPage {
  const { on } = basis;
  const settings = store.settings.all();
  const plan = store.plans.current();
  const found = findChains({
    ...basis,
    settings,
    routes: plan?.routes ?? [],
    clients: new Map(store.clients.all().map((each) => [each.id, each])),
    schools: new Map(store.schools.all().map((each) => [each.urn, each])),
  });
  const vehicles = new Map(rateCardAt(settings, on).classes.map(({ id, name }) => [id, name]));
  const runs = new Map<number, ChainRunRow>();
  for (const { first, second } of found.pairs)
    for (const run of [first, second]) runs.set(run.route.id, toRun(run, vehicles));
  const counted = found.pairs.filter(({ chosen }) => chosen);
  return {
    has_plan: plan !== null,
    rules: found.rules,
    setting_earlier_s: numberAt(settings, 'chain_earlier_s', on),
    setting_wait_s: numberAt(settings, 'chain_wait_s', on),
    saved_percent: found.saved_percent,
    runs_looked_at: found.runs,
    left_out: found.left_out,
    unpaying: found.unpaying,
    vehicles_fewer: counted.length,
    saving_day_pence: sumPence(counted.map(({ saving }) => saving.day_pence)),
    saving_year_pence: sumPence(counted.map(({ saving }) => saving.year_pence)),
    runs: [...runs.values()],
    pairs: found.pairs.map(toRow),
  };
}

function toRun(
  { route, school, first_pick_up_s, home_at_s }: ChainRun,
  vehicles: ReadonlyMap<string, string>,
): ChainRunRow {
  return {
    route_id: route.id,
    ref: route.ref,
    school_urn: school.urn,
    school: school.name,
    provider: route.provider,
    vehicle: vehicles.get(route.vehicle_class) ?? route.vehicle_class,
    clients: route.stops.length,
    is_new: route.contract_id === null,
    first_pick_up_s,
    arrive_s: route.arrive_s,
    depart_s: route.depart_s,
    home_at_s,
  };
}

function toRow(
  { first, second, morning, afternoon, saving, chosen }: ChainPair,
  at: number,
): ChainRow {
  return {
    id: at + 1,
    first_id: first.route.id,
    second_id: second.route.id,
    chosen,
    earlier_s: morning.earlier_s,
    later_s: morning.later_s,
    leaves_s: morning.leaves_s,
    reaches_s: morning.reaches_s,
    empty_s: morning.way.duration_s,
    empty_m: morning.way.distance_m,
    spare_s: morning.spare_s,
    same_order: afternoon.same_order,
    home_leaves_s: afternoon.leaves_s,
    home_reaches_s: afternoon.reaches_s,
    home_empty_s: afternoon.way.duration_s,
    home_empty_m: afternoon.way.distance_m,
    home_spare_s: afternoon.spare_s,
    wait_s: afternoon.wait_s,
    by_road: morning.way.by_road && afternoon.way.by_road,
    keeps: saving.keeps,
    saving_day_pence: saving.day_pence,
    saving_year_pence: saving.year_pence,
    working: saving.working,
  };
}

/** The pairs as a .csv file; no child is named. */
export function chainsCsv(page: ChainsPage, list: 'counted' | 'all'): Uint8Array {
  const runs = new Map(page.runs.map((run) => [run.route_id, run]));
  const pairs = list === 'all' ? page.pairs : page.pairs.filter(({ chosen }) => chosen);
  return writeCsv(
    ['counted', 'first_route', 'first_school', 'first_provider', 'second_route', 'second_school', 'second_provider', 'vehicle_kept', 'first_arrives', 'first_earlier_s', 'leaves_first_school', 'empty_m', 'empty_s', 'reaches_second_home', 'second_later_s', 'spare_s', 'afternoon_first', 'afternoon_empty_m', 'afternoon_wait_s', 'afternoon_spare_s', 'distance_basis', 'saving_day_pence_est', 'saving_year_pence_est'], // prettier-ignore
    pairs.flatMap((row) => {
      const [first, second] = [runs.get(row.first_id), runs.get(row.second_id)];
      if (first === undefined || second === undefined) return [];
      const kept = row.keeps === 'first' ? first : second;
      return [
        [
          row.chosen,
          first.ref,
          first.school,
          first.provider,
          second.ref,
          second.school,
          second.provider,
          `${kept.vehicle} of ${kept.ref}`,
          formatTimeOfDay(first.arrive_s - row.earlier_s),
          row.earlier_s,
          formatTimeOfDay(row.leaves_s),
          row.empty_m,
          row.empty_s,
          formatTimeOfDay(row.reaches_s),
          row.later_s,
          row.spare_s,
          row.same_order ? first.ref : second.ref,
          row.home_empty_m,
          row.wait_s,
          row.home_spare_s,
          row.by_road ? 'road' : 'estimated',
          row.saving_day_pence,
          row.saving_year_pence,
        ],
      ];
    }),
  );
}
