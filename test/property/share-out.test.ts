import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareOut, type Shareable } from '../../shared/casework/work/share-out.ts';

const OFFICERS = ['Ann', 'Bea', 'Cal', 'Dee'];
const anyWork = fc
  .array(
    fc.record({
      family: fc.constantFrom('', '', 'Mill Lane', 'High Street', 'Church Road'),
      assigned_to: fc.constantFrom('', ...OFFICERS, 'Zed'),
    }),
    { maxLength: 40 },
  )
  .map((list) => list.map((each, at): Shareable => ({ client_id: at + 1, ...each })));
const someOfficers = fc.integer({ min: 1, max: 4 }).map((count) => OFFICERS.slice(0, count));

describe('sharing out', () => {
  it('gives everybody one officer of those named, and every family one together', () => {
    fc.assert(
      fc.property(anyWork, someOfficers, (work, officers) => {
        const given = shareOut(work, officers, new Map());
        expect([...given.keys()].toSorted((a, b) => a - b)).toEqual(
          work.map((each) => each.client_id),
        );
        for (const officer of given.values()) expect(officers).toContain(officer);
        for (const family of ['Mill Lane', 'High Street', 'Church Road']) {
          const of = work.filter((each) => each.family === family);
          expect(new Set(of.map(({ client_id }) => given.get(client_id))).size).toBeLessThan(2);
        }
        expect(shareOut(work.toReversed(), officers, new Map())).toEqual(given);
      }),
    );
  });

  it('leaves nobody with more than a family above another', () => {
    fc.assert(
      fc.property(anyWork, someOfficers, (work, officers) => {
        const given = shareOut(work, officers, new Map());
        const loads = officers.map(
          (officer) => [...given.values()].filter((each) => each === officer).length,
        );
        const families = new Map<string, number>();
        for (const { family, client_id } of work) {
          const key = family === '' ? `alone ${client_id}` : family;
          families.set(key, (families.get(key) ?? 0) + 1);
        }
        const largest = Math.max(1, ...families.values());
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(largest);
      }),
    );
  });

  it('moves nothing where it is even already, and fills up whoever has least', () => {
    const even = OFFICERS.map((assigned_to, at) => ({
      client_id: at + 1,
      family: '',
      assigned_to,
    }));
    expect([...shareOut(even, OFFICERS, new Map()).values()]).toEqual(OFFICERS);
    const new_ones = [1, 2, 3].map((client_id) => ({ client_id, family: '', assigned_to: '' }));
    const given = shareOut(new_ones, ['Ann', 'Bea'], new Map([['Ann', 5]]));
    expect([...given.values()]).toEqual(['Bea', 'Bea', 'Bea']);
    expect(shareOut(new_ones, [], new Map()).size).toBe(0);
  });
});
