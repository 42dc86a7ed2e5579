/** Plans kept side by side. Money in pence, times in seconds. */
import type { PlanSummary } from './plan.ts';

/** A plan in the list of all that are kept: the one in use, trials, and those before. */
export interface PlanHead extends Omit<PlanSummary, 'audit'> {
  readonly kind: 'in_use' | 'trial' | 'earlier';
  readonly passed: boolean;
  readonly broken: number;
}
