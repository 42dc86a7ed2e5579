/** Which runs by car end or begin at each junction. */
import type { BuiltNetwork } from './build-network.ts';
import type { RoadNetwork, RunNumber } from './network.ts';

/** The roads at each junction: those of junction j stand at `list[start[j]]` to `list[start[j + 1] - 1]`, a loop twice. */
interface Incidence {
  readonly start: Int32Array;
  readonly list: Int32Array;
}

function incidenceOf({ junctions, from, to }: RoadNetwork): Incidence {
  const start = new Int32Array(junctions + 1);
  for (let road = 0; road < from.length; road++) {
    start[(from[road] as number) + 1] = (start[(from[road] as number) + 1] as number) + 1;
    start[(to[road] as number) + 1] = (start[(to[road] as number) + 1] as number) + 1;
  }
  for (let j = 0; j < junctions; j++)
    start[j + 1] = (start[j + 1] as number) + (start[j] as number);
  const next = start.slice();
  const list = new Int32Array(2 * from.length);
  for (let road = 0; road < from.length; road++) {
    for (const junction of [from[road] as number, to[road] as number]) {
      list[next[junction] as number] = road;
      next[junction] = (next[junction] as number) + 1;
    }
  }
  return { start, list };
}

/** Runs by car about the junctions of a network. */
export class RunsAt {
  private readonly built: BuiltNetwork;
  private readonly incidence: Incidence;

  constructor(built: BuiltNetwork) {
    this.built = built;
    this.incidence = incidenceOf(built.network);
  }

  /** Runs that end at a junction; of one way, or of all. */
  arriving(junction: number, way: number | null): readonly RunNumber[] {
    return this.of(junction, true, way);
  }

  /** Runs that begin at a junction; of one way, or of all. */
  leaving(junction: number, way: number | null): readonly RunNumber[] {
    return this.of(junction, false, way);
  }

  /** The junction where a run ends. */
  endOf(run: RunNumber): number {
    const { from, to } = this.built.network;
    return ((run & 1) === 1 ? from[run >> 1] : to[run >> 1]) as number;
  }

  private of(junction: number, arriving: boolean, way: number | null): readonly RunNumber[] {
    const { network, wayOf } = this.built;
    const { start, list } = this.incidence;
    const runs = new Set<RunNumber>();
    for (let i = start[junction] as number; i < (start[junction + 1] as number); i++) {
      const road = list[i] as number;
      if (way !== null && wayOf[road] !== way) continue;
      const forwardEnd = arriving ? network.to[road] : network.from[road];
      const backwardEnd = arriving ? network.from[road] : network.to[road];
      if (forwardEnd === junction && network.carForward[road] !== 0) runs.add(2 * road);
      if (backwardEnd === junction && network.carBackward[road] !== 0) runs.add(2 * road + 1);
    }
    return [...runs];
  }
}
