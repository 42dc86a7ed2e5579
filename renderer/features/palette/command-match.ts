import { wordsOf } from '../../../shared/search/fold.ts';
import { similarWords, vocabularyOf } from '../../../shared/search/similar-words.ts';
import type { Command } from '../../state/commands.ts';

/** A command that fits what was typed. */
export interface FoundCommand {
  readonly command: Command;
  /** Whose command it is: the group it was offered under. */
  readonly group: string;
  /** 0 by its label, 1 by another word for it, 2 by a similar spelling. */
  readonly rank: 0 | 1 | 2;
}

type Groups = Readonly<Record<string, readonly Command[]>>;

const begins = (typed: readonly string[], own: readonly string[]): boolean =>
  typed.every((word) => own.some((each) => each.startsWith(word)));

/** The commands that fit, those that can run first, by label before by keyword; with nothing typed, all of them in their order. */
export function findCommands(groups: Groups, typed: string): readonly FoundCommand[] {
  const words = wordsOf(typed);
  const all = Object.entries(groups).flatMap(([group, commands]) =>
    commands.map((command) => ({
      command,
      group,
      label: wordsOf(command.label),
      others: wordsOf(command.keywords ?? ''),
    })),
  );
  const found = all.flatMap(({ command, group, label, others }): FoundCommand[] => {
    if (begins(words, label)) return [{ command, group, rank: 0 }];
    return begins(words, [...label, ...others]) ? [{ command, group, rank: 1 }] : [];
  });
  if (found.length > 0) return found.toSorted((a, b) => worth(a) - worth(b));
  const known = [...new Set(all.flatMap(({ label, others }) => [...label, ...others]))];
  const vocabulary = vocabularyOf(known.map((word) => ({ word, sound: '' })));
  const meant = words.map((word) => [
    ...known.filter((each) => each.startsWith(word)),
    ...similarWords(word, vocabulary).map((each) => each.word),
  ]);
  return all
    .filter(({ label, others }) =>
      meant.every((list) => list.some((word) => label.includes(word) || others.includes(word))),
    )
    .map(({ command, group }) => ({ command, group, rank: 2 as const }))
    .toSorted((a, b) => worth(a) - worth(b));
}

function worth({ command, rank }: FoundCommand): number {
  return rank + (command.isEnabled() === true ? 0 : 10);
}
