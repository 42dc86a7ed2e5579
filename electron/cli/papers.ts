/** `kerbside papers`: every paper that left the office with whether it stands, and the lists for schools and the officer on duty. */
import { formatDate } from '../../shared/format/date.ts';
import { formatQuantity } from '../../shared/format/number.ts';
import { ok, type Result } from '../../shared/kernel/result.ts';
import { HANDED, type Handed, type ListKind } from '../../shared/model/paper.ts';
import type { SchoolListsPage } from '../../shared/api/views/papers.ts';
import type { SheetsPage } from '../../shared/api/views/sheets.ts';
import { noteRows, papersLog } from '../api/papers-page.ts';
import { schoolListsText } from '../api/school-lists-page.ts';
import { sheetsText } from '../api/sheets-page.ts';
import { draftLists } from '../jobs/papers/draft-lists.ts';
import { issueLists } from '../jobs/papers/issue-lists.ts';
import { listFiles } from '../jobs/papers/list-files.ts';
import type { Answer, Command, CommandInput } from './command.ts';
import { byHand, ON_FLAG, PASSPHRASE_FLAG, pathFlag, STORE_FLAG, textFlag, usage, withStore } from './common-flags.ts'; // prettier-ignore
import { writeFolder } from './whole-folder.ts';

export const papersCommand: Command = {
  name: 'papers',
  summary: 'the log of papers given out; lists for schools and the duty officer (PDF, XLSX, CSV)',
  flags: {
    store: STORE_FLAG,
    list: { value: 'LIST', help: 'make lists and record them as issued: schools or duty' },
    school: { value: 'URN', help: 'with --list schools: this school alone' },
    out: { value: 'FOLDER', help: 'with --list: where the files go' },
    how: { value: 'HOW', help: `how they are handed over: ${HANDED.join(', ')}` },
    on: ON_FLAG,
    'passphrase-file': PASSPHRASE_FLAG,
  },
  notes:
    'Without --list it only reads: who has which version of which sheet, list or letter about transport, and what of it is no longer so.\n' +
    'Nothing is sent. A list that is as it was keeps its version. Ends with 1 when a paper in force has gone stale. Lists need Chromium.',
  run: (input) => {
    const asked = listAsked(input);
    if (!asked.ok) return Promise.resolve(asked);
    if (asked.value === null)
      return withStore(input, async ({ store, on }) => {
        const pages = { sheets: JSON.parse(sheetsText(store, on)) as SheetsPage, lists: JSON.parse(schoolListsText(store, on)) as SchoolListsPage }; // prettier-ignore
        return Promise.resolve(
          ok(logAnswer(papersLog(store, { on, ...pages }), noteRows(store, on))),
        );
      });
    const { out, ...request } = asked.value;
    return withStore(input, async ({ store, on }) => {
      const drafted = draftLists(store, { ...request, on }, input.ctx);
      if (!drafted.ok) return drafted;
      const files = await listFiles(drafted.value, input.ctx);
      if (!files.ok) return files;
      const issued = writeFolder(out, files.value, { replace: false }, (place) =>
        issueLists(store, drafted.value, place, byHand('an officer giving out lists')),
      );
      if (!issued.ok) return issued;
      const { lists } = issued.value;
      const fresh = lists.filter(({ is_new }) => is_new).length;
      return ok({
        exit: 0,
        json: {
          out,
          files: files.value.map(({ name }) => name),
          issued: fresh,
          unchanged: lists.length - fresh,
          lists: lists.map(({ recipient, subject, version, clients, is_new }) => ({ recipient, urn: subject, version, children: new Set(clients).size, new: is_new })), // prettier-ignore
        },
        lines: [`${formatQuantity(fresh, 'list')} issued, ${lists.length - fresh} unchanged, in ${formatQuantity(files.value.length, 'file')}.`], // prettier-ignore
      });
    });
  },
};

interface ListAsked {
  readonly kind: ListKind;
  readonly subjects: readonly string[] | null;
  readonly how: Handed | '';
  readonly out: string;
}

function listAsked(input: CommandInput): Result<ListAsked | null> {
  const list = textFlag(input, 'list');
  if (list === undefined) return ok(null);
  if (list !== 'schools' && list !== 'duty')
    return usage(`There is no list ${list}.`, 'Give --list schools or --list duty.');
  if (textFlag(input, 'out') === undefined)
    return usage('--list makes files, and --out does not say where.', 'Give --out FOLDER.');
  const given = textFlag(input, 'how') ?? '';
  const how = given === '' ? '' : HANDED.find((each) => each === given);
  if (how === undefined)
    return usage(`Nothing is handed over by ${given}.`, `Give --how ${HANDED.join(', ')}.`);
  const school = textFlag(input, 'school');
  const kind = list === 'duty' ? 'duty_list' : 'school_list';
  return ok({ kind, subjects: school === undefined ? null : [school], how, out: pathFlag(input, 'out') }); // prettier-ignore
}

function logAnswer(rows: ReturnType<typeof papersLog>, notes: ReturnType<typeof noteRows>): Answer {
  const stale = rows.filter(({ state }) => state === 'stale');
  const open = notes.filter(({ destroyed }) => destroyed === null);
  return {
    exit: stale.length > 0 ? 1 : 0,
    json: {
      papers: rows.map(({ kind, of, recipient, version, issued_on, issued_by, how, state, why, withdrawn }) => ({
        kind, of, recipient, version, issued_on, issued_by, how, state, why: why.map(({ words }) => words), withdrawn,
      })), // prettier-ignore
      stale: stale.length,
      to_be_destroyed: open.map(({ route_ref, version, recipient, reason, told }) => ({ route: route_ref, version, recipient, reason, told })), // prettier-ignore
    },
    lines: [
      `${formatQuantity(rows.length, 'paper')} given out, ${stale.length} gone stale, ${formatQuantity(open.length, 'sheet')} to be destroyed by providers.`,
      ...stale.map(({ of, recipient, issued_on, why }) => `stale: ${of}, to ${recipient} on ${formatDate(issued_on)}: ${why.map(({ words }) => words).join('; ')}.`), // prettier-ignore
    ],
  };
}
