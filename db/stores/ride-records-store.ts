import { rideTimesWords } from '../../shared/casework/ride-records.ts';
import { formatDate } from '../../shared/format/date.ts';
import { formatMinutes } from '../../shared/format/time.ts';
import { defined } from '../../shared/kernel/assert.ts';
import type { Withdrawal } from '../../shared/model/evidence.ts';
import type {
  ClinicalWaiver,
  GuideReason,
  GuideReasonGiven,
  WaiverGiven,
} from '../../shared/model/ride-record.ts';
import type { Session } from '../session.ts';
import type { RideRecordsStore } from '../sheets-aggregate.ts';
import { toWithdrawal } from './evidence-store.ts';

type Withdrawn = Parameters<typeof toWithdrawal>[0];
/** A row as the record it is: the three columns of a withdrawal become one part of it. */
function toRecord(raw: unknown): { readonly withdrawn: Withdrawal | null } {
  const { withdrawn_on, withdrawn_by, withdrawn_reason, ...record } = raw as Withdrawn;
  const withdrawn = toWithdrawal({ withdrawn_on, withdrawn_by, withdrawn_reason });
  return { ...record, withdrawn };
}

const WITHDRAWN = 'recorded_on, recorded_by, withdrawn_on, withdrawn_by, withdrawn_reason';
const WAIVER = `id, client_id, allowed_s, granted_by, reason, evidence, from_on, until_on, ${WITHDRAWN}`;
const REASON = `id, client_id, route_ref, school_urn, direct_s, planned_s, reason, ${WITHDRAWN}`;

function waiverWords({ allowed_s, granted_by, from_on, until_on, reason }: WaiverGiven): string {
  return `up to ${formatMinutes(allowed_s)}, ${formatDate(from_on)} to ${formatDate(until_on)}, by ${granted_by}: ${reason}`;
}

function reasonWords(given: GuideReasonGiven): string {
  return `${given.route_ref}, ${rideTimesWords(given)}: ${given.reason}`;
}

/** Waivers of clinical limits and reasons for going over the guide, one row a record for ever. */
export function rideRecordsStore(session: Session): RideRecordsStore {
  const { sql } = session;
  const waivers = sql.prepare(`SELECT ${WAIVER} FROM clinical_waiver ORDER BY id`);
  const waiversOf = sql.prepare(
    `SELECT ${WAIVER} FROM clinical_waiver WHERE client_id = ? ORDER BY id`,
  );
  const oneWaiver = sql.prepare(`SELECT ${WAIVER} FROM clinical_waiver WHERE id = ?`);
  const addWaiver = sql.prepare(
    `INSERT INTO clinical_waiver (client_id, allowed_s, granted_by, reason, evidence, from_on, until_on, recorded_on,
       recorded_by, change_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const endWaiver = sql.prepare(
    'UPDATE clinical_waiver SET withdrawn_on = ?, withdrawn_by = ?, withdrawn_reason = ? WHERE id = ?',
  );
  const reasons = sql.prepare(`SELECT ${REASON} FROM guide_reason ORDER BY id`);
  const reasonsOf = sql.prepare(
    `SELECT ${REASON} FROM guide_reason WHERE client_id = ? ORDER BY id`,
  );
  const oneReason = sql.prepare(`SELECT ${REASON} FROM guide_reason WHERE id = ?`);
  const addReason = sql.prepare(
    `INSERT INTO guide_reason (client_id, route_ref, school_urn, direct_s, planned_s, reason, recorded_on, recorded_by,
       change_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const endReason = sql.prepare(
    'UPDATE guide_reason SET withdrawn_on = ?, withdrawn_by = ?, withdrawn_reason = ? WHERE id = ?',
  );
  const refOf = sql.prepare('SELECT ref FROM client WHERE id = ?').pluck();
  const log = (client_id: number, field: string, before: string, after: string): void => {
    const ref = String(refOf.get(client_id));
    session.log({ entity: 'client', ref, client_id, field, before, after });
    session.touched.clients.add(client_id);
  };
  const withdrawnWords = ({ reason }: Withdrawal): string => `withdrawn: ${reason}`;
  return {
    waivers: () => waivers.all().map((row) => toRecord(row) as ClinicalWaiver),
    waiversOf: (client_id) =>
      waiversOf.all(client_id).map((row) => toRecord(row) as ClinicalWaiver),
    reasons: () => reasons.all().map((row) => toRecord(row) as GuideReason),
    reasonsOf: (client_id) => reasonsOf.all(client_id).map((row) => toRecord(row) as GuideReason),
    recordWaiver: (client_id, given, { on, by }) => {
      session.mustWrite();
      const { allowed_s, granted_by, reason, evidence, from_on, until_on } = given;
      const facts = [allowed_s, granted_by, reason, evidence, from_on, until_on];
      const added = addWaiver.run(client_id, ...facts, on, by, session.changeId());
      log(client_id, 'clinical_waiver', '', waiverWords(given));
      const id = Number(added.lastInsertRowid);
      return toRecord(defined(oneWaiver.get(id), `waiver ${id}`)) as ClinicalWaiver;
    },
    recordReason: (client_id, given, { on, by }) => {
      session.mustWrite();
      const { route_ref, school_urn, direct_s, planned_s, reason } = given;
      const facts = [route_ref, school_urn, direct_s, planned_s, reason];
      const added = addReason.run(client_id, ...facts, on, by, session.changeId());
      log(client_id, 'guide_reason', '', reasonWords(given));
      const id = Number(added.lastInsertRowid);
      return toRecord(defined(oneReason.get(id), `reason ${id}`)) as GuideReason;
    },
    withdrawWaiver: (waiver, withdrawal) => {
      session.mustWrite();
      endWaiver.run(withdrawal.on, withdrawal.by, withdrawal.reason, waiver.id);
      log(waiver.client_id, 'clinical_waiver', waiverWords(waiver), withdrawnWords(withdrawal));
    },
    withdrawReason: (given, withdrawal) => {
      session.mustWrite();
      endReason.run(withdrawal.on, withdrawal.by, withdrawal.reason, given.id);
      log(given.client_id, 'guide_reason', reasonWords(given), withdrawnWords(withdrawal));
    },
  };
}
