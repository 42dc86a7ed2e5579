/** What the new year asks of many at once: confirmed forms, and reminders to those who begin a new phase. */
import { confirmationProblem } from '../../../shared/casework/tif/signing.ts';
import { planningYearOf } from '../../../shared/calendar/years.ts';
import type { IsoDate } from '../../../shared/calendar/dates.ts';
import { carriedNeeds, type CarriedNeed } from '../renewals.ts';
import { confirmTifs } from '../tif/confirm-tifs.ts';
import { nameOf, type BulkBasis, type BulkPlan, type LeftOut, type Planned } from './bulk-plan.ts';

/** Confirms signed forms for the year planned, in the name of each child's carer. */
export function planConfirmTif(basis: BulkBasis, signer: string): BulkPlan {
  const { store, on, chosen } = basis;
  const year = planningYearOf(on);
  const planned: Planned[] = [];
  const left_out: LeftOut[] = [];
  for (const { client } of chosen) {
    const confirmed_by = client.carer_name.trim();
    const signed = store.tif.lastSigned(client.id);
    const confirmations = store.tif.yearsConfirmed(client.id);
    const draft = store.tif.draft(client.id);
    const given = { year, confirmed_by, confirmed_on: on };
    const problem = confirmationProblem({ signed, confirmations, draft }, given, on);
    if (problem !== null || signed === null) {
      left_out.push({ client_id: client.id, reason: problem ?? 'No form is signed.' });
      continue;
    }
    planned.push({
      client_id: client.id,
      ref: client.ref,
      name: nameOf(client),
      from: 'TIF signed',
      to: `Confirmed for ${year}`,
      why: `Version ${signed.number}, confirmed by ${confirmed_by}.`,
      write: () => {
        const one = { client_id: client.id, confirmed_by, relationship: client.carer_relationship };
        const entered_by = signer.trim();
        confirmTifs(store, { confirmed: [one], year, confirmed_on: on, entered_by, on });
      },
    });
  }
  return { planned, left_out, problems: signer.trim() === '' ? ['Sign with your name.'] : [] };
}

/** Puts children who begin a new phase into the cohort: the chase that reminds families to apply runs over them from then on. */
export function planExpect(basis: BulkBasis, told_on: IsoDate): BulkPlan {
  const { store, on, chosen } = basis;
  const needs = new Map(carriedNeeds(store, on).map((each) => [each.client.id, each]));
  const expected = new Set(store.cohort.all().map(({ ref }) => ref));
  const planned: Planned[] = [];
  const left_out: LeftOut[] = [];
  for (const { client } of chosen) {
    const need = needs.get(client.id);
    const reason = whyNotExpected(need, expected.has(client.ref));
    if (reason !== null) {
      left_out.push({ client_id: client.id, reason });
      continue;
    }
    const { ref, forename, surname, date_of_birth, postcode, school_urn } = client;
    const { school_given, carer_name, home_address } = client;
    planned.push({
      client_id: client.id,
      ref,
      name: nameOf(client),
      from: 'Carried, no application',
      to: 'Expected to apply',
      why: need?.why ?? '',
      write: () => {
        store.cohort.upsertMany([
          {
            ref,
            forename,
            surname,
            date_of_birth,
            postcode,
            school_urn,
            school_given,
            carer_name,
            application_ref: '',
            home_address,
            told_on,
          },
        ]);
      },
    });
  }
  return { planned, left_out, problems: told_on > on ? ['The day lies ahead.'] : [] };
}

function whyNotExpected(need: CarriedNeed | undefined, isExpected: boolean): string | null {
  if (need === undefined) return 'No running contract carries the child.';
  if (need.group !== 'phase_transfer') return need.why;
  return isExpected ? 'The family is expected to apply already.' : null;
}
