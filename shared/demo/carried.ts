import { isoDate } from '../calendar/dates.ts';
import { estimateTravel } from '../geo/estimate.ts';
import type { Random } from '../kernel/random.ts';
import type { Client } from '../model/client.ts';
import { childMaker, type Child } from './children.ts';
import type { Placer } from './placements.ts';
import type { Place } from './places.ts';
import { dealt, streamOf } from './streams.ts';
import { NEED_COUNTS } from './support.ts';

/** Year groups of the children carried already, in the year planned [A]; 15 and over are adult learners. */
const YEARS: readonly (readonly [number, number])[] = [
  [1, 4.6],
  [2, 5.4],
  [3, 6],
  [4, 6.8],
  [5, 7.4],
  [6, 7.8],
  [7, 4.2],
  [8, 10],
  [9, 10.4],
  [10, 10.4],
  [11, 10],
  [12, 3.2],
  [13, 5.6],
  [14, 3.6],
  [15, 1.6],
  [16, 1.2],
  [17, 0.8],
  [18, 0.6],
  [19, 0.4],
];

/** Year groups that leavers would have been in: mostly past year 11 or the sixth form [A]. */
const LEAVER_YEARS: readonly (readonly [number, number])[] = [
  [6, 6],
  [9, 4],
  [12, 62],
  [14, 14],
  [15, 14],
];
/** Leavers for every child still carried [A]. */
const LEAVER_SHARE = 0.05;

/** A pair in a hundred and fifty may not travel together, one child in eighty has a limit set by a clinician [A]. */
const PAIR_SHARE = 1 / 150;
const CLINICAL_SHARE = 1 / 80;

/** What the carried children are drawn from. */
export interface CarriedSources {
  readonly seed: number;
  /** Children still carried; leavers come on top. */
  readonly count: number;
  readonly places: readonly (readonly [Place, number])[];
  readonly placer: Placer;
}

/** The children on running contracts, ids from 1, then those who left this summer. */
export function carriedChildren(sources: CarriedSources): {
  readonly children: readonly Child[];
  readonly leavers: ReadonlySet<number>;
} {
  const { seed, count, places, placer } = sources;
  const random = streamOf(seed, 'carried');
  const left = Math.round(count * LEAVER_SHARE);
  const needs = [...dealt(random, count, NEED_COUNTS), ...dealt(random, left, NEED_COUNTS)];
  const years = [...dealt(random, count, YEARS), ...dealt(random, left, LEAVER_YEARS)];
  const make = childMaker({ random, places, placer });
  const children = needs.map((need, at) =>
    make({
      id: at + 1,
      ref: `KC25-${String(at + 1).padStart(5, '0')}`,
      need,
      // A leaver is placed by the year they were in, so that their last school took them.
      year_group: (years[at] ?? 8) - (at < count ? 0 : 1),
      continuing: at < count,
    }),
  );
  const settled = withLimits(
    streamOf(seed, 'limits'),
    withPairs(streamOf(seed, 'pairs'), children),
  );
  const leavers = new Set(settled.slice(count).map(({ client }) => client.id));
  const aged_on = settled.map((child) => aged(child, leavers));
  return { children: withReviewsPast(aged_on), leavers };
}

/** Every so many of those who ride alone until the end of the year [A]. */
const PAST_EACH = 3;
const REVIEWED_LAST = isoDate('2026-07-31');

/** Some authorisations to ride alone ran out with the last school year and nobody has looked at them again; no draw is used, so nothing else moves. */
function withReviewsPast(children: readonly Child[]): Child[] {
  let at = 0;
  return children.map((child) => {
    const { client } = child;
    if (client.sole_until !== isoDate('2026-12-31') || at++ % PAST_EACH !== 0) return child;
    return { ...child, client: { ...client, sole_until: REVIEWED_LAST } };
  });
}

/** Leavers are a year older in the year planned. */
function aged(child: Child, leavers: ReadonlySet<number>): Child {
  const { client } = child;
  if (!leavers.has(client.id) || client.year_group === null) return child;
  return { ...child, client: { ...client, year_group: client.year_group + 1 } };
}

/** Some pairs at one school may not travel together; one of the two records says so, now and then both. */
export function withPairs(random: Random, children: readonly Child[]): Child[] {
  const out = [...children];
  const bySchool = new Map<number, number[]>();
  for (const [at, { placed }] of children.entries()) {
    const urn = placed.school.urn;
    const known = bySchool.get(urn);
    if (known === undefined) bySchool.set(urn, [at]);
    else known.push(at);
  }
  for (const places of bySchool.values()) {
    const pairs = Math.round(places.length * PAIR_SHARE + random.next() - 0.5);
    for (let made = 0; made < pairs && places.length > 3; made++) {
      const [a = 0, b = 0] = random.shuffle(places);
      const one = out[a];
      const other = out[b];
      if (one === undefined || other === undefined || one === other) continue;
      out[a] = notWith(one, other.client);
      if (random.chance(0.3)) out[b] = notWith(other, one.client);
    }
  }
  return out;
}

function notWith(child: Child, other: Client): Child {
  const not_with = [...new Set([...child.client.not_with, other.ref])];
  return { ...child, client: { ...child.client, not_with } };
}

/** Clinicians limit some rides, never to less than the way itself takes with a little in hand. */
export function withLimits(random: Random, children: readonly Child[]): Child[] {
  return children.map((child) => {
    if (!random.chance(CLINICAL_SHARE)) return child;
    const { client, placed } = child;
    if (client.lat === null || client.lon === null) return child;
    // Factor and speed of the default settings are near enough to keep a limit possible.
    const { duration_s } = estimateTravel({ lat: client.lat, lon: client.lon }, placed.at, {
      factor: 1.4,
      speed_mps: 10.9,
    });
    const limits = [20, 25, 30, 40, 45].filter((minutes) => minutes * 60 > duration_s * 1.25 + 120);
    if (limits.length === 0) return child;
    return {
      ...child,
      client: {
        ...client,
        clinical_limit_s: random.pick(limits) * 60,
        medical: client.medical === '' ? 'Ride limited by clinic letter' : client.medical,
      },
    };
  });
}
