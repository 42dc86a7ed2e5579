import { useState } from 'react';
import type {
  CaseLettersPage,
  IssuedRow,
  LetterDue,
  NotDueRow,
} from '../../../shared/api/views/letters.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { letterName } from '../../../shared/model/words.ts';
import { useChannel } from '../../state/channel.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Badge, StateMark } from '../../ui/mark.tsx';
import { FailureNotice, Spinner } from '../../ui/states.tsx';
import { Part } from '../applications/part.tsx';
import { IssueDialog } from './issue-dialog.tsx';
import { lettersChosen } from './letters-chosen.ts';
import { IssuedLetterView } from './issued-letter-view.tsx';
import { NOT_DUE_WORDS } from './not-due-words.ts';
import { PreviewPane } from './preview-pane.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { WithdrawDialog } from './withdraw-dialog.tsx';
import './letters.css';

type Chosen = { readonly what: 'due' | 'issued'; readonly key: number } | null;

/** What this family was written and when, what is due and why not; the chosen letter as it prints beside it. */
export function CaseLetters(props: { readonly clientId: number }) {
  const { data, error, refetch } = useChannel('letters/case', { client_id: props.clientId });
  if (error !== null) return <FailureNotice failure={error} onRetry={refetch} />;
  if (data === null) return <Spinner label="Reading the letters of this child" />;
  return <Letters page={data} />;
}

function Letters(props: { readonly page: CaseLettersPage }) {
  const { issued, due, not_due } = props.page;
  const [picked, setPicked] = useState<Chosen>(null);
  const [withdrawing, setWithdrawing] = useState<IssuedRow | null>(null);
  const [asked, setAsked] = useState<LetterDue | null>(null);
  const [issuing, setIssuing] = useState<LetterDue | null>(null);
  const chosen = picked ?? firstOf(props.page);
  const shownDue = chosen?.what === 'due' ? due.find(({ at }) => at === chosen.key) : undefined;
  const shownIssued =
    chosen?.what === 'issued' ? issued.find(({ id }) => id === chosen.key) : undefined;
  return (
    <div className="case-parts case-parts-wide-second">
      <div className="case-column">
        <Part title="Due now">
          {due.length === 0 ? <p className="soft">No letter is due today.</p> : null}
          <ul className="case-letters">
            {due.map((letter) => (
              <Line
                key={letter.at}
                isChosen={letter === shownDue}
                title={letterName(letter.kind, letter.number)}
                mark={
                  letter.lacks.length === 0 ? null : (
                    <StateMark tone="warning">Cannot be written yet</StateMark>
                  )
                }
                text={letter.why}
                onChoose={() => {
                  setPicked({ what: 'due', key: letter.at });
                }}
              />
            ))}
          </ul>
          <NotDue rows={not_due} />
        </Part>
        <Part title="Issued">
          {issued.length === 0 ? <p className="soft">No letter has been issued yet.</p> : null}
          <ul className="case-letters">
            {issued.map((row) => (
              <Line
                key={row.id}
                isChosen={row === shownIssued}
                title={letterName(row.kind, row.number)}
                mark={row.withdrawn === null ? null : <Badge tone="warning">Withdrawn</Badge>}
                text={`Issued on ${formatDate(row.issued_on)} by ${row.issued_by}, to ${row.addressee}; batch ${row.batch}.`}
                onChoose={() => {
                  setPicked({ what: 'issued', key: row.id });
                }}
              />
            ))}
          </ul>
        </Part>
      </div>
      {shownDue === undefined && shownIssued === undefined ? null : (
        <section className="case-part case-letter" aria-label="The chosen letter">
          {shownDue === undefined ? null : (
            <PreviewPane
              letter={shownDue}
              isInCase
              onReason={() => {
                setAsked(shownDue);
              }}
              actions={
                <Button
                  size="small"
                  disabledReason={shownDue.lacks.length === 0 ? null : 'It cannot be written yet.'}
                  onPress={() => {
                    setIssuing(shownDue);
                  }}
                >
                  Issue this letter
                </Button>
              }
            />
          )}
          {shownIssued === undefined ? null : (
            <IssuedLetterView
              row={shownIssued}
              isInCase
              onWithdraw={() => {
                setWithdrawing(shownIssued);
              }}
            />
          )}
        </section>
      )}
      {withdrawing === null ? null : (
        <WithdrawDialog
          ids={[withdrawing.id]}
          what={withdrawing.name}
          onClose={() => {
            setWithdrawing(null);
          }}
        />
      )}
      {asked === null ? null : (
        <ReasonDialog
          letter={asked}
          onClose={() => {
            setAsked(null);
          }}
        />
      )}
      {issuing === null ? null : (
        <IssueDialog
          kind={issuing.kind}
          title={`Issue: ${letterName(issuing.kind, issuing.number)}`}
          chosen={lettersChosen([issuing], due)}
          left={[]}
          onClose={() => {
            setIssuing(null);
          }}
        />
      )}
    </div>
  );
}

/** The letter shown before one is chosen: what is due, else the newest issued. */
function firstOf({ due, issued }: CaseLettersPage): Chosen {
  const [first] = due;
  const [newest] = issued;
  if (first !== undefined) return { what: 'due', key: first.at };
  return newest === undefined ? null : { what: 'issued', key: newest.id };
}

function Line(props: {
  readonly isChosen: boolean;
  readonly title: string;
  readonly mark: React.ReactNode;
  readonly text: string;
  readonly onChoose: () => void;
}) {
  return (
    <li>
      <button
        type="button"
        className={classNames('case-letter-line', props.isChosen && 'case-letter-chosen')}
        aria-pressed={props.isChosen}
        onClick={props.onChoose}
      >
        <span className="case-letter-title">
          <strong>{props.title}</strong>
          {props.mark}
        </span>
        <span className="soft">{props.text}</span>
      </button>
    </li>
  );
}

/** Why nobody writes about the rest, and when it is looked at next. */
function NotDue(props: { readonly rows: readonly NotDueRow[] }) {
  if (props.rows.length === 0) return null;
  return (
    <ul className="case-letters">
      {props.rows.map((row) => (
        <li key={row.at} className="case-letter-not">
          <span className="case-letter-title">
            <strong>{row.chase === 'apply' ? 'Reminder to apply' : 'Reminder for the TIF'}</strong>
            <StateMark tone={NOT_DUE_WORDS[row.code].tone}>
              {NOT_DUE_WORDS[row.code].label}
            </StateMark>
          </span>
          <span className="soft">
            {row.reason}
            {row.due_on === null ? '' : ` Next due on ${formatDate(row.due_on)}.`}
          </span>
        </li>
      ))}
    </ul>
  );
}
