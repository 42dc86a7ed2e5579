import { parseIsoDate } from '../../../shared/calendar/dates.ts';
import type { Span } from '../../../shared/model/particulars.ts';
import { DateField } from '../../ui/date-field.tsx';

/** From and to of something that has days. */
export function SpanFields(props: {
  readonly span: Span;
  readonly onChange: (span: Span) => void;
}) {
  const { span } = props;
  return (
    <>
      <DateField
        label="From"
        value={span.from_on}
        onChange={(text) => {
          const from_on = parseIsoDate(text);
          if (from_on !== null) props.onChange({ ...span, from_on });
        }}
      />
      <DateField
        label="To"
        value={span.to_on ?? ''}
        description="Empty: it goes on."
        onChange={(text) => {
          props.onChange({ ...span, to_on: parseIsoDate(text) });
        }}
      />
    </>
  );
}
