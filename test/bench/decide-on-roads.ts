/** Every rule on 20,000 applications and the placements of all who are carried, with a road network larger than Kent's loaded. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { readRoads } from '../../electron/files/osm/read-roads.ts';
import { silent } from '../../electron/jobs/context.ts';
import { readCostFacts } from '../../electron/jobs/cost-facts.ts';
import { decide } from '../../electron/jobs/decide.ts';
import { roadsOf, roadsPath, writeRoads } from '../../electron/roads/roads-file.ts';
import type { Store } from '../../db/store.ts';
import { DEFAULT_SETTINGS } from '../../shared/costing/default-settings.ts';
import { speedTableAt } from '../../shared/costing/read-settings.ts';
import { defined } from '../../shared/kernel/assert.ts';
import { seededRandom } from '../../shared/kernel/random.ts';
import { buildLedger } from '../../shared/pressure/ledger.ts';
import { judgePlacements } from '../../shared/pressure/placement.ts';
import { contract } from '../../shared/roads/contract.ts';
import type { Profile, RoadNetwork } from '../../shared/roads/network.ts';
import { profileGraph } from '../../shared/roads/profile-graph.ts';
import { profileRoads } from '../../shared/roads/profile-roads.ts';
import type { ComponentsFound, RoadsData } from '../../shared/roads/roads-data.ts';
import { roadGrid } from '../../shared/roads/snap.ts';
import { makeRoads } from '../helpers/made-roads.ts';
import { REAL_DATA } from '../helpers/real-data.ts';
import { APPLICATIONS, ON, openBench } from './casework-store.ts';
import { timed, type Figure, type Skipped } from './measure.ts';
import { tiledRoads } from './tiled-roads.ts';

const RUNS = 3;
/** Tiles of Rutland that come to more than 450,000 junctions, moved so that they cover Kent. */
const TILES = { rows: 8, columns: 11 };
const MOVE = { lat: -1.9e7, lon: 0.5e7 };

/** Seconds of both with a network; skipped where the extract is missing. The network is taken away again. */
export async function benchDecideOnRoads(file: string): Promise<readonly (Figure | Skipped)[]> {
  const name = 'all rules for 20,000 applications, roads loaded';
  if (REAL_DATA === null) return [{ name, skipped: 'the real files are not here' }];
  const data = await countyRoads(path.join(REAL_DATA, 'osm/rutland_2018.osm.pbf'));
  const written = writeRoads(roadsPath(file), data);
  if (!written.ok) throw new Error(written.error.cause);
  const store = openBench(file);
  try {
    roadsOf(store.path);
    const note = `${data.foot.hierarchy.nodes} junctions, ${onFoot(store)} applications compared on foot, the network read before`;
    const rules = timed(RUNS, () => {
      const answer = decide(store, { ref: null, on: ON });
      if (!answer.ok || answer.value.applications.length < APPLICATIONS)
        throw new Error('Not every application was decided.');
    });
    const figures: Figure[] = [{ name, unit: 's', runs: rules, target: 2, note }];
    const facts = readCostFacts(store, ON);
    if (!facts.ok) return figures;
    const ledger = buildLedger(facts.value);
    let carried = 0;
    const placed = timed(RUNS, () => {
      carried = judgePlacements(facts.value, ledger).length;
    });
    return [
      ...figures,
      {
        name: 'placements by road of all who are carried',
        unit: 's',
        runs: placed,
        target: null,
        note: `${carried} clients`,
      },
    ];
  } finally {
    store.close();
    rmSync(roadsPath(file), { force: true });
  }
}

/** How many applications the rules compare on the network. */
function onFoot(store: Store): number {
  const answer = decide(store, { ref: null, on: ON });
  const all = answer.ok ? answer.value.applications : [];
  return all.filter(({ school }) => school.nearest_suitable.measure !== null).length;
}

async function countyRoads(extract: string): Promise<RoadsData> {
  const read = await readRoads(extract, silent);
  if (!read.ok) throw new Error(read.error.cause);
  const rutland = makeRoads(read.value.input);
  const random = seededRandom(1);
  const tiled = tiledRoads(rutland.built, rutland.car.partOf, { ...TILES, random });
  const network: RoadNetwork = {
    ...tiled,
    // The roads that join two tiles are for walkers too.
    foot: tiled.foot.fill(1),
    shapeLat: tiled.shapeLat.map((lat) => lat + MOVE.lat),
    shapeLon: tiled.shapeLon.map((lon) => lon + MOVE.lon),
  };
  const profile = (name: Profile) => {
    const stops = new Uint8Array(network.junctions);
    const made = profileGraph(network, name, { stops, bans: new Map() });
    const contracted = defined(
      contract(made.graph, () => true),
      'hierarchy',
    );
    return profileRoads(network, name, { ...made, contracted });
  };
  const found: ComponentsFound = { roads: 0, islands: 0, island_roads: 0, nodes: 0 };
  return {
    network,
    names: [''],
    grid: roadGrid(network),
    car: profile('car'),
    foot: profile('foot'),
    meta: {
      source: 'tiles of rutland_2018.osm.pbf',
      map_on: '',
      imported_on: ON,
      clip: null,
      speeds: speedTableAt(DEFAULT_SETTINGS, ON),
      junctions: network.junctions,
      roads: network.from.length,
      car: found,
      foot: found,
      turns: { applied: 0, without_effect: 0, via_way: 0, conditional: 0, unclear: 0 },
      left_out: [],
      missing_nodes: 0,
      bounds: [-0.4, 50.6, 4.5, 52.7],
    },
  };
}
