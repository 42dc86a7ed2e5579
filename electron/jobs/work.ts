/** The team's work on a day, with the list behind every number: the same for screen and terminal. */
import type { Store } from '../../db/store.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { partsOf, QUEUE, QUEUES, type QueueName } from '../../shared/casework/work/queues.ts';
import { workloads } from '../../shared/casework/work/workload.ts';
import type { ApplicationFilter } from '../../shared/api/views/applications.ts';
import type { QueueCount, WorkOverview } from '../../shared/api/views/work.ts';

/** Asked above the queues, not counted among them. */
const LACKS: readonly QueueName[] = ['no_decision', 'no_tif', 'no_transport'];

/** Every queue with its count, and who has what. */
export function workOverview(store: Store, on: IsoDate, officer: string): WorkOverview {
  const cases = store.read.work.cases(on);
  const rules = store.read.work.rules(on);
  const count = (name: QueueName, narrow: ApplicationFilter = {}): QueueCount => {
    const { label, meaning, rule, holds } = QUEUE[name];
    const among =
      narrow.officer === undefined
        ? cases
        : cases.filter(({ assigned_to }) => assigned_to === narrow.officer);
    const held = among.filter((each) => holds(each, rules));
    return {
      name,
      label,
      meaning,
      rule: rule(rules),
      count: held.length,
      filter: { queue: name, ...narrow },
      parts: partsOf(name, held, rules).map((part) => ({
        ...part,
        filter: { queue: name, ...narrow, part: part.part },
      })),
    };
  };
  return {
    on,
    officer,
    applications: cases.length,
    mine: {
      ...count('open', { officer }),
      label: 'Mine',
      meaning: 'Open work that is assigned to you.',
    },
    unassigned: {
      ...count('open', { officer: '' }),
      label: 'Unassigned',
      meaning: 'Open work that nobody has taken.',
    },
    queues: QUEUES.filter((name) => !LACKS.includes(name)).map((name) => count(name)),
    lacks: LACKS.map((name) => count(name)),
    workloads: workloads(cases, rules, store.read.work.officers()),
    target_days: rules.target_days,
  };
}
