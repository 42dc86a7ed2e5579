/** Classes that a car may use where no tag says otherwise. */
const CAR_ROADS = [
  'motorway',
  'motorway_link',
  'trunk',
  'trunk_link',
  'primary',
  'primary_link',
  'secondary',
  'secondary_link',
  'tertiary',
  'tertiary_link',
  'unclassified',
  'residential',
  'living_street',
  'service',
  'road',
] as const;

/** The classes of ways that a vehicle or a walker uses, as OpenStreetMap's `highway` names them, in the order in which they are kept. */
export const ROAD_CLASSES = [
  ...CAR_ROADS,
  'track',
  'pedestrian',
  'footway',
  'path',
  'cycleway',
  'bridleway',
  'steps',
] as const;
export type RoadClass = (typeof ROAD_CLASSES)[number];

const CAR_CLASSES: ReadonlySet<RoadClass> = new Set<RoadClass>(CAR_ROADS);

/**
 * Classes that nobody walks along where no tag says otherwise: motorways by law (Motorways Traffic (England and Wales) Regulations
 * 1982), trunk roads because a child's walk along one needs a footway, which the map then says [A].
 */
const NOT_WALKED: ReadonlySet<RoadClass> = new Set<RoadClass>([
  'motorway',
  'motorway_link',
  'trunk',
  'trunk_link',
]);

/** Whether cars use the class unless told otherwise. */
export function isForCars(road: RoadClass): boolean {
  return CAR_CLASSES.has(road);
}

/** Whether people walk along the class unless told otherwise. */
export function isForWalkers(road: RoadClass): boolean {
  return !NOT_WALKED.has(road);
}

/** Whether the class is a motorway or leads on to one: walking is forbidden whatever a tag says of access. */
export function isMotorway(road: RoadClass): boolean {
  return road === 'motorway' || road === 'motorway_link';
}

/** The class of a `highway` value; null for what is no way to travel on (planned, under construction, a race track, a platform). */
export function roadClassOf(highway: string | undefined): RoadClass | null {
  return ROAD_CLASSES.find((each) => each === highway) ?? null;
}
