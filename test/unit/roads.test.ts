import { describe, expect, it } from 'vitest';
import { straightLineMetres } from '../../shared/geo/estimate.ts';
import type { Position } from '../../shared/geo/position.ts';
import { isAcrossChannel } from '../../shared/roads/channel.ts';
import { clipInput, clipTest } from '../../shared/roads/clip.ts';
import { NO_WAY } from '../../shared/roads/hierarchy.ts';
import { STOPS_CAR } from '../../shared/roads/node-rules.ts';
import type { ProfileRoads, RoadPlace } from '../../shared/roads/profile-roads.ts';
import { reach } from '../../shared/roads/reach.ts';
import { findPath, pathSearches } from '../../shared/roads/road-path.ts';
import { costTable } from '../../shared/roads/road-table.ts';
import { roadGrid, snap } from '../../shared/roads/snap.ts';
import type { TurnRule } from '../../shared/roads/turn-rules.ts';
import {
  makeRoads,
  roadInput,
  type MadeNode,
  type MadeRoads,
  type MadeWay,
} from '../helpers/made-roads.ts';

/** A map drawn as a grid: node `10 * row + column`, a hundredth of a degree of latitude apart, 0.016 of longitude (about 1.1 km each). */
const at = (id: number, stops = 0): MadeNode => ({
  id,
  lat: 52 + Math.floor(id / 10) / 100,
  lon: -0.7 + (id % 10) * 0.016,
  stops,
});
const way = (id: number, nodes: readonly number[], tags: Record<string, string> = {}): MadeWay => ({
  id,
  nodes,
  tags: { highway: 'residential', ...tags },
});

function network(
  nodes: readonly MadeNode[],
  ways: readonly MadeWay[],
  turns: readonly TurnRule[] = [],
): MadeRoads {
  return makeRoads(roadInput(nodes, ways, turns));
}

function placeAt({ built }: MadeRoads, roads: ProfileRoads, position: Position): RoadPlace {
  const { main } = snap(built.network, roadGrid(built.network), roads.partOf, position);
  if (main === null) throw new Error('no place');
  return main;
}

/** Names of the nodes that the way between two nodes passes, and its length in metres. */
function travel(made: MadeRoads, profile: 'car' | 'foot', from: number, to: number) {
  const roads = made[profile];
  const ends = {
    from: placeAt(made, roads, at(from)),
    to: placeAt(made, roads, at(to)),
  };
  const path = findPath(made.built.network, roads, pathSearches(roads), ends);
  const table = costTable(made.built.network, roads, [ends.from], [ends.to]);
  expect(table.weight[0]).toBe(path.weight);
  expect(table.length[0]).toBe(path.length);
  const passed = path.shape.map(
    ({ lat, lon }) => Math.round((lat - 52) * 100) * 10 + Math.round((lon + 0.7) / 0.016),
  );
  return { passed: passed.filter((id, i) => id !== passed[i - 1]), metres: path.length / 1000 };
}

const square = [at(0), at(1), at(11), at(10)];

