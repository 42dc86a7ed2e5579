/** Sheets given to providers, how every child was carried from which day, and what is recorded of rides over their limit. */
import type { IsoDate } from '../shared/calendar/dates.ts';
import type { Carriage, PartCarriage, SchoolDay } from '../shared/model/carriage.ts';
import type { Withdrawal } from '../shared/model/evidence.ts';
import type {
  ClinicalWaiver,
  GuideReason,
  GuideReasonGiven,
  WaiverGiven,
} from '../shared/model/ride-record.ts';
import type { IssuedSheet, SheetToIssue } from '../shared/model/route-sheet.ts';
import type { Recorded } from './evidence-store.ts';

export interface SheetsStore {
  /** Every sheet ever issued, the latest first, withdrawn ones among them. */
  readonly all: () => readonly IssuedSheet[];
  /** The sheets in force, by route reference. */
  readonly inForce: () => ReadonlyMap<string, IssuedSheet>;
  readonly get: (id: number) => IssuedSheet | null;
  /** Of one route, the latest first. */
  readonly ofRoute: (route_ref: string) => readonly IssuedSheet[];
  /** The number that the next sheet of a route gets. */
  readonly nextVersion: (route_ref: string) => number;
  /** Keeps sheets as issued; each withdraws the one of its route before it, naming the version that replaced it. */
  readonly issue: (sheets: readonly SheetToIssue[], recorded: Recorded) => void;
  readonly withdraw: (sheet: IssuedSheet, withdrawal: Withdrawal) => void;
  /** How each child was carried at the end of a day; children first met later are not in it. */
  readonly carriageOn: (on: IsoDate) => readonly Carriage[];
  /** The first day of which anything is known; null where no plan was ever made. */
  readonly carriageSince: () => IsoDate | null;
  /** What was carried on some days at the end of a day; by child and place. */
  readonly partCarriageOn: (on: IsoDate) => readonly PartCarriage[];
  /** The first day of which that is known; null: since the first plan. */
  readonly partCarriageSince: () => IsoDate | null;
  /** Schools whose day was another at the end of a day than it is now: the times that were, those that did not change absent. */
  readonly schoolDaysAt: (on: IsoDate) => ReadonlyMap<number, Partial<SchoolDay>>;
}

export interface RideRecordsStore {
  readonly waiversOf: (client_id: number) => readonly ClinicalWaiver[];
  readonly waivers: () => readonly ClinicalWaiver[];
  readonly reasonsOf: (client_id: number) => readonly GuideReason[];
  readonly reasons: () => readonly GuideReason[];
  readonly recordWaiver: (
    client_id: number,
    given: WaiverGiven,
    recorded: Recorded,
  ) => ClinicalWaiver;
  readonly recordReason: (
    client_id: number,
    given: GuideReasonGiven,
    recorded: Recorded,
  ) => GuideReason;
  /** Marks a record as no longer counting, once; it stays to be seen. */
  readonly withdrawWaiver: (waiver: ClinicalWaiver, withdrawal: Withdrawal) => void;
  readonly withdrawReason: (reason: GuideReason, withdrawal: Withdrawal) => void;
}
