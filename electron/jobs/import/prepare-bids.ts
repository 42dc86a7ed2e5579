/** Bids from the workbooks that tenders gave out. Each problem is told; a bid with one is kept and held, none is lost. */
import { basename } from 'node:path';
import type { Store } from '../../../db/store.ts';
import { rateCardAt } from '../../../shared/costing/read-settings.ts';
import { formatPence } from '../../../shared/format/money.ts';
import { isPounds, readBidFile, readPrice, type BidFile, type BidRow } from '../../../shared/intake/bids.ts'; // prettier-ignore
import { BID_HEADINGS } from '../../../shared/intake/bid-words.ts';
import { compact } from '../../../shared/intake/normalise.ts';
import type { Problem } from '../../../shared/intake/problem.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import type { ReportRow } from '../../../shared/model/import.ts';
import { wholeDayPence, type Bid, type BidProblem, type Lot, type Moment, type Tender } from '../../../shared/model/tender.ts'; // prettier-ignore
import { BID_PROBLEM_WORDS, bidProblems, bidProblemText, type BidLine } from '../../../shared/service/lots/check-bid.ts'; // prettier-ignore
import { formatMoment } from '../../../shared/service/lots/moment.ts';
import { isStanding } from '../../../shared/service/lots/tender-state.ts';
import { tenderSettingsAt } from '../../../shared/service/lots/tender-settings-at.ts';
import { noteStep } from '../../api/lots/put-out.ts';
import { readTables } from '../../files/read-tables.ts';
import { machineMoment } from '../../machine-date.ts';
import { knownName } from '../lots/framework.ts';
import { IMPORTER } from './keep-edits.ts';
import type { ImportRun, Prepared } from './prepared.ts';

/** One file with the tender and provider that it is of. */
interface ReadFile {
  readonly file: string;
  readonly content: BidFile;
  readonly tender: Tender;
  readonly provider: string;
  readonly on_framework: boolean;
}

/** Reads every file; one that is no bid of a known tender refuses the import, and nothing is written. */
export async function prepareBids(run: ImportRun): Promise<Result<Prepared>> {
  const { store, request, ctx } = run;
  const received_at = request.received_at ?? machineMoment(request.on);
  const files: ReadFile[] = [];
  for (const [at, each] of request.files.entries()) {
    ctx.stage(`Reading ${basename(each.name)}`, at / request.files.length);
    const tables = await readTables(each, ctx.cancelled, { formulas: 'kept' });
    if (!tables.ok) return tables;
    const read = identify(store, basename(each.name), readBidFile(tables.value));
    if (!read.ok) return read;
    files.push(read.value);
  }
  const known = files.flatMap((each) => each.content.rows.map((row) => ({ each, row, lot: lotOf(store, each, row) }))); // prettier-ignore
  const fit = known.flatMap(({ each, row, lot }) => (lot === null ? [] : [{ each, row, lot }]));
  return ok({
    usable: fit.length,
    report: (report) => {
      for (const { file, content, tender } of files) {
        report.notRecords(content.not_records, file);
        report.notRecords(missingLines(store, tender, content), file);
      }
      for (const { each, row, lot } of known)
        if (lot === null) report.row(row.line, 'refused', [unknownLot(each, row)], each.file);
    },
    apply: (report, check) => {
      const taker = bidTaker(store, { received_at, on: request.on });
      fit.forEach(({ each, row, lot }, at) => {
        check(at / fit.length);
        const { outcome, problems } = taker(each, row, lot);
        report.row(row.line, outcome, problems, each.file);
      });
      for (const each of files) keepAnswers(store, each, received_at);
    },
  });
}