describe('ways on a square of four streets', () => {
  const around = [way(1, [0, 1]), way(2, [1, 11]), way(3, [11, 10]), way(4, [10, 0])];

  it('have the length of the streets', () => {
    const { passed, metres } = travel(network(square, around), 'car', 0, 1);
    expect(passed).toEqual([0, 1]);
    expect(metres).toBeCloseTo(straightLineMetres(at(0), at(1)), 1);
  });

  it('keep to one-way rules by car, not on foot', () => {
    const oneWay = [way(1, [0, 1], { oneway: 'yes' }), ...around.slice(1)];
    const made = network(square, oneWay);
    expect(travel(made, 'car', 0, 1).passed).toEqual([0, 1]);
    expect(travel(made, 'car', 1, 0).passed).toEqual([1, 11, 10, 0]);
    expect(travel(made, 'foot', 1, 0).passed).toEqual([1, 0]);
  });

  it('run against the nodes of a way tagged -1', () => {
    const made = network(square, [way(1, [0, 1], { oneway: '-1' }), ...around.slice(1)]);
    expect(travel(made, 'car', 0, 1).passed).toEqual([0, 10, 11, 1]);
    expect(travel(made, 'car', 1, 0).passed).toEqual([1, 0]);
  });

  it('go round a roundabout one way', () => {
    const made = network(
      [...square, at(2), at(20)],
      [way(1, [0, 1, 11, 10, 0], { junction: 'roundabout' }), way(2, [1, 2]), way(3, [10, 20])],
    );
    expect(travel(made, 'car', 2, 20).passed).toEqual([2, 1, 11, 10, 20]);
    expect(travel(made, 'car', 20, 2).passed).toEqual([20, 10, 0, 1, 2]);
    expect(travel(made, 'foot', 20, 2).metres).toBeCloseTo(travel(made, 'foot', 2, 20).metres, 2);
  });

  it('are barred to cars by a bollard, not to walkers', () => {
    const nodes = [...square, { ...at(5), lat: 52, lon: -0.692, stops: STOPS_CAR }];
    const made = network(nodes, [way(1, [0, 5, 1]), ...around.slice(1)]);
    expect(travel(made, 'car', 0, 1).passed).toEqual([0, 10, 11, 1]);
    expect(travel(made, 'foot', 0, 1).metres).toBeCloseTo(straightLineMetres(at(0), at(1)), 1);
  });

  it('use footpaths on foot alone', () => {
    const made = network(square, [...around, way(5, [0, 11], { highway: 'footway' })]);
    expect(travel(made, 'car', 0, 11).passed).toHaveLength(3);
    expect(travel(made, 'foot', 0, 11).passed).toEqual([0, 11]);
  });

  it('do not hurry through a private road', () => {
    const made = network(square, [way(1, [0, 1], { access: 'private' }), ...around.slice(1)]);
    expect(travel(made, 'car', 0, 1).passed).toEqual([0, 10, 11, 1]);
  });
});

/** A cross: 1 in the south, 10 in the west, 12 in the east, 21 in the north, 11 in the middle; and a ring outside. */
const cross = [at(1), at(10), at(11), at(12), at(21), at(22), at(2), at(20), at(0)];
const arms = [way(1, [1, 11]), way(2, [10, 11]), way(3, [12, 11]), way(4, [21, 11])];
const ring = [way(5, [1, 2, 12]), way(6, [12, 22, 21]), way(7, [21, 20, 10]), way(8, [10, 0, 1])];

describe('turn rules at a cross', () => {
  const turn = (kind: TurnRule['kind'], from: number, to: number): TurnRule => ({
    kind,
    from,
    via: 11,
    to,
  });

  it('without rules go straight through', () => {
    expect(travel(network(cross, [...arms, ...ring]), 'car', 1, 12).passed).toEqual([1, 11, 12]);
  });

  it('ban one turn and leave the others', () => {
    const made = network(cross, [...arms, ...ring], [turn('no', 1, 3)]);
    expect(made.bans).toMatchObject({ applied: 1, without_effect: 0 });
    expect(travel(made, 'car', 1, 12).passed).toEqual([1, 2, 12]);
    expect(travel(made, 'car', 12, 1).passed).toEqual([12, 11, 1]);
    expect(travel(made, 'car', 1, 21).passed).toEqual([1, 11, 21]);
    expect(travel(made, 'car', 10, 12).passed).toEqual([10, 11, 12]);
    expect(travel(made, 'foot', 1, 12).passed).toEqual([1, 11, 12]);
  });

  it('prescribe one turn and ban the others', () => {
    const made = network(cross, [...arms, ...ring], [turn('only', 1, 4)]);
    expect(travel(made, 'car', 1, 21).passed).toEqual([1, 11, 21]);
    expect(travel(made, 'car', 1, 12).passed).toEqual([1, 2, 12]);
    expect(travel(made, 'car', 1, 10).passed).toEqual([1, 0, 10]);
  });

  it('are not got about by turning round at the next junction', () => {
    // Only the arms, each with a stub: whoever may not turn right into 3 could drive on, turn round, and turn left.
    const nodes = [at(1), at(10), at(11), at(12), at(21), at(22), at(2)];
    const ways = [...arms, way(5, [21, 22]), way(6, [1, 2, 12])];
    const made = network(nodes, ways, [turn('no', 1, 3)]);
    expect(travel(made, 'car', 1, 12).passed).toEqual([1, 2, 12]);
  });

  it('allow turning round where the road ends', () => {
    const made = network(
      [at(1), at(11), at(12), at(21)],
      [arms[0], arms[2], arms[3]].filter((each) => each !== undefined),
      [turn('no', 1, 3)],
    );
    expect(travel(made, 'car', 1, 12).passed).toEqual([1, 11, 21, 11, 12]);
  });

  it('that name a way running on through the junction, or elsewhere, have no effect', () => {
    const through = [way(1, [1, 11, 21]), way(2, [10, 11, 12])];
    const made = network(cross, [...through, ...ring], [turn('no', 1, 2), turn('no', 77, 2)]);
    expect(made.bans).toMatchObject({ applied: 0, without_effect: 2 });
  });
});

