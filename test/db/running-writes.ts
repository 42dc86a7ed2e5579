/** Every way to write of the running service: each aggregate has its own file, and its line here. */
import { BEDDING_IN_WRITES } from './bedding-in-writes.ts';
import { NOTICES_WRITES } from './notices-writes.ts';
import { LOTS_WRITES } from './lots-writes.ts';
import { REGISTER_WRITES } from './register-writes.ts';
import { SHARING_WRITES } from './sharing-writes.ts';
import { SERVICE_WRITES } from './service-writes.ts';
import { MONEY_WRITES } from './money-writes.ts';
import { YEAR_WRITES } from './year-writes.ts';

/** For the table of all ways to write. */
export const RUNNING_WRITES = {
  ...BEDDING_IN_WRITES,
  ...SHARING_WRITES,
  ...NOTICES_WRITES,
  ...REGISTER_WRITES,
  ...SERVICE_WRITES,
  ...MONEY_WRITES,
  ...YEAR_WRITES,
  ...LOTS_WRITES,
};
