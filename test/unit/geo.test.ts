import { describe, expect, it } from 'vitest';
import { gridToPosition, positionToGrid } from '../../shared/geo/grid.ts';
import { estimateTravel, straightLineMetres, travelTable } from '../../shared/geo/estimate.ts';
import { districtFinder, districtOf } from '../../shared/geo/districts.ts';

describe('National Grid', () => {
  it('puts ME14 1XQ where it is', () => {
    const { lat, lon } = gridToPosition(576017, 156294);
    expect(lat).toBeCloseTo(51.2786, 4);
    expect(lon).toBeCloseTo(0.5223, 4);
  });
  it('comes back to the metre', () => {
    expect(positionToGrid(gridToPosition(639431, 167136))).toEqual({
      easting: 639431,
      northing: 167136,
    });
  });
});

describe('estimated travel', () => {
  const maidstone = { lat: 51.2786, lon: 0.5223 };
  const canterbury = { lat: 51.2802, lon: 1.0789 };
  const basis = { factor: 1.4, speed_mps: 10 };
  it('measures a straight line', () => {
    expect(straightLineMetres(maidstone, canterbury)).toBeGreaterThan(38_500);
    expect(straightLineMetres(maidstone, canterbury)).toBeLessThan(39_000);
    expect(straightLineMetres(maidstone, maidstone)).toBe(0);
  });
  it('tabulates the same as pair by pair', () => {
    const points = [maidstone, canterbury, { lat: 51.1, lon: 0.3 }];
    const table = travelTable(points, basis);
    const one = estimateTravel(points[1] ?? maidstone, points[2] ?? maidstone, basis);
    expect(table.distances[1 * 3 + 2]).toBeCloseTo(one.distance_m, 6);
    expect(table.durations[2 * 3 + 1]).toBeCloseTo(one.duration_s, 6);
    expect(table.distances[4]).toBe(0);
  });
});

describe('districts', () => {
  const square = (west: number) =>
    JSON.stringify({
      type: 'Polygon',
      coordinates: [
        [
          [west, 51],
          [west + 1, 51],
          [west + 1, 52],
          [west, 52],
          [west, 51],
        ],
      ],
    });
  const districts = [
    { code: 'A', boundary: square(0) },
    { code: 'B', boundary: square(1) },
    { code: 'C', boundary: '' },
  ];
  it('finds the district around a position', () => {
    const find = districtFinder(districts);
    expect(find({ lat: 51.5, lon: 0.5 })).toBe('A');
    expect(find({ lat: 51.5, lon: 1.5 })).toBe('B');
    expect(districtOf({ lat: 53, lon: 0.5 }, districts)).toBe('');
  });
});
