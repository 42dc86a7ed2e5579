import { useMemo } from 'react';
import type { MapSchool } from '../../../shared/api/views/map.ts';
import { type Command, useCommands } from '../../state/commands.ts';
import { showAsTable, showSchool, useMapState } from './map-state.ts';
import { PLAN_SEED, startPlan } from './plan-actions.ts';

/** What the map offers in the palette while it is shown. */
export function useMapCommands(school: MapSchool | null, savePicture: () => void): void {
  const commands: readonly Command[] = useMemo(
    () => [
      {
        id: 'map-plan-school',
        label: school === null ? 'Plan this school' : `Plan ${school.name}`,
        isEnabled: () => school !== null || 'Choose a school on the map first.',
        run: () => {
          if (school !== null) void startPlan(school.urn, PLAN_SEED);
        },
      },
      {
        id: 'map-picture',
        label: 'Save the map as a picture',
        isEnabled: () => !useMapState.getState().asTable || 'Show the map first.',
        run: savePicture,
      },
      {
        id: 'map-table',
        label: 'Show map or table',
        isEnabled: () => true,
        run: () => {
          showAsTable(!useMapState.getState().asTable);
        },
      },
      {
        id: 'map-county',
        label: 'Show all schools on the map',
        isEnabled: () => school !== null || 'All schools are shown.',
        run: () => {
          showSchool(null);
        },
      },
    ],
    [school, savePicture],
  );
  useCommands('map', commands);
}