function identify(store: Store, file: string, content: BidFile | null): Result<ReadFile> {
  if (content === null)
    return fail(
      'not_a_bid',
      `${file} is not the workbook of a tender: it has no sheet with lots, prices and vehicles.`,
      'Choose the .xlsx that was given out, as the provider filled it in.',
      { file },
    );
  const tender = store.lots.tenderByRef(content.tender);
  if (tender === null)
    return fail(
      'unknown_tender',
      `${file} is a bid for tender ${content.tender || '(none named)'}, which is not in this store.`,
      'Check that it is the right file and the right store. Nothing was written.',
      { file, tender: content.tender },
    );
  if (content.provider === '')
    return fail(
      'no_provider',
      `${file} does not say whose bid it is.`,
      'Put the provider’s name back beside "Provider" on the sheet Bid.',
      { file },
    );
  if (content.rows.length === 0)
    return fail(
      'no_bids',
      `${file} holds no bid: every line of it is empty.`,
      'Ask the provider whether it bids; nothing was written.',
      { file },
    );
  const name = knownName(store, tender.id)(content.provider);
  return ok({ file, content, tender, provider: name ?? content.provider, on_framework: name !== null }); // prettier-ignore
}

function lotOf(store: Store, { tender }: ReadFile, { lot }: BidRow): Lot | null {
  return store.lots.lotsOf(tender.id).find(({ ref }) => compact(ref) === compact(lot)) ?? null;
}

function unknownLot({ tender }: ReadFile, row: BidRow): Problem {
  return {
    severity: 'refuse',
    column: BID_HEADINGS.lot,
    value: row.lot,
    code: 'unknown_lot',
    reason: `Tender ${tender.ref} has no lot ${row.lot || '(none named)'}.`,
    remedy: 'Ask the provider which lot is meant, put its number back and import the file again.',
  };
}

/** Lots whose line was taken out of the file: no bid, and said so. */
function missingLines(store: Store, tender: Tender, { lots }: BidFile): readonly ReportRow[] {
  const there = new Set(lots.map(compact));
  return store.lots
    .lotsOf(tender.id)
    .filter((lot) => lot.withdrawn === null && !there.has(compact(lot.ref)))
    .map(({ ref }) => ({
      line: 0,
      column: BID_HEADINGS.lot,
      value: ref,
      outcome: 'warning',
      code: 'missing_line',
      reason: `Lot ${ref} has no line in the file: it counts as no bid.`,
      remedy: 'Ask the provider whether the line was taken out by mistake.',
    }));
}

interface Taken {
  readonly outcome: 'added' | 'changed' | 'unchanged' | 'held';
  readonly problems: readonly Problem[];
}

/** Takes one line at a time into the store. */
function bidTaker(
  store: Store,
  { received_at, on }: { readonly received_at: Moment; readonly on: ImportRun['request']['on'] },
) {
  const settings = store.settings.all();
  const { classes } = rateCardAt(settings, on);
  const { absurd_times } = tenderSettingsAt(settings, on);
  const awarded = new Set(store.lots.awards().filter(isStanding).map((each) => each.lot_id)); // prettier-ignore
  return (each: ReadFile, row: BidRow, lot: Lot): Taken => {
    const { tender, provider, file } = each;
    const vehicle_class = classes.find(({ id, name }) => [compact(id), compact(name), compact(name.replaceAll(',', ' '))].includes(compact(row.vehicle)))?.id ?? ''; // prettier-ignore
    const line = lineOf(row, vehicle_class, each.content.currency);
    // Neither of two offers for a lot is taken for the one that is meant.
    const twice = each.content.rows.filter((other) => compact(other.lot) === compact(row.lot)).length > 1; // prettier-ignore
    const at = { tender, lot, awarded: awarded.has(lot.id), received_at, on_framework: each.on_framework, absurd_times }; // prettier-ignore
    const problems: readonly BidProblem[] = [...bidProblems(line, at), ...(twice ? ['line_twice' as const] : [])]; // prettier-ignore
    const { price, assistant, vehicle, remarks } = row;
    const bid = {
      lot_id: lot.id,
      provider,
      received_at,
      file,
      given: { price, assistant, vehicle, remarks },
      price_day_pence: line.price_day_pence,
      assistant_day_pence: line.assistant_day_pence ?? 0,
      vehicle_class,
      problems,
    };
    const standing = store.lots
      .bidsOf(tender.id)
      .filter((old) => old.lot_id === lot.id && old.provider === provider && old.replaced_by === null); // prettier-ignore
    const said = problems.map((code) => problemOf(code, row, { tender, lot, received_at }));
    const same = standing.find((old) => isSame(old, bid));
    if (same !== undefined) return { outcome: 'unchanged', problems: said.map((problem) => ({ ...problem, severity: 'warn' })) }; // prettier-ignore
    const isHeld = problems.length > 0;
    // A held bid leaves one that counts alone, until somebody accepts it.
    const replaces = standing.filter((old) => !twice && old.received_at <= received_at && (!isHeld || (old.problems.length > 0 && old.accepted === null))); // prettier-ignore
    store.lots.saveBid(bid, replaces);
    if (!isHeld) noteStep(store, { route_ref: lot.route_ref, state: 'bids_in', on, by: IMPORTER, why: `bids for tender ${tender.ref}` }); // prettier-ignore
    return {
      outcome: isHeld ? 'held' : replaces.length > 0 ? 'changed' : 'added',
      problems: [...said, ...replaces.map((old) => replacedOf(old, row))],
    };
  };
}

