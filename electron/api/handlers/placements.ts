import type {
  KeptPlacements,
  PlacedView,
  PlacementsView,
} from '../../../shared/api/views/placements.ts';
import type { Store } from '../../../db/store.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import type { NewProvision } from '../../../shared/model/placement.ts';
import { averagesBySchool } from '../../../shared/pressure/placements/averages.ts';
import {
  groupOfPlacement,
  placedClients,
  placementRows,
  sumOfRows,
  type PlacedClient,
} from '../../../shared/pressure/placements/placed-clients.ts';
import { readProvision } from '../../../shared/pressure/placements/read-provision.ts';
import { placementTable } from '../../../shared/figures/placement-table.ts';
import { writeCsv } from '../../files/csv-writer.ts';
import { namingNow } from '../../jobs/naming.ts';
import { named } from '../../jobs/new-provision.ts';
import type { Handlers, Host } from '../handler.ts';
import { costsOf, type Costs } from '../kept-costs.ts';
import { lookersOf } from '../protected-address.ts';

type PlacementChannels =
  | 'placements/list'
  | 'placements/clients'
  | 'placements/export'
  | 'placements/schools'
  | 'placements/reckon'
  | 'placements/kept'
  | 'placements/save-fee'
  | 'placements/delete-fee'
  | 'placements/try'
  | 'placements/save-provision'
  | 'placements/delete-provision';

export const placementsHandlers: Handlers<PlacementChannels> = {
  'placements/list': ({ by }, host): Result<PlacementsView> => {
    const costs = costsNow(host);
    if (!costs.ok) return costs;
    const { facts, overview } = costs.value;
    const rows = placementRows(facts, placedOf(costs.value), by);
    const { note, distances } = overview.placement;
    return ok({ year: facts.year, by, rows, total: sumOfRows(rows), note, distances });
  },
  'placements/export': ({ by }, host) => {
    const costs = costsNow(host);
    if (!costs.ok) return costs;
    const { facts } = costs.value;
    const rows = placementRows(facts, placedOf(costs.value), by);
    const table = placementTable(rows, sumOfRows(rows));
    const info = host.info().store;
    const marks = [
      facts.year,
      host.today(),
      info?.demo === true ? 'invented' : (info?.county ?? ''),
    ];
    const bytes = writeCsv(
      [...table.columns.map(({ key: column }) => column), 'academic_year', 'made_on', 'data'],
      [...table.rows, ...(table.total === null ? [] : [table.total])].map((cells) => [
        ...cells,
        ...marks,
      ]),
    );
    const name = `placements-by-${by}-${host.today()}.csv`;
    return ok({ file_id: host.files.put(name, bytes), name });
  },
  'placements/clients': ({ by, key }, host): Result<readonly PlacedView[]> => {
    const store = host.store();
    if (!store.ok) return store;
    const costs = costsOf(store.value, host.today());
    if (!costs.ok) return costs;
    const { facts } = costs.value;
    const { may_look } = lookersOf(store.value, host);
    return ok(
      placedOf(costs.value)
        .filter((each) => groupOfPlacement(facts, each, by).key === key)
        // A list of a district would tell in which one a protected address lies.
        .filter((each) => by !== 'district' || may_look || !isProtected(facts, each))
        .map((each) => shown(costs.value, each, may_look))
        .toSorted(
          (a, b) =>
            (b.difference_pence ?? -1) - (a.difference_pence ?? -1) || (a.ref < b.ref ? -1 : 1),
        ),
    );
  },
  'placements/schools': ({ client_id, also }, host) => {
    const store = host.store();
    if (!store.ok) return store;
    const costs = costsOf(store.value, host.today());
    const averages = costs.ok ? averagesBySchool(costs.value.ledger) : null;
    const { may_look } = lookersOf(store.value, host);
    return namingNow(store.value, { client_id, also, on: host.today(), may_look }, averages);
  },
  'placements/reckon': ({ client_id, also }, host) => {
    const store = host.store();
    if (!store.ok) return store;
    const { may_look } = lookersOf(store.value, host);
    const label = 'Transport costs at each school';
    return host.startJob({ kind: 'naming', label, client_id, also, may_look });
  },
  'placements/kept': (_input, host) => withStore(host, keptOf),
  'placements/save-fee': (fee, host) => {
    const store = host.store();
    if (!store.ok) return store;
    if (store.value.schools.get(fee.school_urn) === null)
      return fail(
        'no_school',
        'There is no such school in the list.',
        'Choose one of the list, or import the schools first.',
      );
    return written(host, store.value, () => {
      store.value.placements.saveFee(fee);
    });
  },
  'placements/delete-fee': (key, host) =>
    withStore(host, (store) => {
      return writtenTo(host, store, () => store.placements.deleteFee(key));
    }),
  'placements/try': ({ provisions, with_routes }, host) => {
    const store = host.store();
    if (!store.ok) return store;
    const read = readAll(provisions);
    if (!read.ok) return read;
    const [first] = read.value;
    const label =
      read.value.length === 1 ? `Trying ${first?.name ?? ''}` : 'Comparing new provisions';
    const { may_look } = lookersOf(store.value, host);
    return host.startJob({
      kind: 'provision',
      label,
      provisions: read.value,
      with_routes,
      may_look,
    });
  },
  'placements/save-provision': ({ provision }, host) => {
    const store = host.store();
    if (!store.ok) return store;
    const read = readAll([provision]);
    if (!read.ok) return read;
    return written(host, store.value, () => {
      for (const each of read.value) store.value.placements.saveProvision(each, host.today());
    });
  },
  'placements/delete-provision': ({ id }, host) =>
    withStore(host, (store) => {
      return writtenTo(host, store, () => store.placements.deleteProvision(id));
    }),
};