/**
 * A crossing of two dual carriageways, as in OSRM's own test of bans over two ways: cars keep right, the middle is a square driven one way.
 *
 *        2   3
 *   11  12  13  14
 *   21  22  23  24
 *       32  33
 */
describe('turn rules over ways between', () => {
  const nodes = [2, 3, 11, 12, 13, 14, 21, 22, 23, 24, 32, 33].map((id) => at(id));
  const one = (id: number, a: number, b: number) => way(id, [a, b], { oneway: 'yes' });
  const into = [one(1, 2, 12), one(2, 14, 13), one(3, 33, 23), one(4, 21, 22)];
  const out = [one(5, 13, 3), one(6, 12, 11), one(7, 22, 32), one(8, 23, 24)];
  const middle = [one(9, 12, 22), one(10, 22, 23), one(11, 23, 13), one(12, 13, 12)];
  // Far round, so that every end can be reached from every other: 3 to 14, 24 to 33, 32 to 21 (the longest), 11 to 2.
  const far = [4, 34, 30, 1].map((id) => at(id));
  const round = [
    way(13, [3, 4, 14]),
    way(14, [24, 34, 33]),
    way(15, [32, 30, 21]),
    way(16, [11, 1, 2]),
  ];
  const all = [...into, ...out, ...middle, ...round];
  const crossing = (...turns: readonly TurnRule[]) => network([...nodes, ...far], all, turns);
  const noUTurn: TurnRule = { kind: 'no', from: 1, via_ways: [9, 10], to: 11 };

  it('without rules turn round through the middle', () => {
    expect(travel(crossing(), 'car', 2, 3).passed).toEqual([2, 12, 22, 23, 13, 3]);
  });

  it('ban turning round for those who came that way, and for nobody else', () => {
    const made = crossing(noUTurn);
    expect(made.bans).toMatchObject({ applied: 1, over_ways: 1, without_effect: 0 });
    // Round by the east: 23, 24, 34, 33 and in again from the south.
    expect(travel(made, 'car', 2, 3).passed).toEqual([2, 12, 22, 23, 24, 34, 33, 23, 13, 3]);
    expect(travel(made, 'car', 21, 3).passed).toEqual([21, 22, 23, 13, 3]);
    expect(travel(made, 'car', 2, 24).passed).toEqual([2, 12, 22, 23, 24]);
    // Whoever sets out on a way between did not come by the first.
    const halfway = { road: 8, along: 500_000 };
    const ends = { from: halfway, to: { road: 4, along: 500_000 } };
    const { runs } = findPath(made.built.network, made.car, pathSearches(made.car), ends);
    expect(runs.map((run) => run >> 1)).toEqual([8, 9, 10, 4]);
    expect(travel(made, 'foot', 2, 3).metres).toBeLessThan(4000);
  });

  it('overlap, each in its own right', () => {
    const made = crossing(
      noUTurn,
      { kind: 'no', from: 9, via_ways: [10], to: 11 },
      { kind: 'no', from: 3, via_ways: [11, 12], to: 9 },
    );
    expect(made.bans.applied).toBe(3);
    expect(travel(made, 'car', 21, 3).passed).toEqual([21, 22, 23, 13, 3]);
    expect(travel(made, 'car', 12, 3).passed).toEqual([12, 22, 23, 24, 34, 33, 23, 13, 3]);
    expect(travel(made, 'car', 33, 11).passed).toEqual([33, 23, 13, 12, 11]);
    // Two ways about it are as long as each other.
    const about = travel(made, 'car', 33, 32).passed;
    expect(about.slice(-3)).toEqual([12, 22, 32]);
    expect(about.slice(0, 5)).not.toEqual([33, 23, 13, 12, 22]);
  });

  it('begin within one another: who keeps to the first may have begun the second', () => {
    const made = crossing(
      { kind: 'no', from: 1, via_ways: [9], to: 7 },
      { kind: 'no', from: 9, via_ways: [10, 11], to: 5 },
    );
    expect(made.bans.applied).toBe(2);
    expect(travel(made, 'car', 2, 24).passed).toEqual([2, 12, 22, 23, 24]);
    const onTo3 = travel(made, 'car', 2, 3).passed;
    expect(onTo3.slice(0, 5)).not.toEqual([2, 12, 22, 23, 13]);
    expect(onTo3.at(-1)).toBe(3);
  });

  it('prescribe the way on, at the end of those between', () => {
    const made = crossing({ kind: 'only', from: 1, via_ways: [9, 10], to: 8 });
    expect(travel(made, 'car', 2, 24).passed).toEqual([2, 12, 22, 23, 24]);
    expect(travel(made, 'car', 2, 32).passed).toEqual([2, 12, 22, 32]);
    expect(travel(made, 'car', 2, 3).passed).toEqual([2, 12, 22, 23, 24, 34, 33, 23, 13, 3]);
    expect(travel(made, 'car', 21, 3).passed).toEqual([21, 22, 23, 13, 3]);
  });

  it('hold over a way that other roads join', () => {
    // The west side of the middle and its south are one way, cut at 22 by the roads that meet there.
    const joined = [
      ...into,
      ...out,
      way(9, [12, 22, 23], { oneway: 'yes' }),
      ...middle.slice(2),
      ...round,
    ];
    const rule: TurnRule = { kind: 'no', from: 1, via_ways: [9], to: 11 };
    const made = network([...nodes, ...far], joined, [rule]);
    expect(made.bans).toMatchObject({ applied: 1, over_ways: 1 });
    expect(travel(made, 'car', 2, 3).passed).toEqual([2, 12, 22, 23, 24, 34, 33, 23, 13, 3]);
    expect(travel(made, 'car', 21, 3).passed).toEqual([21, 22, 23, 13, 3]);
  });

  it('that leave it open which way is meant, or name ways that do not meet, have no effect', () => {
    const made = crossing(
      { kind: 'no', from: 1, via_ways: [10], to: 11 },
      { kind: 'no', from: 1, via_ways: [9, 77], to: 11 },
      { kind: 'no', from: 1, via_ways: [9, 10], to: 5 },
    );
    expect(made.bans).toMatchObject({ applied: 0, over_ways: 0, without_effect: 3 });
    // A road through the crossing: it is come to the way between from both its sides.
    const through = network(
      cross,
      [way(1, [1, 11, 21]), ...arms.slice(1, 3), ...ring],
      [{ kind: 'no', from: 1, via_ways: [3], to: 5 }],
    );
    expect(through.bans).toMatchObject({ applied: 0, without_effect: 1 });
  });
});

