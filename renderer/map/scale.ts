/** The scale bar: a round length near a wished width. */
import { METRES_PER_MILE } from '../../shared/kernel/units.ts';
import { metresPerPixel } from './mercator.ts';

export interface ScaleBar {
  readonly width: number;
  readonly label: string;
}

const MILES = [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 20, 50, 100, 200] as const;

/** The longest round number of miles at most `widest` pixels long at the map's middle. */
export function scaleBar(lat: number, zoom: number, widest: number): ScaleBar {
  const perMile = METRES_PER_MILE / metresPerPixel(lat, zoom);
  const fits = MILES.filter((miles) => miles * perMile <= widest);
  const miles = fits[fits.length - 1] ?? MILES[0];
  const label = miles === 1 ? '1 mile' : `${miles} miles`;
  return { width: miles * perMile, label };
}
