/** What an assignment changes for the children of a contract: who drives, who assists, in which vehicle. */
import type { IsoDate } from '../../calendar/dates.ts';
import type { NoticeChange } from '../../model/change-notice.ts';
import type { Assignment, AssignmentRole } from '../../model/register.ts';
import { isOn } from '../register/gaps.ts';

/** The field of a notice that tells of each role; a cover is nobody whom children meet every day. */
const FIELDS: Readonly<Partial<Record<AssignmentRole, string>>> = {
  driver: 'driver',
  assistant: 'assistant_named',
  vehicle: 'vehicle_used',
};

/** Assignments of one contract before and after, and how whoever is assigned is called. */
export interface CrewLists {
  readonly before: readonly Assignment[];
  readonly after: readonly Assignment[];
  readonly nameOf: (assignment: Assignment) => string;
}

/**
 * Who had the role before a day and who has it on that day, as a change of a notice; null where nobody is known to have had it (a register
 * that is being filled tells nobody anything new), or where it is the same people.
 */
export function crewChange(
  { before, after, nameOf }: CrewLists,
  role: AssignmentRole,
  from_on: IsoDate,
): NoticeChange | null {
  const field = FIELDS[role];
  if (field === undefined) return null;
  const names = (all: readonly Assignment[]): string => [...new Set(all.map(nameOf))].toSorted().join(' and '); // prettier-ignore
  const old = names(holders(before, role, from_on));
  const now = names(after.filter((each) => each.role === role && isOn(each, from_on)));
  return old === '' || now === '' || old === now ? null : { field, old, now };
}

/** Those in the role on a day; where nobody is, whoever left it last before. */
function holders(
  all: readonly Assignment[],
  role: AssignmentRole,
  on: IsoDate,
): readonly Assignment[] {
  const own = all.filter((each) => each.role === role && each.from_on <= on);
  const there = own.filter((each) => isOn(each, on));
  if (there.length > 0) return there;
  const last = own.reduce<IsoDate | null>((day, { to_on }) => to_on !== null && (day === null || to_on > day) ? to_on : day, null); // prettier-ignore
  return own.filter(({ to_on }) => to_on === last);
}
