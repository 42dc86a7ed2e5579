import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  measureText,
  MEASURES,
  shadesOf,
  type DistrictFacts,
} from '../../shared/figures/district-measures.ts';
import { areaOf, outlinesOf, smoothed } from '../../shared/geo/contours.ts';
import { leftOutBy } from '../../shared/geo/coverage.ts';
import { isInside } from '../../shared/geo/inside.ts';
import { homesTable, withinWords } from '../../renderer/features/map/map-tables.ts';
import { densityChunk } from '../../renderer/map/png-density.ts';
import { sheetPage } from '../../electron/jobs/print-sheet.ts';

describe('a line about homes', () => {
  const square = [0, 0, 0, 10, 10, 10, 10, 0];
  it.each([
    ['the middle', 5, 5, true],
    ['just within', 0.001, 9.999, true],
    ['just without', -0.001, 5, false],
    ['beyond a corner', 10.1, 10.1, false],
    ['in line with a side', 20, 10, false],
  ])('holds %s or not', (_, a, b, within) => {
    expect(isInside([square], a, b)).toBe(within);
  });

  it('has holes', () => {
    const hole = [4, 4, 4, 6, 6, 6, 6, 4];
    expect(isInside([square, hole], 5, 5)).toBe(false);
    expect(isInside([square, hole], 3, 5)).toBe(true);
  });

  it('may be of any shape, drawn either way round: a U leaves its gap out', () => {
    const u = [0, 0, 0, 9, 9, 9, 9, 6, 3, 6, 3, 3, 9, 3, 9, 0];
    expect(isInside([u], 6, 4.5)).toBe(false);
    expect(isInside([u], 6, 7)).toBe(true);
    const back = Array.from({ length: u.length / 2 }, (_, i) => u.slice(2 * i, 2 * i + 2))
      .reverse()
      .flat();
    expect(isInside([back], 6, 4.5)).toBe(false);
    expect(isInside([back], 6, 7)).toBe(true);
  });

  it('holds nothing where it is none', () => {
    expect(isInside([], 1, 1)).toBe(false);
    expect(isInside([[]], 1, 1)).toBe(false);
  });
});

describe('outlines of a field', () => {
  it('hold exactly the grid points at or below the limit', () => {
    const value = fc.oneof(fc.integer({ min: 0, max: 20 }), fc.constant(Infinity));
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        fc.array(value, { minLength: 81, maxLength: 81 }),
        fc.integer({ min: 0, max: 20 }),
        (columns, rows, all, limit) => {
          const values = Float64Array.from(all.slice(0, columns * rows));
          const lines = outlinesOf({ columns, rows, values }, limit + 0.5);
          for (let row = 0; row < rows; row++)
            for (let column = 0; column < columns; column++)
              expect(isInside(lines, column, row), `${column}, ${row}`).toBe(
                (values[row * columns + column] ?? 0) <= limit + 0.5,
              );
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('a line of the grid', () => {
  const square = [0, 0, 4, 0, 4, 4, 0, 4];
  it('has its area, a hole less than none', () => {
    expect(areaOf(square)).toBe(16);
    expect(areaOf([0, 0, 0, 4, 4, 4, 4, 0])).toBe(-16);
    const values = Float64Array.of(1, 1, 1, 1, 9, 1, 1, 1, 1);
    const areas = outlinesOf({ columns: 3, rows: 3, values }, 5).map(areaOf);
    expect(areas.filter((area) => area > 0)).toHaveLength(1);
    expect(areas.filter((area) => area < 0)).toHaveLength(1);
  });

  it('loses its corners and little else', () => {
    const line = smoothed(square, 2);
    expect(line).toHaveLength(32);
    expect(areaOf(line)).toBeGreaterThan(13);
    expect(areaOf(line)).toBeLessThan(16);
    expect(isInside([line], 0.1, 0.1)).toBe(false);
    expect(isInside([line], 2, 0.1)).toBe(true);
  });
});

const facts = (over: Partial<DistrictFacts>): DistrictFacts => ({
  code: 'E1',
  name: 'Dover',
  own: true,
  clients: 40,
  without_transport: 3,
  carried: 30,
  cost_year_pence: 30_000_00,
  mean_distance_m: 16093.44,
  tif_asked: 20,
  tif_complete: 19,
  ...over,
});

describe('what districts are shaded by', () => {
  it.each([
    ['clients', '40', '40'],
    ['cost_head', '£1,000', '£1,000'],
    ['mean_distance', '10.0', '10.0'],
    ['tif_completion', '95%', '95%'],
    ['without_transport', '3', 'fewer than 5'],
  ] as const)('%s is %s, and %s outside the council', (measure, inside, outside) => {
    expect(measureText(measure, facts({}), false)).toBe(inside);
    expect(measureText(measure, facts({}), true)).toBe(outside);
  });

  it.each([0, 1, 4, 5])('tells of %i children outside only where they are none or five', (n) => {
    const few = facts({ clients: n, without_transport: n });
    for (const measure of ['clients', 'without_transport'] as const) {
      expect(measureText(measure, few, true)).toBe(n === 1 || n === 4 ? 'fewer than 5' : String(n));
      const step = shadesOf(measure, [few], true).stepOf.get('E1');
      expect(step).toBe(n === 1 || n === 4 ? null : 0);
    }
  });

  it('has no figure where there is nothing to divide by', () => {
    const none = facts({ carried: 0, cost_year_pence: null, mean_distance_m: null, tif_asked: 0 });
    for (const measure of ['cost_head', 'mean_distance', 'tif_completion'] as const)
      expect(measureText(measure, none, false)).toBe('no figure');
  });

  it('never rounds a completion up to all', () => {
    expect(
      measureText('tif_completion', facts({ tif_asked: 1000, tif_complete: 999 }), false),
    ).toBe('99%');
  });

  it('makes one step of values that read alike', () => {
    const districts = [671, 674, 679, 800].map((tif_complete, i) =>
      facts({ code: String(i), tif_asked: 1000, tif_complete }),
    );
    const { upTo, stepOf } = shadesOf('tif_completion', districts, false);
    expect(upTo).toEqual([0.679, 0.8]);
    expect([...stepOf.values()]).toEqual([0, 0, 0, 1]);
  });

  it('keeps the order of values in its steps, and every value in one', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 1 }), (counts) => {
        const districts = counts.map((clients, i) => facts({ code: String(i), clients }));
        const { upTo, stepOf } = shadesOf('clients', districts, false);
        expect(upTo.length).toBeLessThanOrEqual(5);
        expect(upTo.at(-1)).toBe(Math.max(...counts));
        for (const a of districts)
          for (const b of districts)
            if (a.clients < b.clients)
              expect(stepOf.get(a.code) ?? -1).toBeLessThanOrEqual(stepOf.get(b.code) ?? -1);
        for (const { code } of districts) expect(stepOf.get(code)).toBeGreaterThanOrEqual(0);
      }),
    );
    expect(MEASURES).toHaveLength(5);
  });
});

