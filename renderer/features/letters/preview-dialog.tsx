import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useCallback, useEffect } from 'react';
import type { LetterDue } from '../../../shared/api/views/letters.ts';
import { formatCount } from '../../../shared/format/number.ts';
import { IconButton } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Checkbox } from '../../ui/field.tsx';
import { PreviewPane } from './preview-pane.tsx';

/** The letters of a list one by one, at full size: left and right turn the page, space leaves one out. */
export function PreviewDialog(props: {
  readonly letters: readonly LetterDue[];
  readonly at: number;
  readonly isChosen: boolean;
  readonly onTurn: (at: number) => void;
  readonly onToggle: (letter: LetterDue) => void;
  readonly onReason: (letter: LetterDue) => void;
  readonly onClose: () => void;
}) {
  const { letters, at } = props;
  const letter = letters[at];
  const { onTurn } = props;
  const turn = useCallback(
    (by: number): void => {
      const next = at + by;
      if (next >= 0 && next < letters.length) onTurn(next);
    },
    [at, letters.length, onTurn],
  );
  useTurningKeys(turn);
  if (letter === undefined) return null;
  return (
    <Dialog
      title={`${formatCount(at + 1)} of ${formatCount(letters.length)}`}
      isOpen
      onClose={props.onClose}
      width={880}
    >
      <div className="letters-turning">
        <PreviewPane
          letter={letter}
          onReason={() => {
            props.onReason(letter);
          }}
          actions={
            <>
              {letter.lacks.length > 0 ? null : (
                <Checkbox
                  isSelected={props.isChosen}
                  onChange={() => {
                    props.onToggle(letter);
                  }}
                >
                  In the batch
                </Checkbox>
              )}
              <IconButton
                label="Previous letter"
                shortcut="←"
                icon={ChevronLeft}
                disabledReason={at === 0 ? 'This is the first.' : null}
                onPress={() => {
                  turn(-1);
                }}
              />
              <IconButton
                label="Next letter"
                shortcut="→"
                icon={ChevronRight}
                disabledReason={at === letters.length - 1 ? 'This is the last.' : null}
                onPress={() => {
                  turn(1);
                }}
              />
            </>
          }
        />
      </div>
    </Dialog>
  );
}

/** Left and right turn the pages wherever the focus stands, but where a person is typing. */
function useTurningKeys(turn: (by: number) => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const typing =
        event.target instanceof HTMLElement &&
        event.target.closest('textarea, input:not([type=checkbox])') !== null;
      if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'ArrowRight') turn(1);
      if (event.key === 'ArrowLeft') turn(-1);
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, [turn]);
}
