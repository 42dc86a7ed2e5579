import { useState } from 'react';
import { parseIsoDate, type IsoDate } from '../../../shared/calendar/dates.ts';
import { DateField } from '../../ui/date-field.tsx';
import { TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';

/** A day that has to be given; an emptied field keeps the last one. */
export function DayInput(props: {
  readonly label: string;
  readonly value: IsoDate;
  readonly onChange: (day: IsoDate) => void;
  readonly description?: string;
}) {
  return (
    <DateField
      label={props.label}
      value={props.value}
      {...(props.description === undefined ? {} : { description: props.description })}
      onChange={(text) => {
        const day = parseIsoDate(text);
        if (day !== null) props.onChange(day);
      }}
    />
  );
}

/** A day that may be left open. */
export function OpenDayInput(props: {
  readonly label: string;
  readonly value: IsoDate | null;
  readonly onChange: (day: IsoDate | null) => void;
  readonly description?: string;
}) {
  return (
    <DateField
      label={props.label}
      value={props.value ?? ''}
      {...(props.description === undefined ? {} : { description: props.description })}
      onChange={(text) => {
        props.onChange(parseIsoDate(text));
      }}
    />
  );
}

/** A number as it is typed; what is none is NaN, which every check refuses. */
export function NumberInput(props: {
  readonly label: string;
  readonly value: number | null;
  readonly onChange: (value: number) => void;
  readonly description?: string;
}) {
  const [text, setText] = useState(
    props.value === null || Number.isNaN(props.value) ? '' : String(props.value),
  );
  return (
    <TextField
      label={props.label}
      value={text}
      inputMode="decimal"
      {...(props.description === undefined ? {} : { description: props.description })}
      onChange={(next) => {
        setText(next);
        const plain = next.replaceAll(',', '').trim();
        props.onChange(plain === '' ? Number.NaN : Number(plain));
      }}
    />
  );
}

/** A question with its two answers; `open` adds that it is not answered yet. */
export function YesNo<Value extends boolean | null>(props: {
  readonly label: string;
  readonly value: Value;
  readonly yes: string;
  readonly no: string;
  readonly open?: Value;
  readonly description?: string;
  readonly onChange: (value: Value | boolean) => void;
}) {
  const answers = [
    { id: 'yes', label: props.yes },
    { id: 'no', label: props.no },
    ...(props.open === undefined ? [] : [{ id: 'open', label: 'Not answered yet' }]),
  ];
  return (
    <Select
      label={props.label}
      value={props.value === null ? 'open' : props.value ? 'yes' : 'no'}
      options={answers}
      {...(props.description === undefined ? {} : { description: props.description })}
      onChange={(answer) => {
        if (answer !== 'open') props.onChange(answer === 'yes');
        else if (props.open !== undefined) props.onChange(props.open);
      }}
    />
  );
}
