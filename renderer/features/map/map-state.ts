/** What the map keeps beyond the selection: the school whose routes are shown, while a route or a client is chosen. */
import { create } from 'zustand';
import { select } from '../../state/selection.ts';

export type SideTab = 'schools' | 'unallocated' | 'audit' | 'selected';

interface MapState {
  readonly school_urn: number | null;
  readonly tab: SideTab;
  readonly asTable: boolean;
  /** The route whose row is under the pointer or holds the focus: the map draws it strong. */
  readonly pointed_route_id: number | null;
}

/** The map screen's own state; it outlives the screen so that coming back finds it as it was. */
export const useMapState = create<MapState>(() => ({
  school_urn: null,
  tab: 'schools',
  asTable: false,
  pointed_route_id: null,
}));

/** Shows a school's routes and chooses it; null goes back to the county. */
export function showSchool(urn: number | null): void {
  useMapState.setState({ school_urn: urn });
  select(urn === null ? null : { kind: 'school', id: urn });
}

/** Chooses a route and shows the school it goes to. */
export function showRoute(routeId: number, schoolUrn: number | null): void {
  useMapState.setState({ school_urn: schoolUrn });
  select({ kind: 'route', id: routeId });
}

/** A row of a list that stands for a route shows where its line runs while it is pointed at or focused. */
export function pointsAtRoute(routeId: number) {
  const point = (): void => {
    useMapState.setState({ pointed_route_id: routeId });
  };
  const leave = (): void => {
    useMapState.setState({ pointed_route_id: null });
  };
  return { onPointerEnter: point, onPointerLeave: leave, onFocus: point, onBlur: leave };
}

/** Brings one of the side lists forward. */
export function showTab(tab: SideTab): void {
  useMapState.setState({ tab });
}

/** The map itself, or the table that says the same. */
export function showAsTable(asTable: boolean): void {
  useMapState.setState({ asTable });
}
