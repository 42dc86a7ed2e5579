import { formatCount } from '../../shared/format/number.ts';
import { Select } from './select.tsx';

/** A filter of a list by one thing of its rows: all of them, or those of one kind, with how many there are of each. */
export function CountedSelect<Row, Id extends string>(props: {
  readonly label: string;
  /** What choosing none is called, such as `Every state`. */
  readonly every: string;
  readonly ids: readonly Id[];
  readonly labelOf: (id: Id) => string;
  readonly rows: readonly Row[];
  readonly idOf: (row: Row) => Id;
  readonly value: Id | 'all';
  readonly onChange: (value: Id | 'all') => void;
}) {
  const { label, every, ids, labelOf, rows, idOf, value, onChange } = props;
  return (
    <Select<Id | 'all'>
      label={label}
      hideLabel
      value={value}
      isActive={value !== 'all'}
      options={[
        { id: 'all', label: every, detail: formatCount(rows.length) },
        ...ids.map((id) => ({
          id,
          label: labelOf(id),
          detail: formatCount(rows.filter((row) => idOf(row) === id).length),
        })),
      ]}
      onChange={onChange}
    />
  );
}
