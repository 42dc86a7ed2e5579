/** Runs of the plan in use that one vehicle could do, for screen, terminal and export alike. */
import { writeCsv } from '../files/csv-writer.ts';
import type { Hop } from '../../shared/planning/chains/chain-times.ts';
import type { ChainHop, ChainRow, ChainRunRow, ChainsPage } from '../../shared/api/views/chains.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { numberAt, rateCardAt } from '../../shared/costing/read-settings.ts';
import { formatTimeOfDay } from '../../shared/format/time.ts';
import type { Travel } from '../../shared/geo/travel.ts';
import { sumPence } from '../../shared/kernel/units.ts';
import {
  findChains,
  vehiclesFewer,
  type Chain,
  type ChainsAsked,
} from '../../shared/planning/chains/find-chains.ts';
import type { ChainRun } from '../../shared/planning/chains/chain-run.ts';
import type { Store } from '../../db/store.ts';
import { travelOf } from '../roads/road-travel.ts';
import { keepUntilWritten } from './keep-until-written.ts';

// Pages by what was asked. In memory, not among the store's derived texts: it is some megabytes, and soon worked out again.
const kept = keepUntilWritten<Map<string, ChainsPage>>();

/** Looks once and keeps the answer until anything in the store, the day or the road network changes. */
export function chainsOf(store: Store, on: IsoDate, asked: ChainsAsked): ChainsPage {
  const travel = travelOf(store, on);
  const pages = kept(store, `${on} ${travel.source}`, () => new Map<string, ChainsPage>());
  const key = `${asked.earlier_s ?? 'setting'} ${asked.wait_s ?? 'setting'}`;
  const known = pages.get(key);
  if (known !== undefined) return known;
  const page = look(store, { on, asked, travel });
  pages.set(key, page);
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
  for (const chain of found.chains)
    for (const run of chain.runs) runs.set(run.route.id, toRun(run, vehicles));
  const counted = found.chains.filter(({ chosen }) => chosen);
  return {
    has_plan: plan !== null,
    rules: found.rules,
    setting_earlier_s: numberAt(settings, 'chain_earlier_s', on),
    setting_wait_s: numberAt(settings, 'chain_wait_s', on),
    saved_percent: found.saved_percent,
    runs_looked_at: found.runs,
    left_out: found.left_out,
    unpaying: found.unpaying,
    vehicles_fewer: vehiclesFewer(counted),
    at_most: found.at_most,
    proven: found.proven,
    is_cut: found.is_cut,
    saving_day_pence: sumPence(counted.map(({ saving }) => saving.day_pence)),
    saving_year_pence: sumPence(counted.map(({ saving }) => saving.year_pence)),
    runs: [...runs.values()],
    chains: found.chains.map(toRow),
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

function toRow({ runs, morning, afternoon, saving, chosen }: Chain, at: number): ChainRow {
  return {
    id: at + 1,
    run_ids: runs.map((run) => run.route.id),
    chosen,
    moves_s: morning.moves_s,
    hops: morning.hops.map(toHop),
    spare_s: morning.spare_s,
    same_order: afternoon.same_order,
    home_hops: afternoon.hops.map(toHop),
    home_spare_s: afternoon.spare_s,
    waits_s: afternoon.waits_s,
    by_road: [...morning.hops, ...afternoon.hops].every(({ way }) => way.by_road),
    keeps: saving.keeps,
    saving_day_pence: saving.day_pence,
    saving_year_pence: saving.year_pence,
    working: saving.working,
  };
}

function toHop({ leaves_s, reaches_s, way }: Hop): ChainHop {
  return { leaves_s, reaches_s, empty_s: way.duration_s, empty_m: way.distance_m };
}

/** The chains as a .csv file, a line for each run; no child is named. */
export function chainsCsv(page: ChainsPage, list: 'counted' | 'all'): Uint8Array {
  const runs = new Map(page.runs.map((run) => [run.route_id, run]));
  const chains = list === 'all' ? page.chains : page.chains.filter(({ chosen }) => chosen);
  return writeCsv(
    ['chain', 'counted', 'runs', 'place', 'route', 'school', 'provider', 'vehicle', 'vehicle_stays', 'first_pick_up', 'arrives', 'moved_s', 'empty_m_before', 'empty_s_before', 'afternoon_place', 'departs', 'wait_s', 'afternoon_empty_m_before', 'morning_spare_s', 'afternoon_spare_s', 'distance_basis', 'chain_saving_day_pence_est', 'chain_saving_year_pence_est'], // prettier-ignore
    chains.flatMap((row, chain) =>
      row.run_ids.flatMap((id, at) => {
        const run = runs.get(id);
        if (run === undefined) return [];
        const moved = row.moves_s[at] ?? 0;
        const wait = row.waits_s[at] ?? 0;
        const home = row.same_order ? at : row.run_ids.length - 1 - at;
        return [
          [
            chain + 1,
            row.chosen,
            row.run_ids.length,
            at + 1,
            run.ref,
            run.school,
            run.provider,
            run.vehicle,
            row.keeps === at,
            formatTimeOfDay(run.first_pick_up_s + moved),
            formatTimeOfDay(run.arrive_s + moved),
            moved,
            row.hops[at - 1]?.empty_m ?? 0,
            row.hops[at - 1]?.empty_s ?? 0,
            home + 1,
            formatTimeOfDay(run.depart_s + wait),
            wait,
            row.home_hops[home - 1]?.empty_m ?? 0,
            row.spare_s,
            row.home_spare_s,
            row.by_road ? 'road' : 'estimated',
            row.saving_day_pence,
            row.saving_year_pence,
          ],
        ];
      }),
    ),
  );
}
