/** What an action on many applications would change: worked out once for the preview, and again when it is done. */
import type { BulkChange } from '../../../shared/api/views/bulk.ts';
import type { Application, Client } from '../../../shared/model/client.ts';
import type { IsoDate } from '../../../shared/calendar/dates.ts';
import type { Store } from '../../../db/store.ts';

/** A client chosen, with the latest application; null where there is none. */
export interface Chosen {
  readonly client: Client;
  readonly application: Application | null;
}

export interface LeftOut {
  readonly client_id: number;
  readonly reason: string;
}

/** A change and how it is written, within a write. */
export interface Planned extends BulkChange {
  readonly write: () => void;
}

export interface BulkPlan {
  readonly planned: readonly Planned[];
  readonly left_out: readonly LeftOut[];
  /** What keeps the whole action from being done, each a sentence. */
  readonly problems: readonly string[];
}

/** What every action is given. */
export interface BulkBasis {
  readonly store: Store;
  readonly on: IsoDate;
  readonly chosen: readonly Chosen[];
}

/** The name in lists; the reference where there is none. */
export function nameOf(client: Client): string {
  const name = [client.surname, client.forename].filter((part) => part !== '').join(', ');
  return name === '' ? client.ref : name;
}

export const NO_APPLICATION = 'There is no application this year.';

/** Goes through the applications chosen: a change, or a sentence why not. Clients without an application are left out. */
export function eachApplication(
  { chosen }: BulkBasis,
  problems: readonly string[],
  one: (
    application: Application,
    client: Client,
  ) => string | Omit<Planned, 'client_id' | 'ref' | 'name'>,
): BulkPlan {
  const planned: Planned[] = [];
  const left_out: LeftOut[] = [];
  for (const { client, application } of chosen) {
    const found = application === null ? NO_APPLICATION : one(application, client);
    if (typeof found === 'string') left_out.push({ client_id: client.id, reason: found });
    else
      planned.push({
        client_id: client.id,
        ref: application?.ref ?? client.ref,
        name: nameOf(client),
        ...found,
      });
  }
  return { planned, left_out, problems };
}
