import { Search } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import type { LetterKind, LetterNumber, LetterTemplate } from '../../../shared/model/letter.ts';
import { withinSentence } from '../../../shared/model/words.ts';
import { useChannel } from '../../state/channel.ts';
import { TextField } from '../../ui/field.tsx';
import { FailureNotice, NoticeBar, Spinner } from '../../ui/states.tsx';
import { LetterSheet } from './letter-sheet.tsx';

/** The wording that is being edited, filled with a real case chosen by search. */
export function WordingPreview(props: {
  readonly kind: LetterKind;
  readonly number: LetterNumber;
  readonly template: LetterTemplate;
}) {
  const { kind, number } = props;
  const [text, setText] = useState('');
  const [ref, setRef] = useState<string | null>(null);
  const template = useDeferredValue(props.template);
  const cases = useChannel('letters/cases', { kind, text });
  const { data, error } = useChannel('letters/try', {
    kind,
    number,
    ref,
    subject: template.subject,
    paragraphs: [...template.paragraphs],
  });
  return (
    // Scrolls, so the keyboard must be able to reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="letters-preview" aria-label="The wording with a real case" tabIndex={0}>
      <TextField
        label="Try it on a case"
        icon={Search}
        placeholder="Name or reference"
        value={text}
        onChange={setText}
      />
      {text.trim() === '' ? null : (
        <ul className="letters-cases">
          {(cases.data ?? []).slice(0, 8).map((each) => (
            <li key={each.ref}>
              <button
                type="button"
                className="letters-kind"
                onClick={() => {
                  setRef(each.ref);
                  setText('');
                }}
              >
                <span>
                  {each.name} <span className="soft">{each.ref}</span>
                </span>
                <span className="soft">{each.detail}</span>
              </button>
            </li>
          ))}
          {cases.data?.length === 0 ? <li className="soft">Nobody fits.</li> : null}
        </ul>
      )}
      {error === null ? null : <FailureNotice failure={error} />}
      {data === null && error === null ? <Spinner label="Writing the letter" /> : null}
      {data === null ? null : data.html === null ? (
        <NoticeBar tone="info" title="There is no case to try it on yet">
          Import the cohort and the applications under Data.
        </NoticeBar>
      ) : (
        <>
          <p className="soft" aria-live="polite">
            {data.name}, {data.ref}
            {data.lacks.length === 0
              ? '.'
              : `. Missing here: ${data.lacks.map(withinSentence).join('; ')}.`}
          </p>
          <LetterSheet html={data.html} title={`The wording with the case of ${data.name}`} />
        </>
      )}
    </section>
  );
}
