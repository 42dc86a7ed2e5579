/** One client's form as its screen shows it. */
import type { Store } from '../../../db/store.ts';
import type { TifPage } from '../../../shared/api/views/tif.ts';
import type { IsoDate } from '../../../shared/calendar/dates.ts';
import { planningYearOf } from '../../../shared/calendar/years.ts';
import { TIF_ADDRESS_ANSWERS } from '../../../shared/casework/protected.ts';
import { answersOfRecord } from '../../../shared/casework/tif/record-answers.ts';
import { holdsFor } from '../../../shared/casework/tif/signing.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import type { TifAnswers } from '../../../shared/model/tif.ts';

/** The page, or that there is no such client. */
export function tifPage(store: Store, client_id: number, on: IsoDate): Result<TifPage> {
  const client = store.clients.get(client_id);
  if (client === null) {
    return fail('no_client', 'There is no such client.', 'Go back to the list and choose again.', {
      client_id,
    });
  }
  const application = store.applications.ofClient(client_id);
  const versions = store.tif.versions(client_id);
  const draft = store.tif.draft(client_id);
  const confirmations = store.tif.yearsConfirmed(client_id);
  const signed = versions.findLast(({ kind }) => kind === 'signed') ?? null;
  const record = answersOfRecord(client);
  const year = planningYearOf(on);
  return ok({
    client_id,
    ref: client.ref,
    name: `${client.forename} ${client.surname}`.trim() || client.ref,
    carer_name: client.carer_name,
    carer_relationship: client.carer_relationship,
    on,
    year,
    application:
      application === null
        ? null
        : {
            ref: application.ref,
            type: application.type,
            tif_received_on: application.tif_received_on,
            tif_claimed_complete: application.tif_claimed_complete,
            questions: application.questions,
          },
    versions,
    draft,
    confirmations,
    answers: {
      ...(draft?.answers ?? versions.at(-1)?.answers ?? record),
      // A protected address is entered on the case, by those who may see it: the record has it.
      ...(client.protected_address ? addressOf(record) : {}),
    },
    record,
    hidden: {},
    signed: client.tif_signed,
    stands: signed !== null && holdsFor(signed, confirmations, year),
  });
}

function addressOf(record: TifAnswers): TifAnswers {
  return Object.fromEntries(
    TIF_ADDRESS_ANSWERS.flatMap((key) => (record[key] === undefined ? [] : [[key, record[key]]])),
  ) as TifAnswers;
}
