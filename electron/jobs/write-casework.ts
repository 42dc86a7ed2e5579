/** Writes the invented county's casework into its store, in the order in which it was done. */
import type { Store } from '../../db/store.ts';
import type { DemoCasework } from '../../shared/demo/casework.ts';

/** Routes first, then each case: what was recorded before what was signed on it. `clientId` turns the county's ids into the store's. */
export function writeCasework(
  store: Store,
  { routes, cases }: DemoCasework,
  clientId: (id: number) => number,
): void {
  const ids: number[] = [];
  for (const { given, on, by, supersedes } of routes) {
    const before = supersedes === null ? null : (ids[supersedes] ?? null);
    ids.push(store.walkingRoutes.add(given, { on, by, supersedes: before }).id);
  }
  for (const { application: made, recorded, decision } of cases) {
    const client_id = clientId(made.client_id);
    const application = { ...made, client_id };
    for (const { given, on, by } of recorded.evidence)
      store.evidence.record(application, given, { on, by });
    for (const { given, on, by } of recorded.versions)
      store.sectionI.record(client_id, given, { on, by });
    if (decision !== null) store.decisions.sign({ application, ...decision });
  }
}