describe('parts', () => {
  const apart = [way(1, [0, 1]), way(2, [1, 11]), way(3, [11, 0]), way(9, [44, 45])];
  const nodes = [...square, at(44), at(45)];

  it('that no road joins are islands, and the nearest place lies on the largest', () => {
    const made = network(nodes, apart);
    expect([...made.car.partOf]).toEqual([0, 0, 0, 1]);
    const grid = roadGrid(made.built.network);
    const { main, island } = snap(made.built.network, grid, made.car.partOf, at(44));
    expect(island).toMatchObject({ road: 3, along: 0, reach_m: 0 });
    expect(main?.reach_m).toBeCloseTo(straightLineMetres(at(44), at(11)), 3);
  });

  it('that lead out for good are parts of their own', () => {
    const made = network(nodes, [...apart.slice(0, 3), way(9, [11, 44], { oneway: 'yes' })]);
    expect([...made.car.partOf]).toEqual([0, 0, 0, 1]);
    expect([...made.foot.partOf]).toEqual([0, 0, 0, 0]);
  });

  it('beyond reach cost nothing at all, not infinity', () => {
    const made = network(nodes, apart);
    const { network: roads, junctionOf } = made.built;
    const costs = reach(roads, made.foot, {
      place: { road: 0, along: 0 },
      side: 'from',
      limit: 1_500_000,
    });
    const cost = (id: number) => costs[junctionOf[made.input.nodeIds.indexOf(id)] ?? -1];
    expect(cost(0)).toBe(0);
    expect(cost(1)).toBe(roads.length[0]);
    expect(cost(44)).toBe(NO_WAY);
  });
});

