import type { RuleBasis } from '../casework/ride-limit.ts';
import { ownDistrictsAt, postcodeAreasAt, travelBasisAt } from '../costing/read-settings.ts';
import { straightLineMetres } from '../geo/estimate.ts';
import { schoolIndex } from '../intake/school-match.ts';
import { heldAndQuestions, settle, type Surroundings } from '../intake/settle.ts';
import type { Random } from '../kernel/random.ts';
import { drawRequest, REQUEST_TYPES, type Requested, type RequestType } from './applications.ts';
import { withLimits, withPairs } from './carried.ts';
import { childMaker, type Child } from './children.ts';
import { withFlaws } from './flaws.ts';
import { withOfficers } from './officers.ts';
import { placerOf, type Placer } from './placements.ts';
import type { Place } from './places.ts';
import type { DemoSchool } from './schools.ts';
import { withTwins } from './twins.ts';
import { dealt, streamOf } from './streams.ts';
import { NEED_COUNTS } from './support.ts';

/** Kent's summer: 228 of 1,739 requests came after 1 August. */
const LATE_SHARE = 228 / 1739;
/** Children whose clinician allows less than the way takes: nobody can plan them, as counts of 1,739 [A]. */
const TOO_FAR_SHARE = 3 / 1739;

/** The county's name wherever it shows. */
export const DEMO_COUNTY = 'Kent (invented)';

/** What the summer's requests are drawn from. */
export interface SummerSources {
  readonly seed: number;
  readonly count: number;
  /** The county's size against the usual one. */
  readonly scale: number;
  readonly first_id: number;
  readonly places: readonly (readonly [Place, number])[];
  readonly placer: Placer;
  readonly schools: readonly DemoSchool[];
  readonly basis: RuleBasis;
}

/** The summer's requests: client and application of each, flaws included; and who was carried last year, where to. */
export function summerRequests(sources: SummerSources): {
  readonly requests: readonly Requested[];
  readonly carried_before: readonly Child[];
} {
  const { seed, count, first_id, places, placer } = sources;
  const random = streamOf(seed, 'summer');
  const needs = dealt(random, count, NEED_COUNTS);
  const types = dealt(
    random,
    count,
    REQUEST_TYPES.map((type) => [type, type.share] as const),
  );
  const lateCount = Math.round(count * LATE_SHARE);
  const late = drawLate(random, types, lateCount);
  const make = childMaker({ random, places, placer });
  const children = needs.map((need, at) =>
    make({
      id: first_id + at,
      ref: requestRef(at),
      need,
      year_group: random.weighted(types[at]?.years ?? [[7, 1]]),
      continuing: false,
    }),
  );
  const paired = withPairs(streamOf(seed, 'pairs of summer'), children);
  const limited = withLimits(streamOf(seed, 'limits of summer'), paired);
  const settled = withImpossible(streamOf(seed, 'too far'), limited, sources.basis);
  const forms = streamOf(seed, 'forms');
  const requests = settled.map(({ client }, at) =>
    drawRequest(forms, client, {
      ref: requestRef(at),
      type: types[at] ?? REQUEST_TYPES[0] ?? missing(),
      late: late.has(at),
    }),
  );
  return {
    requests: withOfficers(
      streamOf(seed, 'officers'),
      withTwins(
        streamOf(seed, 'twins'),
        withFlaws(streamOf(seed, 'flaws'), requests, sources.schools),
      ),
    ).map(matched(sources)),
    carried_before: carriedBefore(sources, settled, types),
  };
}

/**
 * The children of the summer who were on a contract last year, each a year younger and at the school of
 * then: a primary school before a secondary transfer, another school before a change.
 */
function carriedBefore(
  { seed, scale, schools }: SummerSources,
  children: readonly Child[],
  types: readonly RequestType[],
): Child[] {
  const random = streamOf(seed, 'carried before');
  const placer = placerOf(schools, scale);
  return children.flatMap(({ client, placed }, at) => {
    const type = types[at];
    const { lat, lon } = client;
    if (type === undefined || !random.chance(type.carried_before)) return [];
    if (lat === null || lon === null || client.year_group === null) return [];
    const year_group = client.year_group - 1;
    if (year_group < 0) return [];
    const stays = type.type === 'Renewal' || type.type === 'Change of address';
    const before = stays
      ? placed
      : placer.place(random, { lat, lon, need: client.need, year_group, continuing: false });
    return [{ client: { ...client, year_group }, placed: before }];
  });
}

/** Which requests are late: few of the secondary transfers, whose families are reminded most [A]. */
function drawLate(
  random: Random,
  types: readonly RequestType[],
  count: number,
): ReadonlySet<number> {
  const ranked = types.map((type, at) => ({
    at,
    rank: random.next() ** (type.type === 'Secondary transfer' ? 4 : 1),
  }));
  ranked.sort((a, b) => b.rank - a.rank || a.at - b.at);
  return new Set(ranked.slice(0, count).map(({ at }) => at));
}

/** Holds and questions as an import would have written them, so that a later one changes nothing. */
function matched({ schools, basis }: SummerSources): (request: Requested) => Requested {
  const surroundings: Surroundings = {
    county: DEMO_COUNTY,
    schools: schoolIndex(schools.map(({ school }) => school)),
    postcode: () => null,
    knowsArea: () => false,
    districtAt: () => '',
    areas: postcodeAreasAt(basis.settings, basis.on),
    own_districts: ownDistrictsAt(basis.settings, basis.on),
    on: basis.on,
  };
  return ({ client, application }) => ({
    client,
    application: { ...application, ...heldAndQuestions(application, settle(client, surroundings)) },
  });
}

function requestRef(at: number): string {
  return `KT26-${String(at + 1).padStart(5, '0')}`;
}

function missing(): never {
  throw new Error('No kinds of request');
}

/** Gives a few children a clinical limit shorter than the way itself. */
function withImpossible(random: Random, children: readonly Child[], basis: RuleBasis): Child[] {
  const { factor, speed_mps } = travelBasisAt(basis.settings, basis.on);
  const wanted = Math.max(1, Math.round(children.length * TOO_FAR_SHARE));
  const far = children.flatMap(({ client, placed }, at) => {
    if (client.lat === null || client.lon === null) return [];
    const straight = straightLineMetres({ lat: client.lat, lon: client.lon }, placed.at);
    return (straight * factor) / speed_mps > 35 * 60 ? [at] : [];
  });
  const chosen = new Set(random.shuffle(far).slice(0, wanted));
  return children.map((child, at) =>
    chosen.has(at)
      ? {
          ...child,
          client: {
            ...child.client,
            clinical_limit_s: 25 * 60,
            medical: 'Ride limited to 25 minutes by clinic letter',
          },
        }
      : child,
  );
}
