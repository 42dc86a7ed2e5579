import type { CasePage } from '../../../shared/api/views/case.ts';
import type { DecisionPage } from '../../../shared/api/views/decisions.ts';
import { isOutcome } from '../../../shared/casework/stage.ts';
import { formatDate } from '../../../shared/format/date.ts';
import type { ApplicationStatus } from '../../../shared/model/client.ts';
import { STATUS_WORDS, withinSentence } from '../../../shared/model/words.ts';
import { useChannel } from '../../state/channel.ts';
import { StateMark } from '../../ui/mark.tsx';
import { FailureNotice, Skeleton } from '../../ui/states.tsx';
import { DecisionList } from './decision-list.tsx';
import { dueWords } from '../../../shared/casework/decision-words.ts';
import { useEvidence } from '../evidence/use-evidence.tsx';
import { Part } from './part.tsx';
import { ProposalView, ProposedMark } from './rule-list.tsx';
import './eligibility.css';

/** Eligibility: what is due, what was signed, what the rules propose today, and the evidence. Signing stands in the case's head. */
export function EligibilityPart(props: { readonly page: CasePage }) {
  const { client, application } = props.page;
  const { data, error, refetch } = useChannel(
    'applications/proposal',
    application === null ? null : { client_id: client.id },
  );
  return (
    <Part title="Eligibility">
      {application === null ? (
        <p className="soft">
          There is no request, so there is nothing to decide. Enter an application when the family
          asks for transport.
        </p>
      ) : data === null ? (
        error === null ? (
          <Skeleton height={80} />
        ) : (
          <FailureNotice failure={error} onRetry={refetch} />
        )
      ) : (
        <Body page={data} casePage={props.page} status={application.status} />
      )}
    </Part>
  );
}

function Body(props: {
  readonly page: DecisionPage;
  readonly casePage: CasePage;
  readonly status: ApplicationStatus;
}) {
  const { page } = props;
  const evidence = useEvidence(props.casePage);
  const { proposal, decisions } = page;
  const { status } = props;
  const isDecided = isOutcome(status);
  return (
    <>
      <DueList page={page} />
      {decisions.length === 0 && isDecided ? (
        <p>
          The council’s record says {withinSentence(STATUS_WORDS[status])}; no decision is signed
          here.
        </p>
      ) : null}
      {decisions.length === 0 ? null : <DecisionList page={page} />}
      {decisions.length === 0 ? (
        <>
          <Proposed page={page} />
          <ProposalView proposal={proposal} asks={evidence.asks} />
        </>
      ) : (
        <details className="eligibility-today">
          <summary>What the rules say today, {formatDate(page.on)}</summary>
          <Proposed page={page} />
          <ProposalView proposal={proposal} asks={evidence.asks} />
        </details>
      )}
      {evidence.list}
      {evidence.dialog}
    </>
  );
}

function Proposed(props: { readonly page: DecisionPage }) {
  const { proposal } = props.page;
  return (
    <div className="eligibility-proposed">
      <p className="case-transport">
        <ProposedMark proposal={proposal} />
      </p>
      <p>{proposal.reason}</p>
    </div>
  );
}

function DueList(props: { readonly page: DecisionPage }) {
  const { page } = props;
  if (page.life.due.length === 0) return null;
  return (
    <ul className="rules-notes">
      {page.life.due.map((due) => (
        <li key={`${due.what} ${due.on}`}>
          <StateMark tone={due.overdue || due.what === 'new_decision' ? 'warning' : 'info'}>
            {dueWords(due)}
          </StateMark>
        </li>
      ))}
    </ul>
  );
}
