/** What officers recorded, as the rules read it; where there is none they say what to ask. */
import type { AcademicYear, IsoDate } from '../calendar/dates.ts';
import { straightLineMetres } from '../geo/estimate.ts';
import type { Client } from '../model/client.ts';
import type {
  EvidenceGiven,
  EvidenceKind,
  EvidenceRecord,
  SectionIVersion,
  WayGiven,
} from '../model/evidence.ts';
import type { WalkingRoute } from '../model/walking-route.ts';

/** A walked or measured route, from the home's address point to the nearest usable entrance unless it says otherwise. */
export interface MeasuredDistance {
  readonly distance_m: number;
  readonly error_m: number;
  /** What it was measured with. */
  readonly tool: string;
  readonly on: IsoDate;
  readonly by: string;
  readonly from?: string;
  readonly to?: string;
}

/** Whether the child could walk accompanied, and whether a parent can reasonably accompany: weighed one by one. */
export interface Accompaniment {
  /** Null: not answered. */
  readonly walks_accompanied: boolean | null;
  readonly parent_can_accompany: boolean | null;
  readonly reason: string;
  readonly by: string;
  readonly on: IsoDate;
  /** A temporary problem's end; null for a lasting one. */
  readonly ends_on: IsoDate | null;
}

/** One walked assessment from the register of routes that covers the home. */
export interface RouteAssessment {
  readonly id: number;
  readonly name: string;
  readonly assessed_on: IsoDate;
  readonly assessor: string;
  /** Times, season, lighting and traffic, in words. */
  readonly conditions: string;
  /** Safe for a child accompanied as necessary. */
  readonly safe: boolean;
  /** Length of the safe way round where the direct one is not safe; null where there is none. */
  readonly safe_way_m: number | null;
  readonly review_on: IsoDate | null;
}

/** Proof of low income: once granted it holds for the academic year. */
export interface LowIncomeEvidence {
  readonly seen_on: IsoDate;
  readonly year: AcademicYear;
  readonly checked_by: string;
  /** What was proved: whether it is a basis that counts for travel. */
  readonly counts: boolean;
}

/** The parent's stated religion or belief (or none) and whether this school is the nearest preferred on that ground. */
export interface BeliefEvidence {
  readonly stated_on: IsoDate;
  readonly nearest_preferred: boolean;
}

/** Whether another, nearer school was suitable and had a place on the date the school was named. */
export interface NearerAnswer {
  readonly urn: number;
  readonly suitable: boolean;
  readonly on: IsoDate;
  /** Who was asked, and what they answered. */
  readonly source: string;
}

/** Whether arrangements are necessary for somebody over compulsory school age. */
export interface Post16Evidence {
  readonly necessary: boolean;
  readonly reason: string;
  readonly on: IsoDate;
  readonly by: string;
}

/** All that is recorded for one application. */
export interface Evidence {
  /** On foot. */
  readonly measured: MeasuredDistance | null;
  /** By road passable by car. */
  readonly road: MeasuredDistance | null;
  readonly accompaniment: Accompaniment | null;
  /** What was said against the route's safety; '' where nobody raised it. */
  readonly route_concern: string;
  /** Assessments in the register that cover the home, the latest first. */
  readonly routes: readonly RouteAssessment[];
  readonly low_income: readonly LowIncomeEvidence[];
  readonly belief: BeliefEvidence | null;
  readonly nearer: readonly NearerAnswer[];
  /** When the post-16 course began or begins. */
  readonly course_began_on: IsoDate | null;
  readonly post_16: Post16Evidence | null;
  /** Versions of section I, oldest first; none where only the words of the record are known. */
  readonly section_i: readonly SectionIVersion[];
  /** The records that count, as they are kept: a signed decision keeps them. */
  readonly records: readonly EvidenceRecord[];
}

/** Nothing recorded. */
export const NO_EVIDENCE: Evidence = {
  measured: null,
  road: null,
  accompaniment: null,
  route_concern: '',
  routes: [],
  low_income: [],
  belief: null,
  nearer: [],
  course_began_on: null,
  post_16: null,
  section_i: [],
  records: [],
};

/** What a reading of the evidence is made from. */
export interface EvidenceSources {
  /** Of one application, oldest first; withdrawn ones are passed over. */
  readonly records: readonly EvidenceRecord[];
  /** Of the client, oldest first. */
  readonly versions: readonly SectionIVersion[];
  /** Assessments that cover the home. */
  readonly routes: readonly WalkingRoute[];
}

