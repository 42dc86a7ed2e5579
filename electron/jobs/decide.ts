/** Every rule of eligibility tried on the store's applications. It proposes and changes nothing; an officer signs. */
import type { Store } from '../../db/store.ts';
import { addDays, type IsoDate } from '../../shared/calendar/dates.ts';
import { numberAt } from '../../shared/costing/read-settings.ts';
import { decider, type Proposal, type Proposed } from '../../shared/eligibility/decide.ts';
import { policyChanges } from '../../shared/eligibility/outlook.ts';
import { fail, ok, type Result } from '../../shared/kernel/result.ts';
import type { Application } from '../../shared/model/client.ts';
import { countyOf, factsReader } from './case-facts.ts';

/** A threshold that changes before long, for every case alike. */
export interface PolicyChange {
  readonly on: IsoDate;
  readonly label: string;
  readonly source: string;
}

/** What is proposed for each application asked for. */
export interface Decisions {
  readonly on: IsoDate;
  readonly counts: Readonly<Record<Proposed, number>>;
  readonly policy_changes: readonly PolicyChange[];
  readonly applications: readonly Proposal[];
}

/** Tries every rule on one application (`ref`) or on all of them (null), of all only `among`, by the thresholds in force on the day. */
export function decide(
  store: Store,
  {
    ref,
    on,
    among,
  }: {
    readonly ref: string | null;
    readonly on: IsoDate;
    readonly among?: ReadonlySet<string>;
  },
): Result<Decisions> {
  const found = applicationsOf(store, ref);
  if (!found.ok) return found;
  const chosen = found.value.filter((each) => among?.has(each.ref) !== false);
  const county = countyOf(store);
  const factsOf = factsReader(store, { on, isAll: ref === null });
  const decideOne = decider(county, on);
  const counts = { met: 0, not_met: 0, cannot_tell: 0 };
  const applications = chosen.map((application) => {
    const proposal = decideOne(factsOf(application));
    counts[proposal.proposal]++;
    return proposal;
  });
  const until = addDays(on, numberAt(county.settings, 'changes_ahead_days', on));
  const changing = policyChanges(county.settings, on, until).map(({ from_on, label, source }) => ({
    on: from_on,
    label,
    source,
  }));
  return ok({ on, counts, policy_changes: changing, applications });
}

function applicationsOf(store: Store, ref: string | null): Result<readonly Application[]> {
  if (ref === null) return ok(store.applications.all());
  const application = store.applications.get(ref);
  if (application !== null) return ok([application]);
  return fail(
    'application_not_found',
    `There is no application ${ref} in this store.`,
    'Check the reference; the list of applications has them all.',
    { ref },
  );
}
