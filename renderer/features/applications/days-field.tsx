import { ToggleButton } from 'react-aria-components';
import { WEEKDAYS, type Weekday } from '../../../shared/calendar/dates.ts';

/** Days of the school week, any of them. */
export function DaysField(props: {
  readonly label: string;
  readonly value: readonly string[];
  readonly onChange: (days: readonly Weekday[]) => void;
}) {
  const { value, onChange } = props;
  return (
    <fieldset className="case-days">
      <legend className="k-label">{props.label}</legend>
      {WEEKDAYS.map((day) => (
        <ToggleButton
          key={day}
          className="apps-chip"
          isSelected={value.includes(day)}
          onChange={(on) => {
            onChange(WEEKDAYS.filter((one) => (one === day ? on : value.includes(one))));
          }}
        >
          {day}
        </ToggleButton>
      ))}
    </fieldset>
  );
}
