/** Channels of the papers that leave the office: one log across all, school lists, notes to providers. */
import { z } from 'zod';
import { HANDED, PAPER_KINDS } from '../../model/paper.ts';
import { channel } from '../channel.ts';
import type { Job } from '../views/jobs.ts';
import type { NoteRow, PapersPage, SchoolListPreview, SchoolListsPage } from '../views/papers.ts';
import { idInput, signerInput, wordsInput } from './inputs.ts';

const how = z.enum(HANDED);
const urn = z.number().int().positive();

export const papersChannels = {
  /** Every paper that was given out, with what of it is no longer so. */
  'papers/log': channel<PapersPage>()(z.object({}).strict()),
  /** Of one route, child or provider, the latest first. */
  'papers/of': channel<PapersPage>()(
    z.union([
      z.object({ route_ref: z.string().min(1).max(80) }).strict(),
      z.object({ client_id: idInput }).strict(),
      z.object({ provider: z.string().min(1).max(200) }).strict(),
    ]),
  ),
  /** Says of a paper that it no longer counts; a sheet's provider is asked to destroy it. */
  'papers/withdraw': channel<{ readonly withdrawn: number }>()(
    z.object({ papers: z.array(z.object({ kind: z.enum(PAPER_KINDS), id: idInput }).strict()).min(1).max(5000), reason: wordsInput, by: signerInput }).strict(), // prettier-ignore
  ),
  /** The log as .csv; it holds no address. */
  'papers/export': channel<{ readonly file_id: string; readonly name: string }>()(
    z.object({ keys: z.array(idInput).max(100_000) }).strict(),
  ),

  /** Every school of the plan in use with where its list stands. */
  'papers/schools': channel<SchoolListsPage>()(z.object({}).strict()),
  'papers/school': channel<SchoolListPreview>()(z.object({ urn }).strict()),
  /** Makes lists in a worker, then records them as issued; null: of every school. Nothing is sent. */
  'papers/issue-lists': channel<Job>()(
    z
      .object({
        kind: z.enum(['school_list', 'duty_list']),
        urns: z.array(urn).min(1).max(5000).nullable(),
        how: how.or(z.literal('')),
      })
      .strict(),
  ),

  /** Notes that ask providers to destroy a sheet, the open ones first. */
  'papers/notes': channel<readonly NoteRow[]>()(z.object({}).strict()),
  /** One of them as a page for the provider. */
  'papers/note-pdf': channel<Job>()(z.object({ id: idInput }).strict()),
  'papers/note-told': channel<readonly NoteRow[]>()(
    z.object({ id: idInput, how, by: signerInput }).strict(),
  ),
  'papers/note-destroyed': channel<readonly NoteRow[]>()(
    z.object({ id: idInput, said: signerInput }).strict(),
  ),
};
