import { Scale } from 'lucide-react';
import { useState } from 'react';
import type { DecisionPage } from '../../../shared/api/views/decisions.ts';
import type { SignedDecision } from '../../../shared/casework/case-record.ts';
import { formatDate } from '../../../shared/format/date.ts';
import type { Appeal } from '../../../shared/model/decision.ts';
import {
  APPEAL_RESULT_WORDS,
  GROUND_WORDS,
  POWER_WORDS,
  withinSentence,
} from '../../../shared/model/words.ts';
import { EVIDENCE_WORDS, evidenceSaid } from '../../../shared/casework/evidence-words.ts';
import { Button } from '../../ui/button.tsx';
import { Badge } from '../../ui/mark.tsx';
import { AppealEndDialog, AppealLodgeDialog } from './appeal-dialogs.tsx';
import { decisionWords } from '../../../shared/casework/decision-words.ts';
import { AppealPackButton } from '../life/appeal-pack-button.tsx';
import { Facts } from './facts.tsx';
import { ProposalView, ProposedMark } from './rule-list.tsx';

/** What was signed, the one in force first, each with its appeals and the facts as they stood. */
export function DecisionList(props: { readonly page: DecisionPage }) {
  const { page } = props;
  const [open, setOpen] = useState<'lodge' | 'end' | null>(null);
  const close = (): void => {
    setOpen(null);
  };
  const { appeal, open_appeal_id } = page.life;
  const [current, ...earlier] = page.decisions.toReversed();
  if (current === undefined) return null;
  const pending = page.appeals.find(({ id }) => id === open_appeal_id);
  return (
    <div className="decisions">
      <DecisionView decision={current} appeals={page.appeals} />
      <div className="decisions-appeal">
        {appeal === null && pending === undefined ? null : (
          <>
            {pending === undefined ? null : (
              <Button
                size="small"
                icon={Scale}
                onPress={() => {
                  setOpen('end');
                }}
              >
                Result of the appeal
              </Button>
            )}
            {appeal === null ? null : (
              <>
                <Button
                  size="small"
                  variant="quiet"
                  icon={Scale}
                  onPress={() => {
                    setOpen('lodge');
                  }}
                >
                  Appeal lodged
                </Button>
                <span className="soft">
                  Stage {appeal.stage} may be lodged until {formatDate(appeal.lodge_by)}.
                </span>
              </>
            )}
          </>
        )}
        <AppealPackButton clientId={page.client_id} />
      </div>
      {earlier.length === 0 ? null : (
        <details className="rule-more">
          <summary>Superseded: {earlier.length}</summary>
          {earlier.map((decision) => (
            <DecisionView key={decision.id} decision={decision} appeals={page.appeals} />
          ))}
        </details>
      )}
      {open === 'lodge' && appeal !== null ? (
        <AppealLodgeDialog page={page} opening={appeal} onClose={close} />
      ) : null}
      {open === 'end' && pending !== undefined ? (
        <AppealEndDialog page={page} appeal={pending} onClose={close} />
      ) : null}
    </div>
  );
}

function DecisionView(props: {
  readonly decision: SignedDecision;
  readonly appeals: readonly Appeal[];
}) {
  const { decision } = props;
  const { award } = decision;
  return (
    <section className="decision" aria-label={`Decision of ${formatDate(decision.decided_on)}`}>
      <div className="rule-head">
        <strong>{decisionWords(decision)}</strong>
        {decision.departs ? <Badge tone="info">Departs from the proposal</Badge> : null}
      </div>
      <p className="soft">
        Signed by {decision.signed_by} on {formatDate(decision.decided_on)}.
      </p>
      {decision.reason === '' ? null : <p className="decision-reason">{decision.reason}</p>}
      {award === null ? null : (
        <Facts
          facts={[
            ['Power', POWER_WORDS[award.power]],
            ['From', formatDate(award.starts_on)],
            ['Until', award.ends_on === null ? '' : formatDate(award.ends_on)],
            ['Review', award.review_on === null ? '' : formatDate(award.review_on)],
            [
              'Consent',
              award.consent_on === null
                ? ''
                : `${award.consent_by}, ${formatDate(award.consent_on)}`,
            ],
          ]}
        />
      )}
      {props.appeals
        .filter((appeal) => appeal.decision_id === decision.id)
        .map((appeal) => (
          <AppealView key={appeal.id} appeal={appeal} />
        ))}
      <details className="rule-more">
        <summary>The facts as they stood</summary>
        <div className="eligibility-proposed">
          <p className="case-transport">
            <ProposedMark proposal={decision.facts} />
          </p>
          <p>{decision.facts.reason}</p>
        </div>
        <ProposalView proposal={decision.facts} />
        <KeptEvidence facts={decision.facts} />
      </details>
    </section>
  );
}

/** The evidence that counted when the decision was signed. */
function KeptEvidence(props: { readonly facts: SignedDecision['facts'] }) {
  const { evidence, school } = props.facts;
  const version = school.section_i_version;
  if (evidence.length === 0 && version === null) return null;
  return (
    <section className="rules-changes decision-evidence">
      <h3>On this evidence</h3>
      <ul>
        {version === null ? null : (
          <li>
            <span>
              <strong>Section I, version {version.version}.</strong> “{version.words}”
            </span>
          </li>
        )}
        {evidence.map(({ id, given }) => (
          <li key={id}>
            <span>
              <strong>{EVIDENCE_WORDS[given.kind]}.</strong> {evidenceSaid(given)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function AppealView(props: { readonly appeal: Appeal }) {
  const { appeal } = props;
  const grounds = appeal.grounds.map((ground) => withinSentence(GROUND_WORDS[ground])).join(', ');
  return (
    <div className="decision-appeal">
      <strong>
        Appeal, stage {appeal.stage}
        {appeal.end === null ? '' : `: ${withinSentence(APPEAL_RESULT_WORDS[appeal.end.result])}`}
      </strong>
      <p>
        Lodged on {formatDate(appeal.lodged_on)}: {grounds}. Transport{' '}
        {appeal.transport_goes_on ? 'goes' : 'does not go'} on meanwhile. Taken in by{' '}
        {appeal.signed_by}.
      </p>
      {appeal.note === '' ? null : <p className="decision-reason">{appeal.note}</p>}
      {appeal.end === null ? null : (
        <p>
          Signed by {appeal.end.signed_by} on {formatDate(appeal.end.on)}. {appeal.end.note}
        </p>
      )}
    </div>
  );
}
