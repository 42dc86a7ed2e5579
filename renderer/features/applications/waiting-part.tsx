import type { ReactNode } from 'react';
import type { CasePage } from '../../../shared/api/views/case.ts';
import type { DecisionPage } from '../../../shared/api/views/decisions.ts';
import { decisionWords, dueWords } from '../../../shared/casework/decision-words.ts';
import { isUndecided } from '../../../shared/casework/stage.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatCount } from '../../../shared/format/number.ts';
import { hrefOfCase, type CaseSection } from '../../state/place.ts';
import type { Tone } from '../../state/notices.ts';
import { NoticeBar } from '../../ui/states.tsx';
import { StateMark } from '../../ui/mark.tsx';
import { NamesakesNotice } from '../new-application/namesakes-notice.tsx';
import { Part } from './part.tsx';
import { ProposedMark } from './rule-list.tsx';

/** What the case waits for: why it is held, its decision, what is due, its TIF, its questions; each leads to its section. */
export function WaitingPart(props: {
  readonly page: CasePage;
  readonly decisions: DecisionPage | null;
}) {
  const { page, decisions } = props;
  const { application, client } = page;
  const signed = decisions?.decisions.at(-1);
  return (
    <Part title="Where it stands">
      {application === null || application.held_reason === '' ? null : (
        <NoticeBar tone="warning" title="Held until a person decides">
          {application.held_reason}
        </NoticeBar>
      )}
      {application === null ? (
        <p>
          {page.transport === 'closed'
            ? 'There is no request of this child. Enter one when the family asks for transport.'
            : 'The child is carried on a running contract. No request was made this year, so nothing waits to be decided.'}
        </p>
      ) : (
        <ul className="case-waits">
          {signed === undefined ? null : (
            <Line to="eligibility" client={client.id} name="Decision">
              {decisionWords(signed)}, {formatDate(signed.decided_on)}, signed by{' '}
              <bdi>{signed.signed_by}</bdi>
            </Line>
          )}
          {signed === undefined && decisions !== null && isUndecided(application.status) ? (
            <Line to="eligibility" client={client.id} name="Decision">
              None signed. <ProposedMark proposal={decisions.proposal} />
            </Line>
          ) : null}
          {(decisions?.life.due ?? []).map((due) => (
            <Line key={`${due.what} ${due.on}`} to="eligibility" client={client.id} name="Due">
              <Mark tone={due.overdue || due.what === 'new_decision' ? 'warning' : 'info'}>
                {dueWords(due)}
              </Mark>
            </Line>
          ))}
          <Tif page={page} />
        </ul>
      )}
      {application === null || application.questions.length === 0 ? null : (
        <NoticeBar
          tone="info"
          title={application.questions.length === 1 ? 'A question' : 'Questions'}
        >
          <ul>
            {application.questions.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
        </NoticeBar>
      )}
      <NamesakesNotice page={page} />
    </Part>
  );
}

function Tif(props: { readonly page: CasePage }) {
  const { tif_sections, application, client } = props.page;
  const lacking = tif_sections.filter(({ complete }) => !complete);
  const received = application?.tif_received_on ?? null;
  const came = received === null ? 'none received' : `received ${formatDate(received)}`;
  return (
    <Line to="tif" client={client.id} name="TIF">
      {lacking.length === 0 ? (
        <Mark tone="good">Complete, {came}</Mark>
      ) : (
        <>
          <Mark tone="warning">
            {formatCount(lacking.length)} of {formatCount(tif_sections.length)} sections lack an
            answer, {came}
          </Mark>
          <span className="soft"> {lacking.map(({ label }) => label).join(', ')}.</span>
        </>
      )}
    </Line>
  );
}

function Mark(props: { readonly tone: Tone; readonly children: ReactNode }) {
  return <StateMark tone={props.tone}>{props.children}</StateMark>;
}

function Line(props: {
  readonly to: CaseSection;
  readonly client: number;
  readonly name: string;
  readonly children: ReactNode;
}) {
  return (
    <li>
      <a href={hrefOfCase(props.client, props.to)}>{props.name}</a>
      <span>{props.children}</span>
    </li>
  );
}
