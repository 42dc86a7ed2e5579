/** Every paper that was given out, whichever table keeps it, with what of it is no longer so. */
import type { PaperLine } from '../../db/papers-aggregate.ts';
import type { Store } from '../../db/store.ts';
import type {
  NoteRow,
  PaperRow,
  PapersPage,
  SchoolListsPage,
} from '../../shared/api/views/papers.ts';
import type { SheetsPage } from '../../shared/api/views/sheets.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { letterSenderAt } from '../../shared/costing/read-settings.ts';
import { fail, ok, type Result } from '../../shared/kernel/result.ts';
import type { Withdrawal } from '../../shared/model/evidence.ts';
import { PAPER_KINDS } from '../../shared/model/paper.ts';
import { letterName } from '../../shared/model/words.ts';
import { noteWords } from '../../shared/service/papers/destroy.ts';
import { staleTold, type StaleReason } from '../../shared/service/papers/stale.ts';
import { readFamilyDetails } from '../jobs/sheets/family-details.ts';
import { lastTold } from '../jobs/transport-letters.ts';
import type { Host } from './handler.ts';

/** The whole log. The pages of sheets and lists say of theirs whether they stand. */
export async function papersPage(store: Store, host: Host): Promise<Result<PapersPage>> {
  const [sheets, lists] = await Promise.all([host.page('route_sheets'), host.page('school_lists')]);
  if (!sheets.ok) return sheets;
  if (!lists.ok) return lists;
  // The pages were read in threads: the store may have been closed meanwhile, or another one opened.
  const now = host.store();
  if (!now.ok) return now;
  if (now.value !== store)
    return fail('store_closed', 'Another store was opened meanwhile.', 'Look again.');
  const on = host.today();
  const rows = papersLog(store, {
    on,
    sheets: JSON.parse(sheets.value) as SheetsPage,
    lists: JSON.parse(lists.value) as SchoolListsPage,
  });
  return ok({ on, rows });
}

/** The same from pages that were read. What asks for something comes first; within that the latest. */
export function papersLog(store: Store, pages: Pages): readonly PaperRow[] {
  const log = store.papers.log();
  const basis = basisOf(store, log, pages);
  return log
    .map((line) => rowOf(line, basis))
    .toSorted((a, b) => Number(b.state === 'stale') - Number(a.state === 'stale'));
}

interface Pages {
  readonly on: IsoDate;
  readonly sheets: SheetsPage;
  readonly lists: SchoolListsPage;
}

interface Basis {
  readonly schoolOf: (route_ref: string) => string;
  readonly schoolName: (urn: string) => string;
  readonly whySheet: (route_ref: string) => readonly StaleReason[];
  readonly whyList: (urn: string) => readonly StaleReason[];
  readonly whyLetter: (line: PaperLine) => readonly StaleReason[];
  /** The letter that took a letter's place, where one did. */
  readonly lastLetter: (client_id: number) => PaperLine | null;
  readonly routeOf: (client_id: number) => string;
}

const GONE: readonly StaleReason[] = [
  { kind: 'gone', words: 'It is no longer in the plan in use' },
];

function basisOf(store: Store, log: readonly PaperLine[], pages: Pages): Basis {
  const letters = new Map(
    log.flatMap((line) => (line.kind === 'family_letter' ? [[line.id, line] as const] : [])),
  );
  const sheets = new Map(pages.sheets.rows.map((row) => [row.route_ref, row]));
  const lists = new Map(pages.lists.rows.map((row) => [String(row.urn), row]));
  const last = lastTold(store);
  const details = new Map(
    last.size === 0
      ? []
      : readFamilyDetails(store, pages.on).ready.map(
          ({ client_id, told }) => [client_id, told] as const,
        ),
  );
  return {
    schoolOf: (route_ref) => sheets.get(route_ref)?.school ?? '',
    schoolName: (urn) => store.schools.get(Number(urn))?.name ?? '',
    // Where no sheet can be made at all nobody can say whether one still stands.
    whySheet: (ref) => (pages.sheets.problem === null ? (sheets.get(ref)?.why ?? GONE) : []),
    whyList: (urn) => (pages.lists.problem === null ? (lists.get(urn)?.why ?? GONE) : []),
    whyLetter: ({ clients: [client_id = 0], letter }) => {
      const told = last.get(client_id)?.told;
      const now = details.get(client_id) ?? null;
      if (letter === 'transport_arranging')
        return now === null ? [] : [{ kind: 'changed', words: 'Transport is arranged now' }];
      return told === undefined ? [] : staleTold(told, now);
    },
    lastLetter: (client_id) => letters.get(last.get(client_id)?.id ?? 0) ?? null,
    routeOf: (client_id) => last.get(client_id)?.told.route ?? '',
  };
}

function rowOf(line: PaperLine, basis: Basis): PaperRow {
  const replaced = replacedLetter(line, basis);
  const withdrawn = line.withdrawn ?? replaced;
  const why = withdrawn === null ? whyOf(line, basis) : [];
  return {
    ...line,
    key: line.id * PAPER_KINDS.length + PAPER_KINDS.indexOf(line.kind),
    of: wordsOf(line),
    route_ref: line.kind === 'route_sheet' ? line.subject : line.kind === 'family_letter' ? basis.routeOf(line.clients[0] ?? 0) : '', // prettier-ignore
    school: line.kind === 'route_sheet' ? basis.schoolOf(line.subject) : line.kind === 'school_list' ? line.recipient : '', // prettier-ignore
    state: withdrawn === null ? (why.length > 0 ? 'stale' : 'stands') : 'withdrawn',
    why,
    withdrawn,
  };
}

/** A letter that a later one followed counts no longer: from the day of that one, by whoever wrote it. */
function replacedLetter({ kind, id, clients }: PaperLine, basis: Basis): Withdrawal | null {
  if (kind !== 'family_letter') return null;
  const last = basis.lastLetter(clients[0] ?? 0);
  if (last === null || last.id === id) return null;
  return { on: last.issued_on, by: last.issued_by, reason: 'A later letter takes its place.' };
}

function whyOf(line: PaperLine, basis: Basis): readonly StaleReason[] {
  switch (line.kind) {
    case 'route_sheet':
      return basis.whySheet(line.subject);
    case 'school_list':
      return basis.whyList(line.subject);
    case 'family_letter':
      return basis.whyLetter(line);
    default:
      // The office's own list is made anew each morning.
      return [];
  }
}

function wordsOf({ kind, subject, letter }: PaperLine): string {
  switch (kind) {
    case 'route_sheet':
      return `Route ${subject}`;
    case 'school_list':
      return 'Children who come by vehicle';
    case 'duty_list':
      return 'Every child on every route';
    default:
      return `${letter === null ? 'Letter' : letterName(letter, 0)}, ${subject}`;
  }
}

/** Notes to providers with their words. */
export function noteRows(store: Store, on: IsoDate): readonly NoteRow[] {
  const { team, contact } = letterSenderAt(store.settings.all(), on);
  const office = [team, contact].filter((part) => part !== '').join(', ');
  return store.papers
    .withdrawalNotes()
    .map((note) => ({ ...note, words: noteWords(note, office) }));
}
