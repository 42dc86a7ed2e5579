/** Homes selected on the map, or by a list's filter: they stand out, and are a list beside it. */
import { create } from 'zustand';
import type { Input } from '../../../shared/api/contract.ts';
import { isInside } from '../../../shared/geo/inside.ts';
import { call } from '../../bridge/bridge.ts';
import type { HomeMark } from '../../map/home-index.ts';
import { notify, notifyFailure } from '../../state/notices.ts';
import { endMeasure } from './map-measure.ts';
import { useMapState } from './map-state.ts';

interface MapSelection {
  /** Clients; null where nothing is selected. */
  readonly ids: readonly number[] | null;
  /** By what they were selected. */
  readonly by: 'lasso' | 'view' | 'list';
  /** A line is being drawn. */
  readonly drawing: boolean;
}

/** The selection; it outlives the screen so that coming back finds it. */
export const useMapSelection = create<MapSelection>(() => ({
  ids: null,
  by: 'lasso',
  drawing: false,
}));

/** Begins a line about homes, on the map. */
export function startLasso(): void {
  useMapState.setState({ asTable: false });
  // One tool at a time.
  endMeasure();
  useMapSelection.setState({ drawing: true });
}

/** Ends the line without a selection of its own. */
export function endLasso(): void {
  useMapSelection.setState({ drawing: false });
}

/** Selects the homes within a closed line, [lat, lon, ...]; of one school where one is shown. */
export function selectWithin(
  homes: readonly HomeMark[],
  line: readonly number[],
  how: { readonly by: 'lasso' | 'view'; readonly school_urn: number | null },
): void {
  const ids = homes.flatMap((home) => {
    if (home.client_id === null) return [];
    if (how.school_urn !== null && home.school_urn !== how.school_urn) return [];
    return isInside([line], home.lat, home.lon) ? [home.client_id] : [];
  });
  useMapSelection.setState({ drawing: false });
  if (ids.length === 0) notify({ tone: 'info', text: 'No home lies there: nothing is selected.' });
  else showSelection(ids, how.by);
}

function showSelection(ids: readonly number[], by: MapSelection['by']): void {
  useMapSelection.setState({ ids, by, drawing: false });
  useMapState.setState({ tab: 'selected' });
}

/** Puts the selection away. */
export function clearSelection(): void {
  useMapSelection.setState({ ids: null, drawing: false });
  if (useMapState.getState().tab === 'selected') useMapState.setState({ tab: 'schools' });
}

/** Selects whoever a list's filter holds. */
export async function selectByFilter(filter: Input<'applications/ids'>['filter']): Promise<void> {
  const answer = await call('applications/ids', { filter, sort: 'name', descending: false });
  if (!answer.ok) {
    notifyFailure(answer.error);
    return;
  }
  if (answer.value.length === 0)
    notify({ tone: 'info', text: 'The list is empty: nothing is selected.' });
  else {
    useMapState.setState({ asTable: false });
    showSelection(answer.value, 'list');
  }
}
