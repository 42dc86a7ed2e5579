import { FileSignature } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { CasePage } from '../../../shared/api/views/case.ts';
import type { DecisionPage } from '../../../shared/api/views/decisions.ts';
import { isOutcome } from '../../../shared/casework/stage.ts';
import { formatDate } from '../../../shared/format/date.ts';
import type { ApplicationStatus } from '../../../shared/model/client.ts';
import { STATUS_WORDS, withinSentence } from '../../../shared/model/words.ts';
import { useChannel } from '../../state/channel.ts';
import { useCommands } from '../../state/commands.ts';
import { Button } from '../../ui/button.tsx';
import { StateMark } from '../../ui/mark.tsx';
import { FailureNotice, Skeleton } from '../../ui/states.tsx';
import { DecideDialog } from './decide-dialog.tsx';
import { DecisionList } from './decision-list.tsx';
import { dueWords } from '../../../shared/casework/decision-words.ts';
import { useEvidence } from '../evidence/use-evidence.tsx';
import { Part } from './part.tsx';
import { ProposalView, ProposedMark } from './rule-list.tsx';
import './eligibility.css';

/** Eligibility: what is due, what was signed, what the rules propose today, and the steps so far. */
export function EligibilityPart(props: { readonly page: CasePage }) {
  const { client, application } = props.page;
  const { data, error, refetch } = useChannel('applications/proposal', { client_id: client.id });
  const [deciding, setDeciding] = useState(false);
  const held = application !== null && application.held_reason !== '';
  const again = data !== null && data.decisions.length > 0;
  const reason = held
    ? 'The application is held: decide first whether it is taken into use.'
    : data === null
      ? 'The rules are still being tried.'
      : null;
  useCommands(
    'eligibility',
    useMemo(
      () => [
        {
          id: 'sign-decision',
          label: again ? 'Sign a new decision' : 'Sign a decision',
          keywords: 'decide eligibility award refuse rules',
          isEnabled: () => reason ?? true,
          run: () => {
            setDeciding(true);
          },
        },
      ],
      [again, reason],
    ),
  );
  return (
    <Part
      title="Eligibility"
      action={
        <Button
          size="small"
          variant={again ? 'secondary' : 'primary'}
          icon={FileSignature}
          disabledReason={reason}
          onPress={() => {
            setDeciding(true);
          }}
        >
          {again ? 'Sign a new decision' : 'Sign a decision'}
        </Button>
      }
    >
      {error === null ? null : <FailureNotice failure={error} onRetry={refetch} />}
      {data === null ? (
        error === null ? (
          <Skeleton height={80} />
        ) : null
      ) : (
        <Body page={data} casePage={props.page} status={application?.status ?? 'received'} />
      )}
      {deciding && data !== null ? (
        <DecideDialog
          casePage={props.page}
          page={data}
          onClose={() => {
            setDeciding(false);
          }}
        />
      ) : null}
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
