import { useEffect, useMemo } from 'react';
import type { MapSchool } from '../../../shared/api/views/map.ts';
import { type Command, useCommands } from '../../state/commands.ts';
import { showAsTable, showSchool, useMapState } from './map-state.ts';
import { endMeasure, startMeasure, useMeasuring } from './map-measure.ts';
import { clearSelection, startLasso, useMapSelection } from './map-selection.ts';
import { PLAN_SEED, startPlan } from './plan-actions.ts';

/** Starts and ends measuring, from anywhere on the map's screen. */
export const MEASURE_KEY = 'Alt M';

/** What the map offers in the palette while it is shown. */
export function useMapCommands(
  school: MapSchool | null,
  does: { readonly askPicture: () => void; readonly selectView: () => void },
): void {
  const { askPicture, selectView } = does;
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
        label: 'Save or print the map as a picture',
        keywords: 'png pdf print paper',
        isEnabled: () => !useMapState.getState().asTable || 'Show the map first.',
        run: askPicture,
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
        id: 'map-lasso',
        label: 'Select homes by a line drawn on the map',
        keywords: 'lasso',
        isEnabled: () => true,
        run: startLasso,
      },
      {
        id: 'map-measure',
        label: 'Measure a road or a way on foot on the map',
        keywords: 'distance miles ruler how far',
        shortcut: MEASURE_KEY,
        isEnabled: () => true,
        run: startMeasure,
      },
      {
        id: 'map-select-view',
        label: 'Select the homes in sight on the map',
        isEnabled: () => !useMapState.getState().asTable || 'Show the map first.',
        run: selectView,
      },
      {
        id: 'map-clear-selection',
        label: 'Clear the selection on the map',
        isEnabled: () => useMapSelection.getState().ids !== null || 'No homes are selected.',
        run: clearSelection,
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
    [school, askPicture, selectView],
  );
  useCommands('map', commands);
  useMeasureKey();
}

/** Starts measuring, or ends it. */
export function toggleMeasure(): void {
  if (useMeasuring.getState().on) endMeasure();
  else startMeasure();
}

function useMeasureKey(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      // The layout may put another character under Alt: the key itself counts.
      if (event.code !== 'KeyM' || document.querySelector('[role=dialog]') !== null) return;
      event.preventDefault();
      toggleMeasure();
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, []);
}
