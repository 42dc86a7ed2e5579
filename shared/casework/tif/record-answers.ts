/** Between the form and the client's record: what the record says as answers, and what a signed form writes onto it. */
import type { Client } from '../../model/client.ts';
import type { TifAnswers } from '../../model/tif.ts';
import { isAsked } from './check-form.ts';
import { questionOf } from './form.ts';
import { answerProblem } from './read-answer.ts';
import { RECORD_FIELDS, type RecordField, type TifPatch } from './record-fields.ts';

/**
 * What the record says, as answers. A blank says nothing: that no rescue medication was imported is not the family's answer that there is none.
 */
export function answersOfRecord(client: Client): TifAnswers {
  const answers: Record<string, string> = {};
  for (const { key, read } of RECORD_FIELDS) {
    const value = read(client);
    if (value !== '') answers[key] = value;
  }
  for (const [leads, from] of LEADING) {
    if ((answers[from] ?? '') !== '') answers[leads] = 'yes';
  }
  return answers;
}

/** Questions whose yes follows from an answer that the record holds. */
const LEADING = [
  ['other_addresses', 'second_address'],
  ['other_addresses', 'second_postcode'],
  ['equipment_needed', 'equipment'],
  ['medical_needs', 'medical'],
  ['apart', 'not_with'],
] as const;

/**
 * What a signed form changes on the record. A complete form is relied on as it stands: what it says no to is taken away. Of an incomplete one
 * only that is taken which protects the client more than the record does; nothing of it takes anything away.
 */
export function patchOf(answers: TifAnswers, client: Client, complete: boolean): TifPatch {
  let patch: TifPatch = {};
  for (const field of RECORD_FIELDS) {
    const answer = usable(field.key, answers);
    const change =
      answer === null
        ? null
        : complete
          ? field.write(answer, client)
          : field.protect(answer, client);
    if (change !== null) patch = { ...patch, ...change };
  }
  return complete ? { ...patch, ...cleared(answers) } : patch;
}

/** The answer where it is asked and understood; null otherwise. */
function usable(key: RecordField['key'], answers: TifAnswers): string | null {
  const question = questionOf(key);
  const value = answers[key] ?? '';
  if (question === null || !isAsked(question, answers)) return null;
  if (value === '' || answerProblem(question, value) !== null) return null;
  return value;
}

/** What a complete form says that there is not. */
function cleared(answers: TifAnswers): TifPatch {
  const no = (key: string): boolean => answers[key] === 'no';
  const walks = answers['mobility'] === 'walks' || answers['mobility'] === 'walks_with_aid';
  return {
    ...(no('other_addresses') ? { second_address: '', second_postcode: '', second_days: [] } : {}),
    ...(no('equipment_needed') ? { equipment: '' } : {}),
    ...(no('medical_needs') && no('rescue_medication') ? { medical: '' } : {}),
    ...(no('apart') ? { not_with: [] } : {}),
    ...(no('sole_occupancy') ? { sole_until: null } : {}),
    ...(walks ? { wheelchair: '', occupied_weight_kg: null } : {}),
  };
}

/** One answer of a signed form from which a file differs. */
export interface TifDifference {
  readonly key: string;
  readonly field: keyof Client;
  readonly signed: string;
  /** What the file says; '' for an empty cell, which asks no question and changes nothing. */
  readonly other: string;
}

/**
 * Fields in which a file differs from what was signed. Only fields that the file gives and answers that were signed are compared.
 */
export function differencesFrom(
  signed: TifAnswers,
  given: Partial<Client>,
  client: Client,
): readonly TifDifference[] {
  const then = { ...client, ...given };
  return RECORD_FIELDS.flatMap((record): TifDifference[] => {
    const { key, field } = record;
    const value = given[field];
    if (value === undefined || field === 'school_given') return [];
    const answer = signed[key] ?? '';
    const question = questionOf(key);
    if (answer === '' || question === null || !isAsked(question, signed)) return [];
    const other = value === false ? 'no' : record.read(then);
    return other === answer ? [] : [{ key, field, signed: answer, other }];
  });
}
