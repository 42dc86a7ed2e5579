/** `kerbside plans`: what is listed and compared, and how wrong use ends. */
import { afterAll, describe, expect, it } from 'vitest';
import { dirname } from 'node:path';
import { openStore } from '../../db/open.ts';
import { makeDemoStore } from '../helpers/demo-store.ts';
import { kerbside } from '../helpers/terminal-command.ts';

const demo = makeDemoStore(300);
afterAll(demo.remove);
const run = (...args: readonly string[]) =>
  kerbside(dirname(demo.path), 'plans', '--store', demo.path, ...args);

describe('plans on the terminal', () => {
  it('lists and compares, and says which plan it does not know', { timeout: 60_000 }, async () => {
    const opened = openStore(demo.path);
    if (!opened.ok) throw new Error(opened.error.cause);
    const store = opened.value;
    const id = store.plans.current()?.id ?? 0;
    store.write({ who: 'test', why: 'test' }, () =>
      store.trials.makeCopy(id, { name: 'Fewer taxis', note: '' }),
    );
    store.close();
    const listed = await run('--json');
    expect(listed.code, listed.err).toBe(0);
    expect(JSON.parse(listed.out)).toMatchObject({
      plans: [
        { id, kind: 'in_use' },
        { kind: 'trial', trial: { name: 'Fewer taxis' } },
      ],
    });
    const compared = await run('--compare', `${id},Fewer taxis`, '--json');
    expect(compared.code, compared.err).toBe(0);
    expect(JSON.parse(compared.out)).toMatchObject({ affected: [], routes: { changed: 0 } });
    expect((await run('--compare', `${id},99999`)).code).toBe(1);
    expect((await run('--compare', String(id))).code).toBe(2);
  });
});
