/** How many families can be told of their transport, and of whom what is missing: kept until anything changes. */
import type { Store } from '../../db/store.ts';
import type { Output } from '../../shared/api/contract.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { readFamilyDetails } from '../jobs/sheets/family-details.ts';

/** The page, as text. */
export function familyDetailsText(store: Store, on: IsoDate): string {
  return store.read.derived('family_details', on, () => {
    const { ready, lacking } = readFamilyDetails(store, on);
    const hidden = ready.filter((each) => each.protected_address).length;
    const page: Output<'family-details/get'> = {
      ready: ready.length,
      protected_addresses: hidden,
      lacking,
    };
    return JSON.stringify(page);
  });
}
