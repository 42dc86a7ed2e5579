import { planningYearOf } from '../shared/calendar/years.ts';
import type { IsoDate } from '../shared/calendar/dates.ts';
import { copyStore, integrityProblems, isDamage, listBackups } from './backup.ts';
import { besidesUndone } from './besides-undone.ts';
import { clientStates } from './client-state.ts';
import { journalBeside, NOTHING_WRITTEN, proseAtOnce } from './first-write.ts';
import type { WritingSession } from './session.ts';
import type { Sql } from './sql.ts';
import type { Change, Store } from './store.ts';
import { applicationsStore } from './stores/applications-store.ts';
import { clausesStore } from './stores/clauses-store.ts';
import { clientsStore } from './stores/clients-store.ts';
import { FORGET_UNCONFIRMED, noticesFollow } from './notices-follow.ts';
import { noticesStore } from './stores/notices-store.ts';
import { beddingInStore } from './stores/bedding-in-store.ts';
import { claimsStore } from './stores/claims-store.ts';
import { cohortStore } from './stores/cohort-store.ts';
import { contractMark } from './stores/contract-mark.ts';
import { contractsStore } from './stores/contracts-store.ts';
import { decisionsStore } from './stores/decisions-store.ts';
import { districtsStore } from './stores/districts-store.ts';
import { evidenceStore } from './stores/evidence-store.ts';
import { historyStore } from './stores/history-store.ts';
import { importsStore } from './stores/imports-store.ts';
import { lastWriteReader } from './last-write.ts';
import { lettersStore } from './stores/letters-store.ts';
import { lifeStore } from './stores/life-store.ts';
import { particularsStore } from './stores/particulars-store.ts';
import { lotsStore } from './stores/lots-store.ts';
import { moneyStore } from './stores/money-store.ts';
import { metaStore } from './stores/meta-store.ts';
import { papersStore } from './stores/papers-store.ts';
import { planShelf } from './stores/plan-shelf.ts';
import { plansStore } from './stores/plans-store.ts';
import { trialsStore } from './stores/trials-store.ts';
import { postcodesStore } from './stores/postcodes-store.ts';
import { pricesStore } from './stores/prices-store.ts';
import { providerNamesStore } from './stores/provider-names.ts';
import { schoolsStore } from './stores/schools-store.ts';
import { registerStore } from './stores/register-store.ts';
import { rideRecordsStore } from './stores/ride-records-store.ts';
import { carriageWriter } from './stores/carriage-store.ts';
import { sheetsStore } from './stores/sheets-store.ts';
import { sharingStore } from './stores/sharing-store.ts';
import { sectionIStore } from './stores/section-i-store.ts';
import { serviceStore } from './stores/service-store.ts';
import { settingsStore } from './stores/settings-store.ts';
import { termsStore } from './stores/terms-store.ts';
import { tifStore } from './stores/tif-store.ts';
import { undoStore } from './stores/undo-store.ts';
import { scenariosStore } from './stores/scenarios-store.ts';
import { placementsStore } from './stores/placements-store.ts';
import { viewsStore } from './stores/views-store.ts';
import { walkingRoutesStore } from './stores/walking-routes-store.ts';
import { yearStore } from './stores/year-store.ts';
import { readStore } from './read/read-store.ts';

export interface AssembleOptions {
  readonly session: WritingSession;
  readonly path: string;
  readonly encrypted: boolean;
  readonly machineDay: () => IsoDate;
  /** Opens another file with this store's key. */
  readonly reopen: (path: string) => Sql;
}

