/** Editing routes: whether it is on, what is being dragged where, and what that would do. */
import { create } from 'zustand';
import { call } from '../../bridge/bridge.ts';
import type { EditAnswer } from '../../../shared/api/views/edits.ts';
import type { PlanEdit, Target } from '../../../shared/edits/edit.ts';
import type { Failure } from '../../../shared/kernel/result.ts';
import { notifyFailure } from '../../state/notices.ts';
import { throughGate } from '../notices/gate-state.ts';
import { select } from '../../state/selection.ts';

/** A client on the way to another place. */
export interface Dragged {
  readonly client_id: number;
  /** Which of the child's stops; null: of who has no route yet, the first that lacks one. */
  readonly place: string | null;
  /** As a person knows the client. */
  readonly name: string;
  /** null: on no route yet. */
  readonly from_id: number | null;
}

/** Where the pointer is: over another route, or before a stop of the client's own. */
export type Over =
  | { readonly kind: 'route'; readonly route_id: number }
  | { readonly kind: 'stop'; readonly position: number };

interface EditorState {
  readonly on: boolean;
  /** The plan that edits are made to. */
  readonly plan_id: number | null;
  readonly dragged: Dragged | null;
  readonly over: Over | null;
  /** Of the window, pixels. */
  readonly at: { readonly x: number; readonly y: number };
  readonly tried: EditAnswer | null;
  readonly failed: Failure | null;
  /** An edit that a person looks at before it is made; its target may be open still. */
  readonly asked: Asked | null;
  /** A merging that was proposed, looked at in the dialog once the route is shown. */
  readonly merging: Merging | null;
}

/** Which route into which. */
export interface Merging {
  readonly route_id: number;
  readonly into_id: number;
}

/** A client to be moved by the dialog, with the place they were dropped on. */
export interface Asked {
  readonly dragged: Dragged;
  readonly edit: PlanEdit | null;
}

const IDLE = { dragged: null, over: null, tried: null, failed: null };

/** The route editor's own state; it outlives the screen. */
export const useEditor = create<EditorState>(() => ({
  on: false,
  plan_id: null,
  at: { x: 0, y: 0 },
  asked: null,
  merging: null,
  ...IDLE,
}));

/** Begins or ends editing. */
export function setEditing(on: boolean): void {
  useEditor.setState({ on, ...IDLE });
}

/** Opens the editor at a route with the dialog that merges it into another. */
export function lookAtMerging(merging: Merging): void {
  useEditor.setState({ merging });
  setEditing(true);
  select({ kind: 'route', id: merging.route_id });
}

/** The edit that dropping here would be; null for none. */
export function editOf(dragged: Dragged, over: Over | null): PlanEdit | null {
  const { from_id } = dragged;
  if (over === null) return null;
  if (over.kind === 'stop')
    return { kind: 'reorder', ...whoseStop(dragged), position: over.position };
  if (over.route_id === from_id) return null;
  return moveTo(dragged, { route_id: over.route_id, position: null });
}

/** Whose stop an edit is about, as the host is told. */
export function whoseStop({ client_id, place }: Pick<Dragged, 'client_id' | 'place'>) {
  return { client_id, ...(place === null ? {} : { place }) };
}

/** The edit that puts what is dragged on a target. */
export function moveTo(dragged: Dragged, to: Target): PlanEdit {
  return { kind: dragged.from_id === null ? 'place' : 'move', ...whoseStop(dragged), to };
}

/** Whether something dragged is a stop: the same child may have another. */
export function isDragging(dragged: Dragged | null, stop: Pick<Dragged, 'client_id' | 'place'>) {
  return dragged?.client_id === stop.client_id && dragged.place === stop.place;
}

/** Takes hold of a client. */
export function startDrag(dragged: Dragged, at: { readonly x: number; readonly y: number }): void {
  useEditor.setState({ ...IDLE, dragged, at });
}

let turn = 0;

/** Moves on; what is new under the pointer is asked for at once, and an older answer never overwrites a newer one. */
export function dragOver(over: Over | null, at: { readonly x: number; readonly y: number }): void {
  const { dragged, over: before, plan_id } = useEditor.getState();
  if (dragged === null) return;
  useEditor.setState({ at });
  if (sameOver(before, over)) return;
  useEditor.setState({ over, tried: null, failed: null });
  const edit = editOf(dragged, over);
  if (edit === null || plan_id === null) return;
  void tryHere(plan_id, edit);
}

async function tryHere(plan_id: number, edit: PlanEdit): Promise<void> {
  turn += 1;
  const asked = turn;
  const answer = await call('edits/try', { plan_id, edit });
  if (asked !== turn || useEditor.getState().dragged === null) return;
  useEditor.setState(answer.ok ? { tried: answer.value } : { failed: answer.error });
}

function sameOver(a: Over | null, b: Over | null): boolean {
  if (a === null || b === null) return a === b;
  if (a.kind === 'route') return b.kind === 'route' && a.route_id === b.route_id;
  return b.kind === 'stop' && a.position === b.position;
}

/** Lets go: makes the edit where it breaks nothing new, else asks first. */
export async function drop(): Promise<void> {
  const { dragged, over, plan_id } = useEditor.getState();
  useEditor.setState(IDLE);
  if (dragged === null || plan_id === null) return;
  const edit = editOf(dragged, over);
  if (edit === null) return;
  const tried = await call('edits/try', { plan_id, edit });
  if (!tried.ok) {
    if (tried.error.code !== 'same_place') notifyFailure(tried.error);
    return;
  }
  if (breaks(tried.value)) useEditor.setState({ asked: { dragged, edit } });
  else await applyEdit(edit);
}

/** Gives up what is dragged. */
export function cancelDrag(): void {
  useEditor.setState(IDLE);
}

/** Whether an edit breaks a rule that was kept before. */
export function breaks({ effect }: EditAnswer): boolean {
  return effect.came.some((each) => each.severity === 'broken');
}

/** Makes an edit of the plan shown; false where it was refused. What was done is said with the offer to undo it. */
export async function applyEdit(edit: PlanEdit, release?: string): Promise<boolean> {
  const { plan_id } = useEditor.getState();
  if (plan_id === null) return false;
  const answer = await throughGate((gate) =>
    call('edits/apply', { plan_id, edit, ...(release === undefined ? {} : { release }), ...gate }),
  );
  if (!answer.ok) {
    notifyFailure(answer.error);
    return false;
  }
  const { route_id } = answer.value;
  if (route_id !== null) select({ kind: 'route', id: route_id });
  else select(null);
  return true;
}
