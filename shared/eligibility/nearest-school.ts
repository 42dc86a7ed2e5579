/** Whether the school is the nearest suitable one: by section I where it names it without condition, else by each nearer school. */
import type { Standing } from './case-facts.ts';
import { formatQuantity } from '../format/number.ts';
import type { Answer } from './answer.ts';
import type { Measure } from './measure.ts';
import { comparedWords, type NearerSchool } from './nearer-schools.ts';
import { walkedOnNetwork } from './network-ways.ts';
import { ruleResult, type Outcome, type RuleResult } from './rule-result.ts';
import type { SectionI } from './section-i.ts';

const CITATION =
  'Education Act 1996 Sch 35B paras 2, 4, 6, 9 and 12 (no suitable arrangements nearer); Dudley MBC v Shurvinton (S v Dudley) [2012] EWCA Civ 346 (a place on the date of naming)';

/** How many nearer schools are asked about by name. */
const ASKED = 5;

/** Nearer schools that are surely suitable, and those that might be, with what an officer recorded of each; nearest first. */
export interface NearerCount {
  readonly surely: readonly NearerSchool[];
  readonly perhaps: readonly NearerSchool[];
}

/**
 * Counts the nearer schools. Only a recorded answer makes one surely suitable: facts as imported do not say whether it had
 * a place on the date the school was named. One beyond the road network may be further than its line. Null where no position tells.
 */
export function countNearer({ facts, nearer }: Standing): NearerCount | null {
  const compared = nearer();
  if (compared === null) return null;
  const told = new Map(facts.evidence.nearer.map((each) => [each.urn, each.suitable]));
  const surely: NearerSchool[] = [];
  const perhaps: NearerSchool[] = [];
  for (const each of compared.schools) {
    const answer = told.get(each.school.urn);
    if (answer === true && each.is_nearer === 'yes') surely.push(each);
    else if (answer !== false) perhaps.push(each);
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
  const measure = namedMeasure(standing);
  const [first] = count.surely;
  if (first !== undefined)
    return result(
      'not_met',
      `${lead} ${formatQuantity(count.surely.length, 'nearer school')} recorded as suitable with a place on the date of naming${againstNamed(standing, first)}.`,
      asked,
      measure,
    );
  if (count.perhaps.length > 0)
    return result(
      'cannot_tell',
      `${lead} ${formatQuantity(count.perhaps.length, 'nearer school')} might have been suitable.`,
      [...asked, ...nearerQuestions(standing)],
      measure,
    );
  return result(
    'met',
    `${lead} Every nearer school known is ruled out by its needs, ages, places as imported, or by record.`,
    asked,
    measure,
  );
}

/** Where schools were compared on a network: the way to the school named, with the network's file and days. */
function namedMeasure({ nearer, facts, line, thresholds }: Standing): Measure | null {
  if (nearer()?.by !== 'walking' || line === null) return null;
  const way = facts.ways?.walking() ?? null;
  return way === null ? null : walkedOnNetwork(way, line, thresholds);
}

/** `: Oakham Vale School is 3.1 miles walking, the school named 4.0 miles walking`; said where the network tells it. */
function againstNamed({ nearer }: Standing, first: NearerSchool): string {
  const compared = nearer();
  if (compared === null || compared.by === 'straight_line') return '';
  return `: ${first.school.name} is ${comparedWords(first.distance_m, first.by)}, the school named ${comparedWords(compared.named_m, compared.by)}`;
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
  const told = new Map(facts.evidence.nearer.map(({ urn, suitable }) => [urn, suitable]));
  const open = (nearer()?.schools ?? []).filter(
    ({ school, is_nearer }) =>
      !told.has(school.urn) || (told.get(school.urn) === true && is_nearer === 'cannot_tell'),
  );
  const questions = open.slice(0, ASKED).map(({ school, distance_m, by, is_nearer }) => {
    const which = `${school.name} (URN ${school.urn}, ${comparedWords(distance_m, by)})`;
    const suits = 'was it suitable, with a place on the date of naming, and who was asked?';
    if (is_nearer === 'yes') return `${which}: ${suits}`;
    const walk = 'is it nearer on foot? It lies beyond the road network';
    return told.has(school.urn) ? `${which}: ${walk}.` : `${which}: ${walk}; ${suits}`;
  });
  const rest = open.length - questions.length;
  return rest > 0 ? [...questions, `${formatQuantity(rest, 'more nearer school')}.`] : questions;
}

/** Whether the school is one of the `among` nearest suitable: told by how many nearer ones there are. */
export function isAmongNearest(standing: Standing, among: number): Answer {
  if (isNamedOutright(standing)) return 'yes';
  if (standing.facts.client.ehcp !== true) return 'cannot_tell';
  const count = countNearer(standing);
  if (count === null) return 'cannot_tell';
  if (count.surely.length >= among) return 'no';
  return count.surely.length + count.perhaps.length < among ? 'yes' : 'cannot_tell';
}

function result(
  outcome: Outcome,
  reason: string,
  missing: readonly string[],
  measure: Measure | null = null,
): RuleResult {
  return ruleResult({
    measure,
    rule: 'nearest_suitable_school',
    outcome,
    reason,
    citation: CITATION,
    missing,
  });
}
