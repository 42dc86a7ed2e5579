import { useState } from 'react';
import type { TenderPage } from '../../../shared/api/views/lots.ts';
import { formatDate } from '../../../shared/format/date.ts';
import type { QualityQuestion } from '../../../shared/model/tender.ts';
import { call } from '../../bridge/bridge.ts';
import { Button } from '../../ui/button.tsx';
import { Badge } from '../../ui/mark.tsx';
import { Select } from '../../ui/select.tsx';
import { ReasonForm } from './reason-form.tsx';

const SCORES = [
  { id: '0', label: '0: no answer' },
  { id: '1', label: '1: does not meet what is asked' },
  { id: '2', label: '2: meets part of it' },
  { id: '3', label: '3: meets it' },
  { id: '4', label: '4: meets it, specific' },
  { id: '5', label: '5: meets it, and shows how it is checked' },
] as const;

/** What each bidder wrote, question by question, with its mark and reason. */
export function QualityPart({ page }: { readonly page: TenderPage }) {
  const [marking, setMarking] = useState<{ readonly provider: string; readonly question: QualityQuestion } | null>(null); // prettier-ignore
  const closed = page.state !== 'open' && page.state !== 'coming';
  return (
    <div className="lots-scroll">
      {page.tender.rules.questions.map((question) => (
        <section key={question.id} className="lots-question" aria-label={question.question}>
          <h3>
            {question.question} <span className="soft">Weight {question.weight}</span>
          </h3>
          {page.bidders.map((provider) => {
            const answer = page.answers.find((each) => each.provider === provider && each.question_id === question.id); // prettier-ignore
            const mark = page.marks.find((each) => each.provider === provider && each.question_id === question.id); // prettier-ignore
            return (
              <div key={provider} className="lots-answer">
                <div>
                  <strong>{provider}</strong>
                  <p>{answer === undefined || answer.answer === '' ? <span className="soft">No answer.</span> : answer.answer}</p> {/* prettier-ignore */}
                  {mark === undefined ? null : (
                    <p className="soft">
                      {mark.reason} {mark.by}, {formatDate(mark.on)}
                    </p>
                  )}
                </div>
                {mark === undefined ? <Badge tone="warning">not marked</Badge> : <Badge tone="neutral">{mark.score} of 5</Badge>} {/* prettier-ignore */}
                <Button
                  size="small"
                  disabledReason={closed ? null : 'Answers are marked once bids are closed.'}
                  onPress={() => {
                    setMarking({ provider, question });
                  }}
                >
                  {mark === undefined ? 'Mark…' : 'Mark again…'}
                </Button>
              </div>
            );
          })}
        </section>
      ))}
      {marking === null ? null : (
        <MarkDialog page={page} marking={marking} onClose={() => { setMarking(null); }} />
      )}
    </div>
  ); // prettier-ignore
}

function MarkDialog(props: {
  readonly page: TenderPage;
  readonly marking: { readonly provider: string; readonly question: QualityQuestion };
  readonly onClose: () => void;
}) {
  const { provider, question } = props.marking;
  const [score, setScore] = useState<(typeof SCORES)[number]['id']>('3');
  return (
    <ReasonForm
      title={`Mark of ${provider}`}
      verb="Give the mark"
      done="The mark is recorded."
      label="Why this mark; the bidder may be told"
      sign={(signed) => call('lots/mark', { tender_id: props.page.tender.id, provider, question_id: question.id, score: Number(score), ...signed })} // prettier-ignore
      onClose={props.onClose}
    >
      <p>{question.question}</p>
      <Select label="Mark" options={SCORES} value={score} onChange={setScore} />
    </ReasonForm>
  );
}
