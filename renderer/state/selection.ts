import { create } from 'zustand';

/** The one thing chosen, shown at once in list, map and inspector. */
export type Selected =
  | { readonly kind: 'client'; readonly id: number }
  | { readonly kind: 'route'; readonly id: number }
  | { readonly kind: 'school'; readonly id: number };

interface SelectionState {
  readonly selected: Selected | null;
}

/** Which client, route or school (by its URN) is chosen. */
export const useSelection = create<SelectionState>(() => ({ selected: null }));

/** Chooses one thing everywhere; null for none. */
export function select(selected: Selected | null): void {
  const now = useSelection.getState().selected;
  if (now?.kind === selected?.kind && now?.id === selected?.id) return;
  useSelection.setState({ selected });
}

/** The chosen id when it is of this kind, else null. */
export function useSelectedId(kind: Selected['kind']): number | null {
  return useSelection((state) => (state.selected?.kind === kind ? state.selected.id : null));
}
