/** Who is carried and what each needs for the year planned. */
import type { Store } from '../../db/store.ts';
import type { AcademicYear, IsoDate } from '../../shared/calendar/dates.ts';
import { firstDateOf, planningYearOf, previousYear } from '../../shared/calendar/years.ts';
import { rollYears } from '../../shared/casework/roll-years.ts';
import { renewalNeed, RENEWAL_GROUPS, type RenewalNeed } from '../../shared/casework/renewals.ts';
import type { RenewalsView } from '../../shared/api/views/work.ts';
import type { Client } from '../../shared/model/client.ts';

/** A child on a running contract with what they need. */
export interface CarriedNeed extends RenewalNeed {
  readonly client: Client;
}

/** Every child on a running contract, with what they need. */
export function carriedNeeds(store: Store, on: IsoDate): readonly CarriedNeed[] {
  const year = planningYearOf(on);
  const begins = firstDateOf(previousYear(year));
  const moved = store.read.work.movedSince(begins);
  const schools = new Map(store.schools.all().map((school) => [school.urn, school]));
  const contracts = new Map(store.contracts.all().map((contract) => [contract.id, contract]));
  const clients = new Map(store.clients.all().map((client) => [client.id, client]));
  const applied = new Set(
    store.applications.all().flatMap(({ client_id, received_on, status }) => {
      const isOfYear = received_on === null || received_on >= begins;
      return isOfYear && status !== 'withdrawn' ? [client_id] : [];
    }),
  );
  return store.read.states(on).flatMap(({ client_id, contract_id }): CarriedNeed[] => {
    const client = clients.get(client_id);
    if (contract_id === null || client === undefined) return [];
    const need = renewalNeed(
      {
        client,
        school: client.school_urn === null ? null : (schools.get(client.school_urn) ?? null),
        contract_urn: contracts.get(contract_id)?.school_urn ?? null,
        applied: applied.has(client_id),
        moved: moved.has(client_id),
      },
      year,
    );
    return [{ client, ...need }];
  });
}

/** The groups with their counts and children, and phase transfers by the school that receives them. */
export function renewalsView(store: Store, on: IsoDate): RenewalsView {
  const needs = carriedNeeds(store, on);
  const name = new Map(store.schools.all().map((school) => [school.urn, school.name]));
  return {
    year: planningYearOf(on),
    years_behind: yearsBehind(store, planningYearOf(on)),
    carried: needs.length,
    groups: RENEWAL_GROUPS.map((group) => {
      const own = needs.filter((each) => each.group === group);
      const reasons = new Map<string, number[]>();
      for (const { why, client } of own) reasons.set(why, [...(reasons.get(why) ?? []), client.id]);
      return {
        group,
        client_ids: own.map(({ client }) => client.id),
        reasons: [...reasons]
          .map(([why, client_ids]) => ({ why, client_ids }))
          .toSorted((a, b) => b.client_ids.length - a.client_ids.length),
        schools:
          group === 'phase_transfer'
            ? bySchool(own, (urn) =>
                urn === null ? 'No school known' : (name.get(urn) ?? `School ${urn}`),
              )
            : [],
      };
    }),
  };
}

/** Everyone with a year group, where most records are of the year before. */
function yearsBehind(store: Store, year: AcademicYear): readonly number[] {
  const { recorded, rolled } = rollYears(store.clients.all(), year);
  return recorded === 'before' ? [...rolled.keys()] : [];
}

function bySchool(
  needs: readonly CarriedNeed[],
  nameOf: (urn: number | null) => string,
): RenewalsView['groups'][number]['schools'] {
  const found = new Map<string, number[]>();
  for (const { client } of needs) {
    const school = nameOf(client.school_urn);
    found.set(school, [...(found.get(school) ?? []), client.id]);
  }
  return [...found]
    .map(([school, client_ids]) => ({ school, client_ids }))
    .toSorted(
      (a, b) => b.client_ids.length - a.client_ids.length || (a.school < b.school ? -1 : 1),
    );
}
