/** Answers that are kept until something changes: after any write, by whoever, they are what a store opened just now says. */
import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/store.ts';
import { headlineNow, pressureSentence } from '../../electron/jobs/pressure-sentence.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import { defined } from '../../shared/kernel/assert.ts';
import { BY_TEST, madeFolder } from '../db/made-store.ts';
import { act, action } from '../helpers/casework-actions.ts';
import { CaseworkDesk } from '../helpers/casework-desk.ts';
import { makeDemoStore } from '../helpers/demo-store.ts';

const folder = madeFolder();
const demo = makeDemoStore(250);
afterAll(() => {
  folder.cleanUp();
  demo.remove();
});
let made = 0;

function opened(path: string): Store {
  const store = openStore(path);
  if (!store.ok) throw new Error(store.error.cause);
  return store.value;
}

describe('what Today says', () => {
  it('is never of an earlier state, whatever is done to a summer of casework', async () => {
    let [kept, changed] = [0, 0];
    await fc.assert(
      fc.asyncProperty(
        fc.array(action, { minLength: 8, maxLength: 16, size: 'max' }),
        async (actions) => {
          const desk = new CaseworkDesk(folder.path, `${++made}`);
          await desk.bring('applications');
          for (const each of actions) {
            const before = desk.store.read.today(desk.on);
            if (desk.store.read.today(desk.on) === before) kept += 1;
            await act(desk, each);
            const now = desk.store.read.today(desk.on);
            if (now !== before) changed += 1;
            const fresh = opened(desk.path);
            expect(now).toEqual(fresh.read.today(desk.on));
            // A write by another connection is a change as well.
            fresh.write(BY_TEST, () => {
              const [first] = fresh.clients.all();
              const school_urn = first?.school_urn === null ? (fresh.schools.all()[0]?.urn ?? null) : null; // prettier-ignore
              if (first !== undefined) fresh.clients.upsertMany([{ ref: first.ref, school_urn }]);
            });
            expect(desk.store.read.today(desk.on)).toEqual(fresh.read.today(desk.on));
            fresh.close();
          }
          desk.store.close();
        },
      ),
      { numRuns: 3 },
    );
    expect(kept).toBeGreaterThan(10);
    expect(changed).toBeGreaterThan(5);
  }, 240_000);
});

describe('the sentence about cost', () => {
  const ON = isoDate('2026-08-10');

  it('is the one worked out now after any write, and is kept over those that do not bear on it', () => {
    const store = opened(demo.path);
    const clients = store.clients.all();
    const contracts = store.contracts.all();
    const request = defined(store.applications.all()[0], 'a request');
    const writes = {
      request: (n: number) => store.applications.update(request.ref, { held_reason: n % 2 === 0 ? 'Asked.' : '' }), // prettier-ignore
      price: (n: number) => store.contracts.upsertMany([{ ref: contracts[n % contracts.length]?.ref ?? '', price_day_pence: 5000 + 137 * n }]), // prettier-ignore
      home: (n: number) => store.clients.upsertMany([{ ref: clients[n % clients.length]?.ref ?? '', lat: 51.1 + (n % 40) / 100, lon: 0.6 }]), // prettier-ignore
      release: (n: number) => store.contracts.release(clients[n % clients.length]?.id ?? 0, n % 2 === 0), // prettier-ignore
      setting: (n: number) => {
        const mileage = defined(store.settings.all().find((each) => each.key === 'days_a_year'), 'days'); // prettier-ignore
        store.settings.upsertMany([{ ...mileage, value: 180 + (n % 15) }]);
      },
    } as const;
    const kinds = Object.keys(writes) as (keyof typeof writes)[];
    let others = 0;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...kinds), fc.nat(500)), { minLength: 1, maxLength: 5 }),
        (drawn) => {
          for (const [kind, n] of drawn) {
            const before = pressureSentence(store, ON);
            store.write(BY_TEST, () => void writes[kind](n));
            const now = pressureSentence(store, ON);
            expect(now).toBe(headlineNow(store, ON));
            if (kind === 'request') expect(now).toBe(before);
            else if (now !== before) others += 1;
          }
        },
      ),
      { numRuns: 12 },
    );
    expect(others).toBeGreaterThan(2);
    // A request alone leaves what is kept: it is not worked out again.
    const kept = pressureSentence(store, ON);
    let times = 0;
    store.write(BY_TEST, () => void writes.request(7));
    store.read.derived(
      'pressure_sentence',
      ON,
      () => {
        times += 1;
        return '';
      },
      ['application'],
    );
    expect([kept === '', times]).toEqual([false, 0]);
    store.close();
  }, 120_000);
});
