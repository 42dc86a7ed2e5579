import { useRef } from 'react';
import type { CalendarDay } from '../../../shared/api/views/calendars.ts';
import { addDays, type IsoDate } from '../../../shared/calendar/dates.ts';
import { classNames } from '../../ui/class-names.ts';
import { monthWords } from '../invoices/invoice-words.ts';
import { dayNumber, dayWordsOf, lookOf, monthsOf, type DayLook } from './calendar-words.ts';

const MARKS: Readonly<Record<DayLook, string>> = {
  open: '',
  early: 'E',
  closed: '×',
  holiday: '',
  weekend: '',
  unknown: '?',
};

const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -7,
  ArrowDown: 7,
};

/** A school's year, a grid of months. Arrows go from day to day, Enter or a press chooses one. */
export function YearGrid(props: {
  readonly days: readonly CalendarDay[];
  readonly chosen: IsoDate | null;
  readonly today: string;
  readonly onChoose: (on: IsoDate) => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  const { days, chosen } = props;
  const first = days[0]?.on ?? null;
  const stop = chosen ?? days.find(({ on }) => on === props.today)?.on ?? first;
  const goTo = (on: IsoDate): void => {
    if (!days.some((day) => day.on === on)) return;
    props.onChoose(on);
    box.current?.querySelector<HTMLElement>(`[data-on="${on}"]`)?.focus();
  };
  return (
    // Keys of the days come up to the year, which knows where the next one is.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={box}
      className="year-grid"
      onKeyDown={(event) => {
        const step = STEPS[event.key];
        if (step === undefined || stop === null) return;
        event.preventDefault();
        goTo(addDays(stop, step));
      }}
    >
      {monthsOf(days).map(({ month, blanks, days: of }) => (
        <section key={month} className="year-month" aria-label={monthWords(month)}>
          <h3>{monthWords(month)}</h3>
          <div className="year-week" aria-hidden="true">
            {['M', 'T', 'W', 'T', 'F', 'S', 'S'].map((letter, at) => (
              // The days of the week have no other name than their place.
              // oxlint-disable-next-line react/no-array-index-key
              <span key={at}>{letter}</span>
            ))}
          </div>
          <div className="year-days">
            {of.map((day, at) => {
              const look = lookOf(day);
              return (
                <button
                  key={day.on}
                  type="button"
                  data-on={day.on}
                  tabIndex={day.on === stop ? 0 : -1}
                  className={classNames('year-day', `year-${look}`, day.on === props.today && 'year-today')} // prettier-ignore
                  style={at === 0 ? { gridColumnStart: blanks + 1 } : {}}
                  aria-label={dayWordsOf(day)}
                  aria-pressed={day.on === chosen}
                  title={dayWordsOf(day)}
                  onClick={() => {
                    props.onChoose(day.on);
                  }}
                >
                  {dayNumber(day.on)}
                  {MARKS[look] === '' ? null : <small aria-hidden="true">{MARKS[look]}</small>}
                </button>
              );
            })}
          </div>
        </section>
      ))}
    </div>
  );
}

/** What the marks of the year mean. */
export function YearLegend() {
  const looks: readonly (readonly [DayLook, string])[] = [
    ['open', 'Open'],
    ['early', 'Finishes early'],
    ['closed', 'Closed'],
    ['holiday', 'Holiday'],
    ['unknown', 'No term dates known'],
  ];
  return (
    <ul className="year-legend" aria-label="What the marks mean">
      {looks.map(([look, label]) => (
        <li key={look}>
          <span className={`year-day year-${look}`} aria-hidden="true">
            {MARKS[look] === '' ? '7' : MARKS[look]}
          </span>
          {label}
        </li>
      ))}
    </ul>
  );
}
