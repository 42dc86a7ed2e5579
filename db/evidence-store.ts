/** What officers record of a case, and the register of walked routes: added to and withdrawn, never changed. */
import type { IsoDate } from '../shared/calendar/dates.ts';
import type {
  EvidenceGiven,
  EvidenceRecord,
  SectionIGiven,
  SectionIVersion,
  Withdrawal,
} from '../shared/model/evidence.ts';
import type { Application } from '../shared/model/client.ts';
import type { WalkingRoute, WalkingRouteGiven } from '../shared/model/walking-route.ts';

/** By whom and on which day something is recorded. */
export interface Recorded {
  readonly on: IsoDate;
  readonly by: string;
}

export interface EvidenceStore {
  /** Of one application, oldest first, withdrawn ones among them. */
  readonly of: (application_ref: string) => readonly EvidenceRecord[];
  /** Of every application that has any, by its reference, oldest first. */
  readonly all: () => ReadonlyMap<string, readonly EvidenceRecord[]>;
  readonly record: (
    application: Pick<Application, 'ref' | 'client_id'>,
    given: EvidenceGiven,
    recorded: Recorded,
  ) => EvidenceRecord;
  /** Marks a record as mistaken, once; it stays to be seen. */
  readonly withdraw: (record: EvidenceRecord, withdrawal: Withdrawal) => void;
}

export interface SectionIStore {
  /** Versions of one client's section I, oldest first, withdrawn ones among them. */
  readonly of: (client_id: number) => readonly SectionIVersion[];
  /** Of every client who has any, by id. */
  readonly all: () => ReadonlyMap<number, readonly SectionIVersion[]>;
  /**
   * Keeps a version. Words that the record brought from an import become the first version, if there is none yet; the record's
   * own words follow the version in force on the day of recording.
   */
  readonly record: (client_id: number, given: SectionIGiven, recorded: Recorded) => SectionIVersion;
  readonly withdraw: (version: SectionIVersion, withdrawal: Withdrawal) => void;
}

export interface WalkingRoutesStore {
  /** Every assessment, the latest first, superseded and withdrawn ones among them. */
  readonly all: () => readonly WalkingRoute[];
  readonly get: (id: number) => WalkingRoute | null;
  /** Adds an assessment; with `supersedes` it takes that one's place. */
  readonly add: (
    given: WalkingRouteGiven,
    recorded: Recorded & { readonly supersedes: number | null },
  ) => WalkingRoute;
  readonly withdraw: (route: WalkingRoute, withdrawal: Withdrawal) => void;
}
