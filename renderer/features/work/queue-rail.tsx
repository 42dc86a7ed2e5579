import { useId } from 'react';
import type { QueueCount, WorkOverview } from '../../../shared/api/views/work.ts';
import type { QueueName } from '../../../shared/casework/work/queues.ts';
import { formatCount } from '../../../shared/format/number.ts';
import { classNames } from '../../ui/class-names.ts';
import type { Filter } from '../applications/list-query.ts';
import { hrefOfQueue } from './queue-address.ts';

/** Queues in groups, in the order in which a day is worked. */
const GROUPS: readonly { readonly title: string; readonly names: readonly QueueName[] }[] = [
  { title: 'First', names: ['at_risk', 'held', 'oldest'] },
  { title: 'For us to do', names: ['to_decide', 'tif_office', 'hand_over', 'transport'] },
  { title: 'Waiting on others', names: ['information', 'tif', 'appeal'] },
  { title: 'All', names: ['open', 'done'] },
];

/** Every queue with its count; each is a link, so Back goes through them. */
export function QueueRail(props: { readonly overview: WorkOverview; readonly filter: Filter }) {
  const { overview, filter } = props;
  const { mine, unassigned, officer } = overview;
  return (
    <nav className="work-rail" aria-label="Queues">
      <Group title="Whose">
        {officer === '' ? (
          <li className="work-rail-note soft">
            Say your name at the top right to see what is yours.
          </li>
        ) : (
          <Line queue={mine} isShown={filter.queue === 'open' && filter.officer === officer} />
        )}
        <Line queue={unassigned} isShown={filter.queue === 'open' && filter.officer === ''} />
      </Group>
      {GROUPS.map(({ title, names }) => (
        <Group key={title} title={title}>
          {names.map((name) => {
            const queue = overview.queues.find((one) => one.name === name);
            if (queue === undefined) return null;
            const isShown =
              filter.queue === name && (name !== 'open' || filter.officer === undefined);
            return (
              <Line key={name} queue={queue} isShown={isShown}>
                {isShown && name === 'at_risk' ? <Parts queue={queue} filter={filter} /> : null}
              </Line>
            );
          })}
        </Group>
      ))}
    </nav>
  );
}

function Group(props: { readonly title: string; readonly children: React.ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="work-rail-title">
        {props.title}
      </h2>
      <ul>{props.children}</ul>
    </section>
  );
}

function Line(props: {
  readonly queue: QueueCount;
  readonly isShown: boolean;
  readonly children?: React.ReactNode;
}) {
  const { queue, isShown } = props;
  return (
    <li>
      <a
        className={classNames('work-rail-link', queue.count === 0 && 'work-rail-none')}
        href={hrefOfQueue(queue.filter)}
        title={queue.meaning}
        {...(isShown ? { 'aria-current': 'true' } : {})}
      >
        <span>{queue.label}</span>
        <span className="work-rail-count">{formatCount(queue.count)}</span>
      </a>
      {props.children}
    </li>
  );
}

/** What puts them at risk; an application may count in several. */
function Parts(props: { readonly queue: QueueCount; readonly filter: Filter }) {
  return (
    <ul className="work-rail-parts">
      {props.queue.parts.map(({ part, label, count, filter }) => (
        <li key={part}>
          <a
            className="work-rail-link"
            href={hrefOfQueue(filter)}
            {...(props.filter.part === part ? { 'aria-current': 'true' } : {})}
          >
            <span>{label}</span>
            <span className="work-rail-count">{formatCount(count)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
