/** `kerbside roads import`: a road network beside the store, from an OpenStreetMap extract. */
import { formatCount, formatQuantity } from '../../shared/format/number.ts';
import { ok, type Result } from '../../shared/kernel/result.ts';
import { importRoads, type RoadsImported, type RoadsRequest } from '../jobs/import-roads.ts';
import type { Answer, Command, CommandInput } from './command.ts';
import {
  existing,
  existingFlag,
  numberFlag,
  ON_FLAG,
  PASSPHRASE_FLAG,
  STORE_FLAG,
  textFlag,
  usage,
  withStore,
} from './common-flags.ts';

/** Kept around the boundary where no margin is given, metres: children go to school across the border [A]. */
const MARGIN_M = 5000;

export const roadsImport: Command = {
  name: 'roads import',
  summary: 'read the road network from an OpenStreetMap extract',
  flags: {
    store: STORE_FLAG,
    clip: { value: 'FILE.geojson', help: 'keep only what lies within this boundary' },
    margin: {
      value: 'M',
      help: `and so many metres around it, 0 to 100000 (default ${MARGIN_M})`,
    },
    on: ON_FLAG,
    'passphrase-file': PASSPHRASE_FLAG,
  },
  paths: { name: 'PATH.osm.pbf', min: 1, max: 1 },
  notes: 'The network lies in a file beside the store. When anything fails, the one before stays.',
  run: async (input) => {
    const path = existing(input.paths[0] ?? '');
    if (!path.ok) return path;
    const clip = clipFlags(input);
    if (!clip.ok) return clip;
    return withStore(input, async ({ store, on }) => {
      const request = { path: path.value, clip: clip.value, on };
      const made = await importRoads(store, request, input.ctx);
      return made.ok ? ok(answer(made.value)) : made;
    });
  },
};

function clipFlags(input: CommandInput): Result<RoadsRequest['clip']> {
  const margin = numberFlag(input, 'margin', { min: 0, max: 100_000, whole: false });
  if (!margin.ok) return margin;
  if (textFlag(input, 'clip') === undefined) {
    return margin.value === undefined
      ? ok(null)
      : usage('--margin was given without --clip.', 'Give the boundary with --clip FILE.geojson.');
  }
  const path = existingFlag(input, 'clip');
  return path.ok ? ok({ path: path.value, margin_m: margin.value ?? MARGIN_M }) : path;
}

function mapLine(map: RoadsImported['map']): string {
  if (map.kind === 'made')
    return `The base map was drawn: ${formatCount(map.tiles)} tiles (${formatCount(map.bytes)} bytes).`;
  return map.kind === 'kept'
    ? `The map ${map.name} stays: it is not one of Kerbside's own.`
    : `${map.error.cause} ${map.error.action}`;
}

const LEFT_OUT = {
  ferry: 'ferry',
  train: 'shuttle train',
  buses_and_taxis: 'road for buses and taxis alone',
  closed: 'closed or unfinished road',
  bus_or_taxi_exception: 'road where buses or taxis may do more',
} as const;

function answer({ path, bytes, meta, map }: RoadsImported): Answer {
  const { car, foot, turns } = meta;
  const islands = (name: string, found: typeof car): string =>
    `${name}: ${formatCount(found.roads)} roads reach each other, ${formatCount(found.island_roads)} lie on ${formatQuantity(found.islands, 'island')}.`;
  return {
    exit: map.kind === 'failed' ? 1 : 0,
    json: { path, bytes, ...meta, map },
    lines: [
      `${formatCount(meta.roads)} roads between ${formatCount(meta.junctions)} junctions, from ${meta.source}${meta.map_on === '' ? '' : ` of ${meta.map_on}`}.`,
      islands('By car', car),
      islands('On foot', foot),
      `${formatQuantity(turns.applied, 'turn rule')} in force${(turns.over_ways ?? 0) === 0 ? '' : `, ${formatCount(turns.over_ways ?? 0)} of them over a way between`}; left out: ${turns.conditional} at some hours only, ${turns.unclear} not to be understood, ${turns.without_effect} without effect here.`,
      ...meta.left_out.map(({ why, ways, names }) => {
        const named = names.length === 0 ? '' : `: ${names.join(', ')}`;
        return `Left out, ${LEFT_OUT[why]}: ${formatCount(ways)}${named}.`;
      }),
      `Written to ${path} (${formatCount(bytes)} bytes).`,
      mapLine(map),
    ],
  };
}
