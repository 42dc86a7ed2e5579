import { describe, expect, it } from 'vitest';
import { WHERE } from '../../electron/jobs/report-where.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import type { Month } from '../../shared/calendar/months.ts';
import { clausesTable } from '../../shared/figures/clauses-table.ts';
import { isTooFew, WITHHELD } from '../../shared/figures/small-numbers.ts';
import type { IndexClause } from '../../shared/model/index-clause.ts';
import { breakdown } from '../../shared/pressure/breakdown.ts';
import type { CostFacts } from '../../shared/pressure/facts.ts';
import { buildLedger } from '../../shared/pressure/ledger.ts';
import { defined } from '../../shared/kernel/assert.ts';
import { someClause } from '../helpers/clauses.ts';
import { randomFacts } from '../helpers/cost-facts.ts';
import { COST_SCREENS } from '../helpers/cost-screens.ts';

const base = randomFacts(9, 120);
const ledger = buildLedger(base);
const PROVIDER = 'Example Cars';
const ofProvider = base.contracts.filter(({ provider }) => provider === PROVIDER);
const clientsOf = (id: number): number => new Set(ledger.this_year.filter(({ route, client_id }) => route.contract_id === id && client_id !== null).map(({ client_id }) => client_id)).size; // prettier-ignore
const small = defined(ofProvider.find(({ id }) => isTooFew(clientsOf(id))), 'a contract of few'); // prettier-ignore

const norfolk = someClause({
  id: 1,
  ref: 'Norfolk',
  provider: PROVIDER,
  kind: 'fixed',
  index: 'petrol',
  fixed_percent: 14,
  trigger: 15_000,
  lag_months: 1,
  cap_percent: 2,
  from_on: isoDate('2026-04-01'),
  to_on: isoDate('2026-09-30'),
  source: 'Report of April 2022',
});
const own = someClause({ id: 2, ref: 'Own', provider: PROVIDER, contract_ref: small.ref, base_month: '2026-04' as Month, collar_percent: 3, symmetric: true }); // prettier-ignore

function told(clauses: readonly IndexClause[], more: Partial<CostFacts> = {}) {
  const facts: CostFacts = { ...base, clauses, ...more };
  const { columns, rows } = clausesTable(facts, ledger, breakdown(facts, ledger, 'provider'));
  return rows.map((cells) => Object.fromEntries(columns.map(({ key }, at) => [key, cells[at]])));
}

describe('index clauses in the exports', () => {
  it('tell every term, what £100.00 becomes, and the pounds of its contracts', () => {
    const dear = [{ week_on: isoDate('2026-07-06'), petrol: 16_000, diesel: 17_000 }];
    const [row] = told([norfolk], { fuel: dear });
    expect(row).toMatchObject({
      holder: PROVIDER,
      contract: 'all without their own',
      index: 'Petrol',
      share: '13%',
      moves: 'its share rises 14% while at the trigger',
      base: 'none',
      lag: '1 month',
      cap: '+2%',
      collar: 'none',
      trigger: '150.0p a litre',
      symmetry: 'rises alone, and ends',
      from: '1 Apr 2026',
      to: '30 Sep 2026',
      contracts: ofProvider.length,
      example: '£101.82',
      paid: ofProvider.reduce((sum, { price_day_pence }) => sum + price_day_pence, 0),
      accepted: 'no price of it was accepted yet',
      source: 'Report of April 2022',
    });
    // 1.82% on each, halves of a penny away from nothing.
    expect(Number(row?.['priced']) / Number(row?.['before'])).toBeCloseTo(1.0182, 4);
  });

  it('name no contract of 1 to 4 children, and keep its pounds to themselves', () => {
    const rows = told([norfolk, own]);
    expect(rows[1]).toMatchObject({ contract: 'one of its own', before: WITHHELD, priced: WITHHELD, paid: WITHHELD, base: 'Apr 2026', collar: '−3%', symmetry: 'up and down' }); // prettier-ignore
    expect(JSON.stringify(rows)).not.toContain(`"${small.ref}"`);
    // What is left of the provider would tell it, too.
    expect(rows[0]).toMatchObject({ paid: WITHHELD, contracts: ofProvider.length - 1 });
  });

  it('say who accepted prices by it, and nothing of those that a later clause replaced', () => {
    const row = { id: 1, contract_id: small.id, event_id: 7, effective_on: isoDate('2026-06-01'), base_pence: 1, base_set_on: null, price_pence: 2, fuel_pence: 1, labour_pence: 0, other_pence: 0, clauses: ['Own'] }; // prettier-ignore
    const accepted_by = new Map([[7, { by: 'R. Officer', on: isoDate('2026-05-20') }]]);
    const rows = told([norfolk, own], { indexed: [row], accepted_by });
    expect(rows[1]?.['accepted']).toBe('1 contract by R. Officer on 20 May 2026');
    expect(rows[0]?.['accepted']).toBe('no price of it was accepted yet');
  });

  it('leave out what was entered by mistake, and say where there is none', () => {
    expect(told([{ ...norfolk, withdrawn: true }])).toEqual([]);
    const { note } = clausesTable(base, ledger, []);
    expect(note).toContain('No index clause is recorded');
  });
});

it('sends every part of the paper’s appendix to a screen that there is', () => {
  const known = new Set([...COST_SCREENS.map(([, address]) => address), 'costs/why', 'routes']);
  for (const { address } of Object.values(WHERE)) expect(known).toContain(address);
});
