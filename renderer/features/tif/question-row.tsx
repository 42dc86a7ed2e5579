import { memo } from 'react';
import type { TifGap } from '../../../shared/casework/tif/check-form.ts';
import type { TifQuestion } from '../../../shared/casework/tif/question.ts';
import { answerWords, choicesFor } from '../../../shared/casework/tif/read-answer.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Badge, ToneIcon } from '../../ui/mark.tsx';
import { ChoiceAnswer } from './choice-answer.tsx';
import { moveRow } from './move-focus.ts';
import type { Clash } from './use-tif-form.ts';

const WHO_WORDS = { family: '', office: 'office', clinician: 'clinician' } as const;

const PLACEHOLDERS: Readonly<Partial<Record<TifQuestion['kind'], string>>> = {
  date: 'Day month year',
  time: '08:50',
  days: 'Mon to Fri',
  kg: 'kg',
  minutes: 'Minutes',
  refs: 'References, with commas',
  postcode: 'ME14 1XX',
};

/** One question with its answer, what is wrong with it, and what the record says otherwise. */
export const QuestionRow = memo(function QuestionRow(props: {
  readonly question: TifQuestion;
  readonly value: string;
  /** What is being typed; null: what is kept is shown, in words. */
  readonly typed: string | null;
  readonly gap: TifGap | null;
  readonly record: string;
  readonly clash: Clash | null;
  readonly onType: (key: string, text: string) => void;
  readonly onKeep: (key: string, value?: string) => void;
  readonly onClash: (key: string, mine: boolean) => void;
}) {
  const { question, value, gap, record, clash } = props;
  const { key, label, required, who } = question;
  const differs = record !== '' && record !== value && props.typed === null;
  const shown = props.typed ?? answerWords(question, value);
  return (
    <div
      className={classNames('tif-row', gap !== null && 'tif-row-open')}
      data-question={key}
      {...(gap === null ? {} : { 'data-open': '' })}
    >
      <div className="tif-label" id={`tif-${key}`}>
        {choicesFor(question).length > 0 ? (
          label
        ) : (
          <label htmlFor={`tif-${key}-field`}>{label}</label>
        )}
        {required ? null : <span className="soft tif-optional">optional</span>}
        {who === 'family' ? null : <Badge>{WHO_WORDS[who]}</Badge>}
      </div>
      <div className="tif-answer">
        <Answer {...props} shown={shown} />
        <div id={`tif-${key}-says`} className="tif-says">
          {gap === null || gap.kind === 'missing' ? null : (
            <p className="tif-gap">
              <ToneIcon tone="warning" size={14} />
              <span>
                {gap.kind === 'not_understood' ? gap.text.slice(label.length + 2) : gap.text}
                {gap.blocking ? ' This keeps a plan from being approved.' : ''}
              </span>
            </p>
          )}
          {differs ? (
            <p className="soft">The record says: {answerWords(question, record)}.</p>
          ) : null}
        </div>
        {clash === null ? null : (
          <div className="tif-clash">
            <p>
              {clash.text} You typed “{clash.yours}”.
            </p>
            <Button
              size="small"
              onPress={() => {
                props.onClash(key, false);
              }}
            >
              Keep theirs
            </Button>
            <Button
              size="small"
              onPress={() => {
                props.onClash(key, true);
              }}
            >
              Put mine in its place
            </Button>
          </div>
        )}
      </div>
    </div>
  );
});

function Answer(props: {
  readonly question: TifQuestion;
  readonly value: string;
  readonly shown: string;
  readonly gap: TifGap | null;
  readonly onType: (key: string, text: string) => void;
  readonly onKeep: (key: string, value?: string) => void;
}) {
  const { question, value, shown, gap, onType, onKeep } = props;
  const { key, kind } = question;
  const says = `tif-${key}-says`;
  const choices = choicesFor(question);
  const next = (): void => {
    onKeep(key);
    moveRow(1);
  };
  if (choices.length > 0) {
    return (
      <ChoiceAnswer
        labelledBy={`tif-${key}`}
        describedBy={says}
        choices={choices}
        value={value}
        onChoose={(id) => {
          onKeep(key, id);
        }}
        onNext={next}
      />
    );
  }
  const common = {
    value: shown,
    id: `tif-${key}-field`,
    ...(gap === null || gap.kind === 'missing' ? {} : { 'aria-describedby': says }),
    'aria-invalid': gap !== null && gap.kind !== 'missing',
    autoComplete: 'off',
    spellCheck: kind === 'text',
    dir: 'auto' as const,
    placeholder: PLACEHOLDERS[kind] ?? question.hint,
    onChange: (event: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      onType(key, event.target.value);
    },
    onBlur: () => {
      onKeep(key);
    },
    onKeyDown: (event: React.KeyboardEvent) => {
      if (event.key !== 'Enter' || event.shiftKey || event.ctrlKey) return;
      event.preventDefault();
      next();
    },
  };
  return kind === 'text' ? (
    <textarea className="k-input k-textarea tif-text" rows={1} {...common} />
  ) : (
    <input className={classNames('k-input', SHORT.has(kind) && 'tif-short')} {...common} />
  );
}

const SHORT: ReadonlySet<TifQuestion['kind']> = new Set([
  'date',
  'time',
  'kg',
  'minutes',
  'postcode',
]);
