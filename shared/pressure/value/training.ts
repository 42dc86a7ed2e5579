/**
 * Whom independent travel training might suit, for a person to consider: by age, way, how they travel and whether anybody must be with
 * them. The category of need never decides who is listed; it is only one of the ways in which the list is told.
 */
import { ageOn } from '../../calendar/dates.ts';
import { firstDateOf } from '../../calendar/years.ts';
import { assistantNeeded } from '../../casework/questions.ts';
import { trainingTermsAt, type TrainingTerms } from '../../costing/value-settings-at.ts';
import { formatCount } from '../../format/number.ts';
import { METRES_PER_MILE } from '../../kernel/units.ts';
import type { Client } from '../../model/client.ts';
import { NEED_WORDS } from '../../model/words.ts';
import type { CostFacts } from '../facts.ts';
import type { Alternative } from './alternatives.ts';
import { paybackOf, type PaybackRange } from './payback.ts';

/** How the list is told. */
export const TRAINING_BY = ['company', 'age', 'distance', 'need'] as const;
export type TrainingBy = (typeof TRAINING_BY)[number];

/** Some of the candidates and what training them comes to. Pence a year. */
export interface TrainingGroup {
  readonly by: TrainingBy | 'all';
  readonly label: string;
  readonly client_ids: readonly number[];
  readonly share_pence: number;
  readonly saves_pence: number;
  readonly payback: PaybackRange;
}

/** The candidates, and why others are not among them. */
export interface Training {
  readonly terms: TrainingTerms;
  readonly all: TrainingGroup;
  readonly groups: readonly TrainingGroup[];
  readonly left_out: readonly { readonly because: string; readonly clients: number }[];
}

/** Groups the candidates among those who have a seat. */
export function trainingOf(facts: CostFacts, rows: readonly Alternative[]): Training {
  const terms = trainingTermsAt(facts.settings, facts.on);
  const left = new Map<string, number>();
  const candidates = rows.flatMap((row) => {
    const client = facts.clients.get(row.client_id);
    if (client === undefined) return [];
    const because = notListed(client, row, { terms, facts });
    if (because === null) return [{ row, client }];
    left.set(because, (left.get(because) ?? 0) + 1);
    return [];
  });
  const groupOf = (
    by: TrainingGroup['by'],
    label: string,
    of: typeof candidates,
  ): TrainingGroup => {
    const share_pence = of.reduce((sum, { row }) => sum + row.share_pence, 0);
    const saves_pence = of.reduce((sum, { row }) => sum + row.saves_pence, 0);
    return {
      by,
      label,
      client_ids: of.map(({ row }) => row.client_id),
      share_pence,
      saves_pence,
      // What their seats save at once, up to what they cost by share.
      payback: paybackOf(terms, { clients: of.length, low_pence: Math.min(saves_pence, share_pence), high_pence: Math.max(saves_pence, share_pence) }), // prettier-ignore
    };
  };
  return {
    terms,
    all: groupOf('all', 'All candidates', candidates),
    groups: TRAINING_BY.flatMap((by) =>
      [...Map.groupBy(candidates, ({ row, client }) => labelOf(by, row, { client, facts }))]
        .toSorted(([a], [b]) => LABELS.indexOf(a) - LABELS.indexOf(b))
        .map(([label, of]) => groupOf(by, label, of)),
    ),
    left_out: [...left]
      .map(([because, clients]) => ({ because, clients }))
      .toSorted((a, b) => b.clients - a.clients),
  };
}

/** Why somebody is not listed, by what the record says of their journey; null where a person might consider them. */
function notListed(
  client: Client,
  row: Alternative,
  { terms, facts }: { readonly terms: TrainingTerms; readonly facts: CostFacts },
): string | null {
  const age = ageOf(client, facts);
  if (age === null) return 'Date of birth not known';
  if (age < terms.from_age) return `Under ${terms.from_age} on 1 September`;
  if (row.way_m > terms.within_miles * METRES_PER_MILE)
    return `More than ${formatCount(terms.within_miles)} miles to school`;
  if (client.mobility !== 'walks') return 'Does not walk unaided, or it is not recorded';
  if (assistantNeeded(client) !== 'none') return 'A passenger assistant travels with them';
  if (client.sole_occupancy) return 'Sole occupancy';
  return row.consents.travel_training.state === 'refused' ? 'The family said no in the form' : null;
}

function ageOf({ date_of_birth }: Client, { year }: CostFacts): number | null {
  return date_of_birth === null ? null : ageOn(date_of_birth, firstDateOf(year));
}

/** Labels in their order; needs follow as they are listed in the model. */
const LABELS = ['Rides alone', 'With others', 'Under 14', '14 and 15', '16 and over', 'Under 2 miles', '2 to 5 miles', 'Over 5 miles', ...Object.values(NEED_WORDS), 'Need not recorded']; // prettier-ignore

function labelOf(
  by: TrainingBy,
  row: Alternative,
  { client, facts }: { readonly client: Client; readonly facts: CostFacts },
): string {
  if (by === 'company') return row.how === 'route_ends' ? 'Rides alone' : 'With others';
  if (by === 'need') return client.need === null ? 'Need not recorded' : NEED_WORDS[client.need];
  if (by === 'age') {
    const age = ageOf(client, facts) ?? 0;
    if (age < 14) return 'Under 14';
    return age < 16 ? '14 and 15' : '16 and over';
  }
  const miles = row.way_m / METRES_PER_MILE;
  if (miles < 2) return 'Under 2 miles';
  return miles < 5 ? '2 to 5 miles' : 'Over 5 miles';
}
