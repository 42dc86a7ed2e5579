/**
 * Any screen on a county of the size that Kent describes, 1,500 routes and 6,500 clients: what each place asks of the host when it is opened,
 * in CPU time of the host's own thread, which every other screen waits for. First is on a host just started, with nothing kept by anybody
 * since the last write; again is the same asked a second time.
 */
import { copyFileSync } from 'node:fs';
import path from 'node:path';
import { createDispatch } from '../../electron/api/dispatch.ts';
import { composeHost } from '../../electron/serve.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import { defined } from '../../shared/kernel/assert.ts';
import type { Result } from '../../shared/kernel/result.ts';
import type { Figure } from './measure.ts';
import { placeCalls, type Call } from './place-channels.ts';
import { timeCommand } from './terminal.ts';

const CLIENTS = '6500';
const TODAY = isoDate('2026-08-10');
const AGAIN = 3;
/** Milliseconds for any screen. */
const TARGET = 200;

/** One figure a place and one for asking it again. `store`: one that was made before; without it the county is made and planned. */
export async function benchPlaces(
  folder: string,
  store: string | null,
): Promise<readonly Figure[]> {
  const made = store ?? path.join(folder, 'places.kerbside');
  if (store === null) {
    timeCommand(['demo', '--store', made, '--clients', CLIENTS]);
    timeCommand(['plan', '--store', made, '--all', '--iterations', '0']);
  }
  const figures: Figure[] = [];
  for (const [address, calls] of Object.entries(await callsOn(folder, made))) {
    const { first, again, worst } = await timePlace(folder, made, calls);
    figures.push(
      { name: address, unit: 'ms', runs: [first], target: TARGET, note: `mostly ${worst}` },
      { name: `${address}, again`, unit: 'ms', runs: again, target: TARGET, note: '' },
    );
  }
  return figures;
}

async function callsOn(
  folder: string,
  made: string,
): Promise<Readonly<Record<string, readonly Call[]>>> {
  const { store, close } = await hostOn(folder, made);
  const routes = store.plans.current()?.routes ?? [];
  const let_ = defined(routes.find(({ contract_id, stops }) => contract_id !== null && stops.length > 3), 'a route that is let'); // prettier-ignore
  const client_id = defined(let_.stops[0], 'a stop').client_id;
  await close();
  return placeCalls({ client_id, route_id: let_.id, route_ref: let_.ref, contract_id: let_.contract_id ?? 0 }); // prettier-ignore
}

async function hostOn(folder: string, made: string) {
  const file = path.join(folder, 'opened.kerbside');
  copyFileSync(made, file);
  const composed = composeHost({
    shell: 'browser',
    version: 'bench',
    dataFolder: folder,
    on: TODAY,
  });
  const opened = composed.host.stores.open(file, undefined);
  if (!opened.ok) throw new Error(opened.error.cause);
  const store = composed.host.store();
  if (!store.ok) throw new Error(store.error.cause);
  // Something is written, so that nothing is found that the making of the county kept.
  const [client_id] = store.value.clients.ids().values();
  store.value.write({ who: 'Bench', why: 'hand' }, () => {
    store.value.clients.update(client_id ?? 0, { notes: `Bench ${Date.now()}` });
  });
  const dispatch = createDispatch(composed.host, (channel, bug) => {
    throw new Error(channel, { cause: bug });
  });
  return { dispatch, store: store.value, close: () => composed.close() };
}

async function timePlace(folder: string, made: string, calls: readonly Call[]) {
  const { dispatch, close } = await hostOn(folder, made);
  const round = async (): Promise<readonly number[]> => {
    const spent: number[] = [];
    for (const { channel, input } of calls) {
      const start = process.threadCpuUsage();
      const answer: Result<unknown> = await dispatch(channel, input);
      const { user, system } = process.threadCpuUsage(start);
      if (!answer.ok) throw new Error(`${channel}: ${answer.error.cause}`);
      spent.push((user + system) / 1000);
    }
    return spent;
  };
  const sum = (all: readonly number[]): number => all.reduce((total, each) => total + each, 0);
  const opened = await round();
  const again: number[] = [];
  for (let turn = 0; turn < AGAIN; turn++) again.push(sum(await round()));
  await close();
  const worst = opened.indexOf(Math.max(...opened));
  return { first: sum(opened), again, worst: `${calls[worst]?.channel ?? ''}, ${(opened[worst] ?? 0).toFixed(0)} ms` }; // prettier-ignore
}
