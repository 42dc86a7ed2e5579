import type { LetterDue, Mend } from '../../../shared/api/views/letters.ts';
import { letterName } from '../../../shared/model/words.ts';
import { useChannel } from '../../state/channel.ts';
import { hrefOf, hrefOfCase } from '../../state/place.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice, NoticeBar, Spinner } from '../../ui/states.tsx';
import { LetterSheet } from './letter-sheet.tsx';

const REASON_KINDS = ['refused', 'part_awarded', 'not_ours', 'more_information'];

/** One letter as it prints, or what it lacks and where that is given. */
export function PreviewPane(props: {
  readonly letter: LetterDue;
  /** Within the case itself there is no way to it. */
  readonly isInCase?: boolean;
  readonly onReason: () => void;
  readonly actions?: React.ReactNode;
}) {
  const { letter } = props;
  const { kind, number, ref, about } = letter;
  const { data, error } = useChannel('letters/preview', { kind, number, ref, about });
  return (
    <>
      <header className="letters-preview-head">
        <div>
          <h2>{props.isInCase === true ? letterName(kind, number) : letter.name}</h2>
          <p className="soft">
            {props.isInCase === true ? '' : `${letterName(kind, number)}. `}
            {letter.why}
          </p>
        </div>
        <div className="letters-preview-actions">
          {REASON_KINDS.includes(kind) && letter.lacks.length === 0 ? (
            <Button size="small" variant="quiet" onPress={props.onReason}>
              Change the reason
            </Button>
          ) : null}
          {letter.client_id === null || props.isInCase === true ? null : (
            <a href={hrefOfCase(letter.client_id, 'letters')}>Open the case</a>
          )}
          {props.actions}
        </div>
      </header>
      {letter.note === '' ? null : <NoticeBar tone="info" title={letter.note} />}
      {letter.lacks.length === 0 ? null : (
        <NoticeBar
          tone="warning"
          title="It cannot be written yet"
          action={<MendLink letter={letter} onReason={props.onReason} />}
        >
          Missing: {letter.lacks.join('; ')}.
        </NoticeBar>
      )}
      {error === null ? null : <FailureNotice failure={error} />}
      {data === null && error === null ? <Spinner label="Writing the letter" /> : null}
      {typeof data?.html === 'string' ? (
        <LetterSheet html={data.html} title={`The letter about ${letter.name}, as it prints`} />
      ) : null}
    </>
  );
}

const MEND_WORDS: Readonly<Record<Exclude<Mend, 'reason'>, string>> = {
  case: 'Mend it in the case',
  cohort: 'Give it in the cohort’s file',
  sender: 'Say who writes',
};

/** Where what is missing is given. */
function MendLink(props: { readonly letter: LetterDue; readonly onReason: () => void }) {
  const { mend, client_id, kind } = props.letter;
  if (mend === null) return null;
  if (mend === 'reason') {
    return (
      <Button size="small" onPress={props.onReason}>
        {kind === 'more_information' ? 'Write what is asked' : 'Write the reason'}
      </Button>
    );
  }
  const href =
    mend === 'sender'
      ? hrefOf('applications', ['letters', 'wording'], { letter: 'rules' })
      : mend === 'cohort' || client_id === null
        ? hrefOf('data', ['import'])
        : hrefOfCase(client_id);
  return (
    <a className="letters-mend" href={href}>
      {MEND_WORDS[mend]}
    </a>
  );
}
