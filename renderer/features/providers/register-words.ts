/** Words of the register on its screens. */
import type { AssignedRoute } from '../../../shared/api/views/register.ts';
import { formatQuantity } from '../../../shared/format/number.ts';
import type { AssignmentRole, WorkerRole } from '../../../shared/model/register.ts';

/** What somebody may be assigned as. */
export const ROLE_WORDS: Readonly<Record<WorkerRole, string>> = {
  driver: 'Driver',
  assistant: 'Assistant',
  both: 'Drives and assists',
};

/** What somebody or something does on a contract. */
export const ASSIGNED_WORDS: Readonly<Record<AssignmentRole, string>> = {
  driver: 'Driver',
  assistant: 'Passenger assistant',
  cover: 'Cover',
  vehicle: 'Vehicle',
};

/** `in 12 days`, `today`, `12 days ago`. */
export function daysLeftWords(days_left: number): string {
  if (days_left === 0) return 'today';
  if (days_left > 0) return `in ${formatQuantity(days_left, 'day')}`;
  return `${formatQuantity(-days_left, 'day')} ago`;
}

/** `4012-003`, `4012-003 and 2 more`, or nothing. */
export function routesWords(routes: readonly AssignedRoute[]): string {
  const refs = [...new Set(routes.map(({ route_ref }) => route_ref))];
  const [first] = refs;
  if (first === undefined) return '';
  return refs.length === 1 ? first : `${first} and ${refs.length - 1} more`;
}
