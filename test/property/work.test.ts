import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../shared/calendar/dates.ts';
import { QUEUE, QUEUES, partsOf, queueLines } from '../../shared/casework/work/queues.ts';
import { workStageOf } from '../../shared/casework/work/work-stage.ts';
import type { WorkCase } from '../../shared/casework/work/work-case.ts';
import { APPLICATION_STATUSES } from '../../shared/model/client.ts';
import { rulesOn, someWork, WORK_DAY } from '../helpers/work-case.ts';

const anyDay = fc.integer({ min: -200, max: 200 }).map((days) => addDays(WORK_DAY, days));
const maybe = fc.option(anyDay, { nil: null });
const anyCase = (client_id: number): fc.Arbitrary<WorkCase> =>
  fc
    .record({
      status: fc.constantFrom(...APPLICATION_STATUSES),
      received_on: maybe,
      late: fc.boolean(),
      held_reason: fc.constantFrom('', '', 'Born twice.'),
      assigned_to: fc.constantFrom('', 'Ann', 'Bea'),
      asked_on: maybe,
      decided_on: maybe,
      appeal: fc.option(
        fc.record({
          stage: fc.constantFrom(1 as const, 2 as const),
          lodged_on: anyDay,
          due_on: anyDay,
        }),
        { nil: null },
      ),
      won_on: maybe,
      handed_on: maybe,
      tif_received_on: maybe,
      tif_missing: fc.constantFrom([], ['Handover'], ['Date of the risk assessment']),
      tif_for_office: fc.boolean(),
      transport: fc.constantFrom(
        'in_place' as const,
        'planned' as const,
        'unallocated' as const,
        'not_planned' as const,
        'closed' as const,
      ),
      reason: fc.constantFrom('', 'no_position', 'no_plan'),
      first_day: maybe,
    })
    .map((given) => someWork({ client_id, ref: `A${client_id}`, ...given }));
const anyCases = fc
  .integer({ min: 0, max: 12 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => anyCase(at + 1))));

/** Queues that a person works through; the others are the three questions above them. */
const WORKED = QUEUES.filter((name) => !['open', 'done'].includes(name) && !name.startsWith('no_'));

describe('queues', () => {
  it('lose nobody: every application stands in one that is worked, or is visibly done', () => {
    fc.assert(
      fc.property(anyCases, anyDay, (cases, on) => {
        const rules = rulesOn(on);
        const at = (name: (typeof QUEUES)[number]) =>
          new Set(queueLines(name, cases, { rules }).map(({ client_id }) => client_id));
        const [open, done] = [at('open'), at('done')];
        const worked = new Set(WORKED.flatMap((name) => [...at(name)]));
        for (const each of cases) {
          expect(open.has(each.client_id)).not.toBe(done.has(each.client_id));
          if (open.has(each.client_id)) expect(worked.has(each.client_id)).toBe(true);
          // Nobody without a decision or without transport is called done while their request is open.
          if (QUEUE.no_decision.holds(each, rules)) expect(done.has(each.client_id)).toBe(false);
          if (QUEUE.no_transport.holds(each, rules)) expect(done.has(each.client_id)).toBe(false);
        }
        // Each officer's work and nobody's make up the open work.
        const whose = new Set(cases.map(({ assigned_to }) => assigned_to));
        const shared = [...whose].map(
          (officer) =>
            cases.filter((each) => each.assigned_to === officer && workStageOf(each) !== 'done')
              .length,
        );
        expect(shared.reduce((a, b) => a + b, 0)).toBe(open.size);
      }),
      { numRuns: 400 },
    );
  });

  it('hold each case once, in an order that does not hang on the order given', () => {
    fc.assert(
      fc.property(anyCases, fc.constantFrom(...QUEUES), (cases, name) => {
        const rules = rulesOn();
        const lines = queueLines(name, cases, { rules });
        expect(new Set(lines.map(({ client_id }) => client_id)).size).toBe(lines.length);
        expect(queueLines(name, cases.toReversed(), { rules })).toEqual(lines);
        for (const { why } of lines) expect(why).toMatch(/\.$/);
        for (const { part, count } of partsOf(name, cases, rules))
          expect(queueLines(name, cases, { rules, part })).toHaveLength(count);
      }),
      { numRuns: 300 },
    );
  });

  it('give reasons that add up to each of the three questions', () => {
    fc.assert(
      fc.property(anyCases, (cases) => {
        const rules = rulesOn();
        for (const name of ['no_decision', 'no_tif', 'no_transport'] as const) {
          const sum = partsOf(name, cases, rules).reduce((all, { count }) => all + count, 0);
          expect(sum).toBe(queueLines(name, cases, { rules }).length);
        }
      }),
    );
  });
});
