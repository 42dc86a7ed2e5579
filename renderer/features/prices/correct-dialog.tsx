import { useState } from 'react';
import type { PricePoint } from '../../../shared/api/views/prices.ts';
import type { PriceIndex } from '../../../shared/model/index-clause.ts';
import { call } from '../../bridge/bridge.ts';
import { officerName } from '../../state/officer.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Checkbox, TextField } from '../../ui/field.tsx';
import { SigningDialog } from '../applications/signing-dialog.tsx';
import { INDEX_LABELS, INDEX_UNITS, keptValue, shownValue } from './index-words.ts';

/** Adults: what contracts pay drivers by. The floor of other ages is imported. */
const ADULT_BAND = '21 1000';

/** Puts a value in the place of the published one, or where none was published; or goes back to what was published. */
export function CorrectDialog(props: {
  readonly series: PriceIndex;
  readonly point: PricePoint | null;
  readonly onClose: () => void;
}) {
  const { series, point } = props;
  const [day, setDay] = useState('');
  const [typed, setTyped] = useState(point === null ? '' : shownValue(series, point.value));
  const [reason, setReason] = useState('');
  const [by, setBy] = useState(officerName);
  const [isBack, setBack] = useState(false);
  const value = keptValue(series, typed);
  const at = point?.at ?? (series === 'wage_floor' && day !== '' ? `${day} ${ADULT_BAND}` : day);
  const problems = [
    ...(at === '' ? ['Say which it is of.'] : []),
    ...(value === null && !isBack ? ['Give the value as a number.'] : []),
    ...(point !== null && !isBack && value === point.value ? ['The value is the same.'] : []),
    ...(reason.trim() === '' && !isBack ? ['Write where your value is from.'] : []),
    ...(by.trim() === '' ? ['Sign with your name.'] : []),
  ];
  return (
    <SigningDialog
      title={point === null ? `A value of ${INDEX_LABELS[series].toLowerCase()}` : `${INDEX_LABELS[series]}, ${point.label}`}
      verb={isBack ? 'Go by the published value' : 'Keep this value'}
      done="It counts from now on; the published value stays beside it."
      problems={problems}
      signedBy={by}
      sign={() =>
        isBack
          ? call('prices/uncorrect', { series, at, by })
          : call('prices/correct', { series, at, value: value ?? 0, reason, by })
      }
      onClose={props.onClose}
    >
      {point === null ? null : (
        <p className="costs-text">
          {point.published === null ? 'Nothing was published for it.' : `Published: ${shownValue(series, point.published)} ${INDEX_UNITS[series]}.`}
        </p>
      )}
      {point?.correction === null || point?.published === null || point === null ? null : (
        <Checkbox isSelected={isBack} onChange={setBack}>
          Take the correction back: the published value counts again
        </Checkbox>
      )}
      {isBack ? null : (
        <div className="case-form-fields">
          {point !== null ? null : series === 'cpi' ? (
            <TextField label="Month" value={day} placeholder="2026-05" onChange={setDay} isRequired />
          ) : (
            <DateField label={series === 'wage_floor' ? 'In force from' : 'Week of (its Monday)'} value={day} onChange={setDay} />
          )}
          <TextField label={`Value, ${INDEX_UNITS[series]}`} value={typed} inputMode="decimal" onChange={setTyped} isRequired />
        </div>
      )}
      {isBack ? null : <TextField label="Why, and where it is from" value={reason} onChange={setReason} lines={2} isRequired />}
      <TextField label="Signed by" value={by} onChange={setBy} isRequired />
    </SigningDialog>
  );
} // prettier-ignore
