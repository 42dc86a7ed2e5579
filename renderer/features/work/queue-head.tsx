import { Search, X } from 'lucide-react';
import { useRef } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { QueueCount } from '../../../shared/api/views/work.ts';
import { QUEUE } from '../../../shared/casework/work/queues.ts';
import { formatQuantity } from '../../../shared/format/number.ts';
import { useChannel } from '../../state/channel.ts';
import { hrefOf } from '../../state/place.ts';
import { TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import type { ListQuery } from '../applications/list-query.ts';
import { useSlash } from '../applications/use-slash.ts';

const EVERYONE = '*';
const NOBODY = '';

/** What a queue holds and the rule it goes by, and narrowing it by officer or words. */
export function QueueHead(props: {
  readonly queue: QueueCount;
  readonly query: ListQuery;
  readonly total: number;
  readonly onQuery: (query: ListQuery) => void;
}) {
  const { queue, query } = props;
  const { filter } = query;
  const search = useRef<HTMLInputElement | null>(null);
  useSlash(search);
  const { data: officers } = useChannel('work/officers', {});
  const isWhose = filter.queue === 'open' && filter.officer !== undefined;
  const set = (part: Partial<ListQuery['filter']>): void => {
    props.onQuery({ ...query, filter: { ...filter, ...part } });
  };
  return (
    <header className="work-queue-head">
      <div className="work-queue-words">
        <h2>
          {queue.label}{' '}
          <span className="apps-count" aria-live="polite">
            {formatQuantity(props.total, 'application')}
          </span>
        </h2>
        <p className="soft">
          {queue.meaning} {queue.rule}{' '}
          <a className="work-rule-link" href={hrefOf('data', ['settings'])}>
            Change the days
          </a>
        </p>
        {filter.part === undefined ? null : (
          <AriaButton
            className="apps-chip apps-chip-on"
            onPress={() => {
              set({ part: undefined });
            }}
          >
            <span>{partWords(filter)}</span>
            <X size={12} aria-label="take off" />
          </AriaButton>
        )}
      </div>
      <div className="work-queue-tools">
        <TextField
          label="Search in this queue"
          hideLabel
          icon={Search}
          placeholder="Name, reference or school"
          value={filter.text ?? ''}
          onChange={(text) => {
            set({ text: text === '' ? undefined : text });
          }}
          inputRef={search}
        />
        {isWhose ? null : (
          <Select
            label="Whose"
            hideLabel
            value={filter.officer ?? EVERYONE}
            options={[
              { id: EVERYONE, label: 'Everyone’s' },
              { id: NOBODY, label: 'Nobody’s' },
              ...(officers ?? []).map((id) => ({ id, label: id })),
            ]}
            onChange={(id) => {
              set({ officer: id === EVERYONE ? undefined : id });
            }}
          />
        )}
      </div>
    </header>
  );
}

function partWords({ queue, part = '' }: ListQuery['filter']): string {
  return queue === undefined ? part : (QUEUE[queue].partWords?.(part) ?? part);
}
