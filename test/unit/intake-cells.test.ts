import { describe, expect, test } from 'vitest';
import { isoDate } from '../../shared/calendar/dates.ts';
import {
  parseAssistant,
  parseMobility,
  parseNeed,
  parseStatus,
  parseYearGroup,
  parseYesNo,
} from '../../shared/intake/parse-codes.ts';
import { parseDate } from '../../shared/intake/parse-date.ts';
import { parseDays } from '../../shared/intake/parse-days.ts';
import {
  parseMoney,
  parseNumber,
  parseTime,
  parseWhole,
} from '../../shared/intake/parse-number.ts';
import { parsePostcode } from '../../shared/intake/parse-postcode.ts';
import { parseMonth } from '../../shared/intake/prices.ts';
import { vehicleClassOf } from '../../shared/intake/vehicle-class.ts';
import { DEFAULT_SETTINGS } from '../../shared/costing/default-settings.ts';
import { rateCardAt } from '../../shared/costing/read-settings.ts';

const ON = isoDate('2026-08-10');

describe('dates', () => {
  test.each([
    ['03/09/2026', '2026-09-03'],
    ['3/9/26', '2026-09-03'],
    ['03-09-2026', '2026-09-03'],
    ['3.9.26', '2026-09-03'],
    ['2026-09-03', '2026-09-03'],
    ['2026-09-03T00:00:00.000Z', '2026-09-03'],
    ['2026/9/3', '2026-09-03'],
    ['20260903', '2026-09-03'],
    ['3 Sep 2026', '2026-09-03'],
    ['3rd September 2026', '2026-09-03'],
    ['03-Sep-26', '2026-09-03'],
    ['Thursday 3 September 2026', '2026-09-03'],
    ['Thu, 3 Sep 2026', '2026-09-03'],
    ['September 3, 2026', '2026-09-03'],
    ['03/09/2026 14:30', '2026-09-03'],
    ['12/05/98', '1998-05-12'],
    ['29/02/2024', '2024-02-29'],
  ])('%s', (text, date) =>
    expect(parseDate(text, ON)).toEqual({ kind: 'date', date, serial: false }),
  );
  test.each([
    ['45870', '2025-08-01'],
    ['45,870', '2025-08-01'],
    ['45870.5', '2025-08-01'],
    ['36526', '2000-01-01'],
  ])('%s is a serial', (text, date) =>
    expect(parseDate(text, ON)).toEqual({ kind: 'date', date, serial: true }),
  );
  test.each([
    ['31/02/2015', 'not_real'],
    ['29/02/2023', 'not_real'],
    ['2026-13-01', 'not_real'],
    ['32/01/2020', 'not_real'],
    ['08/15/2026', 'month_first'],
    ['soon', 'not_understood'],
    ['12', 'not_understood'],
    ['3 Smarch 2026', 'not_understood'],
    ['99999', 'not_understood'],
  ])('%s is refused: %s', (text, kind) => expect(parseDate(text, ON)).toEqual({ kind }));
});

describe('numbers, money and times', () => {
  test.each([
    ['1,234.5', 1234.5],
    ['£182.23', 182.23],
    ['15%', 15],
    ['(12)', -12],
    ['1,23', null],
    ['twelve', null],
    ['', null],
    ['1e3', 1000],
    ['Infinity', null],
  ])('%s', (text, value) => expect(parseNumber(text)).toBe(value));
  test.each([
    ['182.23', 18_223],
    ['£1,637,387.70', 163_738_770],
    ['1.005', 101],
    ['0.1', 10],
    ['58.51 GBP', 5851],
  ])('%s in pence', (text, value) => expect(parseMoney(text)).toBe(value));
  test.each([
    ['08:50', 31_800],
    ['8.50', 31_800],
    ['0850', 31_800],
    ['3:10 pm', 54_600],
    ['08:50:30', 31_830],
    ['0.368055556', 31_800],
    ['24:00', null],
    ['25:10', null],
    ['late', null],
  ])('%s', (text, value) => expect(parseTime(text)).toBe(value));
  test('whole numbers only', () => {
    expect(parseWhole('7')).toBe(7);
    expect(parseWhole('7.5')).toBeNull();
  });
});

describe('days', () => {
  const all = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'];
  test.each([
    ['Mon-Fri', all],
    ['Monday to Friday', all],
    ['every day', all],
    ['5 days', all],
    ['Mon, Tue & Thu', ['Mon', 'Tue', 'Thu']],
    ['Thurs and Tues', ['Tue', 'Thu']],
    ['Mon–Wed, Fri', ['Mon', 'Tue', 'Wed', 'Fri']],
    ['MTWThF', all],
    ['MWF', ['Mon', 'Wed', 'Fri']],
    ['sometimes', null],
    ['Sat', null],
  ])('%s', (text, days) => expect(parseDays(text)).toEqual(days));
});

