/** What the rules of eligibility rest on, read from the store: the record, the evidence, section I, the register of routes. */
import { firstDays } from '../../db/client-facts.ts';
import type { Store } from '../../db/store.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { planningYearOf } from '../../shared/calendar/years.ts';
import { phaseOf } from '../../shared/casework/phase.ts';
import { firstDayNeeded } from '../../shared/casework/status.ts';
import type { CaseFacts, RequestFacts } from '../../shared/eligibility/case-facts.ts';
import type { County } from '../../shared/eligibility/decide.ts';
import { readEvidence, routeFinder } from '../../shared/eligibility/evidence.ts';
import { defined } from '../../shared/kernel/assert.ts';
import { networkWays } from '../roads/network-ways.ts';
import type { Client } from '../../shared/model/client.ts';
import type { School } from '../../shared/model/school.ts';

/** Settings and schools as the store has them. */
export function countyOf(store: Store): County {
  return {
    settings: store.settings.all(),
    schools: new Map(store.schools.all().map((each) => [each.urn, each])),
  };
}

/** Makes the function that puts the facts of one application together; with `isAll` everything is read at once. */
export function factsReader(
  store: Store,
  { on, isAll }: { readonly on: IsoDate; readonly isAll: boolean },
): (application: RequestFacts, client?: Client) => CaseFacts {
  const year = planningYearOf(on);
  const firstDay = firstDays(store, year);
  let clients: ReadonlyMap<number, Client> | null = null;
  const clientOf = (id: number): Client | null | undefined => {
    if (!isAll) return store.clients.get(id);
    // Who has the clients at hand already gives each: they are read where one is not given.
    clients ??= new Map(store.clients.all().map((each) => [each.id, each]));
    return clients.get(id);
  };
  const evidence = isAll ? store.evidence.all() : null;
  const versions = isAll ? store.sectionI.all() : null;
  const measure = networkWays(store, on, isAll);
  const schools = new Map<number, School | null>();
  const school = (urn: number | null): School | null => {
    if (urn === null) return null;
    const known = schools.get(urn);
    if (known !== undefined) return known;
    const read = store.schools.get(urn);
    schools.set(urn, read);
    return read;
  };
  const routesOf = routeFinder(store.walkingRoutes.all());
  return (application, given) => {
    const { ref, client_id } = application;
    const client = defined(given ?? clientOf(client_id), `client of ${ref}`);
    return {
      application,
      client,
      phase: phaseOf(client, year),
      year,
      ...(measure === null ? {} : { ways: measure(client, school(client.school_urn)) }),
      starts_on: firstDayNeeded(client, firstDay(client.school_urn, client.year_group)),
      evidence: readEvidence({
        records: (evidence === null ? store.evidence.of(ref) : evidence.get(ref)) ?? [],
        versions: (versions === null ? store.sectionI.of(client_id) : versions.get(client_id)) ?? [], // prettier-ignore
        routes: routesOf(client),
      }),
    };
  };
}
