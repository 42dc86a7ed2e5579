/** What keeps a form from being signed, or confirmed for another year. */
import type { AcademicYear, IsoDate } from '../../calendar/dates.ts';
import { formatDate } from '../../format/date.ts';
import type { TifConfirmation, TifDraft, TifSignature, TifVersion } from '../../model/tif.ts';

/** How every question begins that a file asked against a signed form; the next signature answers it. */
export const TIF_QUESTION = 'TIF:';

/** Reasons against a signature, each a sentence; none: it may be put. An incomplete form may be signed; what is missing stays named. */
export function signatureProblems(
  given: Pick<TifSignature, 'signed_by' | 'signer' | 'relationship' | 'signed_on' | 'received_on'>,
  on: IsoDate,
): readonly string[] {
  const problems: string[] = [];
  if (given.signed_by.trim() === '') problems.push('Say who signed the form.');
  if (given.signer === 'parent_or_carer' && given.relationship.trim() === '') {
    problems.push('Say how the person who signed is related to the client.');
  }
  if (given.signed_on > on) {
    problems.push(`The signature is dated ${formatDate(given.signed_on)}, which is in the future.`);
  }
  if (given.received_on > on) {
    problems.push(
      `The form is said to be received on ${formatDate(given.received_on)}, which is in the future.`,
    );
  } else if (given.received_on < given.signed_on) {
    problems.push('The form was received before it was signed: mend one of the two dates.');
  }
  return problems;
}

/** Why a client's form cannot be confirmed for a year, as a sentence; null: it can. */
export function confirmationProblem(
  of: {
    readonly signed: TifVersion | null;
    readonly confirmations: readonly TifConfirmation[];
    readonly draft: Pick<TifDraft, 'given'> | null;
  },
  given: Pick<TifConfirmation, 'year' | 'confirmed_by' | 'confirmed_on'>,
  on: IsoDate,
): string | null {
  const { signed, confirmations, draft } = of;
  const { year } = given;
  if (signed === null) return 'No form was signed that could be confirmed: collect a TIF.';
  if (!signed.complete)
    return 'The last signed form is not complete: complete it and have it signed.';
  if (holdsFor(signed, confirmations, year)) return `The form stands for ${year} already.`;
  if (draft !== null && Object.keys(draft.given).length > 0) {
    return 'Changed answers wait for a signature, so it is not true that nothing changed.';
  }
  if (given.confirmed_by.trim() === '') return 'Say who confirmed the form.';
  if (given.confirmed_on > on) {
    return `The confirmation is dated ${formatDate(given.confirmed_on)}, which is in the future.`;
  }
  if (signed.signature !== null && given.confirmed_on < signed.signature.signed_on) {
    return 'The confirmation is dated before the form was signed.';
  }
  return null;
}

/** Whether a signed version stands for an academic year: signed for it, or confirmed for it. It ends with the year. */
export function holdsFor(
  signed: Pick<TifVersion, 'year' | 'number'>,
  confirmations: readonly Pick<TifConfirmation, 'year' | 'version'>[],
  year: AcademicYear,
): boolean {
  return (
    signed.year === year ||
    confirmations.some((each) => each.version === signed.number && each.year === year)
  );
}
