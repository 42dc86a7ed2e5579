import { CalendarDays } from 'lucide-react';
import { dayWords, WHOLE_WEEK, type DayMask } from '../../../shared/calendar/day-mask.ts';
import { StateMark } from '../../ui/mark.tsx';

/** On which days a stop is made, and at whose address where it is not the home of the record; nothing for the home on every day. */
export function StopDays(props: {
  readonly days: DayMask;
  readonly words: string;
  readonly leg: 'morning' | 'afternoon';
}) {
  const { days, words, leg } = props;
  if (days === WHOLE_WEEK && words === '') return null;
  const when = days === 0 ? `No ${leg} here` : dayWords(days);
  return (
    <p className="route-stop-marks">
      <StateMark tone="neutral" icon={CalendarDays}>
        {words === '' ? when : `${when}: ${words.toLowerCase()}`}
      </StateMark>
    </p>
  );
}
