import { Layers } from 'lucide-react';
import type { MapSchool } from '../../../shared/api/views/map.ts';
import {
  MEASURES,
  MEASURE_WORDS,
  type Measure,
} from '../../../shared/figures/district-measures.ts';
import { Checkbox } from '../../ui/field.tsx';
import { PanelButton } from '../../ui/menu.tsx';
import { Select } from '../../ui/select.tsx';
import { chooseLayers, useLayerChoice } from './map-layers.ts';
import { useMapSelection } from './map-selection.ts';

const SHADES: readonly {
  readonly id: Measure | 'none';
  readonly label: string;
  readonly detail?: string;
}[] = [
  { id: 'none', label: 'Not shaded' },
  ...MEASURES.map((id) => ({
    id,
    label: MEASURE_WORDS[id].label,
    detail: MEASURE_WORDS[id].unit,
  })),
];

/** What the map shows beside the children without a route, who are always on it. */
export function LayersPanel({ school }: { readonly school: MapSchool | null }) {
  const choice = useLayerChoice();
  const selecting = useMapSelection((state) => state.ids !== null);
  const isUsual = choice.homes && !choice.desire && choice.measure === null && !choice.reach;
  return (
    <PanelButton label="Layers" title="Layers of the map" icon={Layers} isActive={!isUsual}>
      <div className="map-layers">
        <Checkbox
          isSelected={choice.homes}
          onChange={(homes) => {
            chooseLayers({ homes });
          }}
        >
          Homes
        </Checkbox>
        <Checkbox
          isSelected={choice.desire}
          onChange={(desire) => {
            chooseLayers({ desire });
          }}
        >
          Lines from home to school, straight
        </Checkbox>
        {choice.desire && school === null && !selecting ? (
          <p className="map-layers-why">Choose a school or select homes to see them.</p>
        ) : null}
        <Checkbox
          isSelected={choice.reach}
          onChange={(reach) => {
            chooseLayers({ reach });
          }}
        >
          Within 45 and 75 minutes of a school
        </Checkbox>
        {choice.reach && school === null ? (
          <p className="map-layers-why">Choose a school to see from where it is reached.</p>
        ) : null}
        <Select
          label="Schools sized by"
          size="small"
          options={[
            { id: 'clients', label: 'Clients carried' },
            { id: 'roll', label: 'Pupils on roll' },
          ]}
          value={choice.schools_by}
          onChange={(schools_by) => {
            chooseLayers({ schools_by });
          }}
        />
        <Select
          label="Districts shaded by"
          size="small"
          options={SHADES}
          value={choice.measure ?? 'none'}
          onChange={(id) => {
            chooseLayers({ measure: id === 'none' ? null : id });
          }}
        />
        <p className="map-layers-why">
          Children without a route are always shown, above everything.
        </p>
      </div>
    </PanelButton>
  );
}
