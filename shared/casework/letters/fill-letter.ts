import {
  fieldsNamed,
  isLetterField,
  LETTER_FIELDS,
  MAY_BE_EMPTY,
  type LetterField,
  type LetterTemplate,
} from '../../model/letter.ts';

/** The facts of a case by field; '' where a fact is missing. */
export type LetterFacts = Readonly<Record<LetterField, string>>;

/** What every letter needs, whatever its wording names: whom it goes to and where. */
const ALWAYS: readonly LetterField[] = ['child', 'address', 'postcode', 'team', 'date'];

/** The fields that a letter cannot be written without and that its case lacks. */
export function fieldsLacking(
  template: LetterTemplate,
  facts: LetterFacts,
): readonly LetterField[] {
  const named = fieldsNamed(template).filter(isLetterField);
  return [...new Set([...ALWAYS, ...named])].filter(
    (name) => facts[name].trim() === '' && !MAY_BE_EMPTY.includes(name),
  );
}

/** Fields in words. */
export function fieldWords(fields: readonly LetterField[]): readonly string[] {
  return fields.map((name) => LETTER_FIELDS[name]);
}

/** A letter's text with every field filled; empty paragraphs are left out. */
export function fillLetter(
  template: LetterTemplate,
  facts: LetterFacts,
): { readonly subject: string; readonly paragraphs: readonly string[] } {
  // One pass over the wording: braces inside a fact stay what they are.
  const fill = (text: string): string =>
    text.replace(/\{([^{}]*)\}/g, (whole, name: string) =>
      isLetterField(name) ? isolated(facts[name]) : whole,
    );
  return {
    subject: fill(template.subject),
    paragraphs: template.paragraphs.map((each) => fill(each).trim()).filter((each) => each !== ''),
  };
}

/** Letters of scripts that run from right to left. */
const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** A name of such a script keeps its own direction inside an English sentence, and the sentence keeps its: first strong isolate (UAX #9). */
function isolated(value: string): string {
  return RIGHT_TO_LEFT.test(value) && !value.includes('\n') ? `\u2068${value}\u2069` : value;
}
