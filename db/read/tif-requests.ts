import type { IsoDate } from '../../shared/calendar/dates.ts';
import type { TifRequest } from '../../shared/casework/tif/completion.ts';
import type { Phase } from '../../shared/model/client.ts';
import type { Sql } from '../sql.ts';
import { GAPS } from './conditions.ts';

interface RequestRow {
  readonly client_id: number;
  readonly type: string;
  readonly phase: string | null;
  readonly school_urn: number | null;
  readonly school: string;
  readonly district_code: string;
  readonly district: string;
  readonly received_on: string | null;
  readonly tif_received_on: string | null;
  readonly complete: number;
  readonly claimed: number;
}

/** Open requests with how far their forms are: the very condition of the list behind the numbers. */
export function tifRequestReader(sql: Sql): () => readonly TifRequest[] {
  const all = sql.prepare(
    `SELECT s.client_id, s.type, s.phase, s.school_urn, s.school, s.district_code, s.district, s.received_on,
       a.tif_received_on, s.tif_checked AS complete, a.tif_claimed_complete AS claimed
     FROM client_state s JOIN application a ON a.ref = s.application_ref
     WHERE ${GAPS['tif_asked'] ?? '0'} ORDER BY s.client_id`,
  );
  return () =>
    (all.all() as RequestRow[]).map((row) => ({
      ...row,
      phase: row.phase as Phase | null,
      received_on: row.received_on as IsoDate | null,
      tif_received_on: row.tif_received_on as IsoDate | null,
      complete: row.complete === 1,
      claimed: row.claimed === 1,
    }));
}
