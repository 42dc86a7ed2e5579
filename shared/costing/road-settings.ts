/** How fast a car gets on and a child walks, where a road network is loaded. */
import { isSpeedTable, type SpeedTable } from '../roads/speed-table.ts';

/** Keys of the settings for roads. */
export const ROAD_KEYS = [
  'road_speeds',
  'road_peak_factor',
  'walking_mph',
  'road_reach_m',
  'walked_error_percent',
] as const;
type Key = (typeof ROAD_KEYS)[number];

/** From one number to another. */
function within(least: number, most: number) {
  return (value: unknown): value is unknown =>
    typeof value === 'number' && value >= least && value <= most;
}

/** What each may be. */
export const ROAD_CHECKS: Readonly<Record<Key, (value: unknown) => value is unknown>> = {
  road_speeds: (value): value is unknown => isSpeedTable(value),
  road_peak_factor: within(1, 3),
  walking_mph: within(0.5, 6),
  road_reach_m: within(10, 10_000),
  walked_error_percent: within(0, 100),
};

/** One default: `[key, from, value, unit, label, source, estimated]`. */
type Row = readonly [Key, string, unknown, string, string, string, boolean];

const line = (rural_mph: number, urban_mph: number) => ({ rural_mph, urban_mph });

/** Mean speeds with bends, junctions and lights, outside the morning peak. */
const SPEEDS: SpeedTable = {
  classes: {
    motorway: line(62, 55),
    motorway_link: line(38, 30),
    trunk: line(53, 40),
    trunk_link: line(30, 25),
    primary: line(42, 30),
    secondary: line(36, 30),
    tertiary: line(28, 20),
    unclassified: line(16, 16),
    residential: line(16, 16),
    living_street: line(8, 8),
    service: line(9, 9),
    road: line(16, 16),
    track: line(8, 8),
  },
  limit_share: 0.9,
  single_lane_share: 0.6,
  destination_mph: 10,
  private_mph: 5,
};

/** What a new store starts with. */
export const ROAD_ROWS: readonly Row[] = [
  [
    'road_speeds',
    '2025-09-01',
    SPEEDS,
    'miles an hour by class of road',
    'Speeds on the road network, outside the peak; they count from the next import of roads',
    'Planning assumption, set in November 2026 so that fastest ways in Rutland agree with OSRM 26.4 (car profile) in distance',
    true,
  ],
  [
    'road_peak_factor',
    '2025-09-01',
    1.2,
    'times the time outside the peak',
    'Morning peak: how much longer a drive takes on the road network',
    'Planning assumption: A roads of the table, half in towns, at 29 mph against 24.4 mph measured on local A roads in the morning peak (DfT congestion statistics, England, 2014)',
    true,
  ],
  [
    'walking_mph',
    '2025-09-01',
    3,
    'miles an hour',
    'Speed of a child who walks, for the time on foot',
    'Planning assumption: a mile in twenty minutes',
    true,
  ],
  [
    'road_reach_m',
    '2025-09-01',
    1000,
    'm',
    'How far a home or a school may lie from the nearest road of the network',
    'Planning assumption: beyond it the distance is estimated',
    true,
  ],
  [
    'walked_error_percent',
    '2025-09-01',
    5,
    '% of the distance',
    'Error of a walking distance measured on the network',
    'Planning assumption: OpenStreetMap lacks some paths and has others that are closed; the error of home and entrance is added',
    true,
  ],
];
