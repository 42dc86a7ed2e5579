import { useCallback, useState } from 'react';
import type { LetterDue } from '../../../shared/api/views/letters.ts';

/** Which letters go into the batch: all that can be written, but those left out. */
export interface Ticks {
  readonly isChosen: (row: LetterDue) => boolean;
  readonly toggle: (row: LetterDue) => void;
}

const nameOf = ({ kind, number, ref, about }: LetterDue): string =>
  `${kind} ${number} ${ref} ${about}`;

/** Keeps what was left out for as long as the screen is open, however the list is narrowed meanwhile. */
export function useTicks(): Ticks {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const isChosen = useCallback(
    (row: LetterDue) => row.lacks.length === 0 && !left.has(nameOf(row)),
    [left],
  );
  const toggle = useCallback((row: LetterDue) => {
    setLeft((before) => {
      const after = new Set(before);
      const name = nameOf(row);
      if (!after.delete(name)) after.add(name);
      return after;
    });
  }, []);
  return { isChosen, toggle };
}
