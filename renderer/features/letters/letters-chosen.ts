/** Which of the letters due go into a batch, as the host is told. */
import type { LetterDue } from '../../../shared/api/views/letters.ts';

/** Whose letters of a kind, and which of theirs stay out. */
export interface LettersChosen {
  readonly refs: readonly string[];
  readonly except: readonly { readonly ref: string; readonly about: string }[];
}

/** Letters chosen of those due: a child may have two of one kind, of which one stays out. */
export function lettersChosen(
  batch: readonly LetterDue[],
  due: readonly LetterDue[],
): LettersChosen {
  const refs = new Set(batch.map(({ ref }) => ref));
  const kinds = new Set(batch.map(({ kind }) => kind));
  const isIn = (row: LetterDue): boolean =>
    batch.some(
      (each) => each.ref === row.ref && each.kind === row.kind && each.about === row.about,
    );
  const except = due
    .filter((row) => kinds.has(row.kind) && refs.has(row.ref) && !isIn(row))
    .map(({ ref, about }) => ({ ref, about }));
  return { refs: [...refs], except };
}
