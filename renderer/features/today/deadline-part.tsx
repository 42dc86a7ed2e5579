import { formatDate, formatDateWithDay } from '../../../shared/format/date.ts';
import { formatCount, formatQuantity } from '../../../shared/format/number.ts';
import type { Today } from '../../../shared/api/views/today.ts';
import { hrefOfList } from '../../state/place.ts';
import { Headline } from '../../ui/headline.tsx';

/** First days shown in full; what is later is summed in one line. */
const SHOWN = 7;

/** Days to the deadline for letters, and to each child's own first day. */
export function DeadlinePart(props: { readonly today: Today }) {
  const { days_to_deadline, deadline_on, first_days, late } = props.today;
  const passed = days_to_deadline < 0;
  const later = first_days.slice(SHOWN);
  const most = Math.max(1, ...first_days.map((day) => day.clients));
  return (
    <section className="today-part today-deadline" aria-label="Deadline and first days">
      <div className="today-two">
        <Headline
          value={formatCount(Math.abs(days_to_deadline))}
          label={`${Math.abs(days_to_deadline) === 1 ? 'day' : 'days'} ${passed ? 'past the deadline' : 'to the deadline'}`}
          {...(passed ? { tone: 'warning' as const } : {})}
          note={`Letters to families by ${formatDate(deadline_on)}.`}
        />
        <Headline
          value={formatCount(late.count)}
          label="late applications"
          href={hrefOfList(late.filter)}
          note={`Received after ${formatDate(deadline_on)}, of ${formatCount(late.of)}.`}
        />
      </div>
      <h2>Children’s own first days</h2>
      {first_days.length === 0 ? (
        <p className="soft">
          Not known yet: import the term dates of the schools, or give a child’s own first day.
        </p>
      ) : (
        <ol className="today-days">
          {first_days.slice(0, SHOWN).map((day) => (
            <li key={day.on}>
              <a href={hrefOfList(day.filter)}>
                <span className="today-day">
                  {formatDateWithDay(day.on).replace(/ \d{4}$/, '')}
                </span>
                <span className="today-in soft">{inDays(day.days)}</span>
                <span className="today-bar" aria-hidden="true">
                  <span style={{ width: `${(day.clients / most) * 100}%` }}>
                    <span
                      style={{
                        width: `${(day.without_transport / Math.max(1, day.clients)) * 100}%`,
                      }}
                    />
                  </span>
                </span>
                <span className="today-of">
                  <span className={day.without_transport > 0 ? 'today-lack' : ''}>
                    {formatCount(day.without_transport)}
                  </span>{' '}
                  of {formatCount(day.clients)}
                  <span className="visually-hidden"> children without transport</span>
                </span>
              </a>
            </li>
          ))}
        </ol>
      )}
      <p className="today-key soft">
        {later.length > 0
          ? `${formatQuantity(later.length, 'later first day', 'later first days')} with ${formatQuantity(
              later.reduce((sum, day) => sum + day.clients, 0),
              'child',
              'children',
            )}. `
          : ''}
        Red: without transport, of the children who start that day.
      </p>
    </section>
  );
}

function inDays(days: number): string {
  if (days === 0) return 'today';
  if (days < 0) return `${formatQuantity(-days, 'day')} ago`;
  return `in ${formatQuantity(days, 'day')}`;
}
