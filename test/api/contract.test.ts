import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDispatch, type Dispatch } from '../../electron/api/dispatch.ts';
import { allHandlers } from '../../electron/api/all-handlers.ts';
import { CHANNELS } from '../../shared/api/contract.ts';
import { serveStore, type ServedStore } from '../helpers/served-store.ts';

let served: ServedStore;
let dispatch: Dispatch;
const bugs: string[] = [];

beforeAll(async () => {
  served = await serveStore();
  dispatch = createDispatch(served.composed.host, (channel, bug) => {
    bugs.push(`${channel}: ${String(bug)}`);
  });
});
afterAll(() => served.close());

describe('every channel', () => {
  it('is there, with a handler', () => {
    expect(CHANNELS.length).toBeGreaterThan(30);
    expect(Object.keys(allHandlers).toSorted()).toEqual([...CHANNELS].toSorted());
  });

  const bad = [null, 'text', 7, [], { no_such_field: 1 }];
  it.each(CHANNELS)('%s refuses bad input with every problem named', async (channel) => {
    for (const input of bad) {
      const answer = await dispatch(channel, input);
      expect(answer, JSON.stringify(input)).toMatchObject({
        ok: false,
        error: { code: 'bad_input', cause: expect.any(String), action: expect.any(String) },
      });
      if (!answer.ok) expect(answer.error.details?.['problems']).not.toHaveLength(0);
    }
    expect(bugs).toEqual([]);
  });
});

describe('the dispatcher', () => {
  it('refuses a channel that is not in the contract, whatever its name', async () => {
    for (const name of ['no/such', '__proto__', 'constructor', 'toString', '']) {
      expect(await dispatch(name, {})).toMatchObject({
        ok: false,
        error: { code: 'unknown_channel' },
      });
    }
  });

  it('turns a bug in a handler into a failure and reports it', async () => {
    const heard: unknown[] = [];
    const broken = createDispatch(served.composed.host, (_channel, bug) => heard.push(bug), {
      ...allHandlers,
      'app/info': () => {
        throw new Error('a broken handler');
      },
    });
    expect(await broken('app/info', {})).toMatchObject({ ok: false, error: { code: 'bug' } });
    expect(heard).toHaveLength(1);
  });

  it('says that no store is open rather than failing', async () => {
    const bare = await serveStore({ bare: true });
    const ask = createDispatch(bare.composed.host, (channel, bug) => {
      bugs.push(`${channel}: ${String(bug)}`);
    });
    expect(await ask('app/info', {})).toMatchObject({ ok: true, value: { store: null } });
    for (const channel of ['today/get', 'map/data', 'costs/overview', 'data/overview'] as const) {
      expect(await ask(channel, {}), channel).toMatchObject({
        ok: false,
        error: { code: 'no_store' },
      });
    }
    expect(bugs).toEqual([]);
    await bare.close();
  });
});
