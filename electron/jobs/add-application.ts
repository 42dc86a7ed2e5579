/** Enters an application by hand, for a new child or one who is here. The latest application of a child is the one that counts. */
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { planningYearOf } from '../../shared/calendar/years.ts';
import {
  makeReference,
  newApplicationProblems,
  type NewApplication,
  type NewChild,
} from '../../shared/casework/new-application.ts';
import { parsePostcode } from '../../shared/intake/parse-postcode.ts';
import { defined } from '../../shared/kernel/assert.ts';
import { fail, ok, type Result } from '../../shared/kernel/result.ts';
import type { Change, Store } from '../../db/store.ts';
import { settleClient } from '../api/settle-client.ts';

/** Whose application was entered, and under which reference. */
export interface Entered {
  readonly client_id: number;
  readonly ref: string;
}

/** Checks, gives a reference where none was given, and enters it. */
export function addApplication(
  store: Store,
  given: NewApplication,
  { by, on }: { readonly by: Change; readonly on: IsoDate },
): Result<Entered> {
  const isTaken = (ref: string): boolean =>
    store.applications.get(ref) !== null ||
    ('child' in given.of && store.clients.byRef(ref) !== null);
  const { of } = given;
  const postcode = 'child' in of ? postcodeOf(of.child.postcode) : '';
  const problems = [
    ...newApplicationProblems(given, { on, isTaken }),
    ...(postcode === null ? ['The postcode cannot be read.'] : []),
  ];
  if ('client_id' in of && store.clients.get(of.client_id) === null)
    problems.push('There is no such child.');
  if (
    'child' in of &&
    of.child.school_urn !== null &&
    store.schools.get(of.child.school_urn) === null
  )
    problems.push('Choose the school from the list.');
  if (problems.length > 0)
    return fail('not_complete', problems.join(' '), 'Mend this and try again.', { problems });
  const ref = given.ref.trim() || makeReference(by.who, planningYearOf(on), isTaken);
  return store.write(by, () => {
    const client_id =
      'client_id' in of
        ? of.client_id
        : addChild(store, { ...of.child, postcode: postcode ?? '' }, ref);
    store.applications.upsertMany([
      { ref, client_id, type: given.type.trim(), received_on: given.received_on },
    ]);
    settleClient(store, client_id, on);
    return ok({ client_id, ref });
  });
}

function postcodeOf(given: string): string | null {
  if (given.trim() === '') return '';
  const read = parsePostcode(given);
  return read.kind === 'not_understood' ? null : read.postcode;
}

function addChild(store: Store, child: NewChild, ref: string): number {
  const school = child.school_urn === null ? null : store.schools.get(child.school_urn);
  const { ids } = store.clients.upsertMany([
    {
      ref,
      forename: child.forename.trim(),
      surname: child.surname.trim(),
      date_of_birth: child.date_of_birth,
      home_address: child.home_address.trim(),
      postcode: child.postcode,
      carer_name: child.carer_name.trim(),
      phone: child.phone.trim(),
      ...(school === null
        ? {}
        : {
            school_urn: school.urn,
            school_given: school.name,
            school_urn_given: String(school.urn),
          }),
    },
  ]);
  return defined(ids[0], `client ${ref}`);
}
