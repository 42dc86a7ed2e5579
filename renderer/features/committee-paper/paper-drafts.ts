/** What is typed of the paper and not kept yet. It outlives the screen: only what is kept is forgotten. */
import { create } from 'zustand';
import type { PaperPage } from '../../../shared/api/views/recorded.ts';
import type { PaperPart } from '../../../shared/costing/paper-settings.ts';
import type { Failure } from '../../../shared/kernel/result.ts';
import { call } from '../../bridge/bridge.ts';
import { forgetAnswers } from '../../state/channel.ts';
import { useSession } from '../../state/session.ts';

/** A part as it was when typing began, and as it stands in its field. */
export interface PaperDraft {
  readonly was: string;
  readonly text: string;
}

interface Drafts {
  /** The store that they are of. */
  readonly store: string;
  readonly drafts: Partial<Readonly<Record<PaperPart, PaperDraft>>>;
  readonly failure: Failure | null;
  readonly isKeeping: boolean;
}

const NONE: Drafts = { store: '', drafts: {}, failure: null, isKeeping: false };

/** The drafts of the store that is open. */
export const usePaperDrafts = create<Drafts>(() => NONE);

function storeNow(): string {
  return useSession.getState().info?.store?.path ?? '';
}

/** Another store has been opened: what was typed for the one before is not of this one. */
export function startDrafts(): void {
  const store = storeNow();
  if (usePaperDrafts.getState().store !== store) usePaperDrafts.setState({ ...NONE, store });
}

/** Something was typed; typed back to what is kept, it is no draft. */
export function typePart(part: PaperPart, kept: string, text: string): void {
  usePaperDrafts.setState(({ drafts }) => {
    const { [part]: before, ...others } = drafts;
    return { drafts: text === kept ? others : { ...others, [part]: { was: before?.was ?? kept, text } } }; // prettier-ignore
  });
}

/** Keeps all that is typed in one change; true where nothing is left to keep. */
export async function keepDrafts(): Promise<boolean> {
  const { drafts, store } = usePaperDrafts.getState();
  const parts = Object.entries(drafts).map(([part, draft]) => ({ part: part as PaperPart, ...draft })); // prettier-ignore
  if (parts.length === 0) return true;
  if (store !== storeNow()) return false;
  usePaperDrafts.setState({ isKeeping: true });
  const answer = await call('paper/save', { parts });
  if (!answer.ok) {
    usePaperDrafts.setState({ failure: answer.error, isKeeping: false });
    await lookAgain();
    return false;
  }
  usePaperDrafts.setState((now) => ({
    failure: null,
    isKeeping: false,
    drafts: stillTyped(now.drafts, Object.fromEntries(parts.map(({ part, text }) => [part, text])), answer.value), // prettier-ignore
  }));
  forgetAnswers();
  return true;
}

/** More may have been typed while the rest was kept. */
function stillTyped(
  drafts: Drafts['drafts'],
  sent: Partial<Readonly<Record<PaperPart, string>>>,
  { texts }: PaperPage,
): Drafts['drafts'] {
  const left = Object.entries(drafts).flatMap(([key, draft]) => {
    const part = key as PaperPart;
    if (sent[part] === draft.text) return [];
    return [[part, part in sent ? { ...draft, was: texts[part] } : draft] as const];
  });
  return Object.fromEntries(left);
}

/** After a refusal: keeping again goes over what stands there now, which the screen shows. */
async function lookAgain(): Promise<void> {
  const answer = await call('paper/page', {});
  if (!answer.ok) return;
  const { texts } = answer.value;
  usePaperDrafts.setState(({ drafts }) => ({
    drafts: Object.fromEntries(
      Object.entries(drafts).map(([part, draft]) => [part, { ...draft, was: texts[part as PaperPart] }]), // prettier-ignore
    ),
  }));
  forgetAnswers();
}