describe('codes', () => {
  test.each([
    ['Y', true],
    ['yes', true],
    ['No', false],
    ['N/A', false],
    ['perhaps', null],
  ])('%s', (text, value) => expect(parseYesNo(text)).toBe(value));
  test.each([
    ['R', 0],
    ['Reception', 0],
    ['Year 7', 7],
    ['Y11', 11],
    ['N2', -1],
    ['13', 13],
    ['15', null],
    ['seven', null],
  ])('year %s', (text, value) => expect(parseYearGroup(text)).toBe(value));
  test.each([
    ['ASD', 'ASD'],
    ['Autistic Spectrum Disorder', 'ASD'],
    ['Social, emotional and mental health', 'SEMH'],
    ['Profound & Multiple Learning Difficulty', 'PMLD'],
    ['Severe Learning Difficulty', 'SLD'],
    ['SpLD - Specific Learning Difficulty', 'SPLD'],
    ['Multi-Sensory Impairment', 'MSI'],
    ['gifted', null],
  ])('need %s', (text, value) => expect(parseNeed(text)).toBe(value));
  test.each([
    ['Walks', 'walks', false],
    ['Ambulant', 'walks', false],
    ['Walks with frame', 'walks_with_aid', false],
    ['Wheelchair, transfers', 'wheelchair_transfers', false],
    ['Wheelchair, travels in it', 'wheelchair_travels', false],
    ['Wheelchair user', 'wheelchair_travels', true],
  ])('mobility %s', (text, mobility, unsure) =>
    expect(parseMobility(text)).toEqual({ mobility, unsure }),
  );
  test('mobility that means nothing', () => expect(parseMobility('Runs')).toBeNull());
  test.each([
    ['Required', 'shared'],
    ['None', 'none'],
    ['1:1', 'own'],
    ['Medically trained', 'medical'],
    ['maybe', null],
  ])('assistant %s', (text, value) => expect(parseAssistant(text)).toBe(value));
  test.each([
    ['Eligible', 'awarded'],
    ['Not eligible', 'refused'],
    ['Withdrawn by parent', 'withdrawn'],
    ['Pending', 'received'],
    ['Part award', 'part_awarded'],
    ['???', null],
  ])('status %s', (text, value) => expect(parseStatus(text)).toBe(value));
});

describe('postcodes', () => {
  test.each([
    ['tn25ew', 'TN2 5EW'],
    [' ME14  1XQ ', 'ME14 1XQ'],
    ['EC1A1BB', 'EC1A 1BB'],
    ['ME14 1CV', 'ME14 1CV'],
  ])('%s', (text, postcode) => expect(parsePostcode(text)).toEqual({ kind: 'postcode', postcode }));
  test('no fixed abode', () => expect(parsePostcode('ZZ99 3VZ').kind).toBe('no_place'));
  test.each(['ME14', '12345', 'nowhere', ''])('%s is none', (text) =>
    expect(parsePostcode(text).kind).toBe('not_understood'),
  );
});

describe('months of a price series', () => {
  test.each([
    ['2026 JAN', '2026-01'],
    ['January 2026', '2026-01'],
    ['Jan-26', '2026-01'],
    ['2026-01', '2026-01'],
    ['2026', null],
    ['2026 Q1', null],
    ['2026 FOO', null],
  ])('%s', (text, month) => expect(parseMonth(text)).toBe(month));
});

describe('vehicle types of a register', () => {
  const { classes } = rateCardAt(DEFAULT_SETTINGS, ON);
  test.each([
    ['Taxi', 3, 0, 'taxi', true],
    ['Saloon car', 3, 0, 'taxi', true],
    ['WAV taxi', 2, 1, 'accessible_taxi', true],
    ['Accessible Minibus', 8, 3, 'accessible_minibus', true],
    ['16 seat minibus', 16, 0, 'minibus', true],
    ['Tail lift bus', null, null, 'accessible_minibus', true],
    ['Type B', 4, 0, 'taxi', false],
    ['Type C', 12, 2, 'accessible_minibus', true],
  ])('%s', (given, seats, wheelchairs, id, sure) =>
    expect(vehicleClassOf(given, { seats, wheelchairs }, classes)).toEqual({ id, sure }),
  );
});
