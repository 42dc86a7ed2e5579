/** Who has transport follows every change of the register in the same write, whoever it bears on. */
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/store.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import { defined } from '../../shared/kernel/assert.ts';
import { makeDemoStore, type DemoStore } from '../helpers/demo-store.ts';
import { ON } from './made-store.ts';

const BY = { who: 'S Clarke', why: 'hand' };
const LONG_AGO = isoDate('2026-01-01');
let demo: DemoStore;
let store: Store;

beforeAll(() => {
  demo = makeDemoStore(200);
  const opened = openStore(demo.path, {});
  if (!opened.ok) throw new Error(opened.error.cause);
  store = opened.value;
}, 60_000);
afterAll(() => {
  store.close();
  demo.remove();
});

/** One change, by the numbers drawn for whom and for what. */
function change(kind: number, at: number): void {
  const { register } = store;
  const pick = <T>(list: readonly T[]): T => defined(list[at % list.length], 'one of the list');
  const worker = pick(register.workers());
  const vehicle = pick(register.vehicles());
  const assignment = pick(register.assignments());
  const { contract_id } = assignment;
  store.write(BY, () => {
    if (kind === 0) register.upsertWorkers([{ ref: worker.ref, badge_expires_on: LONG_AGO }]);
    if (kind === 1) register.upsertVehicles([{ mark: vehicle.mark, mot_expires_on: LONG_AGO }]);
    if (kind === 2) register.removeAssignment(assignment.id);
    if (kind === 3)
      register.assign({ contract_id, role: 'cover', worker_id: worker.id, vehicle_id: null, from_on: ON, to_on: null }); // prettier-ignore
    if (kind === 4)
      register.setCompetence({ worker_id: worker.id, competence: 'Rescue medication', issued_on: null, expires_on: at % 2 === 0 ? null : LONG_AGO }); // prettier-ignore
    if (kind === 5) register.removeWorker(worker.id);
    if (kind === 6)
      register.upsertWorkers(
        register.workers().map(({ ref }) => ({ ref, badge_expires_on: isoDate('2028-01-01') })),
      );
    if (kind === 7) register.changeAssignment(assignment.id, { from_on: ON, to_on: ON });
  });
}

it('is what it would be worked out anew, after any changes', () => {
  const before = JSON.stringify(store.read.states(ON));
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 7 }), fc.nat(10_000)), { minLength: 3, maxLength: 8 }), // prettier-ignore
      (changes) => {
        for (const [kind, at] of changes) change(kind, at);
        expect(store.drift(ON)).toEqual([]);
      },
    ),
    { numRuns: 12 },
  );
  expect(JSON.stringify(store.read.states(ON))).not.toBe(before);
});
