import { useState } from 'react';
import type { CasePage } from '../../../shared/api/views/case.ts';
import type { DecisionPage } from '../../../shared/api/views/decisions.ts';
import {
  decisionProblems,
  departs,
  hasAward,
  needsReason,
  proposedOutcome,
} from '../../../shared/casework/check-decision.ts';
import { firstAward } from '../../../shared/casework/first-award.ts';
import {
  DECISION_OUTCOMES,
  type Award,
  type DecisionOutcome,
} from '../../../shared/model/decision.ts';
import { STATUS_WORDS } from '../../../shared/model/words.ts';
import { call } from '../../bridge/bridge.ts';
import { officerName } from '../../state/officer.ts';
import { TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { AwardFields } from './award-fields.tsx';
import { ProposedMark } from './rule-list.tsx';
import { SigningDialog } from './signing-dialog.tsx';
import { childName } from './words.ts';

/** The award in force, else what one starts from. */
function startingAward(page: DecisionPage, { client }: CasePage): Award {
  return page.decisions.at(-1)?.award ?? firstAward(page.proposal, client, page.first_day);
}

/** An officer's decision, signed with a name. What the rules propose stands above; a departure asks for its reason. */
export function DecideDialog(props: {
  readonly casePage: CasePage;
  readonly page: DecisionPage;
  readonly onClose: () => void;
}) {
  const { page, casePage } = props;
  const { proposal } = page;
  const [outcome, setOutcome] = useState<DecisionOutcome | null>(proposedOutcome(proposal));
  const [award, setAward] = useState<Award>(() => startingAward(page, casePage));
  const [reason, setReason] = useState('');
  const [signedBy, setSignedBy] = useState(officerName);
  const given =
    outcome === null
      ? null
      : { outcome, award: hasAward(outcome) ? award : null, reason, signed_by: signedBy };
  const problems =
    given === null ? ['Choose the outcome.'] : decisionProblems(given, proposal, page.on);
  return (
    <SigningDialog
      title={`Decide: ${childName(casePage.client)}, ${casePage.client.ref}`}
      verb="Sign decision"
      done={`${childName(casePage.client)}: decision signed.`}
      problems={problems}
      signedBy={signedBy}
      sign={() =>
        call('applications/decide', {
          client_id: page.client_id,
          // The button is off until an outcome is chosen.
          outcome: outcome ?? 'refused',
          award: given === null ? null : mutable(given.award),
          reason,
          signed_by: signedBy,
        })
      }
      onClose={props.onClose}
    >
      <div className="eligibility-proposed decide-proposed">
        <p className="case-transport">
          <ProposedMark proposal={proposal} />
        </p>
        <p>{proposal.reason}</p>
      </div>
      <Select
        label="Outcome"
        value={outcome}
        placeholder="Choose the outcome"
        options={DECISION_OUTCOMES.map((id) => ({ id, label: STATUS_WORDS[id] }))}
        onChange={setOutcome}
      />
      {outcome !== null && hasAward(outcome) ? (
        <AwardFields award={award} onChange={setAward} />
      ) : null}
      <TextField
        label="Reason"
        value={reason}
        onChange={setReason}
        lines={3}
        isRequired={given !== null && needsReason(given, proposal)}
        description={
          given !== null && departs(given, proposal)
            ? 'Needed: the decision departs from the proposal.'
            : given !== null && needsReason(given, proposal)
              ? 'Needed: what settled what the rules could not tell.'
              : 'Not needed where the decision follows the proposal.'
        }
      />
      <TextField label="Signed by" value={signedBy} onChange={setSignedBy} isRequired />
    </SigningDialog>
  );
}

/** The same award as the contract's schema types it. */
function mutable(award: Award | null) {
  return award === null ? null : { ...award, days: [...award.days] };
}