/** Puts the aggregates of one open, migrated file together. */
export function assembleStore(options: AssembleOptions): Store {
  const { session, path, encrypted, machineDay, reopen } = options;
  const { sql } = session;
  const applications = applicationsStore(session);
  const life = lifeStore(session);
  const clients = clientsStore(session);
  const shelf = planShelf(sql);
  const meta = metaStore(session);
  const ownDay = meta.get().own_day;
  const today = (): IsoDate => ownDay ?? machineDay();
  const mark = contractMark(session, today);
  const sheets = sheetsStore(session);
  const aggregates = {
    meta,
    settings: settingsStore(session),
    clients,
    applications,
    decisions: decisionsStore(session, { applications, life }),
    life,
    evidence: evidenceStore(session),
    sectionI: sectionIStore(session, clients),
    walkingRoutes: walkingRoutesStore(session),
    particulars: particularsStore(session),
    schools: schoolsStore(session),
    postcodes: postcodesStore(session),
    districts: districtsStore(session),
    terms: termsStore(session),
    cohort: cohortStore(session),
    contracts: contractsStore(session, mark),
    service: serviceStore(session, mark),
    prices: pricesStore(session),
    clauses: clausesStore(session),
    plans: plansStore(session, shelf),
    trials: trialsStore(session, shelf),
    sheets,
    papers: papersStore(session, sheets),
    rideRecords: rideRecordsStore(session),
    beddingIn: beddingInStore(session),
    sharing: sharingStore(session),
    register: registerStore(session),
    notices: noticesStore(session, today),
    inYear: yearStore(session),
    lots: lotsStore(session),
    providerNames: providerNamesStore(session),
    imports: importsStore(session),
    history: historyStore(session),
    letters: lettersStore(session),
    tif: tifStore(session, clients),
    views: viewsStore(session),
    scenarios: scenariosStore(session),
    money: moneyStore(session),
    placements: placementsStore(session),
    claims: claimsStore(session),
  };
  const states = clientStates(session, aggregates, today);
  const noteCarriage = carriageWriter(session);
  const followPlan = noticesFollow(session, today);
  const takeBackBesides = besidesUndone(session);
  const forgetUnconfirmed = sql.prepare(FORGET_UNCONFIRMED);
  const lastCarriage = sql.prepare('SELECT coalesce(max(id), 0) FROM carriage').pluck();

  const writeNow = <T>(change: Change, work: () => T): T => {
    session.ready();
    sql.exec('BEGIN IMMEDIATE');
    try {
      const before = Number(lastCarriage.get());
      session.begin(change);
      const result = work();
      states.settle();
      if (session.touched.carriage || session.touched.marked)
        noteCarriage(shelf.current()?.id ?? 0, today());
      if (session.touched.marked) forgetUnconfirmed.run(before);
      if (session.touched.carriage || change.notices !== undefined) {
        const undoes = change.undoes !== undefined;
        const opened = followPlan({ before, event: change.notices?.event ?? null, undoes });
        change.notices?.gate(opened);
      }
      if (change.undoes !== undefined) takeBackBesides(change.undoes, today());
      states.settleNotified();
      session.finish();
      sql.exec('COMMIT');
      return result;
    } catch (error) {
      if (sql.inTransaction) sql.exec('ROLLBACK');
      throw error;
    } finally {
      session.end();
    }
  };

  const nothingWritten = sql.prepare(NOTHING_WRITTEN).pluck();
  let isKnownFilled = false;
  const isUntouched = (): boolean => {
    if (!isKnownFilled) isKnownFilled = nothingWritten.get() === 0;
    return !isKnownFilled;
  };
  const write = <T>(change: Change, work: () => T): T => {
    if (sql.inTransaction) return work();
    return isUntouched()
      ? journalBeside(sql, () => writeNow(change, () => proseAtOnce(sql, work)))
      : writeNow(change, work);
  };
  return {
    path,
    encrypted,
    ...aggregates,
    undo: undoStore(session, write),
    read: readStore(session, aggregates, states),
    write,
    isUntouched,
    year: (on) => planningYearOf(on),
    integrity: () => integrityProblems(sql),
    drift: states.drift,
    copyTo: (out) => copyStore({ sql, out, reopen }),
    ...lastWriteReader(sql),
    backups: () => listBackups(path),
    close: () => {
      try {
        // Of the default settings alone the planner would learn that one change holds every row, and scan for the next one.
        if (!isUntouched()) sql.pragma('optimize');
      } catch (error) {
        // A damaged store must close too; its damage is told by whoever reads it.
        if (!isDamage(error)) throw error;
      } finally {
        sql.close();
      }
    },
  };
}