/** Reads what was recorded: of each kind the latest counts; of nearer schools the latest of each; a grant holds its year. */
export function readEvidence({ records, versions, routes }: EvidenceSources): Evidence {
  if (records.length === 0 && versions.length === 0 && routes.length === 0) return NO_EVIDENCE;
  const standing = records.filter(({ withdrawn }) => withdrawn === null);
  const counting = standing.filter(
    (record, at) =>
      !isReplaced(record, standing.slice(at + 1)) &&
      !isRefusedAfterGrant(record, standing.slice(0, at)),
  );
  const last = <K extends EvidenceKind>(kind: K): Latest<K> | null => {
    const found = counting.find(({ given }) => given.kind === kind);
    return found === undefined ? null : (found as Latest<K>);
  };
  const walk = last('accompaniment');
  const belief = last('belief');
  const post16 = last('post_16');
  return {
    measured: measuredOf(last('measured')),
    road: measuredOf(last('road')),
    accompaniment:
      walk === null
        ? null
        : {
            walks_accompanied: walk.given.walks_accompanied,
            parent_can_accompany: walk.given.parent_can_accompany,
            reason: walk.given.reason,
            by: walk.recorded_by,
            on: walk.given.answered_on,
            ends_on: walk.given.ends_on,
          },
    route_concern: last('route_concern')?.given.concern ?? '',
    routes: routes.map(assessmentOf),
    low_income: counting.flatMap(({ given }) => (given.kind === 'low_income' ? [given] : [])),
    belief: belief === null ? null : belief.given,
    nearer: counting.flatMap(({ given }) =>
      given.kind === 'nearer'
        ? [
            {
              urn: given.urn,
              suitable: given.suitable && given.had_place,
              on: given.named_on,
              source: `${given.asked}: ${given.answer}`,
            },
          ]
        : [],
    ),
    course_began_on: last('course')?.given.began_on ?? null,
    post_16:
      post16 === null
        ? null
        : { ...post16.given, on: post16.given.answered_on, by: post16.recorded_by },
    section_i: versions.filter(({ withdrawn }) => withdrawn === null),
    records: counting,
  };
}

type Latest<K extends EvidenceKind> = EvidenceRecord & {
  readonly given: Extract<EvidenceGiven, { readonly kind: K }>;
};

/** Whether a later record of the same question takes a record's place. */
function isReplaced({ given }: EvidenceRecord, later: readonly EvidenceRecord[]): boolean {
  return later.some(({ given: next }) => {
    if (next.kind === 'nearer') return given.kind === 'nearer' && given.urn === next.urn;
    if (next.kind === 'low_income' && given.kind === 'low_income')
      return given.year === next.year && (next.counts || !given.counts);
    return next.kind === given.kind;
  });
}

/** Low income once granted lasts the academic year (DfE, January 2024, para 35): a later no takes nothing away. */
function isRefusedAfterGrant(
  { given }: EvidenceRecord,
  earlier: readonly EvidenceRecord[],
): boolean {
  if (given.kind !== 'low_income' || given.counts) return false;
  return earlier.some(
    ({ given: before }) =>
      before.kind === 'low_income' && before.counts && before.year === given.year,
  );
}

function measuredOf(
  record: (EvidenceRecord & { readonly given: WayGiven }) | null,
): MeasuredDistance | null {
  if (record === null) return null;
  const { distance_m, error_m, tool, measured_on, measured_by, from, to } = record.given;
  return { distance_m, error_m, tool, on: measured_on, by: measured_by, from, to };
}

function assessmentOf(route: WalkingRoute): RouteAssessment {
  const { id, name, assessed_on, assessor, safe, safe_way_m, review_on } = route;
  const conditions = [route.times, route.season, route.lighting, route.traffic]
    .filter((each) => each !== '')
    .join('; ');
  return { id, name, assessed_on, assessor, conditions, safe, safe_way_m, review_on };
}

/** Whether an assessment stands: neither superseded nor withdrawn. */
export function isInForce({ superseded_by, withdrawn }: WalkingRoute): boolean {
  return superseded_by === null && withdrawn === null;
}

/** The home and the school of one client, as the register needs them. */
type Journey = Pick<Client, 'lat' | 'lon' | 'postcode' | 'school_urn'>;

/** Makes the function that finds the assessments covering a client's way, the latest first. */
export function routeFinder(
  register: readonly WalkingRoute[],
): (client: Journey) => readonly WalkingRoute[] {
  const bySchool = new Map<number, WalkingRoute[]>();
  for (const route of register) {
    if (!isInForce(route)) continue;
    const known = bySchool.get(route.school_urn);
    if (known === undefined) bySchool.set(route.school_urn, [route]);
    else known.push(route);
  }
  for (const routes of bySchool.values())
    routes.sort((a, b) => (a.assessed_on < b.assessed_on ? 1 : a.assessed_on > b.assessed_on ? -1 : b.id - a.id)); // prettier-ignore
  return (client) => {
    if (client.school_urn === null) return [];
    const routes = bySchool.get(client.school_urn);
    return routes === undefined ? [] : routes.filter(({ place }) => covers(place, client));
  };
}

/** Whether a place of the register takes in a home. */
function covers(place: WalkingRoute['place'], { lat, lon, postcode }: Journey): boolean {
  if (place.kind === 'postcode') return postcode !== '' && postcode === place.postcode;
  if (lat === null || lon === null) return false;
  return straightLineMetres(place, { lat, lon }) <= place.radius_m;
}
