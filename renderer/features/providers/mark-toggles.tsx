import { formatCount } from '../../../shared/format/number.ts';

/** Marks that a list can be cut down to, each with how many rows carry it; any number may be on. */
export function MarkToggles<Mark extends string>(props: {
  /** `Show only providers with`. */
  readonly label: string;
  readonly marks: readonly { readonly id: Mark; readonly label: string; readonly count: number }[];
  readonly on: readonly Mark[];
  readonly onChange: (on: readonly Mark[]) => void;
}) {
  return (
    <fieldset className="providers-marks" aria-label={props.label}>
      {props.marks.map(({ id, label, count }) => {
        const isOn = props.on.includes(id);
        return (
          <button
            key={id}
            type="button"
            className="providers-mark"
            aria-pressed={isOn}
            onClick={() => {
              props.onChange(isOn ? props.on.filter((other) => other !== id) : [...props.on, id]);
            }}
          >
            {label} <span>{formatCount(count)}</span>
          </button>
        );
      })}
    </fieldset>
  );
}
