/** An application entered by hand, and the children it may be of already. */
import { parsePostcode } from '../../../shared/intake/parse-postcode.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { addApplication } from '../../jobs/add-application.ts';
import type { Handlers } from '../handler.ts';

export const newApplicationHandlers: Handlers<'applications/add' | 'applications/alike'> = {
  'applications/add': (input, host) => {
    const open = host.store();
    if (!open.ok) return open;
    const added = addApplication(open.value, input, { by: host.byHand(), on: host.today() });
    if (added.ok) host.changed('applications', 'plan');
    return added;
  },
  'applications/alike': (input, host) => {
    const open = host.store();
    if (!open.ok) return open;
    const read = parsePostcode(input.postcode);
    const postcode = read.kind === 'not_understood' ? '' : read.postcode;
    return ok(open.value.read.alike({ ...input, postcode }, host.today()));
  },
};
