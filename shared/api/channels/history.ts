/** Channels for the history of the whole store, and for undoing. */
import { z } from 'zod';
import { channel } from '../channel.ts';
import type { HistoryFacets, HistoryPage, UndoList } from '../views/history.ts';
import type { Job } from '../views/jobs.ts';
import { dayInput, idInput } from './inputs.ts';

const filter = z
  .object({
    who: z.string().max(200).optional(),
    entity: z.string().max(60).optional(),
    field: z.string().max(200).optional(),
    from_on: dayInput.optional(),
    to_on: dayInput.optional(),
    why: z.string().max(4000).optional(),
    ref: z.string().max(200).optional(),
    client_id: idInput.optional(),
    text: z.string().max(200).optional(),
  })
  .strict();

export const historyChannels = {
  /** A window of the history, newest first. */
  'history/page': channel<HistoryPage>()(
    z
      .object({ filter, offset: z.number().int().min(0), limit: z.number().int().min(1).max(1000) })
      .strict(),
  ),
  /** What it can be filtered by, and what another copy of the store wrote. */
  'history/facets': channel<HistoryFacets>()(z.object({}).strict()),
  /** The lines that fit, as a file. */
  'history/export': channel<Job>()(z.object({ filter, format: z.enum(['csv', 'xlsx']) }).strict()),
  /** The last changes made by hand. */
  'undo/list': channel<UndoList>()(z.object({ limit: z.number().int().min(1).max(200) }).strict()),
  /** Undoes a change, or redoes one that is undone. Refused where a later change stands on it. */
  'undo/toggle': channel<{ readonly sentence: string; readonly list: UndoList }>()(
    z.object({ change_id: idInput }).strict(),
  ),
  /** Undoes a change and every later one made by hand, newest first; stops at the first that cannot be. */
  'undo/back-to': channel<{ readonly undone: number; readonly stopped: string }>()(
    z.object({ change_id: idInput }).strict(),
  ),
};
