import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { osmFile } from '../helpers/osm-writer.ts';
import { kerbside as typed } from '../helpers/terminal-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'kerbside-roads-'));
const kerbside = (...args: readonly string[]) => typed(folder, ...args);
const file = (name: string) => join(folder, name);
const STORE = ['--store', 'demo.kerbside'];

/** A one-way street round a square, an island to the north, and a footpath across. */
const MAP = {
  nodes: [
    { id: 1, lat: 52, lon: -0.7 },
    { id: 2, lat: 52, lon: -0.68 },
    { id: 3, lat: 52.01, lon: -0.68 },
    { id: 4, lat: 52.01, lon: -0.7 },
    { id: 5, lat: 52.02, lon: -0.7 },
    { id: 6, lat: 52.02, lon: -0.69 },
  ],
  ways: [
    { id: 1, nodes: [1, 2, 3, 4, 1], tags: { highway: 'tertiary', oneway: 'yes' } },
    { id: 2, nodes: [5, 6], tags: { highway: 'residential' } },
    { id: 3, nodes: [1, 3], tags: { highway: 'footway' } },
  ],
};

beforeAll(async () => {
  const made = await kerbside('demo', ...STORE, '--clients', '200', '--json');
  expect(made.code, made.err).toBe(0);
  writeFileSync(file('map.osm.pbf'), osmFile(MAP));
  writeFileSync(
    file('points.json'),
    JSON.stringify([
      { lat: 52, lon: -0.7 },
      { lat: 52.01, lon: -0.7 },
      { lat: 52.0185, lon: -0.695 },
      { lat: 52.1, lon: -0.7 },
    ]),
  );
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Table {
  readonly durations_s: readonly (readonly (number | null)[])[];
  readonly distances_m: readonly (readonly (number | null)[])[];
  readonly snapped_m: readonly (number | null)[];
  readonly islands: readonly number[];
}

async function table(...flags: readonly string[]) {
  const run = await kerbside(
    'roads',
    'table',
    ...STORE,
    ...flags,
    'points.json',
    '--out',
    'table.json',
    '--json',
  );
  return { ...run, table: JSON.parse(readFileSync(file('table.json'), 'utf8')) as Table };
}

describe('roads at a terminal', () => {
  it('are not there until they are imported', async () => {
    const early = await kerbside(
      'roads',
      'path',
      ...STORE,
      '--profile',
      'car',
      '--from',
      '52,-0.7',
      '--to',
      '52,-0.68',
      '--json',
    );
    expect([early.code, early.json()['code']]).toEqual([1, 'no_roads']);
    const made = await kerbside('roads', 'import', ...STORE, 'map.osm.pbf', '--json');
    expect(made.code, made.err).toBe(0);
    expect(made.json()).toMatchObject({
      source: 'map.osm.pbf',
      car: { roads: 2, islands: 1, island_roads: 1 },
      foot: { roads: 3, islands: 1 },
    });
  });

  it('give a table as asked: one way round, to a tenth, islands named, nulls beyond reach', async () => {
    const { code, table: car, json } = await table('--profile', 'car');
    expect(code).toBe(1);
    expect(json()).toMatchObject({ out_of_reach: [3], islands: [2, 3] });
    const { distances_m, durations_s, snapped_m, islands } = car;
    expect(islands).toEqual([2, 3]);
    expect([distances_m[0]?.[0], durations_s[1]?.[1]]).toEqual([0, 0]);
    expect(distances_m[3]).toEqual([null, null, null, null]);
    expect(distances_m.map((row) => row[3])).toEqual([null, null, null, null]);
    const [out, back] = [distances_m[0]?.[1] ?? 0, distances_m[1]?.[0] ?? 0];
    // Round three sides of the square one way, down one side the other.
    expect(back).toBeCloseTo(1111.9, 0);
    expect(out).toBeCloseTo(1111.9 + 2 * 1369, -1);
    for (const value of [out, back, ...(durations_s[0] ?? [])])
      if (value !== null) expect(value).toBe(Math.round((value ?? 0) * 10) / 10);
    expect(snapped_m.map((each) => Math.round(each ?? -1))).toEqual([0, 0, 945, 10_008]);
  });

  it('take longer in the morning peak by the setting, and no further', async () => {
    const quiet = (await table('--profile', 'car')).table;
    const peak = (await table('--profile', 'car', '--peak')).table;
    expect(peak.distances_m).toEqual(quiet.distances_m);
    const [slow, fast] = [peak.durations_s[0]?.[1] ?? 0, quiet.durations_s[0]?.[1] ?? 1];
    expect(slow / fast).toBeCloseTo(1.2, 2);
  });

  it('are walked both ways, by the footpath where it is shorter', async () => {
    const { table: foot } = await table('--profile', 'foot');
    expect(foot.distances_m[0]?.[1]).toBe(foot.distances_m[1]?.[0]);
    const path = await kerbside(
      'roads',
      'path',
      ...STORE,
      '--profile',
      'foot',
      '--from',
      '52,-0.7',
      '--to',
      '52.01,-0.68',
      '--json',
    );
    expect(path.code, path.err).toBe(0);
    expect(path.json()).toMatchObject({
      type: 'Feature',
      geometry: {
        type: 'LineString',
        coordinates: [
          [-0.7, 52],
          [-0.68, 52.01],
        ],
      },
      properties: { profile: 'foot', basis: 'walking', snapped_m: [0, 0], source: 'map.osm.pbf' },
    });
    const { length_m, duration_s } = path.json()['properties'] as Record<string, number>;
    expect(length_m).toBeCloseTo(1764, -1);
    expect(duration_s).toBeCloseTo((length_m ?? 0) / (3 * 0.44704), 0);
  });

  it.each<[string, readonly string[], number, string]>([
    ['no such file', ['import', 'none.osm.pbf'], 2, 'file_missing'],
    ['a store as extract', ['import', 'demo.kerbside'], 1, 'extract_other'],
    ['a margin without a boundary', ['import', 'map.osm.pbf', '--margin', '5'], 2, 'usage'],
    ['no profile', ['table', 'points.json', '--out', 't.json'], 2, 'usage'],
    [
      'another profile',
      ['table', 'points.json', '--out', 't.json', '--profile', 'bus'],
      2,
      'usage',
    ],
    [
      'points that are none',
      ['table', 'demo.kerbside.roads', '--out', 't.json', '--profile', 'car'],
      1,
      'points_unreadable',
    ],
    [
      'a place that is none',
      ['path', '--profile', 'car', '--from', 'here', '--to', '52,0'],
      2,
      'usage',
    ],
    [
      'a place in the sea',
      ['path', '--profile', 'car', '--from', '52,-0.7', '--to', '52,2.5'],
      1,
      'out_of_reach',
    ],
    ['no such subcommand', ['fly'], 2, 'usage'],
  ])('refuse %s', async (_what, [name = '', ...rest], code, expected) => {
    const run = await kerbside('roads', name, ...STORE, ...rest, '--json');
    expect([run.code, run.json()['code']]).toEqual([code, expected]);
  });

  it.each(['import', 'table', 'path'])('explain %s', async (name) => {
    const help = await kerbside('roads', name, '--help');
    expect(help.code).toBe(0);
    expect(help.out).toContain(`kerbside roads ${name}:`);
  });
});
