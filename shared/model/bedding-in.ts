/** What comes up once routes run: a contract handed back. What is reported of it is in the contact log (`contact.ts`). */
import type { IsoDate } from '../calendar/dates.ts';

/** A contract that its provider handed back, signed by whoever took it. */
export interface HandBack {
  readonly id: number;
  readonly contract_id: number;
  /** The day it was recorded. */
  readonly on: IsoDate;
  /** The last day that the provider runs it. */
  readonly last_day: IsoDate;
  readonly reason: string;
  readonly by: string;
  /** How many children it carried in the plan then in use. */
  readonly children: number;
}