function lineOf(row: BidRow, vehicle_class: string, currency: string): BidLine {
  const [price, assistant] = [readPrice(row.price), readPrice(row.assistant)];
  const abroad = currency !== '' && !isPounds(currency);
  const cells = [price.problem, assistant.problem, abroad ? ('currency' as const) : null];
  const found = [...new Set(cells.filter((each) => each !== null))];
  return {
    price_day_pence: found.length > 0 ? null : price.pence,
    assistant_day_pence: found.length > 0 ? null : assistant.pence,
    vehicle_given: row.vehicle,
    vehicle_class,
    cells: found,
  };
}

function isSame(old: Bid, bid: Omit<Bid, 'id' | 'accepted' | 'replaced_by'>): boolean {
  return (
    JSON.stringify(old.given) === JSON.stringify(bid.given) &&
    old.price_day_pence === bid.price_day_pence &&
    old.assistant_day_pence === bid.assistant_day_pence &&
    old.vehicle_class === bid.vehicle_class
  );
}

const COLUMN_OF: Readonly<Partial<Record<BidProblem, keyof typeof BID_HEADINGS>>> = {
  no_assistant_price: 'assistant',
  no_vehicle: 'vehicle',
  unknown_vehicle: 'vehicle',
  formula: 'price',
  currency: 'price',
  not_a_price: 'price',
  negative: 'price',
  absurd: 'price',
  no_price: 'price',
};

function problemOf(
  code: BidProblem,
  row: BidRow,
  at: { readonly tender: Tender; readonly lot: Lot; readonly received_at: Moment },
): Problem {
  const column = COLUMN_OF[code] ?? 'lot';
  return {
    severity: 'hold',
    column: BID_HEADINGS[column],
    value: row[column],
    code,
    reason: `Lot ${at.lot.ref}: ${bidProblemText(code, at)}`,
    remedy: BID_PROBLEM_WORDS[code].remedy,
  };
}

function replacedOf(old: Bid, row: BidRow): Problem {
  const price = old.price_day_pence === null ? 'without a price' : `of ${formatPence(wholeDayPence(old))} a day`; // prettier-ignore
  return {
    severity: 'warn',
    column: BID_HEADINGS.price,
    value: row.price,
    code: 'replaces_bid',
    reason: `It takes the place of the bid ${price} received ${formatMoment(old.received_at)}.`,
    remedy: 'The earlier one is kept and does not count.',
  };
}

/** What was written on quality; of a file that came too late only where there was nothing before. */
function keepAnswers(store: Store, { tender, provider, content }: ReadFile, at: Moment): void {
  const asked = new Set(tender.rules.questions.map(({ id }) => id));
  const before = new Set(store.lots.bidAnswers(tender.id).filter((each) => each.provider === provider).map(({ question_id }) => question_id)); // prettier-ignore
  const answers = content.answers
    .filter(
      ({ question_id }) =>
        asked.has(question_id) && (at <= tender.closes_at || !before.has(question_id)),
    ) // prettier-ignore
    .map(({ question_id, answer }) => ({ tender_id: tender.id, provider, question_id, answer }));
  if (answers.length > 0) store.lots.saveAnswers(answers);
}
