/** The road network beside the store: what it is, how one is taken in, and doing without. */
import { existsSync, rmSync, statSync } from 'node:fs';
import type { RoadsNow } from '../../../shared/api/views/roads.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Store } from '../../../db/store.ts';
import { missingOf, ownBoundaries } from '../../jobs/take-roads.ts';
import type { RoadsCut } from '../../jobs/request.ts';
import { lostOf } from '../../roads/lost-files.ts';
import { roadsOf, roadsPath } from '../../roads/roads-file.ts';
import type { Handlers, Host } from '../handler.ts';
import { endsOfClient, measureWays } from '../measure-ways.ts';
import { planShown } from '../plan-views.ts';
import { lookersOf } from '../protected-address.ts';
import { routeWays } from '../route-ways.ts';

export const roadsHandlers: Handlers<
  'map/roads' | 'map/take-roads' | 'map/drop-roads' | 'map/measure' | 'routes/lines'
> = {
  'map/roads': (_input, host) => {
    const store = host.store();
    return store.ok ? ok(roadsNow(store.value)) : store;
  },
  'map/take-roads': ({ file_id, cut }, host) => {
    const file = host.files.get(file_id);
    if (!file.ok) return file;
    const wanted = cutOf(cut, host);
    if (!wanted.ok) return wanted;
    const label = `Importing roads and map from ${file.value.name}`;
    return host.startJob({ kind: 'roads', label, file: file.value, cut: wanted.value });
  },
  'map/drop-roads': (_input, host) => {
    const store = host.store();
    if (!store.ok) return store;
    if (host.jobs().some(({ kind, state }) => kind === 'roads' && state === 'running'))
      return fail(
        'busy',
        'Roads are being imported.',
        'Wait until the import is done, or cancel it first.',
      );
    const path = roadsPath(store.value.path);
    const dropped = existsSync(path);
    rmSync(path, { force: true });
    store.value.write(host.byHand(), () => {
      store.value.meta.rememberBeside('roads', '');
    });
    host.changed('map', 'plan', 'applications');
    return ok({ dropped });
  },
  'map/measure': (input, host) => {
    const store = host.store();
    if (!store.ok) return store;
    if (input.kind === 'points') {
      const { from, to } = input;
      const ends = { from, to, names: { from: '', to: '' }, words: START_AND_END };
      return ok(measureWays(store.value, ends, host.today()));
    }
    const ends = endsOfClient(store.value, input.client_id, lookersOf(store.value, host));
    return ends.ok ? ok(measureWays(store.value, ends.value, host.today())) : ends;
  },
  'routes/lines': ({ school_urn: urn, plan_id }, host) => {
    const store = host.store();
    if (!store.ok) return store;
    const plan = planShown(store.value, plan_id);
    return ok(routeWays(store.value, { plan, urn }, host.today()));
  },
};

const START_AND_END = ['The start', 'The end'] as const;

/** The cut as a job is asked for it: a boundary file by what it holds. */
function cutOf(
  cut:
    | Exclude<RoadsCut, { kind: 'boundary' }>
    | { readonly kind: 'boundary'; readonly file_id: string; readonly margin_m: number },
  host: Host,
): Result<RoadsCut> {
  if (cut.kind !== 'boundary') return ok(cut);
  const file = host.files.get(cut.file_id);
  return file.ok ? ok({ kind: 'boundary', file: file.value, margin_m: cut.margin_m }) : file;
}

function roadsNow(store: Store): RoadsNow {
  const has_boundaries = ownBoundaries(store).length > 0;
  const now = { missing: [], has_boundaries, lost: lostOf(store) };
  const roads = roadsOf(store.path);
  if (!roads.ok) return { ...now, network: null, problem: roads.error };
  if (roads.value === null) return { ...now, network: null, problem: null };
  const { meta } = roads.value;
  const bytes = statSync(roadsPath(store.path)).size;
  return {
    ...now,
    network: { meta, bytes },
    problem: null,
    missing: missingOf(store, meta.bounds),
  };
}
