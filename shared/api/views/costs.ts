/** What the costs screen shows. Money in pence. */
import type { Overview } from '../../pressure/overview.ts';

/** Everything that the costs screen shows: the reckoning less its inner steps. */
export type CostOverview = Omit<Overview, 'change'>;
