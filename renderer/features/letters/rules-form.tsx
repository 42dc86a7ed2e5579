import { useState } from 'react';
import {
  letterSenderAt,
  numberAt,
  settingAt,
  type NumberKey,
} from '../../../shared/costing/read-settings.ts';
import { parseIsoDate, type IsoDate } from '../../../shared/calendar/dates.ts';
import { formatDate } from '../../../shared/format/date.ts';
import type { Failure } from '../../../shared/kernel/result.ts';
import type { Setting } from '../../../shared/model/money.ts';
import { call } from '../../bridge/bridge.ts';
import { forgetAnswers } from '../../state/channel.ts';
import { notify } from '../../state/notices.ts';
import { officerName } from '../../state/officer.ts';
import { useSession } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { TextField } from '../../ui/field.tsx';
import { FailureNotice } from '../../ui/states.tsx';

interface NumberRule {
  readonly key: NumberKey;
  readonly label: string;
  readonly unit: string;
}

const RULES: readonly { readonly title: string; readonly rules: readonly NumberRule[] }[] = [
  {
    title: 'Reminders to apply',
    rules: [
      { key: 'reminder_apply_first_days', label: 'First, after the family was told', unit: 'days' },
      { key: 'reminder_apply_every_days', label: 'Next, after the one before', unit: 'days' },
      { key: 'reminder_apply_most', label: 'At most', unit: 'reminders, up to 3' },
    ],
  },
  {
    title: 'Reminders to complete the TIF',
    rules: [
      { key: 'reminder_tif_first_days', label: 'First, after the application came', unit: 'days' },
      { key: 'reminder_tif_every_days', label: 'Next, after the one before', unit: 'days' },
      { key: 'reminder_tif_most', label: 'At most', unit: 'reminders, up to 3' },
    ],
  },
  {
    title: 'Other letters',
    rules: [
      { key: 'letter_answer_days', label: 'Time to answer a request', unit: 'working days' },
      { key: 'letter_review_days', label: 'Before an award ends or is reviewed', unit: 'days' },
    ],
  },
];
const KEYS = RULES.flatMap(({ rules }) => rules.map(({ key }) => key));

/** Who writes the letters, and when reminders are due. Each change is kept with its date and source. */
export function RulesForm(props: { readonly settings: readonly Setting[] }) {
  const { settings } = props;
  const today = useSession((session) => session.info?.store?.today ?? null);
  if (today === null) return null;
  return <Form key={JSON.stringify(valuesAt(settings, today))} settings={settings} today={today} />;
}

function valuesAt(settings: readonly Setting[], on: IsoDate): Readonly<Record<string, string>> {
  const { team, contact } = letterSenderAt(settings, on);
  const numbers = KEYS.map((key) => [key, String(numberAt(settings, key, on))] as const);
  return { team, contact, ...Object.fromEntries(numbers) };
}

function Form(props: { readonly settings: readonly Setting[]; readonly today: IsoDate }) {
  const { settings, today } = props;
  const before = valuesAt(settings, today);
  const [values, setValues] = useState(before);
  const [from, setFrom] = useState<string>(today);
  const [source, setSource] = useState(officerName);
  const [failure, setFailure] = useState<Failure | null>(null);
  const value = (name: string): string => values[name] ?? '';
  const set = (name: string) => (text: string) => {
    setValues((all) => ({ ...all, [name]: text }));
  };
  const changed = Object.keys(before).filter((name) => value(name) !== before[name]);
  const wrong = KEYS.filter((key) => !/^\d{1,3}$/.test(value(key).trim()));
  const problem =
    changed.length === 0
      ? 'Nothing is changed.'
      : wrong.length > 0
        ? 'A number of days is not a whole number.'
        : parseIsoDate(from) === null
          ? 'Say from which day on.'
          : source.trim() === ''
            ? 'Name the source first.'
            : null;
  const save = async (): Promise<void> => {
    const sender = changed.some((name) => name === 'team' || name === 'contact');
    const changes: readonly (readonly [string, unknown])[] = [
      ...(sender
        ? [['letter_sender', { team: value('team'), contact: value('contact') }] as const]
        : []),
      ...KEYS.filter((key) => changed.includes(key)).map(
        (key) => [key, Number(value(key))] as const,
      ),
    ];
    for (const [key, next] of changes) {
      const answer = await call('settings/set', { key, from_on: from, value: next, source });
      if (!answer.ok) {
        setFailure(answer.error);
        return;
      }
    }
    setFailure(null);
    notify({ tone: 'good', text: 'Who writes and the rules: saved.' });
    forgetAnswers();
  };
  return (
    <form
      className="letters-editor"
      aria-label="Who writes, and the rules"
      onSubmit={(event) => {
        event.preventDefault();
        if (problem === null) void save();
      }}
    >
      <h2>Who writes</h2>
      <TextField label="Team" value={value('team')} onChange={set('team')} />
      <TextField
        label="How a family reaches the team"
        value={value('contact')}
        onChange={set('contact')}
        description="As it reads in a sentence: telephone 01234 567 890, or write to transport@council.gov.uk. No letter is written without it."
      />
      {RULES.map(({ title, rules }) => (
        <fieldset key={title} className="letters-rules">
          <legend>{title}</legend>
          {rules.map(({ key, label, unit }) => (
            <TextField
              key={key}
              label={`${label}, ${unit}`}
              value={value(key)}
              onChange={set(key)}
              inputMode="numeric"
              error={wrong.includes(key) ? 'This is not a whole number.' : null}
              description={sourceWords(settings, key, today)}
            />
          ))}
        </fieldset>
      ))}
      <p className="soft">
        A reminder never goes out after the thing is done, never a fourth time, and never twice to
        one family on one day.
      </p>
      <div className="letters-editor-foot">
        <DateField label="In force from" value={from} onChange={setFrom} />
        <TextField
          label="Source"
          value={source}
          onChange={setSource}
          description="Who says so, where, and when"
        />
      </div>
      {failure === null ? null : <FailureNotice failure={failure} />}
      <div className="letters-save">
        <Button variant="primary" type="submit" disabledReason={problem}>
          Save
        </Button>
      </div>
    </form>
  );
}

function sourceWords(settings: readonly Setting[], key: NumberKey, on: IsoDate): string {
  const setting = settingAt(settings, key, on);
  return setting === null ? '' : `From ${formatDate(setting.from_on)}. ${setting.source}`;
}
