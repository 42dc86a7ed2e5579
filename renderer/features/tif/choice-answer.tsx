import { useRef } from 'react';
import { choiceLetters, splitAtLetter } from './choice-letters.ts';

/** One of a few answers, picked by its letter, by the arrows or with the mouse; Backspace takes it back. */
export function ChoiceAnswer(props: {
  readonly labelledBy: string;
  readonly describedBy: string;
  readonly choices: readonly { readonly id: string; readonly label: string }[];
  readonly value: string;
  readonly onChoose: (id: string) => void;
  readonly onNext: () => void;
}) {
  const { choices, value, onChoose } = props;
  const group = useRef<HTMLDivElement | null>(null);
  const letters = choiceLetters(choices.map(({ label }) => label));
  const chosen = choices.findIndex(({ id }) => id === value);
  const choose = (at: number): void => {
    const choice = choices[(at + choices.length) % choices.length];
    if (choice === undefined) return;
    onChoose(choice.id);
    group.current?.querySelectorAll<HTMLElement>('[role="radio"]')[(at + choices.length) % choices.length]?.focus(); // prettier-ignore
  };
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const letter = letters.indexOf(event.key.toLowerCase());
    const steps: Readonly<Record<string, () => void>> = {
      ArrowRight: () => {
        choose(chosen + 1);
      },
      ArrowLeft: () => {
        choose(chosen < 0 ? choices.length - 1 : chosen - 1);
      },
      Backspace: () => {
        onChoose('');
      },
      Delete: () => {
        onChoose('');
      },
      Enter: props.onNext,
    };
    const step = letter >= 0 ? () => { choose(letter); } : steps[event.key]; // prettier-ignore
    if (step === undefined) return;
    event.preventDefault();
    step();
  };
  return (
    <div
      ref={group}
      className="tif-choices"
      role="radiogroup"
      aria-labelledby={props.labelledBy}
      aria-describedby={props.describedBy}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      {choices.map(({ id, label }, at) => {
        const [before, letter, after] = splitAtLetter(label, letters[at] ?? '');
        const isChosen = at === chosen;
        return (
          // A radio of its own drawing: letters and arrows are this screen's.
          <button
            key={id}
            type="button"
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
            role="radio"
            aria-checked={isChosen}
            tabIndex={isChosen || (chosen < 0 && at === 0) ? 0 : -1}
            className="tif-choice"
            onClick={() => {
              onChoose(id);
            }}
          >
            {before}
            <u>{letter}</u>
            {after}
          </button>
        );
      })}
    </div>
  );
}
