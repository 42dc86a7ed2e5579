/** Where the list of every school stands. Read again only when the store or the day has changed. */
import type { Store } from '../../db/store.ts';
import type {
  SchoolListPreview,
  SchoolListRow,
  SchoolListsPage,
} from '../../shared/api/views/papers.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { fail, ok, type Result } from '../../shared/kernel/result.ts';
import type { IssuedPaper, SchoolListContent } from '../../shared/model/paper.ts';
import { staleSchoolList, type StaleReason } from '../../shared/service/papers/stale.ts';
import { silent } from '../jobs/context.ts';
import { draftLists, type ListDraft } from '../jobs/papers/draft-lists.ts';
import { listMarks } from '../jobs/papers/list-files.ts';
import { lookOf } from '../jobs/papers/list-looks.ts';
import { listPaper } from '../jobs/papers/list-paper.ts';

const ALL = { kind: 'school_list', subjects: null, how: '' } as const;

/** Every school with its list, as text. */
export function schoolListsText(store: Store, on: IsoDate): string {
  return store.read.derived('school_lists', on, () => JSON.stringify(pageOf(store, on)));
}

function pageOf(store: Store, on: IsoDate): SchoolListsPage {
  const plan = store.plans.current();
  if (plan === null) return { problem: null, plan: null, rows: [] };
  const head = { id: plan.id, made_on: plan.made_on, draft: plan.status === 'draft' };
  const drafted = draftLists(store, { ...ALL, on }, silent);
  if (!drafted.ok)
    return { problem: `${drafted.error.cause} ${drafted.error.action}`, plan: head, rows: [] };
  const standing = store.papers.inForce('school_list');
  const rows = drafted.value.lists.map((list) => rowOf(list, standing.get(list.subject) ?? null));
  return { problem: null, plan: head, rows };
}

function rowOf(list: ListDraft, last: IssuedPaper | null): SchoolListRow {
  const { lines } = list.content as SchoolListContent;
  return {
    urn: Number(list.subject),
    school: list.recipient,
    children: new Set(list.clients).size,
    routes: new Set(lines.map(({ route }) => route)).size,
    not_sure: new Set(list.clients.filter((_id, at) => lines[at]?.confirmed !== 'Yes')).size,
    state: stateOf(list, last),
    version: last?.version ?? null,
    issued_on: last?.issued_on ?? null,
    why: whyOf(list, last),
  };
}

function stateOf({ is_new }: ListDraft, last: IssuedPaper | null): SchoolListRow['state'] {
  if (!is_new) return 'current';
  return last === null ? 'none' : 'changed';
}

function whyOf(list: ListDraft, last: IssuedPaper | null): readonly StaleReason[] {
  if (last === null || !list.is_new) return [];
  return staleSchoolList(
    { content: last.content as SchoolListContent, clients: last.clients },
    { content: list.content as SchoolListContent, clients: list.clients },
  );
}

/** One school's list as it would be given out now. */
export async function schoolListPreview(
  store: Store,
  urn: number,
  on: IsoDate,
): Promise<Result<SchoolListPreview>> {
  const drafted = draftLists(store, { ...ALL, on, subjects: [String(urn)] }, silent);
  if (!drafted.ok) return drafted;
  const [list] = drafted.value.lists;
  if (list === undefined)
    return fail('no_school_list', 'No route of the plan in use goes to this school.', 'Choose a school of the list.'); // prettier-ignore
  const last = store.papers.inForce('school_list').get(list.subject) ?? null;
  const marks = listMarks(drafted.value, list.recipient);
  return ok({
    urn,
    school: list.recipient,
    state: stateOf(list, last),
    version: list.version,
    html: await listPaper([list], lookOf('school_list'), marks),
    why: whyOf(list, last),
  });
}
