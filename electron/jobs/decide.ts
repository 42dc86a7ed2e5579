/** Every rule of eligibility tried on the store's applications. It proposes and changes nothing; an officer signs. */
import { firstDays } from '../../db/client-facts.ts';
import type { Store } from '../../db/store.ts';
import { addDays, type IsoDate } from '../../shared/calendar/dates.ts';
import { planningYearOf } from '../../shared/calendar/years.ts';
import { phaseOf } from '../../shared/casework/phase.ts';
import { firstDayNeeded } from '../../shared/casework/status.ts';
import { ELIGIBILITY_KEYS } from '../../shared/costing/eligibility-settings.ts';
import { numberAt } from '../../shared/costing/read-settings.ts';
import { decider, type Proposal, type Proposed } from '../../shared/eligibility/decide.ts';
import { NO_EVIDENCE } from '../../shared/eligibility/evidence.ts';
import { defined } from '../../shared/kernel/assert.ts';
import { fail, ok, type Result } from '../../shared/kernel/result.ts';
import type { Application, Client } from '../../shared/model/client.ts';
import type { Setting } from '../../shared/model/money.ts';

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

/** Tries every rule on one application (`ref`) or on all of them (null), by the thresholds in force on the day. */
export function decide(
  store: Store,
  { ref, on }: { readonly ref: string | null; readonly on: IsoDate },
): Result<Decisions> {
  const chosen = applicationsOf(store, ref);
  if (!chosen.ok) return chosen;
  const settings = store.settings.all();
  const year = planningYearOf(on);
  const firstDay = firstDays(store.terms.all(), year);
  const clientOf = clientReader(store, ref === null);
  const schools = new Map(store.schools.all().map((each) => [each.urn, each]));
  const decideOne = decider({ settings, schools }, on);
  const counts = { met: 0, not_met: 0, cannot_tell: 0 };
  const applications = chosen.value.map((application) => {
    const client = defined(clientOf(application.client_id), `client of ${application.ref}`);
    const proposal = decideOne({
      application,
      client,
      phase: phaseOf(client, year),
      year,
      starts_on: firstDayNeeded(client, firstDay(client.school_urn)),
      evidence: NO_EVIDENCE,
    });
    counts[proposal.proposal]++;
    return proposal;
  });
  return ok({ on, counts, policy_changes: policyChanges(settings, on), applications });
}

/** One client by its id, or from all of them read at once. */
function clientReader(store: Store, isAll: boolean): (id: number) => Client | null | undefined {
  if (!isAll) return store.clients.get;
  const clients = new Map(store.clients.all().map((each) => [each.id, each]));
  return (id) => clients.get(id);
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

function policyChanges(settings: readonly Setting[], on: IsoDate): readonly PolicyChange[] {
  const until = addDays(on, numberAt(settings, 'changes_ahead_days', on));
  const keys: readonly string[] = ELIGIBILITY_KEYS;
  return settings
    .filter(({ key, from_on }) => keys.includes(key) && from_on > on && from_on <= until)
    .map(({ from_on, label, source }) => ({ on: from_on, label, source }));
}
