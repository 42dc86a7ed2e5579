import { parseDate } from '@internationalized/date';
import { CalendarDays } from 'lucide-react';
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  DateInput,
  DatePicker,
  DateSegment,
  Dialog,
  Group,
  Heading,
  Label,
  Popover,
  Text,
} from 'react-aria-components';
import './field.css';
import './select.css';
import './date-field.css';

const ISO = /^\d{4}-\d{2}-\d{2}$/u;

/** A date, typed as day, month and year or chosen from a calendar. Empty text for none; else `YYYY-MM-DD`. */
export function DateField(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly description?: string;
}) {
  return (
    <DatePicker
      className="k-field"
      value={ISO.test(props.value) ? parseDate(props.value) : null}
      onChange={(date) => {
        props.onChange(date === null ? '' : date.toString());
      }}
      shouldForceLeadingZeros
    >
      <Label className="k-label">{props.label}</Label>
      <Group className="k-input k-date">
        <DateInput className="k-date-input">
          {(segment) => <DateSegment className="k-date-segment" segment={segment} />}
        </DateInput>
        <Button className="k-combo-button k-date-button">
          <CalendarDays size={14} aria-hidden="true" />
        </Button>
      </Group>
      {props.description === undefined ? null : (
        <Text slot="description" className="k-description">
          {props.description}
        </Text>
      )}
      <Popover className="k-popover" offset={4}>
        <Dialog className="k-calendar">
          <Calendar>
            <header>
              <Button slot="previous" className="k-icon-button">
                ‹
              </Button>
              <Heading level={3} />
              <Button slot="next" className="k-icon-button">
                ›
              </Button>
            </header>
            <CalendarGrid>{(date) => <CalendarCell className="k-day" date={date} />}</CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </DatePicker>
  );
}
