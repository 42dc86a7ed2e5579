/** One painting of the whole map, the same for the screen and for the exported picture. */
import { createHitList, type HitList } from './hits.ts';
import { createLabelPlacer } from './label-placer.ts';
import {
  layoutDistricts,
  layoutPlaces,
  paintDistricts,
  paintGround,
  paintLabels,
} from './paint/ground.ts';
import { paintChosenHome, paintHomes, paintUnallocated } from './paint/homes.ts';
import { paintRoutes, paintStops } from './paint/routes.ts';
import { layoutSchools, paintSchools } from './paint/schools.ts';
import type { Emphasis, Scene } from './scene.ts';
import { toScreen, type View } from './view.ts';

/** Lays labels out by rank (schools, then places, then districts), paints from the ground up, and says what lies where. */
export function paintScene(view: View, scene: Scene, emphasis: Emphasis): HitList {
  const hits = createHitList();
  const placer = createLabelPlacer();
  for (const stop of emphasis.stops) {
    const at = toScreen(view, stop.lat, stop.lon);
    placer.reserve({ x: at.x - 10, y: at.y - 10, width: 20, height: 20 });
  }
  const schools = layoutSchools(view, scene, emphasis, placer);
  const places = layoutPlaces(view, scene, placer);
  const districts = layoutDistricts(view, scene, placer);
  paintGround(view, scene);
  paintDistricts(view, scene);
  paintLabels(view, districts);
  paintLabels(view, places);
  paintHomes(view, scene, emphasis, hits);
  paintRoutes(view, emphasis, hits);
  paintSchools(view, schools, emphasis, hits);
  paintStops(view, emphasis, placer);
  paintUnallocated(view, scene, emphasis, hits);
  paintChosenHome(view, scene, emphasis);
  return hits;
}
