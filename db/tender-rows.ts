import type { IsoDate } from '../shared/calendar/dates.ts';
import type { Signed } from '../shared/model/tender.ts';
import type { Session } from './session.ts';

/** A line of a tender's history. */
export function tenderLog({ log }: Session) {
  return (ref: string, field: string, after: string, before = ''): void => {
    log({ entity: 'tender', ref, client_id: null, field, before, after });
  };
}

/** Three columns of one prefix as what was signed; null where they are empty. */
export function toSigned(row: Readonly<Record<string, unknown>>, prefix: string): Signed | null {
  const on = row[`${prefix}_on`];
  if (typeof on !== 'string') return null;
  const [by, reason] = [row[`${prefix}_by`], row[`${prefix}_reason`]];
  return { on: on as IsoDate, by: String(by), reason: String(reason) };
}
