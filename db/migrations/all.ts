import type { Migration } from '../migrate.ts';
import { records } from './0010-records.ts';
import { plans } from './0020-plans.ts';
import { reads } from './0030-reads.ts';
import { unlistedSchools } from './0050-unlisted-schools.ts';
import { decisions } from './0060-decisions.ts';
import { letters } from './0070-letters.ts';
import { evidence } from './0080-evidence.ts';
import { life } from './0090-life.ts';
import { tif } from './0100-tif.ts';
import { lettersKept } from './0110-letters-kept.ts';
import { work } from './0120-work.ts';
import { journal } from './0130-journal.ts';
import { search } from './0135-search.ts';
import { roads } from './0140-roads.ts';
import { planEdits } from './0160-plan-edits.ts';
import { afternoons } from './0170-afternoons.ts';
import { weeks } from './0175-weeks.ts';
import { sheets } from './0180-sheets.ts';
import { rideRecords } from './0185-ride-records.ts';
import { beddingIn } from './0190-bedding-in.ts';
import { serviceSteps } from './0195-service-steps.ts';
import { register } from './0200-register.ts';
import { lots } from './0205-lots.ts';
import { notices } from './0210-notices.ts';
import { year } from './0215-year.ts';
import { papers } from './0220-papers.ts';
import { sharing } from './0225-sharing.ts';
import { transportStatus } from './0230-transport-status.ts';
import { importKinds } from './0235-import-kinds.ts';
import { scenarios } from './0250-scenarios.ts';
import { placements } from './0255-placements.ts';
import { claims } from './0260-claims.ts';
import { partCarriage } from './0275-part-carriage.ts';
import { overridden } from './0280-overridden.ts';
import { money } from './0285-money.ts';
import { prices } from './0290-prices.ts';
import { partMoments } from './0295-part-moments.ts';
import { contractAssistants } from './0300-contract-assistants.ts';
import { periodClosing } from './0305-period-closing.ts';
import { feesByNeed } from './0315-fees-by-need.ts';

/** In order; numbered in tens so that one can be put between on a branch. */
export const MIGRATIONS: readonly Migration[] = [
  records,
  plans,
  reads,
  unlistedSchools,
  decisions,
  letters,
  evidence,
  life,
  tif,
  lettersKept,
  work,
  journal,
  search,
  roads,
  planEdits,
  afternoons,
  weeks,
  sheets,
  rideRecords,
  beddingIn,
  serviceSteps,
  register,
  lots,
  notices,
  year,
  papers,
  sharing,
  transportStatus,
  importKinds,
  scenarios,
  placements,
  claims,
  partCarriage,
  overridden,
  money,
  prices,
  partMoments,
  contractAssistants,
  periodClosing,
  feesByNeed,
];
