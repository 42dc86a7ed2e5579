import { ArrowDown, ArrowUp, Plus, RotateCcw, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { parseIsoDate } from '../../../shared/calendar/dates.ts';
import { templateKey } from '../../../shared/casework/letters/letter-facts.ts';
import type { Failure } from '../../../shared/kernel/result.ts';
import {
  fieldsNamed,
  fieldsOfKind,
  LETTER_FIELDS,
  type LetterKind,
  type LetterNumber,
  type LetterTemplate,
} from '../../../shared/model/letter.ts';
import type { Setting } from '../../../shared/model/money.ts';
import { letterName } from '../../../shared/model/words.ts';
import { call } from '../../bridge/bridge.ts';
import { forgetAnswers } from '../../state/channel.ts';
import { notify } from '../../state/notices.ts';
import { officerName } from '../../state/officer.ts';
import { useSession } from '../../state/session.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { TextField } from '../../ui/field.tsx';
import { MenuButton } from '../../ui/menu.tsx';
import { FailureNotice, NoticeBar } from '../../ui/states.tsx';
import { WordingHistory } from './wording-history.tsx';
import { WordingPreview } from './wording-preview.tsx';
import { builtInWording, versionsOf } from './wording-versions.ts';

const BUILT_IN_SOURCE = 'Kerbside’s own wording, November 2026';

/** One letter's wording: subject and paragraphs with fields by name, tried on a real case as one types. */
export function WordingEditor(props: {
  readonly kind: LetterKind;
  readonly number: LetterNumber;
  readonly settings: readonly Setting[];
}) {
  const { kind, number, settings } = props;
  const key = templateKey(kind, number);
  const today = useSession((session) => session.info?.store?.today ?? '');
  const versions = versionsOf(settings, key);
  const inForce = versions.findLast(({ from_on }) => from_on <= today) ?? versions[0];
  const [subject, setSubject] = useState(inForce?.subject ?? '');
  const [paragraphs, setParagraphs] = useState<readonly string[]>(inForce?.paragraphs ?? []);
  const [from, setFrom] = useState<string>(today);
  const [source, setSource] = useState(officerName);
  const [failure, setFailure] = useState<Failure | null>(null);
  const last = useRef<{ readonly at: number; readonly end: number } | null>(null);

  const template: LetterTemplate = { subject, paragraphs };
  const known: readonly string[] = fieldsOfKind(kind);
  const unknown = fieldsNamed(template).filter((name) => !known.includes(name));
  const problem = problemOf(template, unknown, from, source);
  const isChanged =
    subject !== inForce?.subject || paragraphs.join('\n\n') !== inForce.paragraphs.join('\n\n');

  const setParagraph = (at: number, text: string): void => {
    setParagraphs((all) => all.map((each, index) => (index === at ? text : each)));
  };
  const insert = (name: string): void => {
    const at = last.current?.at ?? paragraphs.length - 1;
    const field = `{${name}}`;
    if (at < 0) {
      setSubject((text) => `${text}${field}`);
      return;
    }
    setParagraphs((all) =>
      all.map((each, index) => {
        if (index !== at) return each;
        const end = Math.min(last.current?.end ?? each.length, each.length);
        return each.slice(0, end) + field + each.slice(end);
      }),
    );
  };
  const use = (wording: LetterTemplate, from_source: string): void => {
    setSubject(wording.subject);
    setParagraphs(wording.paragraphs);
    if (from_source !== '') setSource(from_source);
  };
  const save = async (): Promise<void> => {
    const date = parseIsoDate(from);
    if (date === null) return;
    const answer = await call('letters/set-wording', {
      kind,
      number,
      from_on: date,
      subject,
      paragraphs: [...paragraphs],
      source,
    });
    if (!answer.ok) {
      setFailure(answer.error);
      return;
    }
    setFailure(null);
    notify({ tone: 'good', text: `${letterName(kind, number)}: wording saved.` });
    forgetAnswers();
  };
  return (
    <>
      <form
        className="letters-editor"
        aria-label={`Wording: ${letterName(kind, number)}`}
        onSubmit={(event) => {
          event.preventDefault();
          if (problem === null) void save();
        }}
      >
        <header className="letters-editor-head">
          <h2>{letterName(kind, number)}</h2>
          <MenuButton
            label="Insert a field"
            lines={known.map((name) => ({
              id: name,
              label: `{${name}}`,
              detail: fieldWords(name),
              run: () => {
                insert(name);
              },
            }))}
          />
        </header>
        {unknown.length === 0 ? null : (
          <NoticeBar tone="warning" title="There is no such field in this letter">
            {unknown.map((name) => `{${name}}`).join(', ')}. Choose one of the list.
          </NoticeBar>
        )}
        {/* Where the caret stood last is where a field goes. */}
        <div
          onFocusCapture={() => {
            last.current = { at: -1, end: 0 };
          }}
        >
          <TextField label="Subject" value={subject} onChange={setSubject} />
        </div>
        {paragraphs.map((text, at) => (
          <div
            // The paragraphs have no name but their place.
            // oxlint-disable-next-line react/no-array-index-key
            key={at}
            className="letters-paragraph"
            onBlurCapture={(event) => {
              if (event.target instanceof HTMLTextAreaElement)
                last.current = { at, end: event.target.selectionEnd };
            }}
          >
            <TextField
              label={`Paragraph ${at + 1}`}
              value={text}
              lines={Math.max(2, Math.ceil(text.length / 70) + text.split('\n').length - 1)}
              onChange={(next) => {
                setParagraph(at, next);
              }}
            />
            <div className="letters-paragraph-do">
              <IconButton
                label={`Move paragraph ${at + 1} up`}
                icon={ArrowUp}
                disabledReason={at === 0 ? 'It is the first.' : null}
                onPress={() => {
                  setParagraphs((all) => swapped(all, at - 1));
                }}
              />
              <IconButton
                label={`Move paragraph ${at + 1} down`}
                icon={ArrowDown}
                disabledReason={at === paragraphs.length - 1 ? 'It is the last.' : null}
                onPress={() => {
                  setParagraphs((all) => swapped(all, at));
                }}
              />
              <IconButton
                label={`Take paragraph ${at + 1} out`}
                icon={Trash2}
                onPress={() => {
                  setParagraphs((all) => all.filter((_, index) => index !== at));
                }}
              />
            </div>
          </div>
        ))}
        <div className="letters-editor-more">
          <Button
            size="small"
            variant="quiet"
            icon={Plus}
            onPress={() => {
              setParagraphs((all) => [...all, '']);
            }}
          >
            Add a paragraph
          </Button>
          <Button
            size="small"
            variant="quiet"
            icon={RotateCcw}
            onPress={() => {
              use(builtInWording(key), BUILT_IN_SOURCE);
            }}
          >
            Back to the built-in wording
          </Button>
        </div>
        <p className="soft">
          A paragraph that ends up empty is not printed. Lines that begin with “- ” are a list.
        </p>
        <div className="letters-editor-foot">
          <DateField label="In force from" value={from} onChange={setFrom} />
          <TextField
            label="Whose wording it is"
            value={source}
            onChange={setSource}
            description="Who wrote or agreed it, and when"
          />
        </div>
        {failure === null ? null : <FailureNotice failure={failure} />}
        <div className="letters-save">
          <Button
            variant="primary"
            type="submit"
            disabledReason={problem ?? (isChanged ? null : 'Nothing is changed.')}
          >
            Save wording
          </Button>
        </div>
        <WordingHistory versions={versions} today={today} template={template} onUse={use} />
      </form>
      <WordingPreview kind={kind} number={number} template={template} />
    </>
  );
}

function fieldWords(name: string): string {
  return Object.entries(LETTER_FIELDS).find(([field]) => field === name)?.[1] ?? '';
}

function swapped(all: readonly string[], at: number): readonly string[] {
  return all.map((each, index) =>
    index === at ? (all[at + 1] ?? each) : index === at + 1 ? (all[at] ?? each) : each,
  );
}

function problemOf(
  { subject, paragraphs }: LetterTemplate,
  unknown: readonly string[],
  from: string,
  source: string,
): string | null {
  if (subject.trim() === '') return 'The subject is empty.';
  if (paragraphs.every((each) => each.trim() === '')) return 'There is no paragraph.';
  if (unknown.length > 0) return `{${unknown[0] ?? ''}} is not a field of this letter.`;
  if (parseIsoDate(from) === null) return 'Say from which day on.';
  return source.trim() === '' ? 'Say whose wording it is.' : null;
}
