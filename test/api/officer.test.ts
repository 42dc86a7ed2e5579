/** Who works at this machine: kept beside the stores, and named by the history of what is done by hand. */
import { afterAll, describe, expect, it } from 'vitest';
import { serveStore, type ServedStore } from '../helpers/served-store.ts';
import { madeFolder } from '../db/made-store.ts';

const folder = madeFolder();
const served: ServedStore[] = [];
const started = async (): Promise<ServedStore> => {
  const one = await serveStore({ folder: folder.path, bare: true });
  served.push(one);
  return one;
};
afterAll(async () => {
  for (const one of served) await one.close();
  folder.cleanUp();
});

describe('the officer of a machine', () => {
  it('is nobody at first, and stays once said, over a new start', async () => {
    const first = await started();
    expect(await first.call('app/info', {})).toMatchObject({ ok: true, value: { officer: '' } });
    const said = await first.call('app/set-officer', { name: '  Zoë Ó Briain ' });
    expect(said).toMatchObject({ ok: true, value: { officer: 'Zoë Ó Briain' } });
    const second = await started();
    expect(await second.call('app/info', {})).toMatchObject({ value: { officer: 'Zoë Ó Briain' } });
    expect(second.composed.host.byHand()).toEqual({ who: 'Zoë Ó Briain', why: 'hand' });
    await second.call('app/set-officer', { name: '' });
    expect(second.composed.host.byHand().who).toBe('Officer');
  });
});
