/** Channels of evidence, section I, the register of walked routes, and what is coming up. */
import { z } from 'zod';
import { parseIsoDate, type AcademicYear, type IsoDate } from '../../calendar/dates.ts';
import { EVENT_KINDS } from '../../eligibility/changes.ts';
import { channel } from '../channel.ts';
import type { ComingUp } from '../views/coming-up.ts';
import type { EvidencePage, WalkingRouteRow } from '../views/evidence.ts';

const id = z.number().int().positive();
const urn = z.number().int().min(0);
const day = z.custom<IsoDate>(
  (value) => typeof value === 'string' && parseIsoDate(value) !== null,
  'is not a date',
);
const year = z.custom<AcademicYear>(
  (value) => typeof value === 'string' && /^\d{4}\/\d{2}$/.test(value),
  'is not an academic year',
);
const name = z.string().max(200);
const words = z.string().max(4000);
const metres = z.number().min(0).max(1_000_000);

const way = {
  distance_m: metres,
  error_m: metres,
  tool: name,
  measured_on: day,
  measured_by: name,
  from: name,
  to: name,
};

const evidenceGiven = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('measured'), ...way }).strict(),
  z.object({ kind: z.literal('road'), ...way }).strict(),
  z
    .object({
      kind: z.literal('accompaniment'),
      walks_accompanied: z.boolean().nullable(),
      parent_can_accompany: z.boolean().nullable(),
      parent_disability: words,
      other_children: words,
      work: words,
      reason: words,
      answered_on: day,
      ends_on: day.nullable(),
    })
    .strict(),
  z
    .object({ kind: z.literal('route_concern'), concern: words, raised_by: name, raised_on: day })
    .strict(),
  z
    .object({
      kind: z.literal('low_income'),
      basis: name,
      counts: z.boolean(),
      seen_on: day,
      year,
      checked_by: name,
    })
    .strict(),
  z
    .object({
      kind: z.literal('belief'),
      stated: name,
      stated_by: name,
      stated_on: day,
      nearest_preferred: z.boolean(),
    })
    .strict(),
  z
    .object({
      kind: z.literal('nearer'),
      urn,
      school: name,
      suitable: z.boolean(),
      had_place: z.boolean(),
      named_on: day,
      asked: name,
      answered_on: day,
      answer: words,
    })
    .strict(),
  z.object({ kind: z.literal('course'), course: name, began_on: day }).strict(),
  z
    .object({
      kind: z.literal('post_16'),
      necessary: z.boolean(),
      instead: words,
      reason: words,
      answered_on: day,
    })
    .strict(),
]);

const sectionIGiven = z
  .object({
    words,
    plan_on: day.nullable(),
    urns: z.array(urn).max(20).readonly(),
    condition: words,
    named_on: day.nullable(),
    review_on: day.nullable(),
  })
  .strict();

const walkingRouteGiven = z
  .object({
    name,
    place: z.discriminatedUnion('kind', [
      z
        .object({
          kind: z.literal('around'),
          lat: z.number().min(49).max(61),
          lon: z.number().min(-9).max(3),
          radius_m: metres,
        })
        .strict(),
      z.object({ kind: z.literal('postcode'), postcode: z.string().max(10) }).strict(),
    ]),
    school_urn: urn,
    assessed_on: day,
    assessor: name,
    times: name,
    season: name,
    lighting: words,
    traffic: words,
    safe: z.boolean(),
    finding: words,
    way_round: words,
    safe_way_m: metres.nullable(),
    review_on: day.nullable(),
  })
  .strict();

const days = z.number().int().min(1).max(400);

export const evidenceChannels = {
  /** All that is recorded of a case. */
  'evidence/page': channel<EvidencePage>()(z.object({ client_id: id }).strict()),
  /** Records one piece of evidence beside those before it. */
  'evidence/record': channel<EvidencePage>()(
    z.object({ client_id: id, given: evidenceGiven, by: name }).strict(),
  ),
  /** Marks a record as mistaken; it stays to be seen. */
  'evidence/withdraw': channel<EvidencePage>()(
    z.object({ client_id: id, id, reason: words, by: name }).strict(),
  ),
  /** Keeps a version of section I. */
  'evidence/record-section-i': channel<EvidencePage>()(
    z.object({ client_id: id, given: sectionIGiven, by: name }).strict(),
  ),
  'evidence/withdraw-section-i': channel<EvidencePage>()(
    z.object({ client_id: id, id, reason: words, by: name }).strict(),
  ),
  /** The register, the latest first, with the children that each assessment covers. */
  'walking-routes/list': channel<readonly WalkingRouteRow[]>()(z.object({}).strict()),
  /** Adds an assessment; with `supersedes` it takes that one's place. */
  'walking-routes/add': channel<readonly WalkingRouteRow[]>()(
    z.object({ given: walkingRouteGiven, supersedes: id.nullable(), by: name }).strict(),
  ),
  'walking-routes/withdraw': channel<readonly WalkingRouteRow[]>()(
    z.object({ id, reason: words, by: name }).strict(),
  ),
  /** What will change so many days ahead, for whom, and who lies close to an edge; null: as many days as are set. */
  'coming-up/get': channel<ComingUp>()(z.object({ days: days.nullable() }).strict()),
  /** One of the two lists as a .csv file; `kinds` empty for all. */
  'coming-up/export': channel<{ readonly file_id: string; readonly name: string }>()(
    z
      .object({
        days: days.nullable(),
        list: z.enum(['events', 'edges']),
        kinds: z.array(z.enum([...EVENT_KINDS, 'marginal', 'cliff_edge'])).readonly(),
        /** Without events that bring the same proposal and power and ask nothing of anybody. */
        altering: z.boolean(),
      })
      .strict(),
  ),
};
