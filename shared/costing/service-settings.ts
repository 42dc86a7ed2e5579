/** The settings of what is bought and run, put together: the register of providers, change notices and retender rounds, the year through, tenders. */
import { NOTICE_CHECKS, NOTICE_KEYS, NOTICE_ROWS } from './notice-settings.ts';
import { REGISTER_CHECKS, REGISTER_KEYS, REGISTER_ROWS } from './register-settings.ts';
import { TENDER_CHECKS, TENDER_KEYS, TENDER_ROWS } from './tender-settings.ts';
import { YEAR_CHECKS, YEAR_KEYS, YEAR_ROWS } from './year-settings.ts';

/** Keys of the settings of the service. */
export const SERVICE_KEYS = [
  ...REGISTER_KEYS,
  ...NOTICE_KEYS,
  ...YEAR_KEYS,
  ...TENDER_KEYS,
] as const;

/** What each may be. */
export const SERVICE_CHECKS = {
  ...REGISTER_CHECKS,
  ...NOTICE_CHECKS,
  ...YEAR_CHECKS,
  ...TENDER_CHECKS,
};

/** What a new store starts with. */
export const SERVICE_ROWS = [...REGISTER_ROWS, ...NOTICE_ROWS, ...YEAR_ROWS, ...TENDER_ROWS];
