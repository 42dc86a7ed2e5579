/** What must hold of a summer's casework at every moment. */
import type Database from 'better-sqlite3';
import { expect } from 'vitest';
import { remindersOn } from '../../electron/jobs/remind.ts';
import { QUEUE, QUEUES } from '../../shared/casework/work/queues.ts';
import type { CaseworkDesk } from './casework-desk.ts';

/** Tables of which nothing ever goes, and the columns that are filled in once: a result, a withdrawal, who a child became. */
const KEPT: Readonly<Record<string, readonly string[]>> = {
  decision: [],
  tif_version: [],
  tif_confirmation: [],
  appeal: ['result', 'result_on', 'result_note', 'result_by'],
  evidence: ['withdrawn_on', 'withdrawn_by', 'withdrawn_reason'],
  section_i_version: ['withdrawn_on', 'withdrawn_by', 'withdrawn_reason'],
  life_step: ['taken_back_on', 'taken_back_by', 'taken_back_why'],
  letter: ['withdrawn_on', 'withdrawn_by', 'withdrawn_reason', 'client_id'],
};
type Row = Readonly<Record<string, unknown>>;
/** Work that a person does something about. */
const WORKED = QUEUES.filter((name) => !['open', 'done'].includes(name) && !name.startsWith('no_'));

/** The laws, looked at after each thing that is done. */
export class Laws {
  private readonly signed = new Map<string, Row>();
  private readonly people = new Set<string>();
  private readonly desk: CaseworkDesk;
  private readonly sql: Database.Database;

  constructor(desk: CaseworkDesk, sql: Database.Database) {
    this.desk = desk;
    this.sql = sql;
  }

  look(): void {
    this.nobodyIsLost();
    this.nothingSignedChanges();
    this.everybodyIsQueued();
    this.remindersAreInOrder();
    expect(this.desk.store.drift(this.desk.on)).toEqual([]);
  }

  private nobodyIsLost(): void {
    const { store } = this.desk;
    const now = new Set([
      ...store.clients.all().map(({ ref }) => `client ${ref}`),
      ...store.applications.all().map(({ ref }) => `application ${ref}`),
      ...store.cohort.all().map(({ ref }) => `cohort ${ref}`),
    ]);
    for (const each of this.people) expect(now.has(each), each).toBe(true);
    for (const each of now) this.people.add(each);
  }

  private nothingSignedChanges(): void {
    for (const [table, once] of Object.entries(KEPT)) {
      const found = new Map<string, Row>();
      for (const row of this.sql.prepare(`SELECT * FROM ${table}`).all() as Row[])
        found.set(`${table} ${JSON.stringify(table === 'letter' ? row['id'] : [row['id'], row['client_id'], row['number'], row['year']])}`, row); // prettier-ignore
      for (const [key, before] of this.signed) {
        if (!key.startsWith(`${table} `)) continue;
        const now = found.get(key);
        const filled = once.filter((column) => before[column] === null || before[column] === '');
        const may = Object.fromEntries(filled.map((column) => [column, now?.[column]]));
        expect(now, key).toEqual({ ...before, ...may });
      }
      for (const [key, row] of found) this.signed.set(key, row);
    }
  }

  private everybodyIsQueued(): void {
    const { store, on } = this.desk;
    const cases = store.read.work.cases(on);
    const rules = store.read.work.rules(on);
    const latest = store.clients
      .all()
      .filter(({ id }) => store.applications.ofClient(id) !== null)
      .map(({ id }) => id);
    expect(new Set(cases.map(({ client_id }) => client_id))).toEqual(new Set(latest));
    expect(cases).toHaveLength(latest.length);
    for (const each of cases) {
      const isDone = QUEUE.done.holds(each, rules);
      const worked = WORKED.filter((name) => QUEUE[name].holds(each, rules));
      expect(QUEUE.open.holds(each, rules)).toBe(!isDone);
      if (!isDone) expect(worked, each.ref).not.toEqual([]);
    }
  }

  private remindersAreInOrder(): void {
    const { store, on } = this.desk;
    const issued = store.letters
      .all()
      .filter(({ kind, withdrawn }) => withdrawn === null && (kind === 'apply' || kind === 'tif'));
    for (const letters of Map.groupBy(issued, ({ kind, ref }) => `${kind} ${ref}`).values()) {
      const numbers = letters.map(({ number }) => number);
      expect(new Set(numbers).size).toBe(numbers.length);
      expect(Math.max(...numbers)).toBeLessThanOrEqual(3);
    }
    const days = Map.groupBy(issued, ({ family, issued_on }) => `${family} ${issued_on}`);
    for (const [day, letters] of days) expect(letters.length, day).toBe(1);
    // Everybody is accounted for once a chase, and the next number follows what was sent or recorded.
    const { due, not_due } = remindersOn(store, on);
    const names = [...due, ...not_due].map(({ chase, ref }) => `${chase} ${ref}`);
    expect(new Set(names).size).toBe(names.length);
    for (const { chase, ref, number } of due) {
      const application = chase === 'tif' ? store.applications.get(ref) : null;
      const sent = new Set([
        ...issued.filter((each) => each.kind === chase && each.ref === ref).map((each) => each.number), // prettier-ignore
        ...(application?.reminder_1_on ? [1] : []),
        ...(application?.reminder_2_on ? [2] : []),
        ...(application?.reminder_3_on ? [3] : []),
      ]);
      expect(number).toBe(Math.max(0, ...sent) + 1);
    }
  }
}
