/** Tells of another driver, assistant or vehicle whoever must know, within the write that assigns them. */
import type { Store } from '../../../db/store.ts';
import type { IsoDate } from '../../../shared/calendar/dates.ts';
import type { ChangeNotice, NoticeChange } from '../../../shared/model/change-notice.ts';
import type { Assignment, AssignmentRole } from '../../../shared/model/register.ts';
import { noticesBesides } from '../../../shared/service/notices/besides.ts';
import { crewChange } from '../../../shared/service/notices/crew-change.ts';

/** One role of one contract that is somebody else's from a day on. */
export interface CrewChanged {
  readonly contract_id: number;
  readonly role: AssignmentRole;
  readonly from_on: IsoDate;
  /** Assignments of the contract before the write. */
  readonly before: readonly Assignment[];
}

/** How it counts. */
export interface CrewTelling {
  readonly on: IsoDate;
  readonly by: string;
  /** Why it counts before everybody is told; '' where it waits for that. */
  readonly override_reason: string;
  readonly effective_on: IsoDate;
}

/** Opens the notices; none where nobody had the role before, or no child is carried for certain. */
export function tellOfCrew(
  store: Store,
  changed: CrewChanged,
  { on, by, override_reason, effective_on }: CrewTelling,
): readonly ChangeNotice[] {
  const { contract_id, role, from_on, before } = changed;
  const after = store.register.assignmentsOf(contract_id);
  const nameOf = (each: Assignment): string => nameIn(store, each);
  const change = crewChange({ before, after, nameOf }, role, from_on);
  if (change === null) return [];
  const aboard = store.sheets.carriageOn(on).filter((each) => each.contract_id === contract_id && each.confirmed); // prettier-ignore
  const needed = noticesBesides('crew', aboard, [change], {
    schoolName: (urn) => urn === null ? 'no listed school' : (store.schools.get(urn)?.name ?? `URN ${urn}`), // prettier-ignore
    hasSocialWorker: (id) => store.clients.get(id)?.social_worker === true,
  });
  const [first] = aboard;
  if (needed.length === 0 || first === undefined) return [];
  const event = store.notices.announce(
    { kind: 'crew', contract_id: null, route_ref: first.route_ref, client_id: null, school_urn: null, plan_id: null, round_id: null, effective_on, what: whatOf(change), override_reason }, // prettier-ignore
    { on, by },
  );
  store.notices.tellBesides(event, needed);
  return store.notices.noticesOfEvent(event.id);
}

const ROLE_WORDS: Readonly<Record<string, string>> = {
  driver: 'Driver',
  assistant_named: 'Passenger assistant',
  vehicle_used: 'Vehicle',
};

function whatOf({ field, old, now }: NoticeChange): string {
  return `${ROLE_WORDS[field] ?? field}: ${now} in place of ${old}.`;
}

function nameIn({ register }: Store, { worker_id, vehicle_id }: Assignment): string {
  if (worker_id !== null) {
    const worker = register.worker(worker_id);
    return worker === null ? '' : worker.name || worker.ref;
  }
  return vehicle_id === null ? '' : (register.vehicle(vehicle_id)?.mark ?? '');
}
