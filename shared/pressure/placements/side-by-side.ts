/** Schools that could meet a child's need, side by side: law first, then distance, places, and the two budgets apart. */
import { phaseOf } from '../../casework/phase.ts';
import type { AcademicYear, IsoDate } from '../../calendar/dates.ts';
import { all, type Answer } from '../../eligibility/answer.ts';
import {
  suitabilityOf,
  type Placing,
  type Suitability,
} from '../../eligibility/nearest-suitable.ts';
import { straightLineMetres } from '../../geo/estimate.ts';
import { knownPosition } from '../../geo/position.ts';
import type { Travel } from '../../geo/travel.ts';
import type { Gap } from '../../kernel/gap.ts';
import type { Client } from '../../model/client.ts';
import type { PlacementFee } from '../../model/placement.ts';
import type { School } from '../../model/school.ts';
import type { Setting } from '../../model/money.ts';
import type { AtSchool } from '../../planning/at-school.ts';
import { feeOf, type FeeFound } from './fees.ts';

/** How many schools that are surely suitable, and that might be, are listed: the nearest of each. */
const SHOWN = { yes: 8, cannot_tell: 6 } as const;

/** What transport to a school costs a child on average, by the plan in use; pence a year, shares by the rule in force. */
export interface AverageCost {
  readonly clients: number;
  readonly year_pence: number;
}

/** What the comparison rests on. */
export interface NamingFacts {
  readonly on: IsoDate;
  readonly year: AcademicYear;
  readonly settings: readonly Setting[];
  readonly fees: readonly PlacementFee[];
  readonly schools: ReadonlyMap<number, School>;
  readonly travel: Travel;
  /** By school; null without a plan. */
  readonly averages: ReadonlyMap<number, AverageCost> | null;
}

/** Who a placement is named for. */
export interface NamingAsked {
  readonly client: Client;
  /** Lives at the school in the week: an independent school then costs what boarding does. */
  readonly boards: boolean;
  /** Schools to show besides, such as the one a parent prefers. */
  readonly also: readonly number[];
}

/** One school beside the others. Money in pence a year, lengths in metres, times in seconds. */
export interface SchoolOption {
  readonly urn: number;
  readonly name: string;
  readonly town: string;
  readonly type_group: string;
  readonly attended: boolean;
  readonly suitability: Suitability;
  /** All of it: suitable and with a place. What is not known is `cannot_tell`, never yes. */
  readonly answer: Answer;
  /** What stands in the way or is not known, a sentence each. */
  readonly reasons: readonly string[];
  /** null: not known. Below 0: more on roll than places. */
  readonly places_left: number | null;
  readonly distance_m: number | null;
  readonly distance_by: 'road' | 'estimated' | null;
  /** By car without stops; null without positions. */
  readonly direct_s: number | null;
  /** A child of this school on average; null: no plan, or it carries nobody there. */
  readonly average: AverageCost | null;
  /** Adding this child to the plan; null: not reckoned. */
  readonly marginal: AtSchool | null;
  readonly fee: FeeFound;
  /** Fee and marginal transport; null where either is not known. */
  readonly whole_pence: number | null;
}

/** The schools, nearest first of those suitable, then of those that cannot be told, then the others asked for. */
export interface SideBySide {
  readonly options: readonly SchoolOption[];
  /** Open schools of the list that are ruled out, by the first reason. */
  readonly ruled_out: { readonly age: number; readonly need: number; readonly place: number };
  /** Suitable or not to be told, but further than those shown. */
  readonly further: number;
  /** What is missing, with what mends it. */
  readonly problems: readonly Gap[];
}

/** Sets the schools side by side; `marginal` is null until it was reckoned, or where there is no plan. */
export function sideBySide(
  facts: NamingFacts,
  asked: NamingAsked,
  marginal: ReadonlyMap<number, AtSchool> | null,
): SideBySide {
  const { client } = asked;
  const placing: Placing = { client, phase: phaseOf(client, facts.year), year: facts.year };
  const ruled_out = { age: 0, need: 0, place: 0 };
  const found: { readonly school: School; readonly answer: 'yes' | 'cannot_tell' }[] = [];
  for (const school of facts.schools.values()) {
    const fit = suitabilityOf(school, placing);
    if (fit.open === 'no' || school.urn === client.school_urn) continue;
    const answer = all([fit.age, fit.need, fit.place]);
    if (answer !== 'no') found.push({ school, answer });
    else ruled_out[fit.need === 'no' ? 'need' : fit.age === 'no' ? 'age' : 'place'] += 1;
  }
  const shown = nearestOf(client, found);
  const extra = [...(client.school_urn === null ? [] : [client.school_urn]), ...asked.also].flatMap(
    (urn) => facts.schools.get(urn) ?? [],
  );
  const schools = [...new Set([...shown, ...extra])];
  const ways = waysTo(facts.travel, client, schools);
  const options = schools
    .map((school): SchoolOption => {
      const way = ways.get(school.urn) ?? null;
      const fit = fitOf(school, placing);
      const fee = feeOf(facts, school, {
        need: client.need,
        phase: placing.phase,
        boards: asked.boards,
      });
      const put = marginal?.get(school.urn) ?? null;
      return {
        urn: school.urn,
        name: school.name,
        town: school.town,
        type_group: school.type_group,
        attended: school.urn === client.school_urn,
        suitability: fit,
        answer: all([fit.open, fit.age, fit.need, fit.place]),
        reasons: reasonsOf(school, placing, fit),
        places_left: placesLeft(school),
        distance_m: way?.distance_m ?? null,
        distance_by: way?.by ?? null,
        direct_s: way?.direct_s ?? null,
        average: facts.averages?.get(school.urn) ?? null,
        marginal: put,
        fee,
        whole_pence:
          put?.kind === 'place' && fee.fee_pence !== null ? put.year_pence + fee.fee_pence : null,
      };
    })
    .toSorted(inOrder);
  return {
    options,
    ruled_out,
    further: found.length - shown.length,
    problems: problemsOf(facts, client, options),
  };
}

