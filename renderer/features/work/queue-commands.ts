import { useMemo } from 'react';
import type { WorkOverview } from '../../../shared/api/views/work.ts';
import { formatCount } from '../../../shared/format/number.ts';
import { useCommands, type Command } from '../../state/commands.ts';
import { stay } from '../../state/place.ts';
import { hrefOfQueue } from './queue-address.ts';

/** Every queue from the palette. */
export function useQueueCommands(overview: WorkOverview): void {
  const commands = useMemo(() => {
    const { mine, unassigned, queues, lacks, officer } = overview;
    const shown = [...(officer === '' ? [] : [mine]), unassigned, ...queues, ...lacks];
    return shown.map((queue): Command => ({
      id: `queue-${queue.label}`,
      label: `Queue: ${queue.label} (${formatCount(queue.count)})`,
      isEnabled: () => true,
      run: () => {
        stay(hrefOfQueue(queue.filter));
      },
    }));
  }, [overview]);
  useCommands('work', commands);
}
