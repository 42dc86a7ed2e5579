import type { Store } from '../../../db/store.ts';
import type { AcademicYear, IsoDate } from '../../../shared/calendar/dates.ts';
import { confirmationProblem } from '../../../shared/casework/tif/signing.ts';

/** Who says that nothing changed. */
export interface TifConfirmed {
  readonly client_id: number;
  readonly confirmed_by: string;
  readonly relationship: string;
}

/** What many clients' confirmations share. */
export interface ConfirmTifsOptions {
  readonly confirmed: readonly TifConfirmed[];
  /** The academic year that the forms are to stand for. */
  readonly year: AcademicYear;
  readonly confirmed_on: IsoDate;
  /** The officer who enters it, as the history names them. */
  readonly entered_by: string;
  /** The day to count from: no confirmation is dated after it. */
  readonly on: IsoDate;
}

/** Every client given is in one list or the other. */
export interface TifsConfirmed {
  readonly confirmed: readonly number[];
  readonly not_confirmed: readonly { readonly client_id: number; readonly reason: string }[];
}

/**
 * Confirms the forms of many clients for a year: nothing changed since they were signed. Whom it cannot be said of is listed with
 * the reason, and the others are confirmed. In one write: all of it is kept or nothing. A client's open request gets the day as the day
 * on which the form came.
 */
export function confirmTifs(store: Store, options: ConfirmTifsOptions): TifsConfirmed {
  const { year, confirmed_on, entered_by, on } = options;
  const confirmed: number[] = [];
  const not_confirmed: { client_id: number; reason: string }[] = [];
  store.write({ who: entered_by, why: `the confirmation of the TIF for ${year}` }, () => {
    for (const each of options.confirmed) {
      const { client_id } = each;
      const reason = confirmOne(store, { ...options, ...each, confirmed_on, on });
      if (reason === null) confirmed.push(client_id);
      else not_confirmed.push({ client_id, reason });
    }
  });
  return { confirmed, not_confirmed };
}

type One = Omit<ConfirmTifsOptions, 'confirmed'> & TifConfirmed;

function confirmOne(store: Store, given: One): string | null {
  const { client_id, year, confirmed_on, entered_by, on } = given;
  if (store.clients.get(client_id) === null) return 'There is no such client.';
  const signed = store.tif.lastSigned(client_id);
  const confirmations = store.tif.yearsConfirmed(client_id);
  const draft = store.tif.draft(client_id);
  const confirmed_by = given.confirmed_by.trim();
  const problem = confirmationProblem(
    { signed, confirmations, draft },
    { year, confirmed_by, confirmed_on },
    on,
  );
  if (problem !== null || signed === null) return problem;
  store.tif.confirm({
    client_id,
    version: signed.number,
    year,
    confirmed_by,
    relationship: given.relationship.trim(),
    confirmed_on,
    entered_by,
  });
  const application = store.applications.ofClient(client_id);
  if (application !== null && application.tif_received_on === null) {
    store.applications.update(application.ref, { tif_received_on: confirmed_on });
  }
  return null;
}
