/** The gate of notices as the screens pass it: asked once, answered with a reason, and asked of the host again. */
import { create } from 'zustand';
import type { GateGiven, OpenedNotices } from '../../../shared/api/views/notices.ts';
import { fail, type Result } from '../../../shared/kernel/result.ts';

/** What stands at the gate. */
export interface AtGate {
  readonly opened: OpenedNotices;
  /** How everybody could be told first. */
  readonly advice: string;
  /** Null: the person stops, nothing is changed. */
  readonly answer: (given: GateGiven | null) => void;
}

/** The change that waits for a reason; null for none. */
export const useGate = create<{ readonly at: AtGate | null; readonly lastReason: string }>(() => ({
  at: null,
  lastReason: '',
}));

/** What a call sends of the gate: nothing the first time. */
export type GateInput = { readonly notices?: GateGiven };

const IN_A_TRIAL =
  'To tell everybody first, make the change in a trial and prepare its notices there.';

/**
 * Makes a change. Where the host says that it opens notices, whoever works here sees which, and goes on with a reason or stops. The reason is
 * offered again for the next change of the same sitting.
 */
export async function throughGate<T>(
  change: (gate: GateInput) => Promise<Result<T>>,
  advice = IN_A_TRIAL,
): Promise<Result<T>> {
  const first = await change({});
  if (first.ok || first.error.code !== 'notices_open') return first;
  // The host's own answer, made by `openedNotices`.
  const opened = first.error.details as unknown as OpenedNotices;
  const given = await new Promise<GateGiven | null>((answer) => {
    useGate.setState({ at: { opened, advice, answer } });
  });
  useGate.setState((state) => ({ at: null, lastReason: given?.reason ?? state.lastReason }));
  if (given === null)
    return fail('stopped', 'Nothing was changed.', 'Tell those concerned first, or go on with a reason.'); // prettier-ignore
  return change({ notices: given });
}
