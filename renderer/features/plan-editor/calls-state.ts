/** Putting the calls of a shared route in another order: what is dragged where, what the host says it would do, and how it is done. */
import { create } from 'zustand';
import type { EditAnswer } from '../../../shared/api/views/edits.ts';
import type { PlanEdit } from '../../../shared/edits/edit.ts';
import type { Failure } from '../../../shared/kernel/result.ts';
import { call } from '../../bridge/bridge.ts';
import { notifyFailure } from '../../state/notices.ts';
import { applyEdit, breaks, useEditor } from './editor-state.ts';
import type { PointerAt } from './follow-pointer.ts';

/** The way to school, or home. */
export type CallLeg = 'there' | 'home';

/** A school on its way to another place among the calls. */
export interface DraggedCall {
  readonly route_id: number;
  readonly leg: CallLeg;
  readonly school_urn: number;
  readonly school: string;
  /** URNs as they are called at now. */
  readonly order: readonly number[];
}

/** An order that breaks a rule, looked at before it is set. */
export interface AskedCalls {
  readonly edit: PlanEdit;
  readonly answer: EditAnswer;
}

interface CallsState {
  readonly dragged: DraggedCall | null;
  /** The place that the pointer is over, from 0. */
  readonly over: number | null;
  readonly at: PointerAt;
  readonly tried: EditAnswer | null;
  readonly failed: Failure | null;
  readonly asked: AskedCalls | null;
}

const IDLE = { dragged: null, over: null, tried: null, failed: null };

/** What is being done to the calls; it outlives the screen. */
export const useCalls = create<CallsState>(() => ({ at: { x: 0, y: 0 }, asked: null, ...IDLE }));

/** The edit that puts a school at a place; null where it is there. */
export function callsEdit(
  { route_id, leg, school_urn, order }: Omit<DraggedCall, 'school'>,
  to: number,
): PlanEdit | null {
  const others = order.filter((urn) => urn !== school_urn);
  const wanted = others.toSpliced(Math.max(0, Math.min(to, others.length)), 0, school_urn);
  return wanted.join() === order.join() ? null : { kind: 'calls', route_id, [leg]: wanted };
}

/** Takes hold of a school. */
export function startCallDrag(dragged: DraggedCall, at: PointerAt): void {
  useCalls.setState({ ...IDLE, dragged, at });
}

/** Moves on; a new place is asked about at once. */
export function callDragOver(over: number | null, at: PointerAt): void {
  const { dragged, over: before } = useCalls.getState();
  const { plan_id } = useEditor.getState();
  useCalls.setState({ at });
  if (dragged === null || over === before) return;
  useCalls.setState({ over, tried: null, failed: null });
  const edit = over === null ? null : callsEdit(dragged, over);
  if (edit === null || plan_id === null) return;
  void tryHere(plan_id, edit, { dragged, over });
}

/** Asks what an order would do; an answer that is late is not shown. */
async function tryHere(
  plan_id: number,
  edit: PlanEdit,
  { dragged, over }: Pick<CallsState, 'dragged' | 'over'>,
): Promise<void> {
  const answer = await call('edits/try', { plan_id, edit });
  const now = useCalls.getState();
  if (now.dragged !== dragged || now.over !== over) return;
  useCalls.setState(answer.ok ? { tried: answer.value } : { failed: answer.error });
}

/** Lets go of a school where it is. */
export function dropCall(): void {
  const { dragged, over } = useCalls.getState();
  useCalls.setState(IDLE);
  const edit = dragged === null || over === null ? null : callsEdit(dragged, over);
  if (edit !== null) void setCalls(edit);
}

/** Gives up what is dragged. */
export function cancelCallDrag(): void {
  useCalls.setState(IDLE);
}

/** Sets an order at once where it breaks nothing new, else asks first. */
export async function setCalls(edit: PlanEdit): Promise<void> {
  const { plan_id } = useEditor.getState();
  if (plan_id === null) return;
  const tried = await call('edits/try', { plan_id, edit });
  if (!tried.ok) notifyFailure(tried.error);
  else if (breaks(tried.value)) useCalls.setState({ asked: { edit, answer: tried.value } });
  else await applyEdit(edit);
}
