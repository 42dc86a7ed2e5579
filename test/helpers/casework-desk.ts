/** A small town's summer at one desk: every action goes through the contract, as the screens ask for it. */
import { join } from 'node:path';
import type { Store } from '../../db/store.ts';
import { createDispatch } from '../../electron/api/dispatch.ts';
import type { Host } from '../../electron/api/handler.ts';
import { runBulk } from '../../electron/jobs/bulk/run-bulk.ts';
import { silent } from '../../electron/jobs/context.ts';
import { issueBatch } from '../../electron/jobs/issue-batch.ts';
import type { JobRequest } from '../../electron/jobs/request.ts';
import type { ChannelName, Input, Output } from '../../shared/api/contract.ts';
import { addDays, isoDate, type IsoDate } from '../../shared/calendar/dates.ts';
import { demoSender } from '../../shared/demo/sender.ts';
import { ok, type Result } from '../../shared/kernel/result.ts';
import { addPlaces, BY_TEST, madeStore, SCHOOL } from '../db/made-store.ts';
import { csvFile, importInto } from './imports.ts';
import { ownPages } from './own-pages.ts';

const HEAD =
  'Ref,Surname,Forename,DOB,NC Year Sept 26,Parent or carer,Home address,Home postcode,School,School URN,EHCP,EHCP section I,Application type,Date received,Easting,Northing,Mobility,Passenger assistant,Days,Reminder 1';
const SCHOOL_ROW = `Bower Grove School,${SCHOOL},Y,Bower Grove School`;
/** Five children: far, near, at one address, of one name and birthday, and one whose facts contradict each other. */
const CHILDREN = [
  `A1,Rhodes,Alfie,01/02/2012,10,Zara Rhodes,1 Mill Road,ME14 1CV,${SCHOOL_ROW},New EHCP,02/05/2026,590000,145000,Walks,Shared,Mon-Fri,`,
  `A2,Rhodes,Siân,14/08/2018,3,Zara Rhodes,1 Mill Road,ME14 1CV,${SCHOOL_ROW},Renewal,03/05/2026,576000,155900,Walks,None,Mon-Fri,20/05/2026`,
  `A3,Li,A,29/02/2016,5,,7 Elm Lane,ME14 2CV,${SCHOOL_ROW},Renewal,04/05/2026,575000,150000,,,,`,
  `A4,חיים,שרה,20/03/2009,13,Noa,9 Elm Lane,ME14 2CV,${SCHOOL_ROW},Renewal,20/05/2026,585000,152000,Walks,None,"Mon, Tue",`,
  `A5,Okafor,Bo,01/01/2024,9,Ada,11 Elm Lane,ME14 2CV,${SCHOOL_ROW},Renewal,05/05/2026,586000,152000,Walks,None,Mon-Fri,`,
];
/** The council's second export: one child's address and form have changed, another's row is gone, a new one came late. */
const LATER = [
  ...CHILDREN.slice(0, 2).map((row) => row.replace('Walks,Shared', 'Transfers,Own')),
  ...CHILDREN.slice(3).map((row) => row.replace('Elm Lane', 'Oak Lane')),
  `A6,Okafor,Bo,01/01/2014,7,Ada,11 Elm Lane,ME14 2CV,${SCHOOL_ROW},New EHCP,20/08/2026,586000,152000,Walks,None,Mon-Fri,`,
];
const COHORT = [
  'Ref,Surname,Forename,DOB,Parent or carer,Home address,Postcode,School,Told on,Application',
  'C1,Rhodes,Alfie,01/02/2012,Zara Rhodes,1 Mill Road,ME14 1CV,Bower Grove School,01/04/2026,A1',
  'C2,Ferris,Jo,05/06/2015,,3 Ash Way,ME14 3CV,Bower Grove School,01/04/2026,',
  'C3,Okafor,Bo,01/01/2014,Ada,11 Elm Lane,ME14 2CV,Bower Grove School,10/04/2026,',
];

/** Files that may come, and come again, in any order. */
export const FILES = {
  applications: { kind: 'applications', lines: [HEAD, ...CHILDREN] },
  later: { kind: 'applications', lines: [HEAD, ...LATER] },
  cohort: { kind: 'cohort', lines: COHORT },
} as const;

/** The first day of this summer. */
export const START = isoDate('2026-05-10');
const OFFICERS = ['Ann Field', 'Bea Moss'];

/** The desk. A refusal is an answer; a bug throws. */
export class CaseworkDesk {
  readonly store: Store;
  readonly path: string;
  on: IsoDate = START;
  private officer = 0;
  private started: JobRequest | null = null;
  private readonly host: Host;

  constructor(folder: string, name: string) {
    this.path = join(folder, `${name}.kerbside`);
    this.store = madeStore(this.path);
    addPlaces(this.store);
    this.store.write(BY_TEST, () => {
      this.store.settings.upsertMany([demoSender()]);
      this.store.schools.upsertMany([{ urn: SCHOOL, status: 'open', type_group: 'special_state' }]);
    });
    this.host = {
      store: () => ok(this.store),
      today: () => this.on,
      changed: () => undefined,
      page: ownPages(
        () => this.store,
        () => this.on,
      ),
      info: () => ({ officer: this.who }),
      startJob: (request: JobRequest) => {
        this.started = request;
        return ok({});
      },
      byHand: () => ({ who: this.who, why: 'hand' }),
    } as unknown as Host;
  }

  get who(): string {
    return OFFICERS[this.officer % OFFICERS.length] ?? '';
  }

  /** The officers take turns; days pass. */
  wait(days: number): void {
    this.on = addDays(this.on, days);
    this.officer += 1;
  }

  /** Asks a channel; null where it was refused. */
  async ask<C extends ChannelName>(channel: C, input: Input<C>): Promise<Output<C> | null> {
    const dispatch = createDispatch(this.host, (name, bug) => {
      throw new Error(`${name}: ${bug instanceof Error ? (bug.stack ?? '') : String(bug)}`);
    });
    const answer = (await dispatch(channel, input)) as Result<Output<C>>;
    await this.workOff();
    if (answer.ok) return answer.value;
    if (answer.error.code === 'bad_input') throw new Error(answer.error.cause);
    return null;
  }

  /** Brings a file, again or for the first time. */
  async bring(name: keyof typeof FILES): Promise<void> {
    const { kind, lines } = FILES[name];
    await importInto(this.store, kind, [csvFile(`${name}.csv`, ...lines)], { on: this.on });
  }

  /** What a worker does with what was started, with a printer that prints nothing. */
  private async workOff(): Promise<void> {
    const request = this.started;
    this.started = null;
    if (request?.kind === 'bulk') runBulk(this.store, { ...request, on: this.on }, silent);
    if (request?.kind !== 'letters') return;
    const { letter_kind: kind, refs, by } = request;
    const printed = () => Promise.resolve(ok(new Uint8Array([37])));
    await issueBatch(this.store, { kind, refs, on: this.on, by }, silent, printed);
  }
}
