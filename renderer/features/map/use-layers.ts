/** The layers chosen, with their data. */
import { useMemo } from 'react';
import type { MapSchool } from '../../../shared/api/views/map.ts';
import { shadesOf } from '../../../shared/figures/district-measures.ts';
import type { Layers } from '../../map/layers.ts';
import { useChannel } from '../../state/channel.ts';
import { useLayerChoice } from './map-layers.ts';
import { useMeasuredLines } from './map-measure.ts';
import { useMapSelection } from './map-selection.ts';

interface LayersShown {
  readonly layers: Layers;
  /** The same for a reader outside the council. */
  readonly outside: Layers;
}

/** Asks only for what is shown. */
export function useLayers(school: MapSchool | null): LayersShown {
  const { homes, schools_by, desire, measure, reach } = useLayerChoice();
  const ids = useMapSelection((state) => state.ids);
  const districts = useChannel('map/districts', measure === null ? null : {}).data;
  const reached = useChannel(
    'map/reach',
    reach && school !== null ? { school_urn: school.urn } : null,
  ).data;
  const measured = useMeasuredLines();
  return useMemo(() => {
    const shadesFor = (isOutside: boolean): Layers['shades'] =>
      measure === null || districts === null
        ? null
        : { measure, steps: shadesOf(measure, districts, isOutside) };
    const layers = {
      homes,
      schools_by,
      desire,
      shades: shadesFor(false),
      reach: reach && school !== null ? reached : null,
      selected: ids === null ? null : new Set(ids),
      measured,
      differences: false,
      outside: false,
    };
    return {
      layers,
      outside: {
        ...layers,
        shades: shadesFor(true),
        selected: null,
        measured: null,
        outside: true,
      },
    };
  }, [homes, schools_by, desire, measure, districts, reach, school, reached, ids, measured]);
}
