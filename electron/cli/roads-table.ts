/** `kerbside roads table`: times and distances between all points of a list. */
import { z } from 'zod';
import type { Position } from '../../shared/geo/position.ts';
import { fail, ok, type Result } from '../../shared/kernel/result.ts';
import { pointTable, type PointTable } from '../../shared/roads/ask-roads.ts';
import type { Command } from './command.ts';
import {
  existing,
  ON_FLAG,
  PASSPHRASE_FLAG,
  pathFlag,
  readText,
  STORE_FLAG,
  withStore,
} from './common-flags.ts';
import { loadedRoads, paceOn, PROFILE_FLAG, profileFlag, reachOn, tenth } from './roads-flags.ts';
import { writeWhole } from '../files/whole-file.ts';

/** A table of more points is larger than one text may be. */
const MOST_POINTS = 3000;

export const roadsTable: Command = {
  name: 'roads table',
  summary: 'times and distances by road between all points of a list',
  flags: {
    store: STORE_FLAG,
    profile: PROFILE_FLAG,
    peak: { help: 'times of the morning peak (car)' },
    out: { value: 'TABLE.json', help: 'the table to write', required: true },
    on: ON_FLAG,
    'passphrase-file': PASSPHRASE_FLAG,
  },
  paths: { name: 'POINTS.json', min: 1, max: 1 },
  notes:
    'POINTS is [{ "lat", "lon" }]. The table: { durations_s, distances_m, snapped_m, islands }, rows by start, columns by end.\n' +
    'Ends with 1 when a point lies too far from the network: its row and column are null.',
  run: async (input) => {
    const profile = profileFlag(input);
    if (!profile.ok) return profile;
    const points = readPoints(input.paths[0] ?? '');
    if (!points.ok) return points;
    return withStore(input, ({ store, on }) => {
      const roads = loadedRoads(store);
      if (!roads.ok) return roads;
      const table = pointTable(roads.value, profile.value, {
        points: points.value,
        reach_m: reachOn(store, on),
        pace: paceOn(store, on, input.flags['peak'] === true),
      });
      const out = pathFlag(input, 'out');
      const written = writeWhole(out, tableText(table));
      if (!written.ok) return written;
      const { source, map_on } = roads.value.meta;
      const out_of_reach = indices(table, ({ within }) => !within);
      const islands = indices(table, ({ island }) => island);
      return ok({
        exit: out_of_reach.length > 0 ? 1 : 0,
        json: {
          out,
          points: table.n,
          profile: profile.value,
          out_of_reach,
          islands,
          source,
          map_on,
        },
        lines: [
          `${table.n} by ${table.n}, written to ${out}.`,
          ...(out_of_reach.length === 0
            ? []
            : [`Too far from the network: points ${out_of_reach.join(', ')}.`]),
          ...(islands.length === 0 ? [] : [`Nearer to an island: points ${islands.join(', ')}.`]),
        ],
      });
    });
  },
};

function indices(
  { points }: PointTable,
  is: (point: PointTable['points'][number]) => boolean,
): readonly number[] {
  return points.flatMap((point, at) => (is(point) ? [at] : []));
}

/** The table as JSON, numbers to a tenth, row by row: a whole object would be several times as large. */
function tableText(table: PointTable): string {
  const { n, durations, distances, points } = table;
  const rows = (values: Float64Array): string => {
    const lines: string[] = [];
    for (let from = 0; from < n; from++) {
      const row: string[] = [];
      for (let to = 0; to < n; to++) {
        const value = values[from * n + to] as number;
        row.push(Number.isNaN(value) ? 'null' : String(tenth(value)));
      }
      lines.push(`[${row.join(',')}]`);
    }
    return `[\n${lines.join(',\n')}\n]`;
  };
  const snapped = points.map(({ place }) => (place === null ? null : tenth(place.reach_m)));
  const islands = indices(table, ({ island }) => island);
  return `{"durations_s":${rows(durations)},\n"distances_m":${rows(distances)},\n"snapped_m":${JSON.stringify(snapped)},\n"islands":${JSON.stringify(islands)}}\n`;
}

const pointsSchema = z.array(
  z.object({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) }),
);

function readPoints(path: string): Result<readonly Position[]> {
  const there = existing(path);
  if (!there.ok) return there;
  const text = readText(path);
  if (!text.ok) return text;
  const bad = (cause: string) =>
    fail('points_unreadable', cause, 'Write the points as [{ "lat": 52.6, "lon": -0.7 }].', {
      path,
    });
  let json: unknown;
  try {
    json = JSON.parse(text.value.replace(/^\uFEFF/, ''));
  } catch (error) {
    return bad(`${path} is not JSON (${error instanceof Error ? error.message : String(error)}).`);
  }
  const parsed = pointsSchema.safeParse(json);
  if (!parsed.success) {
    const problems = parsed.error.issues.slice(0, 20).map((issue) => {
      const where = issue.path.length === 0 ? 'the list' : `point ${issue.path.join(' ')}`;
      return `${where}: ${issue.message}`;
    });
    return bad(`${path} is not a list of points (${problems.join('; ')}).`);
  }
  if (parsed.data.length > MOST_POINTS)
    return bad(`${path} holds ${parsed.data.length} points; a table takes ${MOST_POINTS}.`);
  return ok(parsed.data);
}
