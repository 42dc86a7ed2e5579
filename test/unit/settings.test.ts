import { describe, expect, it } from 'vitest';
import { isoDate } from '../../shared/calendar/dates.ts';
import { DEFAULT_SETTINGS, SETTING_KEYS } from '../../shared/costing/default-settings.ts';
import {
  checkSetting,
  deadlineOf,
  numberAt,
  rateCardAt,
  settingAt,
  travelBasisAt,
} from '../../shared/costing/read-settings.ts';
import { ELIGIBILITY_KEYS } from '../../shared/costing/eligibility-settings.ts';
import { thresholdsAt } from '../../shared/eligibility/thresholds.ts';
import { defined } from '../../shared/kernel/assert.ts';
import type { Setting } from '../../shared/model/money.ts';
import { ON, YEAR } from '../helpers/cost-facts.ts';

const days: Setting = defined(settingAt(DEFAULT_SETTINGS, 'days_a_year', ON), 'days a year');
const later = { ...days, from_on: isoDate('2027-09-01'), value: 195 };

/** A value of a rule's setting that is another one, and as usable. */
function another(key: string, value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  if (key === 'compulsory_prescribed_days') return ['09-01'];
  if (key === 'school_leaving_day') return { month: 7, weekday: 'Wed' };
  if (key === 'low_income_bases') return [{ basis: 'Any', words: ['any'], counts: 'no' }];
  if (key === 'ptb_bands') return [{ under_miles: 7, pence_a_year: 1 }, { under_miles: null, pence_a_year: 2 }]; // prettier-ignore
  return key === 'own_districts' ? ['E07000105'] : ['primary'];
}

describe('settings of eligibility', () => {
  const keys = [...ELIGIBILITY_KEYS, 'own_districts', 'ptb_bands'] as const;
  it.each(keys)('%s: the rules read the value in force on the day, from its day on', (key) => {
    const now = defined(settingAt(DEFAULT_SETTINGS, key, isoDate('2026-11-25')), key);
    const value = another(key, now.value);
    expect(checkSetting(key, value)).toMatchObject({ ok: true });
    const changed = [...DEFAULT_SETTINGS, { ...now, from_on: isoDate('2027-03-01'), value }];
    const read = (settings: readonly Setting[], on: string) => {
      const thresholds = thresholdsAt(settings, isoDate(on));
      return JSON.stringify(thresholds, (name, each: unknown) => (name === 'from_on' ? undefined : each)); // prettier-ignore
    };
    expect(read(changed, '2027-02-28')).toBe(read(DEFAULT_SETTINGS, '2027-02-28'));
    expect(read(changed, '2027-03-01')).not.toBe(read(DEFAULT_SETTINGS, '2027-03-01'));
  });
});

describe('settings', () => {
  it('has a dated, sourced default of every key, usable by its own check', () => {
    const keys = new Set(DEFAULT_SETTINGS.map((each) => each.key));
    expect([...keys].toSorted()).toEqual([...SETTING_KEYS].toSorted());
    for (const { key, value, source } of DEFAULT_SETTINGS) {
      expect(checkSetting(key, value)).toMatchObject({ ok: true });
      expect(source.length).toBeGreaterThan(10);
    }
  });

  it('reads the one in force on a day, and the first before any is', () => {
    const both = [later, days];
    expect(numberAt(both, 'days_a_year', isoDate('2027-08-31'))).toBe(190);
    expect(numberAt(both, 'days_a_year', isoDate('2027-09-01'))).toBe(195);
    expect(numberAt(both, 'days_a_year', isoDate('2001-01-01'))).toBe(190);
    expect(settingAt([], 'days_a_year', ON)).toBeNull();
  });

  it('falls back to the default where a stored value cannot be used', () => {
    expect(numberAt([{ ...days, value: 'many' }], 'days_a_year', ON)).toBe(190);
    const card = defined(settingAt(DEFAULT_SETTINGS, 'rate_card', ON), 'rate card');
    expect(rateCardAt([{ ...card, value: { classes: [] } }], ON).classes).toHaveLength(4);
  });

  it.each([
    ['unheard_of', 1, 'unknown_setting'],
    ['days_a_year', 400, 'bad_setting'],
    ['days_a_year', 1.5, 'bad_setting'],
    ['deadline', '02-30', 'bad_setting'],
    ['postcode_areas', ['kent'], 'bad_setting'],
    ['rate_card', { classes: [], assistant_pence: 1 }, 'bad_setting'],
    ['ptb_bands', [], 'bad_setting'],
  ])('refuses %s = %j', (key, value, code) => {
    expect(checkSetting(key, value)).toMatchObject({ ok: false, error: { code } });
  });

  it('knows the figures of the brief', () => {
    const { classes, assistant_pence } = rateCardAt(DEFAULT_SETTINGS, ON);
    expect(classes.map((each) => [each.id, each.fixed_pence, each.per_km_pence])).toEqual([
      ['taxi', 7000, 90],
      ['accessible_taxi', 9500, 110],
      ['minibus', 15_000, 130],
      ['accessible_minibus', 19_000, 150],
    ]);
    expect(assistant_pence).toBe(4500);
    expect(travelBasisAt(DEFAULT_SETTINGS, ON).factor).toBe(1.4);
    // 24.4 miles an hour is 10.9 m/s.
    expect(travelBasisAt(DEFAULT_SETTINGS, ON).speed_mps).toBeCloseTo(10.908, 3);
    expect(deadlineOf(DEFAULT_SETTINGS, YEAR, ON)).toBe('2026-08-01');
  });
});
