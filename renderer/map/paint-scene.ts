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
import { paintRoutes, paintStops } from './paint/routes.ts';
import { layoutSchoolNames, layoutSchools, paintSchools } from './paint/schools.ts';
import type { Emphasis, Scene } from './scene.ts';
import { toScreen, type View } from './view.ts';

/** What lies under the scene: the built-in coast and places, or a map that is there already. */
export type Ground = 'built_in' | 'drawn';

/** From here on schools are named before places. */
const NEAR = 10.5;

/** Lays labels out by rank, paints from the ground up, and says what lies where. */
export function paintScene(
  view: View,
  scene: Scene,
  emphasis: Emphasis,
  ground: Ground = 'built_in',
): HitList {
  const hits = createHitList();
  const placer = createLabelPlacer();
  keepCornersFree(view, placer);
  for (const stop of emphasis.stops) {
    const at = toScreen(view, stop.lat, stop.lon);
    placer.reserve({ x: at.x - 10, y: at.y - 10, width: 20, height: 20 });
  }
  const urgent = layoutUnallocated(view, scene, emphasis, placer);
  const schools = layoutSchools(view, scene, emphasis, placer);
  const homes = layoutHomes(view, scene, emphasis, placer);
  const schoolsFirst = view.zoom >= NEAR || emphasis.school_urn !== null;
  const early = schoolsFirst ? layoutSchoolNames(view, schools, emphasis, placer) : [];
  // A map of its own names its places.
  const places = ground === 'built_in' ? layoutPlaces(view, scene, placer) : [];
  const districts = layoutDistricts(view, scene, placer);
  const late = schoolsFirst ? [] : layoutSchoolNames(view, schools, emphasis, placer);
  if (ground === 'built_in') paintGround(view, scene);
  paintDistricts(view, scene);
  paintLabels(view, districts);
  paintClusters(view, homes, hits);
  paintLabels(view, places);
  paintRoutes(view, emphasis, hits);
  paintHomes(view, homes, emphasis, hits);
  paintSchools(view, schools, emphasis, hits);
  paintClusterNumbers(view, homes);
  paintLabels(view, early);
  paintLabels(view, late);
  paintStops(view, emphasis, placer);
  paintUnallocated(view, urgent, hits);
  paintChosenHome(view, scene, emphasis);
  return hits;
}

/** The frame's buttons, scale and mark lie over the corners: no label goes under them. */
function keepCornersFree(view: View, placer: LabelPlacer): void {
  const { x, y } = view.margin;
  placer.reserve({ x, y, width: 116, height: 40 });
  placer.reserve({ x: view.width - x - 50, y, width: 50, height: 116 });
  placer.reserve({ x: view.width - x - 150, y: view.height - y - 40, width: 150, height: 40 });
}
