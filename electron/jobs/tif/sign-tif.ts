import type { Store } from '../../../db/store.ts';
import type { TifPage } from '../../../shared/api/views/tif.ts';
import type { IsoDate } from '../../../shared/calendar/dates.ts';
import { planningYearOf } from '../../../shared/calendar/years.ts';
import { checkForm } from '../../../shared/casework/tif/check-form.ts';
import { patchOf } from '../../../shared/casework/tif/record-answers.ts';
import { signatureProblems, TIF_QUESTION } from '../../../shared/casework/tif/signing.ts';
import { defined } from '../../../shared/kernel/assert.ts';
import { fail, type Result } from '../../../shared/kernel/result.ts';
import type { TifSignature } from '../../../shared/model/tif.ts';
import { tifPage } from './tif-page.ts';

/** A signature under a form as it stood at a revision. */
export interface TifSigningGiven extends TifSignature {
  readonly client_id: number;
  /** Of what is being written; 0 where the last version is signed as it is. */
  readonly revision: number;
}

/** A home that moved is not where it was: its position is found anew from the postcode, as an import does it. */
const NO_POSITION = {
  lat: null,
  lon: null,
  position_source: 'none',
  position_error_m: null,
} as const;

/** How the host goes on when a home moved: its position is found anew. */
export interface AfterSigning {
  readonly on: IsoDate;
  readonly settle: (client_id: number) => void;
}

/**
 * Makes what is being written the next version, for good. A complete one writes what planning reads onto the client's record; of an incomplete
 * one only what protects the client more is taken over, and the client stays provisional. The application gets the day on which the
 * form came; what the council's own record claims is left alone.
 */
export function signTif(
  store: Store,
  given: TifSigningGiven,
  after: AfterSigning,
): Result<TifPage> {
  const why = `the TIF signed by ${given.signed_by.trim()}`;
  return store.write({ who: given.entered_by, why }, () => sign(store, given, after));
}

function sign(store: Store, given: TifSigningGiven, after: AfterSigning): Result<TifPage> {
  const { client_id, revision, ...signature } = given;
  const { on } = after;
  const found = tifPage(store, client_id, on);
  if (!found.ok) return found;
  const page = found.value;
  if ((page.draft?.revision ?? 0) !== revision) {
    return fail(
      'form_changed',
      'Answers were given since the form was looked at.',
      'Look at them, and sign again.',
    );
  }
  if (page.draft === null && page.versions.at(-1)?.kind === 'signed') {
    return fail(
      'nothing_to_sign',
      'No answer differs from the version that is signed.',
      'Change an answer first, or confirm the form for the year.',
    );
  }
  const problems = signatureProblems(signature, on);
  if (problems.length > 0) {
    return fail('not_complete', problems.join(' '), 'Mend this and sign again.', { problems });
  }
  const client = defined(store.clients.get(client_id), `client ${client_id}`);
  // What the files had said is kept as a version of its own before anything is signed over it.
  if (page.versions.length === 0 && page.draft === null) store.tif.keepImported(client);
  const { complete } = checkForm(page.answers, on);
  store.tif.sign({
    client_id,
    answers: page.answers,
    signature: {
      ...signature,
      signed_by: signature.signed_by.trim(),
      relationship: signature.relationship.trim(),
    },
    complete,
    year: planningYearOf(signature.received_on),
  });
  const patch = patchOf(page.answers, client, complete);
  const moved = patch.postcode !== undefined && patch.postcode !== client.postcode;
  store.clients.update(client_id, { ...patch, ...(moved ? NO_POSITION : {}) });
  if (page.application !== null) {
    const { ref, tif_received_on } = page.application;
    const questions = page.application.questions.filter((each) => !each.startsWith(TIF_QUESTION));
    store.applications.update(ref, { questions });
    // The first day on which a form came stands: reminders and the curve count from it.
    if (tif_received_on === null) {
      store.applications.update(ref, { tif_received_on: signature.received_on });
    }
  }
  if (moved) after.settle(client_id);
  return tifPage(store, client_id, on);
}
