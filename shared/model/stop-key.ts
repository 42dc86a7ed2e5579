/** Whose stop, and for which journey: what an edit moves is one stop, though a child may have several in the week. */
import { HOME, type StopPlace } from './stop-place.ts';

/** A client at one of their places; `home` is the way between the record's home and its school. */
export interface StopKey {
  readonly client_id: number;
  readonly place: StopPlace;
}

/** The stop that edits of a client are about where they name no place. */
export function stopKey(edit: {
  readonly client_id: number;
  readonly place?: StopPlace | undefined;
}): StopKey {
  return { client_id: edit.client_id, place: edit.place ?? HOME };
}

/** A text that no other stop has. */
export function textOf({ client_id, place }: StopKey): string {
  return `${client_id} ${place}`;
}

/** Whether two are the same stop. */
export function isSameStop(a: StopKey, b: StopKey): boolean {
  return a.client_id === b.client_id && a.place === b.place;
}
