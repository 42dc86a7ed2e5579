/** The answer of `kerbside tif`: what is missing from which form, and how far the county is. */
import type { Store } from '../../../db/store.ts';
import type { TifCompletion } from '../../../shared/api/views/tif.ts';
import type { IsoDate } from '../../../shared/calendar/dates.ts';
import { tifSections } from '../../../shared/casework/tif.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import { openForms } from './open-forms.ts';
import { tifCompletion } from './tif-completion.ts';

/** One open request's form. */
export interface TifOfRequest {
  readonly ref: string;
  readonly client_id: number;
  readonly type: string;
  readonly school: string;
  readonly tif_received_on: IsoDate | null;
  /** By Kerbside's own check. */
  readonly complete: boolean;
  /** By the council's own record. */
  readonly claimed_complete: boolean;
  /** Where the answers are from: a version signed in Kerbside, one being written, or an application's file. */
  readonly form: 'signed' | 'being_written' | 'imported';
  readonly sections: readonly {
    readonly key: string;
    readonly label: string;
    readonly complete: boolean;
    readonly missing: readonly string[];
    readonly for_office: readonly string[];
  }[];
}

export interface TifReport {
  readonly on: IsoDate;
  readonly completion: TifCompletion;
  /** By reference. Sections are listed where one is not complete. */
  readonly requests: readonly TifOfRequest[];
}

/** Everything about the forms of the open requests, or of one application. */
export function tifReport(
  store: Store,
  { ref, on }: { readonly ref: string | null; readonly on: IsoDate },
): Result<TifReport> {
  const requests = store.read.tifRequests(on);
  const forms = openForms(store, on);
  const states = new Map(store.read.states(on).map((state) => [state.client_id, state]));
  const listed = requests.flatMap((request): TifOfRequest[] => {
    const { client_id, complete } = request;
    const application = store.applications.get(states.get(client_id)?.application_ref ?? '');
    const client = store.clients.get(client_id);
    if (application === null || client === null) return [];
    if (ref !== null && application.ref !== ref) return [];
    const form = forms.get(client_id) ?? null;
    return [
      {
        ref: application.ref,
        client_id,
        type: request.type,
        school: request.school,
        tif_received_on: application.tif_received_on,
        complete,
        claimed_complete: application.tif_claimed_complete,
        form:
          form !== null && !form.signed
            ? 'being_written'
            : client.tif_signed === 'none'
              ? 'imported'
              : 'signed',
        sections: complete ? [] : tifSections(client, application, form),
      },
    ];
  });
  if (ref !== null && listed.length === 0) {
    return fail(
      'application_not_found',
      `No open application has the reference ${ref}.`,
      'Check the reference; a closed application needs no TIF.',
      { ref },
    );
  }
  return ok({
    on,
    completion: tifCompletion(store, on),
    requests: listed.toSorted((a, b) => (a.ref < b.ref ? -1 : 1)),
  });
}
