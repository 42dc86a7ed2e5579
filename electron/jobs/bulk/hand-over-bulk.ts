import { stepProblems } from '../../../shared/casework/check-step.ts';
import { STEP_WORDS } from '../../../shared/model/words.ts';
import { stepFacts } from '../life-steps.ts';
import { eachApplication, type BulkBasis, type BulkPlan } from './bulk-plan.ts';

/** Hands to Client Transport what is awarded and has a complete TIF. */
export function planHandOver(
  basis: BulkBasis,
  given: { readonly signed_by: string; readonly note: string },
): BulkPlan {
  const { store, on } = basis;
  const signed_by = given.signed_by.trim();
  const step = { kind: 'handed_over', on, signed_by, note: given.note.trim() } as const;
  const lacking = new Map(
    store.read.work.cases(on).map(({ ref, tif_missing }) => [ref, tif_missing.length]),
  );
  const problems = signed_by === '' ? ['Sign with your name.'] : [];
  return eachApplication(basis, problems, (application) => {
    const wrong = stepProblems(
      { ...step, signed_by: signed_by || 'x' },
      stepFacts(store, application, on),
      on,
    );
    if (wrong.length > 0) return wrong.join(' ');
    if ((lacking.get(application.ref) ?? 0) > 0)
      return 'The TIF is not complete: hand it over from the case if it cannot wait.';
    return {
      from: 'Decided',
      to: STEP_WORDS.handed_over,
      why: '',
      write: () => {
        store.life.sign(application, step);
      },
    };
  });
}
