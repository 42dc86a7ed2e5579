import { describe, expect, it } from 'vitest';
import { isoDate } from '../../shared/calendar/dates.ts';
import {
  ADJUSTED_BAR_WORDS,
  ADJUSTED_BARS,
  ADJUSTMENT_CHECKS,
  ADJUSTMENT_KIND_WORDS,
  ADJUSTMENT_KINDS,
  adjustmentsAt,
  adjustmentsReplacedOn,
  type Adjustment,
} from '../../shared/costing/adjustment-settings.ts';
import { adjustmentProblems, adjustmentSentence, adjustmentWarnings } from '../../shared/costing/check-adjustment.ts'; // prettier-ignore
import type { Setting } from '../../shared/model/money.ts';
import { barsWith, sidePeriod } from '../../shared/pressure/adjusted-bars.ts';
import { explainChange } from '../../shared/pressure/change.ts';
import type { CostFacts } from '../../shared/pressure/facts.ts';
import { buildLedger } from '../../shared/pressure/ledger.ts';
import { splitNotes } from '../../shared/pressure/split/bar-notes.ts';
import { ON, randomFacts } from '../helpers/cost-facts.ts';

const saving: Adjustment = {
  kind: 'savings',
  label: 'Retender of Thanet',
  from_on: isoDate('2026-04-01'),
  to_on: isoDate('2027-03-31'),
  pence: -36_500_001,
  within: 'retender',
  source: 'Minute 41',
  signed_by: 'R. Officer',
};

function setting(from_on: string, value: unknown): Setting {
  return { key: 'cost_adjustments', from_on: isoDate(from_on), value, unit: '', label: '', source: '', estimated: false }; // prettier-ignore
}

const facts = randomFacts(9, 60);
const withList = (list: readonly Adjustment[]): CostFacts => ({
  ...facts,
  settings: [...facts.settings, setting(ON, list)],
});
const barsOf = (of: CostFacts) => explainChange(of, buildLedger(of)).bars;
const plain = (bars: ReturnType<typeof barsOf>) => bars.map(({ key, pence }) => [key, pence]);
const [last, now] = [facts.last_year, facts.year].map((year) => {
  const period = sidePeriod({ key: year.replace('/', '-'), kind: 'year' }, null);
  if (period === null) throw new Error(year);
  return period;
});
if (last === undefined || now === undefined) throw new Error('two years');
const sides = { from: last, to: now };

describe('what an adjustment would do, while it is typed', () => {
  const base = barsOf(facts);
  const all = ADJUSTMENT_KINDS.flatMap((kind) => ADJUSTED_BARS.map((within) => ({ ...saving, kind, within }))); // prettier-ignore

  it.each(all)('is what the split makes of it once kept: $kind within $within', (each) => {
    const preview = barsWith(base, { was: null, now: each }, sides);
    const kept = barsOf(withList([each]));
    expect(plain(preview)).toEqual(plain(kept));
    // Both years have a part of it: the financial year lies across them.
    expect(plain(preview)).not.toEqual(plain(base));
  });

  it('is the same for one changed and for one taken out', () => {
    const other = { ...saving, kind: 'income' as const, within: 'none' as const, pence: 700_000 };
    const kept = barsOf(withList([saving]));
    expect(plain(barsWith(kept, { was: saving, now: other }, sides))).toEqual(plain(barsOf(withList([other])))); // prettier-ignore
    expect(plain(barsWith(kept, { was: saving, now: null }, sides))).toEqual(plain(base));
  });

  it('knows the days of a year, a month and a plan, and says where there are none', () => {
    expect(sidePeriod({ key: '2025-26', kind: 'year' }, null)).toEqual({ from_on: '2025-09-01', to_on: '2026-08-31' }); // prettier-ignore
    expect(sidePeriod({ key: '2026-02', kind: 'month' }, null)).toEqual({ from_on: '2026-02-01', to_on: '2026-02-28' }); // prettier-ignore
    expect(sidePeriod({ key: '2025-12', kind: 'month' }, null)).toEqual({ from_on: '2025-12-01', to_on: '2025-12-31' }); // prettier-ignore
    expect(sidePeriod({ key: 'plan-3', kind: 'plan' }, sides.to)).toEqual(sides.to);
    expect(sidePeriod({ key: 'dearer fuel', kind: 'scenario' }, sides.to)).toBeNull();
  });

  it('calls the bars as the waterfall does', () => {
    const notes = splitNotes(facts);
    for (const kind of ADJUSTMENT_KINDS) expect(ADJUSTMENT_KIND_WORDS[kind]).toBe(notes[kind].label); // prettier-ignore
    for (const bar of ADJUSTED_BARS)
      if (bar !== 'none') expect(ADJUSTED_BAR_WORDS[bar]).toBe(notes[bar].label);
  });
});

describe('an adjustment as it is kept', () => {
  it('is read where an older Kerbside kept it, without source and signature', () => {
    const { source: _source, signed_by: _by, ...older } = saving;
    expect(ADJUSTMENT_CHECKS.cost_adjustments([older])).toBe(true);
    expect(adjustmentsAt([setting('2026-01-01', [older])], ON)).toEqual([{ ...older, source: '', signed_by: '' }]); // prettier-ignore
    expect(ADJUSTMENT_CHECKS.cost_adjustments([{ ...saving, source: 3 }])).toBe(false);
  });

  it('gives way to the newest list that has begun, and says when the next begins', () => {
    const lists = [setting('2026-01-01', [saving]), setting('2030-01-01', []), setting('2029-01-01', [])]; // prettier-ignore
    expect(adjustmentsAt(lists, ON)).toEqual([saving]);
    expect(adjustmentsReplacedOn(lists, ON)).toBe('2029-01-01');
    expect(adjustmentsReplacedOn(lists, isoDate('2030-01-01'))).toBeNull();
  });

  it('says everything that is wrong at once', () => {
    const empty = { ...saving, label: ' ', pence: 0, source: '', signed_by: '', to_on: isoDate('2026-03-31') }; // prettier-ignore
    expect(adjustmentProblems(empty)).toHaveLength(5);
    expect(adjustmentProblems({ ...saving, pence: 0.5 })).toHaveLength(1);
    expect(adjustmentProblems({ ...saving, label: 'x'.repeat(201) })).toHaveLength(1);
    expect(adjustmentProblems(saving)).toEqual([]);
  });

  it('warns of a saving that would count twice and of income that raises the cost', () => {
    expect(adjustmentWarnings(saving)).toEqual([]);
    expect(adjustmentWarnings({ ...saving, within: 'none' })).toHaveLength(1);
    expect(adjustmentWarnings({ ...saving, kind: 'income', pence: 5 })).toHaveLength(2);
    expect(adjustmentWarnings({ ...saving, kind: 'policy', within: 'none', pence: 5 })).toEqual([]);
  });

  it('reads as a sentence in the history', () => {
    expect(adjustmentSentence(saving)).toBe(
      'Savings: Retender of Thanet, −£365,000.01 from 1 Apr 2026 to 31 Mar 2027, part of Retender price, signed by R. Officer',
    );
  });
});