describe('what a map leaves out', () => {
  const box = { west: 0, south: 51, east: 1, north: 52 };
  const at = (name: string, lat: number, own = true) => ({ name, lat, lon: 0.5, own });
  it('is own districts whose middle lies outside, by name', () => {
    const all = [at('Thanet', 53), at('Dover', 50), at('Ashford', 51.5), at('Bexley', 53, false)];
    expect(leftOutBy(box, all)).toEqual(['Dover', 'Thanet']);
  });
});

describe('homes as a table', () => {
  const data = {
    homes: {
      client_id: [1, 2, 3],
      lat: [51, 51.1, 51.2],
      lon: [0.5, 0.5, 0.5],
      school_urn: [7, 7, 8],
      state: [0, 2, 4],
    },
    schools: [
      {
        urn: 7,
        name: 'Hill',
        lat: 51,
        lon: 0.5,
        type_group: '',
        clients: 2,
        routes: 0,
        unallocated: 1,
        cost_day_pence: 0,
        roll: null,
      },
    ],
    districts: [],
    protected_hidden: 0,
    sources: [],
  };
  const asked = { data, school: null, reach: null, ids: null, only: 'all' } as const;
  it('says of each its state, school and straight line, and leaves closed cases out', () => {
    const table = homesTable(asked);
    expect(table.opens).toEqual([1, 2]);
    expect(table.rows[0]?.[3]).toBe(0);
    expect(Math.round(Number(table.rows[1]?.[3]) / 100)).toBe(111);
    expect(homesTable({ ...asked, only: 'unallocated' }).opens).toEqual([2]);
    expect(homesTable({ ...asked, ids: new Set([1]) }).opens).toEqual([1]);
  });

  it('says within how many minutes, the least that holds', () => {
    const ring = (r: number) => [-r, -r, -r, r, r, r, r, -r];
    const bands = [
      { minutes: 75, lines: [ring(10)] },
      { minutes: 45, lines: [ring(5)] },
    ];
    const reach = { basis: 'road' as const, words: '', edge: null, bands };
    expect(withinWords(reach, { lat: 1, lon: 1 })).toBe('within 45 min');
    expect(withinWords(reach, { lat: 7, lon: 1 })).toBe('within 75 min');
    expect(withinWords(reach, { lat: 11, lon: 1 })).toBe('over 75 min');
  });
});

describe('a sheet', () => {
  it('says its density as PNG asks: 11,811 dots a metre, with the sum zlib gives', () => {
    const chunk = densityChunk(300);
    expect([...chunk.subarray(0, 8)]).toEqual([0, 0, 0, 9, ...Buffer.from('pHYs')]);
    const view = new DataView(chunk.buffer);
    expect([view.getUint32(8), view.getUint32(12), view.getUint8(16)]).toEqual([11811, 11811, 1]);
    // zlib's CRC-32 of the same bytes, reckoned elsewhere.
    expect(Buffer.from(chunk.subarray(17)).toString('hex')).toBe('78a53f76');
  });

  it('is one page whose words cannot break out of it', () => {
    const page = sheetPage({
      name: 'a.pdf',
      picture: Uint8Array.of(1, 2, 3),
      paper: 'a3',
      title: '<b>',
      words: '"><script>',
    });
    expect(page).toContain('size:420mm 297mm');
    expect(page).toContain('alt="&quot;&gt;&lt;script&gt;"');
    expect(page).toContain('<title>&lt;b&gt;</title>');
    expect(page).toContain('base64,AQID');
  });
});
