/** Invented maps drawn at random, for laws that hold on any network. */
import { seededRandom } from '../../shared/kernel/random.ts';
import {
  randomTurns,
  randomWayTurns,
  roadInput,
  type MadeNode,
  type MadeWay,
} from './made-roads.ts';

const CLASSES = ['primary', 'residential', 'unclassified', 'service', 'footway', 'trunk'];

/** A random map by its seed: nodes on a jittered grid, ways of two to five nodes, some one-way, some private, some barred. */
export function randomMap(seed: number) {
  const random = seededRandom(seed);
  const side = 3 + random.below(5);
  const nodes: MadeNode[] = [];
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++)
      nodes.push({
        id: 1 + row * side + column,
        lat: 52 + (row + random.next() * 0.6) * 0.004,
        lon: -0.7 + (column + random.next() * 0.6) * 0.006,
        stops: random.chance(0.04) ? 1 + random.below(3) : 0,
      });
  const steps = [1, -1, side, -side];
  const ways: MadeWay[] = Array.from({ length: side * side }, (_, at) => {
    const list = [1 + random.below(side * side)];
    for (let i = random.below(4); i >= 0; i--) {
      const last = list.at(-1) ?? 1;
      const next = last + random.pick(steps);
      if (
        next >= 1 &&
        next <= side * side &&
        Math.abs(((next - 1) % side) - ((last - 1) % side)) <= 1
      )
        list.push(next);
    }
    if (list.length < 2) list.push((list[0] ?? 1) === 1 ? 2 : (list[0] ?? 1) - 1);
    const highway = random.pick(CLASSES);
    const oneway = random.pick(['yes', '-1', 'no', 'no', 'no']);
    const access = random.pick(['private', 'destination', 'yes', 'yes', 'yes', 'yes']);
    return {
      id: 100 + at,
      nodes: list,
      tags: { highway, oneway, ...(highway === 'footway' ? {} : { access }) },
    };
  });
  const input = roadInput(nodes, ways);
  const turns = [
    ...randomTurns({ input }, random, random.below(side * 4)),
    ...randomWayTurns({ input }, random, random.below(side * 8)),
  ];
  return { random, input: { ...input, turns } };
}
