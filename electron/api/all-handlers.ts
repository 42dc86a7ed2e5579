import type { ChannelName } from '../../shared/api/contract.ts';
import type { Handlers } from './handler.ts';
import { appHandlers } from './handlers/app.ts';
import { todayHandlers } from './handlers/today.ts';
import { applicationsHandlers } from './handlers/applications.ts';
import { decisionsHandlers } from './handlers/decisions.ts';
import { lifeHandlers } from './handlers/life.ts';
import { comingUpHandlers } from './handlers/coming-up.ts';
import { calendarsHandlers } from './handlers/calendars.ts';
import { contactsHandlers } from './handlers/contacts.ts';
import { moneyHandlers } from './handlers/money.ts';
import { invoicesHandlers } from './handlers/invoices.ts';
import { editsHandlers } from './handlers/edits.ts';
import { evidenceHandlers } from './handlers/evidence.ts';
import { walkingRoutesHandlers } from './handlers/walking-routes.ts';
import { lettersHandlers } from './handlers/letters.ts';
import { lettersIssuedHandlers } from './handlers/letters-issued.ts';
import { lettersSetupHandlers } from './handlers/letters-setup.ts';
import { newApplicationHandlers } from './handlers/new-application.ts';
import { noticesHandlers } from './handlers/notices.ts';
import { roundsHandlers } from './handlers/rounds.ts';
import { offersHandlers } from './handlers/offers.ts';
import { serviceHandlers } from './handlers/service.ts';
import { valueHandlers } from './handlers/value.ts';
import { whatIfHandlers } from './handlers/what-if.ts';
import { placementsHandlers } from './handlers/placements.ts';
import { sharingHandlers } from './handlers/sharing.ts';
import { registerHandlers } from './handlers/register.ts';
import { repairsHandlers } from './handlers/repairs.ts';
import { particularsHandlers } from './handlers/particulars.ts';
import { mapHandlers } from './handlers/map.ts';
import { roadsHandlers } from './handlers/roads.ts';
import { chainsHandlers } from './handlers/chains.ts';
import { adjustmentsHandlers } from './handlers/adjustments.ts';
import { committeePaperHandlers } from './handlers/committee-paper.ts';
import { pressureHandlers } from './handlers/pressure.ts';
import { scenariosHandlers } from './handlers/scenarios.ts';
import { pricesHandlers } from './handlers/prices.ts';
import { planHandlers } from './handlers/plan.ts';
import { costsHandlers } from './handlers/costs.ts';
import { tifHandlers } from './handlers/tif.ts';
import { dataHandlers } from './handlers/data.ts';
import { workHandlers } from './handlers/work.ts';
import { ridesHandlers } from './handlers/rides.ts';
import { lotsHandlers } from './handlers/lots.ts';
import { papersHandlers } from './handlers/papers.ts';
import { sheetsHandlers } from './handlers/sheets.ts';
import { historyHandlers } from './handlers/history.ts';

/** Every channel of the contract has its handler, or this does not compile. */
export const allHandlers: Handlers<ChannelName> = {
  ...appHandlers,
  ...todayHandlers,
  ...applicationsHandlers,
  ...decisionsHandlers,
  ...lifeHandlers,
  ...evidenceHandlers,
  ...editsHandlers,
  ...walkingRoutesHandlers,
  ...comingUpHandlers,
  ...lettersHandlers,
  ...lettersIssuedHandlers,
  ...lettersSetupHandlers,
  ...particularsHandlers,
  ...newApplicationHandlers,
  ...offersHandlers,
  ...sharingHandlers,
  ...repairsHandlers,
  ...registerHandlers,
  ...noticesHandlers,
  ...roundsHandlers,
  ...contactsHandlers,
  ...serviceHandlers,
  ...calendarsHandlers,
  ...invoicesHandlers,
  ...moneyHandlers,
  ...whatIfHandlers,
  ...placementsHandlers,
  ...valueHandlers,
  ...mapHandlers,
  ...roadsHandlers,
  ...planHandlers,
  ...chainsHandlers,
  ...adjustmentsHandlers,
  ...committeePaperHandlers,
  ...pressureHandlers,
  ...scenariosHandlers,
  ...pricesHandlers,
  ...costsHandlers,
  ...tifHandlers,
  ...dataHandlers,
  ...workHandlers,
  ...historyHandlers,
  ...ridesHandlers,
  ...sheetsHandlers,
  ...lotsHandlers,
  ...papersHandlers,
};
