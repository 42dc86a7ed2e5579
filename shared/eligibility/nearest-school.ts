/** Whether the school is the nearest suitable one: by section I where it names it without condition, else by each nearer school. */
import type { Standing } from './case-facts.ts';
import { formatMiles } from '../format/distance.ts';
import { formatQuantity } from '../format/number.ts';
import type { Answer } from './answer.ts';
import { ruleResult, type Outcome, type RuleResult } from './rule-result.ts';
import type { SectionI } from './section-i.ts';

const CITATION =
  'Education Act 1996 Sch 35B paras 2, 4, 6, 9 and 12 (no suitable arrangements nearer); Dudley MBC v Shurvinton (S v Dudley) [2012] EWCA Civ 346 (a place on the date of naming)';

/** How many nearer schools are asked about by name. */
const ASKED = 5;

/** How many nearer schools are, might be or are not suitable, with what an officer recorded of each. */
export interface NearerCount {
  readonly surely: number;
  readonly perhaps: number;
}

/**
 * Counts the nearer schools. Only a recorded answer makes one surely suitable: facts as imported do not say whether it had
 * a place on the date the school was named. Null where no position tells.
 */
export function countNearer({ facts, nearer }: Standing): NearerCount | null {
  const schools = nearer();
  if (schools === null) return null;
  const told = new Map(facts.evidence.nearer.map((each) => [each.urn, each.suitable]));
  let surely = 0;
  let perhaps = 0;
  for (const { school } of schools) {
    const answer = told.get(school.urn);
    if (answer === true) surely++;
    else if (answer === undefined) perhaps++;
  }
  return { surely, perhaps };
}

/** Whether the school counts as nearest suitable by section I alone: named without a condition in an EHCP. */
export function isNamedOutright({ facts: { client }, school, section }: Standing): boolean {
  return client.ehcp === true && school !== null && section.reading === 'named';
}

/** The nearest suitable school, or what has to be asked of the nearer ones. */
export function tryNearestSchool(standing: Standing): RuleResult {
  const { facts, school, section } = standing;
  const version = isDated(section) ? [] : [VERSION];
  if (school === null)
    return result('cannot_tell', 'Without a school nothing can be compared.', [
      'The school that is named or attended.',
    ]);
  if (isNamedOutright(standing))
    return result(
      'met',
      'Section I names the school without a condition, so it is taken as the nearest suitable.',
      version,
    );
  const lead = leadOf(facts.client.ehcp, section.reading);
  const asked = facts.client.ehcp === true ? version : [];
  if (facts.client.ehcp !== true) {
    return result('cannot_tell', `${lead} A nearer mainstream school might be suitable.`, [
      ...(facts.client.ehcp === null ? ['Whether the child has an EHCP.'] : []),
      'For each nearer school: was it suitable, and was there a place when places were offered?',
      ...nearerQuestions(standing),
    ]);
  }
  const count = countNearer(standing);
  if (count === null)
    return result(
      'cannot_tell',
      `${lead} Without positions of home and school nothing can be compared.`,
      [...asked, 'The positions of the home and of the school.'],
    );
  if (count.surely > 0)
    return result(
      'not_met',
      `${lead} ${formatQuantity(count.surely, 'nearer school')} recorded as suitable with a place on the date of naming.`,
      asked,
    );
  if (count.perhaps > 0)
    return result(
      'cannot_tell',
      `${lead} ${formatQuantity(count.perhaps, 'nearer school')} might have been suitable.`,
      [...asked, ...nearerQuestions(standing)],
    );
  return result(
    'met',
    `${lead} Every nearer school known is ruled out by its needs, ages, places as imported, or by record.`,
    asked,
  );
}

/** What is asked where section I is not written down with its version. */
export const VERSION = 'Section I, word for word, with its version and date.';

/** Whether section I is written down with the date of its plan. */
export function isDated({ version }: Standing['section']): boolean {
  return version !== null && version.plan_on !== null;
}

function leadOf(ehcp: boolean | null, reading: SectionI): string {
  if (ehcp === false) return 'No EHCP names the school.';
  if (reading === 'conditional') return 'Section I names the school with a condition.';
  if (reading === 'type_only') return 'Section I names a type of school only.';
  if (reading === 'none') return 'Section I is not given.';
  if (reading === 'other_school') return 'Section I names another school.';
  return reading === 'named'
    ? 'Section I names the school.'
    : 'The words of section I do not say whether the school is named.';
}

function nearerQuestions({ nearer, facts }: Standing): readonly string[] {
  const told = new Set(facts.evidence.nearer.map(({ urn }) => urn));
  const open = (nearer() ?? []).filter(({ school }) => !told.has(school.urn));
  const questions = open
    .slice(0, ASKED)
    .map(
      ({ school, distance_m }) =>
        `${school.name} (URN ${school.urn}, ${formatMiles(distance_m)} in a straight line): was it suitable, with a place on the date of naming, and who was asked?`,
    );
  const rest = open.length - questions.length;
  return rest > 0 ? [...questions, `${formatQuantity(rest, 'more nearer school')}.`] : questions;
}

/** Whether the school is one of the `among` nearest suitable: told by how many nearer ones there are. */
export function isAmongNearest(standing: Standing, among: number): Answer {
  if (isNamedOutright(standing)) return 'yes';
  if (standing.facts.client.ehcp !== true) return 'cannot_tell';
  const count = countNearer(standing);
  if (count === null) return 'cannot_tell';
  if (count.surely >= among) return 'no';
  return count.surely + count.perhaps < among ? 'yes' : 'cannot_tell';
}

function result(outcome: Outcome, reason: string, missing: readonly string[]): RuleResult {
  return ruleResult({
    rule: 'nearest_suitable_school',
    outcome,
    reason,
    citation: CITATION,
    missing,
  });
}
