import { parseIsoDate, type IsoDate } from '../../../shared/calendar/dates.ts';
import {
  AWARD_LEGS,
  AWARD_POWERS,
  CONSENT_MODES,
  TRAVEL_MODES,
  type Award,
} from '../../../shared/model/decision.ts';
import { LEGS_WORDS, MODE_WORDS, POWER_WORDS } from '../../../shared/model/words.ts';
import { DateField } from '../../ui/date-field.tsx';
import { TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { DaysField } from './days-field.tsx';

/** What is awarded. Consent is asked for with the ways of travel that need it. */
export function AwardFields(props: {
  readonly award: Award;
  readonly onChange: (award: Award) => void;
}) {
  const { award } = props;
  const set = (change: Partial<Award>): void => {
    props.onChange({ ...award, ...change });
  };
  const isConsented = CONSENT_MODES.includes(award.mode);
  return (
    <div className="case-form-fields">
      <Select
        label="Power"
        value={award.power}
        options={AWARD_POWERS.map((id) => ({ id, label: POWER_WORDS[id] }))}
        onChange={(power) => {
          set({ power });
        }}
      />
      <Select
        label="Way of travel"
        value={award.mode}
        options={TRAVEL_MODES.map((id) => ({ id, label: MODE_WORDS[id] }))}
        onChange={(mode) => {
          set({
            mode,
            ...(CONSENT_MODES.includes(mode) ? {} : { consent_on: null, consent_by: '' }),
          });
        }}
      />
      {isConsented ? (
        <>
          <Day
            label="Parent’s consent on"
            value={award.consent_on}
            onChange={(consent_on) => {
              set({ consent_on });
            }}
          />
          <TextField
            label="Consent given by"
            value={award.consent_by}
            onChange={(consent_by) => {
              set({ consent_by });
            }}
          />
        </>
      ) : null}
      <Select
        label="Legs"
        value={award.legs}
        options={AWARD_LEGS.map((id) => ({ id, label: LEGS_WORDS[id] }))}
        onChange={(legs) => {
          set({ legs });
        }}
      />
      <DaysField
        label="Days"
        value={award.days}
        onChange={(days) => {
          set({ days });
        }}
      />
      <Day
        label="From"
        value={award.starts_on}
        onChange={(starts_on) => {
          if (starts_on !== null) set({ starts_on });
        }}
      />
      <Day
        label="Review"
        value={award.review_on}
        onChange={(review_on) => {
          set({ review_on });
        }}
      />
      <Day
        label="Until, for a temporary award"
        value={award.ends_on}
        onChange={(ends_on) => {
          set({ ends_on });
        }}
      />
    </div>
  );
}

function Day(props: {
  readonly label: string;
  readonly value: IsoDate | null;
  readonly onChange: (day: IsoDate | null) => void;
}) {
  return (
    <DateField
      label={props.label}
      value={props.value ?? ''}
      onChange={(value) => {
        props.onChange(parseIsoDate(value));
      }}
    />
  );
}
