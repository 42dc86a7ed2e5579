/** Kinds of letters as the screens group and name them. */
import type { LettersOfKind } from '../../../shared/api/views/letters.ts';
import {
  isChase,
  LETTER_KINDS,
  type LetterKind,
  type LetterNumber,
} from '../../../shared/model/letter.ts';
import { letterName } from '../../../shared/model/words.ts';

/** What is chosen of a list: all reminders of a chase (number null), or one kind and number. */
export interface KindChoice {
  readonly kind: LetterKind;
  readonly number: LetterNumber | null;
}

/** One line of the list of kinds. */
export interface KindLine extends KindChoice {
  readonly label: string;
  readonly due: number;
  readonly lacking: number;
}

/** Lines under their heading. */
export interface KindGroup {
  readonly title: string;
  readonly lines: readonly KindLine[];
}

const GROUPS: readonly { readonly title: string; readonly kinds: readonly LetterKind[] }[] = [
  { title: 'Reminders to apply', kinds: ['apply'] },
  { title: 'Reminders to complete the TIF', kinds: ['tif'] },
  { title: 'Decisions', kinds: ['awarded', 'part_awarded', 'refused', 'not_ours'] },
  {
    title: 'Transport',
    kinds: ['transport_details', 'transport_changes', 'transport_arranging'],
  },
  {
    title: 'Other letters',
    kinds: ['received', 'more_information', 'appeal_received', 'appeal_result', 'review'],
  },
];

const NUMBER_WORDS = ['', 'First', 'Second', 'Third'] as const;

/** Every kind, due or not, so that nobody wonders where one is. */
export function kindGroups(kinds: readonly LettersOfKind[]): readonly KindGroup[] {
  const sum = (choice: KindChoice): Pick<KindLine, 'due' | 'lacking'> => {
    const of = kinds.filter((each) => isOfChoice(each, choice));
    return {
      due: of.reduce((total, { due }) => total + due, 0),
      lacking: of.reduce((total, { lacking }) => total + lacking, 0),
    };
  };
  const line = (choice: KindChoice, label: string): KindLine => ({
    ...choice,
    label,
    ...sum(choice),
  });
  return GROUPS.map(({ title, kinds: of }) => ({
    title,
    lines: of.flatMap((kind) =>
      isChase(kind)
        ? [
            line({ kind, number: null }, 'All'),
            ...([1, 2, 3] as const).map((number) => line({ kind, number }, NUMBER_WORDS[number])),
          ]
        : [line({ kind, number: null }, letterName(kind, 0))],
    ),
  }));
}

/** Whether a letter is of what is chosen. */
export function isOfChoice(
  letter: { readonly kind: LetterKind; readonly number: LetterNumber },
  { kind, number }: KindChoice,
): boolean {
  return letter.kind === kind && (number === null || letter.number === number);
}

/** A choice in the address, and back; null where the address names none. */
export function choiceOf(text: string | undefined): KindChoice | null {
  const [name, digit = ''] = (text ?? '').split('-');
  const kind = LETTER_KINDS.find((each) => each === name);
  if (kind === undefined) return null;
  const number = ([1, 2, 3] as const).find((each) => String(each) === digit) ?? null;
  return { kind, number };
}

/** The choice as the address has it. */
export function choiceText({ kind, number }: KindChoice): string {
  return number === null ? kind : `${kind}-${number}`;
}
