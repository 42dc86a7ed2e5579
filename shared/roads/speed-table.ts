/** How fast a car gets on by class of road, outside and inside built-up places. */
import { METRES_PER_MILE } from '../kernel/units.ts';
import { ROAD_CLASSES, type RoadClass } from './road-class.ts';
import type { WayUse } from './way-rules.ts';

/** Mean speeds, junctions and bends included, in miles an hour. */
export interface SpeedTable {
  /** By class; a `_link` without a line of its own takes its road's. */
  readonly classes: Readonly<
    Record<string, { readonly rural_mph: number; readonly urban_mph: number }>
  >;
  /** The share of a tagged limit that is driven on average, above 0 and at most 1. */
  readonly limit_share: number;
  /** The share of its speed that is left on a road with one lane for both ways, above 0 and at most 1. */
  readonly single_lane_share: number;
  /** On ways for those who have business there, which keeps through traffic off them. */
  readonly destination_mph: number;
  readonly private_mph: number;
}

/** A limit up to this means a built-up place, one from the next on the open road, whatever the houses say [A]. */
const URBAN_LIMIT_MPH = 30;
const RURAL_LIMIT_MPH = 40;
/** Limits come from km/h too, where 30 mph is 48.28 km/h. */
const ROUNDING_MPH = 1;

/** Speed of a class that the table does not name: that of any small way [A]. */
const SLOWEST = { rural_mph: 8, urban_mph: 8 } as const;

function lineOf(table: SpeedTable, road: RoadClass) {
  return table.classes[road] ?? table.classes[road.replace('_link', '')] ?? SLOWEST;
}

/** Miles an hour on a way one way round; `limit_mph` 0 where none is tagged. */
export function speedOn(
  table: SpeedTable,
  use: WayUse,
  limit_mph: number,
  builtUp: boolean,
): number {
  const line = lineOf(table, use.road);
  const isUrban =
    limit_mph === 0 ||
    (limit_mph > URBAN_LIMIT_MPH + ROUNDING_MPH && limit_mph < RURAL_LIMIT_MPH - ROUNDING_MPH)
      ? builtUp
      : limit_mph <= URBAN_LIMIT_MPH + ROUNDING_MPH;
  const usual = isUrban ? line.urban_mph : line.rural_mph;
  // A signed limit tells more of a road than its class: the speed lies half way between the two, and never above the limit's share.
  const signed = limit_mph * table.limit_share;
  const free = limit_mph === 0 ? usual : Math.min(signed, (usual + signed) / 2);
  const held = use.single_lane ? free * table.single_lane_share : free;
  if (use.car === 'private') return Math.min(held, table.private_mph);
  return use.car === 'destination' ? Math.min(held, table.destination_mph) : held;
}

/** Miles an hour as metres a second. */
export function mphToMps(mph: number): number {
  return (mph * METRES_PER_MILE) / 3600;
}

const isSpeed = (value: unknown): value is number =>
  typeof value === 'number' && value >= 1 && value <= 100;

/** Whether a value from the settings is a table: known classes only, speeds from 1 to 100 mph, a share above 0 and at most 1. */
export function isSpeedTable(value: unknown): value is SpeedTable {
  if (typeof value !== 'object' || value === null) return false;
  const table = value as Partial<Record<keyof SpeedTable, unknown>>;
  const { classes, limit_share, single_lane_share, destination_mph, private_mph } = table;
  if (typeof classes !== 'object' || classes === null) return false;
  const lines = Object.entries(classes as Record<string, unknown>);
  return (
    lines.length > 0 &&
    lines.every(([road, line]) => isLine(line) && ROAD_CLASSES.some((each) => each === road)) &&
    isShare(limit_share) &&
    isShare(single_lane_share) &&
    isSpeed(destination_mph) &&
    isSpeed(private_mph)
  );
}

const isShare = (value: unknown): boolean => typeof value === 'number' && value > 0 && value <= 1;

function isLine(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { rural_mph, urban_mph } = value as Record<string, unknown>;
  return isSpeed(rural_mph) && isSpeed(urban_mph);
}
