/** What an import of roads found, in sentences that a person reads once. */
import type { RoadsTaken } from '../../../shared/api/views/roads.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatCount, formatQuantity } from '../../../shared/format/number.ts';
import { METRES_PER_MILE } from '../../../shared/kernel/units.ts';
import { parseIsoDate } from '../../../shared/calendar/dates.ts';
import type { LeftOutRoads, RoadsMeta } from '../../../shared/roads/roads-data.ts';

/** Why ways are not in the network, or are there only in part. */
const LEFT_OUT: Readonly<Record<LeftOutRoads['why'], string>> = {
  ferry: 'Ferries, not driven',
  train: 'Shuttle trains, not driven',
  buses_and_taxis: 'Roads of buses and taxis only, not driven',
  bus_or_taxi_exception: 'Roads where buses or taxis may do more than a car: taken as for a car',
  closed: 'Closed or unfinished roads',
};

/** A size a person can hold: 45 MB. */
export function megabytes(bytes: number): string {
  return bytes < 1e6
    ? `${Math.max(1, Math.round(bytes / 1e3))} kB`
    : `${(bytes / 1e6).toFixed(1)} MB`;
}

/** The map's own day and the day it was taken in. */
export function daysOf({ map_on, imported_on }: RoadsMeta): string {
  const of = parseIsoDate(map_on);
  const on = parseIsoDate(imported_on);
  const made = of === null ? 'the extract does not say its day' : `the map of ${formatDate(of)}`;
  return on === null ? made : `${made}, imported ${formatDate(on)}`;
}

/** What it was cut to. */
export function cutOf({ clip }: RoadsMeta): string {
  if (clip === null) return 'all of the extract';
  return `${clip.file} and ${(clip.margin_m / METRES_PER_MILE).toFixed(1)} miles around`;
}

function islandsOf(meta: RoadsMeta): string {
  const { islands, island_roads } = meta.car;
  if (islands === 0) return 'Every road can be reached from every other by car.';
  return `${formatQuantity(island_roads, 'road')} in ${formatQuantity(islands, 'island')} cannot be reached by car from the rest: gated estates, and roads cut by the edge. A home nearest to one is measured from the nearest road of the rest, and says so.`;
}

function turnsOf({ turns }: RoadsMeta): string {
  const kept =
    turns.applied === 0
      ? 'No turn rule is in the extract'
      : `${formatQuantity(turns.applied, 'turn rule')} kept`;
  const parts = [
    (turns.via_way ?? 0) > 0
      ? `${formatCount(turns.via_way ?? 0)} over a way between, which importing again will keep`
      : '',
    turns.conditional > 0 ? `${formatCount(turns.conditional)} at some hours only` : '',
    turns.unclear > 0 ? `${formatCount(turns.unclear)} unclear` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? `${kept}.` : `${kept}; left out: ${parts.join(', ')}.`;
}

function mapOf(map: RoadsTaken['map']): string {
  if (map.kind === 'made')
    return `The base map was drawn from the same extract: ${formatCount(map.tiles)} tiles, ${megabytes(map.bytes)}.`;
  if (map.kind === 'kept') return `The council’s own map ${map.name} stays under everything.`;
  return `The roads are in use; the base map could not be drawn. ${map.error.cause} ${map.error.action}`;
}

/** The report: sentences, and what was left out with its names. */
export function roadsReport({ meta, map, missing }: RoadsTaken): {
  readonly lines: readonly string[];
  readonly leftOut: readonly {
    readonly why: string;
    readonly ways: number;
    readonly names: string;
  }[];
  readonly missing: string | null;
} {
  const { missing_nodes } = meta;
  return {
    lines: [
      `${formatQuantity(meta.roads, 'road')} between ${formatQuantity(meta.junctions, 'junction')} from ${meta.source} (${daysOf(meta)}), cut to ${cutOf(meta)}.`,
      islandsOf(meta),
      turnsOf(meta),
      ...(missing_nodes === 0
        ? []
        : [
            `${formatQuantity(missing_nodes, 'place')} of roads are named but not held by the extract: those roads end at its edge.`,
          ]),
      mapOf(map),
    ],
    leftOut: meta.left_out.map(({ why, ways, names }) => ({
      why: LEFT_OUT[why],
      ways,
      names: names.filter((name) => name !== '').join(', '),
    })),
    missing: missingWords(missing),
  };
}

/** Says which of the council's districts a map or network leaves out; null for none. */
export function missingWords(missing: readonly string[]): string | null {
  if (missing.length === 0) return null;
  return `It does not cover ${missing.length === 1 ? 'the district' : 'the districts'} ${missing.join(', ')}.`;
}
