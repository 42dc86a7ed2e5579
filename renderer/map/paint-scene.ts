/** One painting of the whole map, the same for the screen and for the exported picture. */
import { createHitList, type HitList } from './hits.ts';
import { createLabelPlacer, type LabelPlacer } from './label-placer.ts';
import {
  layoutDistricts,
  layoutPlaces,
  paintDistricts,
  paintGround,
  paintLabels,
} from './paint/ground.ts';
import {
  layoutHomes,
  layoutUnallocated,
  paintChosenHome,
  paintClusterNumbers,
  paintClusters,
  paintHomes,
  paintUnallocated,
} from './paint/homes.ts';
import { paintMeasured } from './paint/measured.ts';
import { paintRoutes, paintStops } from './paint/routes.ts';
import { layoutSchoolNames, layoutSchools, paintSchools } from './paint/schools.ts';
import { LEAST_TOLD } from '../../shared/figures/small-numbers.ts';
import type { Layers } from './layers.ts';
import { paintDesire, paintReach, paintSelected, paintShades } from './paint/overlays.ts';
import { NO_EMPHASIS, type Emphasis, type Scene } from './scene.ts';
import type { TileNames } from './tiles/tile-names.ts';
import { toScreen, type View } from './view.ts';

/** What lies under the scene: the built-in coast and places, or a map that is there already. */
export type Ground = 'built_in' | 'drawn';

/** From here on schools are named before places. */
const NEAR = 10.5;

/** What is painted. */
export interface Painted {
  readonly scene: Scene;
  readonly emphasis: Emphasis;
  readonly layers: Layers;
  readonly ground: Ground;
  /** Names of the map that lies under, which ours keep off. */
  readonly names: TileNames;
}

/** Lays labels out by rank, paints from the ground up, and says what lies where. */
export function paintScene(view: View, painted: Painted): HitList {
  const { scene, layers, ground, names } = painted;
  const emphasis = layers.outside ? withoutHomes(painted.emphasis) : painted.emphasis;
  const hits = createHitList();
  const placer = createLabelPlacer();
  keepCornersFree(view, placer);
  for (const stop of emphasis.stops) {
    const at = toScreen(view, stop.lat, stop.lon);
    placer.reserve({ x: at.x - 10, y: at.y - 10, width: 20, height: 20 });
  }
  const urgent = layoutUnallocated(view, scene, emphasis, placer).filter(({ mark }) =>
    isTold(layers, mark.count),
  );
  const schools = layoutSchools(view, scene, emphasis, { placer, by: layers.schools_by });
  const homes = layers.homes
    ? layoutHomes(view, scene, emphasis, placer).filter(({ mark }) => isTold(layers, mark.count))
    : [];
  const schoolsFirst = view.zoom >= NEAR || emphasis.school_urn !== null;
  const early = schoolsFirst ? layoutSchoolNames(view, schools, emphasis, placer) : [];
  // A map of its own names its places.
  const places = ground === 'built_in' ? layoutPlaces(view, scene, placer) : [];
  if (ground === 'drawn') for (const box of names.within(view)) placer.reserve(box);
  const districts = layoutDistricts(view, scene, placer);
  const late = schoolsFirst ? [] : layoutSchoolNames(view, schools, emphasis, placer);
  if (ground === 'built_in') paintGround(view, scene);
  paintShades(view, scene, layers);
  paintDistricts(view, scene);
  paintReach(view, layers);
  paintLabels(view, districts);
  const rest = layers.selected === null ? 1 : FALLEN_BACK;
  view.ctx.globalAlpha = rest;
  paintClusters(view, homes, hits, rest);
  view.ctx.globalAlpha = 1;
  paintLabels(view, places);
  paintDesire(view, scene, emphasis, layers);
  paintRoutes(view, emphasis, hits);
  paintHomes(view, homes, emphasis, { hits, rest });
  paintSelected(view, scene, layers);
  paintSchools(view, schools, emphasis, hits);
  if (layers.selected === null) paintClusterNumbers(view, homes);
  paintLabels(view, early);
  paintLabels(view, late);
  paintStops(view, emphasis, { placer, hits });
  paintMeasured(view, layers);
  if (!layers.differences) paintUnallocated(view, urgent, hits);
  if (!layers.outside) paintChosenHome(view, scene, emphasis);
  return hits;
}

/** How strong what is not selected stays. */
const FALLEN_BACK = 0.3;

/** Outside the council no single home is shown, and no count of 1 to 4. */
function isTold({ outside }: Layers, count: number): boolean {
  return !outside || count >= LEAST_TOLD;
}

/** Lines and stops lead to doors. */
function withoutHomes({ school_urn }: Emphasis): Emphasis {
  return { ...NO_EMPHASIS, school_urn };
}

/** The frame's buttons, scale and mark lie over the corners: no label goes under them. */
function keepCornersFree(view: View, placer: LabelPlacer): void {
  const { x, y } = view.margin;
  placer.reserve({ x, y, width: 116, height: 40 });
  placer.reserve({ x: view.width - x - 50, y, width: 50, height: 116 });
  placer.reserve({ x: view.width - x - 150, y: view.height - y - 40, width: 150, height: 40 });
}
