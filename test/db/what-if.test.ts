/** What-ifs on a real store: the plan in use stays as it is, and what is found can be kept as a trial. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/store.ts';
import { silent } from '../../electron/jobs/context.ts';
import { whatIf } from '../../electron/jobs/what-if.ts';
import type { WhatIfAsked } from '../../shared/api/views/what-if.ts';
import { defined } from '../../shared/kernel/assert.ts';
import { makeDemoStore, type DemoStore } from '../helpers/demo-store.ts';
import { TEST_DAY } from '../helpers/served-store.ts';

let demo: DemoStore;
let store: Store;

beforeAll(() => {
  demo = makeDemoStore(300);
  const opened = openStore(demo.path, {});
  if (!opened.ok) throw new Error(opened.error.cause);
  store = opened.value;
}, 60_000);
afterAll(() => {
  store.close();
  demo.remove();
});

const plan = () => defined(store.plans.current(), 'a plan');
const ask = (asked: WhatIfAsked, keep_as: string | null) =>
  whatIf(store, { asked, keep_as, on: TEST_DAY, by: { who: 'Test', why: 'a what-if' } }, silent);

describe('a what-if', () => {
  it('leaves no trace unless it is kept, and then only as a trial', () => {
    const urn = defined(plan().routes.find((route) => route.school_urn !== null)?.school_urn, 'a school'); // prettier-ignore
    const bell = { what: 'bell', school_urn: urn, minutes: 20 } as const;
    const before = plan();
    const revision = store.read.revision();
    for (const asked of [bell, { what: 'merge', school_urn: null } as const])
      expect(ask(asked, null)).toMatchObject({ ok: true });
    expect(store.read.revision()).toBe(revision);

    expect(ask(bell, ' ')).toMatchObject({ ok: false, error: { code: 'name_missing' } });
    expect(ask(bell, 'Later bell')).toMatchObject({ ok: true, value: { kept_as: 'Later bell' } });
    expect(plan().routes).toEqual(before.routes);
    expect(ask(bell, 'Later bell')).toMatchObject({ ok: false, error: { code: 'name_taken' } });
    const head = store.trials.list().find((each) => each.trial?.name === 'Later bell');
    const trial = defined(store.trials.plan(defined(head, 'the trial').id), 'its plan');
    const times = (routes: typeof trial.routes) =>
      routes.filter((each) => each.school_urn === urn).map((each) => [each.ref, each.arrive_s]);
    expect(times(trial.routes)).toEqual(
      times(before.routes).map(([ref, at]) => [ref, Number(at) + 1200]),
    );
  });
});
