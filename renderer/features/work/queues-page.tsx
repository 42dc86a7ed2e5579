import { CircleCheck } from 'lucide-react';
import { useMemo } from 'react';
import type { QueueCount, WorkOverview } from '../../../shared/api/views/work.ts';
import { useChannel } from '../../state/channel.ts';
import { stay, usePlace } from '../../state/place.ts';
import { EmptyState, FailureNotice, Spinner } from '../../ui/states.tsx';
import { ApplicationList } from '../applications/application-list.tsx';
import { QUEUE_COLUMNS } from '../applications/columns.tsx';
import { hrefOfQuery, queryOf, tidy, type ListQuery } from '../applications/list-query.ts';
import { useRows } from '../applications/use-rows.ts';
import { LacksStrip } from './lacks-strip.tsx';
import { QueueHead } from './queue-head.tsx';
import { QueueRail } from './queue-rail.tsx';
import { useQueueCommands } from './queue-commands.ts';

/** The query of the address, or the queue that a person starts the day with: their own, else what is at risk. */
function workQuery(params: Readonly<Record<string, string>>, officer: string): ListQuery {
  const query = queryOf(params);
  const sort = params['sort'] === undefined ? 'next' : query.sort;
  if (query.filter.queue !== undefined) return { ...query, sort };
  return {
    filter: officer === '' ? { queue: 'at_risk' } : { queue: 'open', officer },
    sort,
    descending: false,
  };
}

/** The queues with their counts, and the one chosen as a list in the order of what to do next. */
export function QueuesPage() {
  const { data, error, refetch } = useChannel('work/overview', {});
  if (error !== null && data === null) {
    return (
      <div className="work-body">
        <FailureNotice failure={error} onRetry={refetch} />
      </div>
    );
  }
  return data === null ? <Spinner label="Sorting the work" /> : <Queues overview={data} />;
}

function Queues(props: { readonly overview: WorkOverview }) {
  const { overview } = props;
  const params = usePlace((place) => place.params);
  const query = useMemo(() => workQuery(params, overview.officer), [params, overview.officer]);
  const rows = useRows(query);
  const shown = shownQueue(overview, query);
  useQueueCommands(overview);
  const show = (next: ListQuery): void => {
    stay(hrefOfQuery({ ...next, filter: tidy(next.filter) }, ['work']));
  };
  return (
    <>
      <LacksStrip overview={overview} filter={query.filter} />
      <div className="work-body">
        <QueueRail overview={overview} filter={query.filter} />
        <section className="work-list apps" aria-label={shown.label}>
          <QueueHead queue={shown} query={query} total={rows.total} onQuery={show} />
          <ApplicationList
            label={shown.label}
            query={query}
            rows={rows}
            columns={QUEUE_COLUMNS}
            onQuery={show}
            empty={
              <EmptyState icon={CircleCheck} title="Nothing stands in this queue">
                {query.filter.text === undefined && query.filter.part === undefined
                  ? 'Look at another queue on the left.'
                  : 'Nothing in it fits this search; take it off to see the whole queue.'}
              </EmptyState>
            }
          />
        </section>
      </div>
    </>
  );
}

/** The queue that a filter shows, with its words. */
function shownQueue(overview: WorkOverview, { filter }: ListQuery): QueueCount {
  if (filter.queue === 'open' && filter.officer !== undefined) {
    if (filter.officer === '') return overview.unassigned;
    if (filter.officer === overview.officer) return overview.mine;
    return {
      ...overview.mine,
      label: `Open work of ${filter.officer}`,
      meaning: `Open work that is assigned to ${filter.officer}.`,
    };
  }
  const all = [...overview.queues, ...overview.lacks];
  return all.find(({ name }) => name === filter.queue) ?? overview.mine;
}
