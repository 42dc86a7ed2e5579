import type { QueueCount, WorkOverview } from '../../../shared/api/views/work.ts';
import { formatCount } from '../../../shared/format/number.ts';
import type { Filter } from '../applications/list-query.ts';
import { hrefOfQueue } from './queue-address.ts';

const QUESTIONS: Readonly<Record<string, string>> = {
  no_decision: 'without a decision',
  no_tif: 'without a complete TIF',
  no_transport: 'without transport',
};

/** The three questions asked at any moment: who has no decision, no TIF, no transport, and why. */
export function LacksStrip(props: { readonly overview: WorkOverview; readonly filter: Filter }) {
  const { overview, filter } = props;
  return (
    <section className="work-strip" aria-label="Without a decision, a TIF or transport">
      {overview.lacks.map((lack) => (
        <div key={lack.name} className="work-lack">
          <a
            className="work-lack-main"
            href={hrefOfQueue(lack.filter)}
            {...(filter.queue === lack.name && filter.part === undefined
              ? { 'aria-current': 'true' }
              : {})}
          >
            <span
              className={
                lack.name === 'no_transport' && lack.count > 0
                  ? 'work-lack-count k-tone-danger'
                  : 'work-lack-count'
              }
            >
              {formatCount(lack.count)}
            </span>{' '}
            <span>
              of {formatCount(overview.applications)} {QUESTIONS[lack.name]}
            </span>
          </a>
          <Reasons lack={lack} filter={filter} />
        </div>
      ))}
    </section>
  );
}

function Reasons(props: { readonly lack: QueueCount; readonly filter: Filter }) {
  const { lack, filter } = props;
  return (
    <ul className="work-reasons">
      {lack.parts.map(({ part, label, count, filter: of }) => (
        <li key={part}>
          <a
            href={hrefOfQueue(of)}
            {...(filter.queue === lack.name && filter.part === part
              ? { 'aria-current': 'true' }
              : {})}
          >
            {label} <span className="work-reason-count">{formatCount(count)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
