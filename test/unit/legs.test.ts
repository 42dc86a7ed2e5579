import { describe, expect, it } from 'vitest';
import {
  afternoonOrder,
  afternoonRun,
  morningRun,
  type LegTable,
} from '../../shared/planning/legs.ts';

/** The school is 0. Homes stand at 10, 20 and 30 minutes along one road; north of each other the way back takes five minutes more. */
const minutes = [
  [0, 15, 25, 35],
  [10, 0, 15, 25],
  [20, 10, 0, 15],
  [30, 20, 10, 0],
];
const table: LegTable = {
  n: 4,
  distances: Float64Array.from(minutes.flat().map((each) => each * 1000)),
  durations: Float64Array.from(minutes.flat().map((each) => each * 60)),
  boarding: (index) => (index === 2 ? 240 : 60),
};

const ridesOn = () => 31;

describe('the two runs of a route', () => {
  it('count the boarding of whoever is collected after, and of nobody before', () => {
    expect(morningRun([3, 2, 1], table)).toEqual({
      rides: [30 * 60 + 240 + 60, 20 * 60 + 60, 10 * 60],
      distance_m: 30_000,
      duration_s: 30 * 60 + 240 + 60 + 60,
    });
  });

  it('count the alighting of whoever is let off before', () => {
    expect(afternoonRun([1, 2, 3], table)).toEqual({
      rides: [15 * 60, 30 * 60 + 60, 45 * 60 + 60 + 240],
      distance_m: 45_000,
      duration_s: 45 * 60 + 60 + 240 + 60,
    });
  });

  it('are empty with nobody aboard', () => {
    expect(afternoonRun([], table)).toEqual({ rides: [], distance_m: 0, duration_s: 0 });
    expect(morningRun([], table)).toEqual({ rides: [], distance_m: 0, duration_s: 0 });
  });
});

describe('the order of the afternoon', () => {
  it('is the morning turned round', () => {
    expect(afternoonOrder([3, 2, 1], table, { limit: () => 1e9, ridesOn })).toEqual([1, 2, 3]);
  });

  it('lets off first whoever would ride too long otherwise', () => {
    // 35 minutes directly; with the two others before, 45 and two stops.
    const limit = (index: number) => (index === 3 ? 36 * 60 : 1e9);
    expect(afternoonOrder([3, 2, 1], table, { limit, ridesOn })[0]).toBe(3);
  });

  it('keeps the turned order where no other is better', () => {
    expect(afternoonOrder([3, 2, 1], table, { limit: () => 0, ridesOn })).toHaveLength(3);
    expect(afternoonOrder([2], table, { limit: () => 0, ridesOn })).toEqual([2]);
  });
});