describe('cutting to a boundary', () => {
  const box = {
    type: 'Polygon' as const,
    coordinates: [
      [
        [-0.701, 51.999],
        [-0.68, 51.999],
        [-0.68, 52.005],
        [-0.701, 52.005],
        [-0.701, 51.999],
      ],
    ],
  };

  it.each([
    ['inside', 52, -0.69, 0, true],
    ['just outside', 52.0055, -0.69, 0, false],
    ['outside within the margin', 52.0055, -0.69, 60, true],
    ['outside beyond the margin', 52.0055, -0.69, 50, false],
    ['beyond a corner', 52.0055, -0.6795, 66, true],
    ['farther beyond a corner', 52.0055, -0.6795, 65, false],
    ['in another county', 53, 1, 5000, false],
  ])('%s', (_what, lat, lon, margin, expected) => {
    expect(clipTest([box], margin)(lat, lon)).toBe(expected);
  });

  it('ends roads at the last node inside', () => {
    const input = roadInput(square, [way(1, [0, 1]), way(2, [1, 11, 10, 0])]);
    expect(clipInput(input, clipTest([box], 0))).toBe(2);
    const made = makeRoads(input);
    expect(made.built.network.from).toHaveLength(1);
    expect(made.built.network.junctions).toBe(2);
  });
});

describe('the Channel', () => {
  const town = (id: number, lat: number, lon: number): MadeNode => ({ id, lat, lon });
  const dover = [town(1, 51.128, 1.313), town(2, 51.13, 1.3)];
  const calais = [town(3, 50.951, 1.858), town(4, 50.95, 1.86)];
  const monaco = [town(5, 43.73, 7.42), town(6, 43.74, 7.41)];
  const lundy = [town(7, 51.18, -4.67), town(8, 50.1, -5.1)];
  const input = (...nodes: readonly MadeNode[]) =>
    roadInput(
      nodes,
      nodes.slice(1).map((node, i) => way(i + 1, [nodes[i]?.id ?? 0, node.id])),
    );

  it.each([
    ['Dover', dover, false],
    ['Calais', calais, false],
    ['Monaco', monaco, false],
    ['Lundy and Falmouth', lundy, false],
    ['Dover and Calais', [...dover, ...calais], true],
    ['Dover and Monaco', [...dover, ...monaco], false],
  ])('%s', (_what, nodes, across) => {
    expect(isAcrossChannel(input(...nodes))).toBe(across);
  });
});
