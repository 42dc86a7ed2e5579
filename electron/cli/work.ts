/** `kerbside work`: the queues with who stands in them, who is without what, and when the last decision is likely. */
import { ok } from '../../shared/kernel/result.ts';
import { formatCount } from '../../shared/format/number.ts';
import type { QueueCount } from '../../shared/api/views/work.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import type { Store } from '../../db/store.ts';
import { burnUpView } from '../jobs/burn-up.ts';
import { workOverview } from '../jobs/work.ts';
import type { Answer, Command } from './command.ts';
import { ON_FLAG, PASSPHRASE_FLAG, STORE_FLAG, textFlag, withStore } from './common-flags.ts';

export const workCommand: Command = {
  name: 'work',
  summary:
    'the queues, who has no decision, TIF or transport and why, and the forecast of deciding',
  flags: {
    store: STORE_FLAG,
    on: ON_FLAG,
    officer: { value: 'NAME', help: 'whose work counts as mine (default: nobody’s)' },
    'passphrase-file': PASSPHRASE_FLAG,
  },
  notes: 'Ends with 1 when anything is at risk.',
  run: (input) =>
    withStore(input, ({ store, on }) => ok(answer(store, on, textFlag(input, 'officer') ?? ''))),
};

function answer(store: Store, on: IsoDate, officer: string): Answer {
  const overview = workOverview(store, on, officer);
  const refs = new Map(store.read.work.cases(on).map(({ client_id, ref }) => [client_id, ref]));
  const listed = ({ filter, parts, ...queue }: QueueCount) => ({
    ...queue,
    parts: parts.map(({ part, label, count }) => ({ part, label, count })),
    refs: store.read
      .ids({ filter, sort: 'next', descending: false, offset: 0, limit: 1 }, on)
      .flatMap((id) => refs.get(id) ?? []),
  });
  const { mine, unassigned, queues, lacks, workloads, applications, target_days } = overview;
  const burn_up = (['on_time', 'late', 'all'] as const).map((split) =>
    burnUpView(store, on, split),
  );
  const atRisk = queues.find(({ name }) => name === 'at_risk')?.count ?? 0;
  return {
    exit: atRisk > 0 ? 1 : 0,
    json: {
      on,
      officer,
      applications,
      target_days,
      mine: officer === '' ? null : listed(mine),
      unassigned: listed(unassigned),
      queues: queues.map(listed),
      lacks: lacks.map(listed),
      workloads,
      burn_up,
    },
    lines: [
      ...lacks.map(
        ({ label, count, parts }) =>
          `${label}: ${formatCount(count)} of ${formatCount(applications)} (${parts.map((part) => `${part.label.toLowerCase()} ${formatCount(part.count)}`).join(', ')}).`,
      ),
      ...[...(officer === '' ? [] : [mine]), unassigned, ...queues].map(
        ({ label, count, meaning }) => `${label}: ${formatCount(count)}. ${meaning}`,
      ),
      ...burn_up.slice(0, 1).map(({ sentence }) => sentence),
    ],
  };
}