function costsNow(host: Host) {
  const store = host.store();
  return store.ok ? costsOf(store.value, host.today()) : store;
}

function withStore<T>(host: Host, work: (store: Store) => T): Result<T> {
  const store = host.store();
  return store.ok ? ok(work(store.value)) : store;
}

function written(host: Host, store: Store, work: () => unknown): Result<KeptPlacements> {
  return ok(writtenTo(host, store, work));
}

function writtenTo(host: Host, store: Store, work: () => unknown): KeptPlacements {
  store.write(host.byHand(), work);
  return keptOf(store);
}

function keptOf(store: Store): KeptPlacements {
  return {
    fees: store.placements.fees().map((fee) => ({
      ...fee,
      school: store.schools.get(fee.school_urn)?.name ?? `URN ${fee.school_urn}`,
    })),
    provisions: store.placements.provisions(),
  };
}

function readAll(given: readonly unknown[]): Result<readonly NewProvision[]> {
  const read = given.map(readProvision);
  const problems = read.flatMap((each) => each.problems);
  if (problems.length > 0)
    return fail('bad_provision', problems.join(' '), 'Mend every field named.', { problems });
  return ok(read.flatMap(({ provision }) => provision ?? []));
}

const judged = new WeakMap<Costs, readonly PlacedClient[]>();

/** Everybody's placement, told once from what the costs judged already. */
function placedOf(costs: Costs): readonly PlacedClient[] {
  const known = judged.get(costs);
  if (known !== undefined) return known;
  const placed = placedClients(costs.facts, costs.ledger, costs.placements);
  judged.set(costs, placed);
  return placed;
}

/** With the child's name; of a protected address without its distances. */
function shown({ facts }: Costs, each: PlacedClient, may_look: boolean): PlacedView {
  const names = named(facts.clients.get(each.client_id), each.client_id);
  return isProtected(facts, each) && !may_look
    ? { ...each, ...names, named_m: null, nearest_m: null, excess_m: 0 }
    : { ...each, ...names };
}

function isProtected({ clients }: Costs['facts'], { client_id }: PlacedClient): boolean {
  return clients.get(client_id)?.protected_address === true;
}
