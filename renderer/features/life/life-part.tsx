import { MessageSquareReply } from 'lucide-react';
import { useState } from 'react';
import type { CasePage } from '../../../shared/api/views/case.ts';
import type { DecisionPage } from '../../../shared/api/views/decisions.ts';
import { isDecided } from '../../../shared/casework/status.ts';
import { formatQuantity } from '../../../shared/format/number.ts';
import { formatDate } from '../../../shared/format/date.ts';
import type { InformationRequest } from '../../../shared/model/life.ts';
import { useChannel } from '../../state/channel.ts';
import { Button } from '../../ui/button.tsx';
import { StateMark } from '../../ui/mark.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { stepWords } from '../../../shared/casework/decision-words.ts';
import { Part } from '../applications/part.tsx';
import { AnswerDialog } from './information-dialogs.tsx';
import './life.css';

/** What has happened to the application, and what it waits for. The next step is signed from the case's head. */
export function LifePart(props: { readonly page: CasePage }) {
  const { client, application } = props.page;
  const { data } = useChannel(
    'applications/proposal',
    application === null ? null : { client_id: client.id },
  );
  const [answering, setAnswering] = useState<InformationRequest | null>(null);
  return (
    <Part title="Steps">
      <Deadline page={props.page} />
      {application === null ? (
        <p className="soft">No application has been received.</p>
      ) : data === null ? (
        <Skeleton height={60} />
      ) : (
        <Body page={data} onAnswer={setAnswering} />
      )}
      {data !== null && answering !== null ? (
        <AnswerDialog
          page={data}
          request={answering}
          onClose={() => {
            setAnswering(null);
          }}
        />
      ) : null}
    </Part>
  );
}

function Deadline(props: { readonly page: CasePage }) {
  const { deadline_on, statement_on, days_late, application } = props.page;
  if (deadline_on === null || application === null) return null;
  const came =
    application.received_on === null
      ? 'the day it came is not known'
      : days_late === 0
        ? 'it came in time'
        : `it came ${formatQuantity(days_late, 'day')} late`;
  return (
    <p className="soft">
      Deadline of its kind: {formatDate(deadline_on)}; {came}.
      {statement_on === null
        ? ''
        : ` The post-16 statement of the year is published by ${formatDate(statement_on)}.`}
    </p>
  );
}

function Body(props: {
  readonly page: DecisionPage;
  readonly onAnswer: (request: InformationRequest) => void;
}) {
  const { page } = props;
  const { application, last } = page.step_facts;
  return (
    <>
      <Information page={page} onAnswer={props.onAnswer} />
      <StepsSoFar page={page} />
      {last?.kind === 'in_place' && !page.step_facts.is_carried ? (
        <StateMark tone="danger">
          It was in place, but no contract confirmed for the first day carries this child now.
        </StateMark>
      ) : null}
      {isDecided(application) && last?.kind === 'handed_over' && !page.step_facts.is_carried ? (
        <p className="soft">
          It can be signed as in place once a contract that is confirmed for the first day,{' '}
          {formatDate(page.first_day)}, carries this child.
        </p>
      ) : null}
    </>
  );
}

function Information(props: {
  readonly page: DecisionPage;
  readonly onAnswer: (request: InformationRequest) => void;
}) {
  const { page, onAnswer } = props;
  if (page.information.length === 0) {
    return page.step_facts.application.status === 'more_information' ? (
      <p className="soft">
        It waits for more information; what was asked, and of whom, is not recorded here.
      </p>
    ) : null;
  }
  return (
    <ul className="life-asked">
      {page.information.map((request) => (
        <li key={request.id}>
          <span>
            <strong>{request.asked_for}</strong>, asked of <bdi>{request.asked_of}</bdi> on{' '}
            {formatDate(request.asked_on)} by <bdi>{request.signed_by}</bdi>.
            {request.chased_on.length === 0
              ? ''
              : ` Chased on ${request.chased_on.map(formatDate).join(', ')}.`}
          </span>
          {request.answer === null ? (
            <span className="life-actions">
              <StateMark tone={request.chase_on < page.on ? 'warning' : 'info'}>
                {request.chase_on < page.on ? 'Was to be chased on' : 'Chase on'}{' '}
                {formatDate(request.chase_on)}
              </StateMark>
              <Button
                size="small"
                icon={MessageSquareReply}
                onPress={() => {
                  onAnswer(request);
                }}
              >
                Answered or chased
              </Button>
            </span>
          ) : (
            <StateMark tone="good">
              Answered on {formatDate(request.answer.on)}
              {request.answer.note === '' ? '' : `: ${request.answer.note}`}
            </StateMark>
          )}
        </li>
      ))}
    </ul>
  );
}

function StepsSoFar(props: { readonly page: DecisionPage }) {
  const { steps } = props.page.life;
  if (steps.length === 0) return <p className="soft">Nothing is recorded yet.</p>;
  return (
    <ol className="life-steps">
      {steps.map((step, index) => (
        // Steps are only ever added at the end, and two of a day may read alike.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={index}>
          <span className="rules-day">{formatDate(step.on)}</span>
          <span>
            {stepWords(step)}
            {step.by === '' ? null : (
              <span className="soft">
                , <bdi>{step.by}</bdi>
              </span>
            )}
          </span>
        </li>
      ))}
    </ol>
  );
}
