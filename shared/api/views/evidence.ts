/** What is recorded of a case, and the register of walked routes, as screens show them. */
import type { IsoDate } from '../../calendar/dates.ts';
import type { Compared, DistanceKind } from '../../eligibility/nearer-schools.ts';
import type { LowIncomeBasis } from '../../costing/read-settings.ts';
import type { EvidenceRecord, SectionIVersion } from '../../model/evidence.ts';
import type { WalkingRoute } from '../../model/walking-route.ts';

/** A school named by its number and name. */
export interface NamedSchool {
  readonly urn: number;
  readonly name: string;
}

/** All that is recorded of one case, and what a form needs to record more. */
export interface EvidencePage {
  readonly client_id: number;
  readonly on: IsoDate;
  readonly school: NamedSchool | null;
  /** Of the application, oldest first, withdrawn ones among them; none without an application. */
  readonly records: readonly EvidenceRecord[];
  /** Ids of the records that count. */
  readonly counting: readonly number[];
  /** Versions of section I, oldest first, withdrawn ones among them. */
  readonly versions: readonly SectionIVersion[];
  /** The version in force today; null where only the words of the record are known. */
  readonly version_in_force: number | null;
  /** Names of the schools that the versions name. */
  readonly schools_named: readonly NamedSchool[];
  /** Nearer schools that the facts do not rule out, nearest first; metres, each by its own measure. */
  readonly nearer: readonly (NamedSchool & {
    readonly distance_m: number;
    readonly by: DistanceKind;
  })[];
  /** How they were compared with the school named, and on which network; null without both positions. */
  readonly compared: Pick<Compared, 'by' | 'source'> | null;
  /** Bases of low income in force today. */
  readonly bases: readonly LowIncomeBasis[];
  /** Assessments of the register that cover this home. */
  readonly routes: readonly WalkingRoute[];
}

/** A child whom an assessment covers. */
export interface CoveredChild {
  readonly client_id: number;
  readonly ref: string;
  /** '' where the address is protected: the place of the route would give it away. */
  readonly name: string;
  /** What the rule of the unsafe route answers by it; null without an application. */
  readonly outcome: 'met' | 'not_met' | 'not_needed' | 'cannot_tell' | null;
}

/** One assessment of the register with what it decides. */
export interface WalkingRouteRow {
  readonly route: WalkingRoute;
  readonly school: string;
  readonly children: readonly CoveredChild[];
  /** Its review lies before today. */
  readonly is_expired: boolean;
}
