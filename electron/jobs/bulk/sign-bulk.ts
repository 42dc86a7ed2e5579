import {
  decisionProblems,
  hasAward,
  proposedOutcome,
} from '../../../shared/casework/check-decision.ts';
import { firstAward } from '../../../shared/casework/first-award.ts';
import { isUndecided } from '../../../shared/casework/stage.ts';
import { whyAlone } from '../../../shared/casework/work/signable.ts';
import { MODE_WORDS, STATUS_WORDS, withinSentence } from '../../../shared/model/words.ts';
import { decide } from '../decide.ts';
import { eachApplication, type BulkBasis, type BulkPlan } from './bulk-plan.ts';

/** Signs what the rules propose, each with its own facts, only where it is met or not met and nothing has to be looked at. */
export function planSign(basis: BulkBasis, signer: string): BulkPlan {
  const { store, on, chosen } = basis;
  const signed_by = signer.trim();
  const refs = chosen.flatMap(({ application }) => application?.ref ?? []);
  const decided = decide(store, { ref: null, on, among: new Set(refs) });
  const proposals = new Map(
    decided.ok ? decided.value.applications.map((each) => [each.ref, each]) : [],
  );
  const problems = signed_by === '' ? ['Sign with your name.'] : [];
  return eachApplication(basis, problems, (application, client) => {
    const facts = proposals.get(application.ref);
    if (application.held_reason !== '') return 'It is held: decide that first.';
    if (!isUndecided(application.status)) return 'It is decided already.';
    if (facts === undefined) return 'The rules were not tried on it.';
    const alone = whyAlone(facts);
    const outcome = proposedOutcome(facts);
    if (alone !== null || outcome === null) return alone ?? 'The rules cannot tell yet.';
    const first_day = store.read.state(client.id, on)?.first_day ?? on;
    const award = hasAward(outcome) ? firstAward(facts, client, first_day) : null;
    const given = { outcome, award, reason: '', signed_by };
    const wrong = decisionProblems({ ...given, signed_by: signed_by || 'x' }, facts, on);
    if (wrong.length > 0) return wrong.join(' ');
    const mode = award === null ? '' : `: ${withinSentence(MODE_WORDS[award.mode])}`;
    return {
      from: STATUS_WORDS[application.status],
      to: `${STATUS_WORDS[outcome]}${mode}`,
      why: facts.reason,
      write: () => {
        store.decisions.sign({ application, decided_on: on, given, departs: false, facts });
      },
    };
  });
}
