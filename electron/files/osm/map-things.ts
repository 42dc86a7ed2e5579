/** Reads what the base map draws from an extract: first relations, then ways, then the nodes those need. */
import type { Member } from '../../../shared/roads/turn-rules.ts';
import type { Tags } from '../../../shared/roads/way-rules.ts';
import {
  kindOfArea,
  kindOfPlace,
  kindOfWay,
  MAP_RELATION_KEYS,
  MAP_WAY_KEYS,
  type MapKind,
} from './map-kinds.ts';
import { NodePlaces } from './node-places.ts';
import { joinRings } from './join-rings.ts';
import { holds } from './land-of-coast.ts';
import { visitExtract, type Walk } from './visit-extract.ts';

/** A chain of node numbers with what it is. */
interface WayThing {
  readonly kind: MapKind;
  readonly nodes: readonly number[];
}

/** An area of several ways. */
interface AreaThing {
  readonly kind: MapKind;
  readonly outer: readonly number[];
  readonly inner: readonly number[];
}

/** Everything the map draws, positions as [longitude, latitude] in degrees. */
export interface MapThings {
  readonly lines: readonly { readonly kind: MapKind; readonly line: readonly Point[] }[];
  readonly areas: readonly {
    readonly kind: MapKind;
    readonly rings: readonly (readonly Point[])[];
  }[];
  readonly places: readonly { readonly kind: MapKind; readonly at: Point }[];
  /** The coast in pieces joined where they meet: land lies on the left. */
  readonly coast: readonly (readonly Point[])[];
  /** West, south, east, north of all that is drawn. */
  readonly box: readonly [number, number, number, number];
}

export type Point = readonly [lon: number, lat: number];

/** Ways of relations that are areas: asked for in the second walk whatever their own tags are. */
interface Wanted {
  readonly areas: AreaThing[];
  readonly members: Set<number>;
}

/** Reads the things of an extract. Throws `BadExtract`. */
export async function readMapThings(path: string, walk: Walk): Promise<MapThings> {
  const part = (from: number, share: number): Walk => ({
    ...walk,
    progress: (done) => {
      walk.progress(from + done * share);
    },
  });
  const wanted = await readAreas(path, part(0, 0.2));
  const ways = await readWays(path, wanted, part(0.2, 0.4));
  const places = await readNodes(path, ways, part(0.6, 0.4));
  return assemble(wanted, ways, places);
}

async function readAreas(path: string, walk: Walk): Promise<Wanted> {
  const wanted: Wanted = { areas: [], members: new Set() };
  const relation = (_id: number, tags: Tags, members: readonly Member[]): void => {
    if (tags.get('type') !== 'multipolygon') return;
    const kind = kindOfArea(tags);
    if (kind === null) return;
    const ways = members.filter(({ type }) => type === 'way');
    for (const { id } of ways) wanted.members.add(id);
    wanted.areas.push({
      kind,
      outer: ways.filter(({ role }) => role !== 'inner').map(({ id }) => id),
      inner: ways.filter(({ role }) => role === 'inner').map(({ id }) => id),
    });
  };
  await visitExtract(path, { wayKeys: [], relationKeys: MAP_RELATION_KEYS, relation }, walk, null);
  return wanted;
}

interface Ways {
  readonly things: WayThing[];
  readonly coast: (readonly number[])[];
  readonly members: Map<number, readonly number[]>;
  readonly nodes: NodePlaces;
}

async function readWays(path: string, wanted: Wanted, walk: Walk): Promise<Ways> {
  const ways: Ways = { things: [], coast: [], members: new Map(), nodes: new NodePlaces() };
  const way = (id: number, tags: Tags, nodes: readonly number[]): void => {
    if (nodes.length < 2) return;
    const closed = nodes[0] === nodes.at(-1) && nodes.length > 3;
    const kind = kindOfWay(tags, closed);
    const coast = tags.get('natural') === 'coastline';
    const member = wanted.members.has(id);
    if (kind === null && !coast && !member) return;
    const kept = [...nodes];
    for (const node of kept) ways.nodes.want(node);
    if (kind !== null) ways.things.push({ kind, nodes: kept });
    if (coast) ways.coast.push(kept);
    if (member) ways.members.set(id, kept);
  };
  const wayIds = wanted.members;
  await visitExtract(path, { wayKeys: MAP_WAY_KEYS, wayIds, relationKeys: [], way }, walk, null);
  ways.nodes.seal();
  return ways;
}

type Places = MapThings['places'];

async function readNodes(path: string, ways: Ways, walk: Walk): Promise<Places> {
  const places: { kind: MapKind; at: Point }[] = [];
  const node = (id: number, lat: number, lon: number, tags: Tags | null): void => {
    ways.nodes.put(id, lat, lon);
    const kind = tags === null ? null : kindOfPlace(tags);
    if (kind !== null) places.push({ kind, at: [lon / 1e7, lat / 1e7] });
  };
  await visitExtract(path, { wayKeys: [], relationKeys: [], node }, walk, null);
  return places;
}

function assemble(wanted: Wanted, ways: Ways, places: Places): MapThings {
  const { nodes } = ways;
  const lines: { kind: MapKind; line: readonly Point[] }[] = [];
  const areas: { kind: MapKind; rings: readonly (readonly Point[])[] }[] = [];
  for (const thing of ways.things) {
    const line = nodes.line(thing.nodes);
    if (line.length < 2) continue;
    if (thing.kind.shape === 'area') areas.push({ kind: thing.kind, rings: [line] });
    else lines.push({ kind: thing.kind, line });
  }
  const chains = (ids: readonly number[]): (readonly number[])[] =>
    ids.flatMap((id) => {
      const chain = ways.members.get(id);
      return chain === undefined ? [] : [chain];
    });
  for (const { kind, outer, inner } of wanted.areas) {
    const drawn = (ids: readonly number[]): readonly (readonly Point[])[] =>
      joinRings(chains(ids))
        .rings.map((ring) => nodes.line(ring))
        .filter((ring) => ring.length > 3);
    const holes = drawn(inner);
    // Each outline is an area of its own, with the holes that lie in it.
    for (const outline of drawn(outer)) {
      const own = holes.filter(([first]) => first !== undefined && holds(outline, first));
      areas.push({ kind, rings: [outline, ...own] });
    }
  }
  const { rings, open } = joinRings(ways.coast, true);
  const coast = [...rings, ...open].map((chain) => nodes.line(chain)).filter((c) => c.length > 1);
  return { lines, areas, places, coast, box: nodes.box() };
}
