/** Which plan the map shows: the one in use, or a trial that is tried out beside it. */
import { useMemo } from 'react';
import { create } from 'zustand';
import { select } from '../../state/selection.ts';

interface ShownPlan {
  /** null: the plan in use. */
  readonly plan_id: number | null;
}

/** The plan on the map; it outlives the screen. */
export const useShownPlan = create<ShownPlan>(() => ({ plan_id: null }));

/** Shows a plan on the map; null goes back to the one in use. What was chosen of the other is put away. */
export function showPlan(plan_id: number | null): void {
  if (useShownPlan.getState().plan_id === plan_id) return;
  select(null);
  useShownPlan.setState({ plan_id });
}

/** The part of a question that names the plan shown. */
export function usePlanAsked(): { readonly plan_id?: number } {
  const plan_id = useShownPlan((state) => state.plan_id);
  return useMemo(() => (plan_id === null ? {} : { plan_id }), [plan_id]);
}