/** The school attended is held against its own facts, but for the place: the child has one there. An independent school that is attended was named. */
function fitOf(school: School, placing: Placing): Suitability {
  const fit = suitabilityOf(school, placing);
  if (school.urn !== placing.client.school_urn) return fit;
  return { ...fit, open: school.status === 'closed' ? 'no' : 'yes', place: 'yes' };
}

function placesLeft({ places, roll }: School): number | null {
  return places === null || roll === null ? null : places - roll;
}

const RANK: Readonly<Record<Answer, number>> = { yes: 0, cannot_tell: 1, no: 2 };

function inOrder(a: SchoolOption, b: SchoolOption): number {
  return (
    RANK[a.answer] - RANK[b.answer] ||
    (a.distance_m ?? Infinity) - (b.distance_m ?? Infinity) ||
    a.urn - b.urn
  );
}

/** The nearest in a straight line of those suitable, and of those that cannot be told; without a home, by name. */
function nearestOf(
  client: Client,
  found: readonly { readonly school: School; readonly answer: 'yes' | 'cannot_tell' }[],
): readonly School[] {
  const home = knownPosition(client);
  const far = (school: School): number => {
    const at = knownPosition(school);
    return home === null || at === null ? Infinity : straightLineMetres(home, at);
  };
  const ranked = found
    .map((each) => ({ ...each, metres: far(each.school) }))
    .toSorted((a, b) =>
      a.metres === b.metres ? a.school.urn - b.school.urn : a.metres - b.metres,
    );
  return (['yes', 'cannot_tell'] as const).flatMap((answer) =>
    ranked
      .filter((each) => each.answer === answer)
      .slice(0, SHOWN[answer])
      .map(({ school }) => school),
  );
}

interface Way {
  readonly distance_m: number;
  readonly direct_s: number;
  readonly by: 'road' | 'estimated';
}

function waysTo(
  travel: Travel,
  client: Client,
  schools: readonly School[],
): ReadonlyMap<number, Way> {
  const home = knownPosition(client);
  if (home === null) return new Map();
  const placed = schools.flatMap((school) => {
    const at = knownPosition(school);
    return at === null ? [] : [{ urn: school.urn, at }];
  });
  const { distances, durations, byRoad } = travel.table([home, ...placed.map(({ at }) => at)]);
  return new Map(
    placed.flatMap(({ urn }, index): [number, Way][] => {
      const [distance_m = Number.NaN, direct_s = Number.NaN] = [
        distances[index + 1],
        durations[index + 1],
      ];
      if (!Number.isFinite(distance_m) || !Number.isFinite(direct_s)) return [];
      const by = byRoad[0] === 1 && byRoad[index + 1] === 1 ? 'road' : 'estimated';
      return [[urn, { distance_m, direct_s, by }]];
    }),
  );
}

/** Why a school is not surely suitable, each fact by itself. */
export function reasonsOf(
  school: School,
  { client, phase }: Placing,
  fit: Suitability,
): readonly string[] {
  const reasons: string[] = [];
  if (school.status === 'closed') reasons.push('The school is closed.');
  else if (fit.open === 'no')
    reasons.push('An independent school counts only where section I names it.');
  if (fit.age === 'no') reasons.push('It does not take this age.');
  if (fit.age === 'cannot_tell')
    reasons.push(
      client.date_of_birth === null && phase === null
        ? 'The child’s date of birth and year group are not known.'
        : 'The ages it takes are not known.',
    );
  if (fit.need === 'no') reasons.push('It is not designated for the primary need.');
  if (fit.need === 'cannot_tell')
    reasons.push(
      client.need === null
        ? 'The child’s primary need is not recorded.'
        : 'The needs it is designated for are not known.',
    );
  if (fit.place === 'no') reasons.push('It has no place left.');
  if (fit.place === 'cannot_tell') reasons.push('Its places are not known.');
  if (knownPosition(school) === null)
    reasons.push('It has no position: import a schools file with positions, or postcodes.');
  return reasons;
}

function problemsOf(
  { averages, schools }: NamingFacts,
  client: Client,
  options: readonly SchoolOption[],
): readonly Gap[] {
  const problems: Gap[] = [];
  const note = (code: string, sentence: string): void => {
    problems.push({ code, sentence });
  };
  if (knownPosition(client) === null)
    note('no_home', 'The home has no position, so no distance, ride time or transport cost can be told. Enter the postcode, or set the pin, on the case page.'); // prettier-ignore
  if (client.need === null)
    note('no_need', 'The primary need is not recorded, so no school is surely suitable. Enter it on the case page.'); // prettier-ignore
  if (client.date_of_birth === null && client.year_group === null)
    note('no_age', 'Neither date of birth nor year group is recorded, so no school surely takes the child. Enter one on the case page.'); // prettier-ignore
  const others = options.filter((each) => !each.attended);
  if (schools.size === 0)
    note('no_schools', 'No school is in the store. Import the list of schools first.');
  else if (others.every((each) => each.answer !== 'yes'))
    note(
      'none_suitable',
      others.some((each) => each.answer === 'cannot_tell')
        ? 'No school is surely suitable and has a place. Import a schools file with ages, needs, places and roll to tell of the others.'
        : 'No school of the list is suitable and has a place. Check ages, needs, places and roll in the schools file, or add a school.',
    );
  if (averages === null)
    note('no_plan', 'No plan has been made yet, so transport costs are not known. Plan the county first.'); // prettier-ignore
  return problems;
}
