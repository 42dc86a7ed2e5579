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
import { defined } from '../../shared/kernel/assert.ts';
import type { Setting } from '../../shared/model/money.ts';
import { ON, YEAR } from '../helpers/cost-facts.ts';

const days: Setting = defined(settingAt(DEFAULT_SETTINGS, 'days_a_year', ON), 'days a year');
const later = { ...days, from_on: isoDate('2027-09-01'), value: 195 };

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
