/** The application that a channel about one client means. */
import { fail, ok, type Result } from '../../shared/kernel/result.ts';
import type { Application } from '../../shared/model/client.ts';
import type { Store } from '../../db/store.ts';
import type { Host } from './handler.ts';

/** An open store with one client's latest application. */
export interface ClientCase {
  readonly store: Store;
  readonly application: Application;
}

/** The client's latest application in the open store, or why there is none. */
export function clientCase(host: Host, client_id: number): Result<ClientCase> {
  const open = host.store();
  if (!open.ok) return open;
  const store = open.value;
  const application = store.applications.ofClient(client_id);
  if (application === null)
    return fail(
      'no_application',
      'This client has no application this year.',
      'Choose a client with an application.',
      { client_id },
    );
  return ok({ store, application });
}

/** Everything that is still wanting, as one failure. */
export function notComplete(problems: readonly string[]) {
  return fail('not_complete', problems.join(' '), 'Mend this and record again.', { problems });
}
