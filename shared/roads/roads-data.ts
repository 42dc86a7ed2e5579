/** A whole road network as it is kept in its file: roads, both hierarchies, the grid to find places by, and where it comes from. */
import type { LeftOutWay } from './way-rules.ts';
import type { RoadNetwork } from './network.ts';
import type { ProfileRoads } from './profile-roads.ts';
import type { RoadGrid } from './snap.ts';
import type { SpeedTable } from './speed-table.ts';

/** Ways that are not in the network though people travel on them, named where they have a name. */
export interface LeftOutRoads {
  readonly why: LeftOutWay | 'bus_or_taxi_exception';
  readonly ways: number;
  /** In order, each once, the first twenty. */
  readonly names: readonly string[];
}

/** How connected one profile's roads are. */
export interface ComponentsFound {
  /** Roads of the largest component. */
  readonly roads: number;
  /** Further components, and the roads in them: the islands. */
  readonly islands: number;
  readonly island_roads: number;
  /** Nodes of the graph that was contracted. */
  readonly nodes: number;
}

/** Where a network comes from and what was done to it. */
export interface RoadsMeta {
  /** Name of the extract's file. */
  readonly source: string;
  /** The map's own day, '' where the extract does not say. */
  readonly map_on: string;
  /** The day it was imported. */
  readonly imported_on: string;
  readonly clip: { readonly file: string; readonly margin_m: number } | null;
  readonly speeds: SpeedTable;
  readonly junctions: number;
  readonly roads: number;
  readonly car: ComponentsFound;
  readonly foot: ComponentsFound;
  readonly turns: {
    readonly applied: number;
    readonly without_effect: number;
    /** Of those in force, how many hold over a way between; files made before such rules were kept have `via_way`, how many were left out. */
    readonly over_ways?: number;
    readonly via_way?: number;
    readonly conditional: number;
    readonly unclear: number;
  };
  readonly left_out: readonly LeftOutRoads[];
  /** Places of roads that the extract names and does not hold. */
  readonly missing_nodes: number;
  /** Degrees: west, south, east, north. */
  readonly bounds: readonly [number, number, number, number];
}

/** All of it. */
export interface RoadsData {
  readonly meta: RoadsMeta;
  /** Names and numbers of roads; the first is ''. */
  readonly names: readonly string[];
  readonly network: RoadNetwork;
  readonly grid: RoadGrid;
  readonly car: ProfileRoads;
  readonly foot: ProfileRoads;
}
