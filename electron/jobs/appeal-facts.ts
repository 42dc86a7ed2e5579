/** What goes into the pack of one application, read from the store: the facts as they stood when it was decided. */
import type { CaseRecord, SignedDecision } from '../../shared/casework/case-record.ts';
import { lifeOf, type Life, type Step } from '../../shared/casework/life.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { workingDaysBetween } from '../../shared/calendar/working-days.ts';
import { ADDRESS_FIELDS, proposalWithoutHome } from '../../shared/casework/protected.ts';
import type { HistoryEntry } from '../../shared/api/views/case.ts';
import { fail, ok, type Result } from '../../shared/kernel/result.ts';
import type { Application, Client } from '../../shared/model/client.ts';
import type { Appeal } from '../../shared/model/decision.ts';
import type { IssuedLetter } from '../../shared/model/letter.ts';
import type { Store } from '../../db/store.ts';
import { stepFacts } from './life-steps.ts';

/** Lines of history that a pack has room for; how many were left out is said. */
const HISTORY_LINES = 400;

/** A step with the working days since the one before it. */
export interface TimedStep {
  readonly step: Step;
  /** Null for the first. */
  readonly working_days: number | null;
}

/** Everything that an appeal pack shows. */
export interface AppealPack {
  readonly county: string;
  readonly demo: boolean;
  readonly on: IsoDate;
  readonly client: Client;
  /** The school in the record today. */
  readonly school_name: string;
  readonly application: Application;
  /** The decision in force, and those it took the place of, newest first. */
  readonly decision: SignedDecision;
  readonly superseded: readonly SignedDecision[];
  /** Against the decision in force, or where there is none against the last that was appealed. */
  readonly appeals: readonly Appeal[];
  readonly information: CaseRecord['information'];
  readonly life: Life;
  readonly timeline: readonly TimedStep[];
  readonly letters: readonly IssuedLetter[];
  readonly history: readonly HistoryEntry[];
  readonly history_left_out: number;
  /** Protected addresses, which no text of the pack may repeat. */
  readonly hidden: readonly string[];
}

/** Reads the pack of one application; one that is not decided here has none. */
export function appealFacts(store: Store, ref: string, on: IsoDate): Result<AppealPack> {
  const application = store.applications.get(ref);
  if (application === null) {
    return fail(
      'application_not_found',
      `There is no application ${ref} in this store.`,
      'Check the reference; the list of applications has them all.',
      { ref },
    );
  }
  const client = store.clients.get(application.client_id);
  const record = store.decisions.record(application);
  const [decision, ...superseded] = record.decisions
    .toReversed()
    .map((each) =>
      client?.protected_address === true
        ? { ...each, facts: proposalWithoutHome(each.facts) }
        : each,
    );
  if (client === null || decision === undefined) {
    return fail(
      'no_decision',
      `No decision on ${ref} is signed here, so there are no facts as they stood.`,
      'Sign the decision under Eligibility first.',
      { ref },
    );
  }
  const { county, demo } = store.meta.get();
  const facts = stepFacts(store, application, on);
  const life = lifeOf(record, store.settings.all(), on, facts.is_carried);
  const history = historyOf(store, client, ref);
  const school = client.school_urn === null ? null : store.schools.get(client.school_urn);
  return ok({
    county,
    demo,
    on,
    client,
    school_name: school?.name ?? client.school_given,
    application,
    decision,
    superseded,
    appeals: record.appeals.toReversed(),
    information: record.information,
    life,
    timeline: timed(life.steps),
    letters: store.letters.all().filter((letter) => letter.ref === ref),
    history: history.slice(0, HISTORY_LINES),
    history_left_out: Math.max(0, history.length - HISTORY_LINES),
    hidden: hiddenAddresses(store, client),
  });
}

/** The addresses of which the pack may say nothing: every one of a protected child, else those that are protected themselves. */
function hiddenAddresses(store: Store, client: Client): readonly string[] {
  const { addresses, moves } = store.particulars.of(client.id);
  const further = addresses.filter((each) => client.protected_address || each.protected);
  const own = client.protected_address ? [client, ...moves] : [];
  return [
    ...[...own, ...further.map((each) => ({ ...each, home_address: each.address }))].flatMap(
      (each) => [each.home_address, each.postcode],
    ),
    ...(client.protected_address ? [client.second_address, client.second_postcode] : []),
  ];
}

function timed(steps: readonly Step[]): readonly TimedStep[] {
  return steps.map((step, at) => {
    const before = steps[at - 1];
    return {
      step,
      working_days: before === undefined ? null : workingDaysBetween(before.on, step.on),
    };
  });
}

/** Lines of the child and of this application, oldest first; whatever gives a protected address away stays out. */
function historyOf(store: Store, client: Client, ref: string): readonly HistoryEntry[] {
  return store.history
    .list({ client_id: client.id, limit: 5000 })
    .filter((line) => line.ref === ref || line.ref === client.ref)
    .filter(({ field }) => !client.protected_address || !ADDRESS_FIELDS.has(field))
    .toReversed();
}
