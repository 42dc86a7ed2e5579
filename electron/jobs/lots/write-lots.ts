/** The files of a tender: the specification as .pdf, and a .xlsx for each provider invited. That they were written is noted; nothing is sent. */
import type { Change, Store } from '../../../db/store.ts';
import { letterSenderAt, rateCardAt } from '../../../shared/costing/read-settings.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Moment, Tender } from '../../../shared/model/tender.ts';
import { dayOfMoment } from '../../../shared/service/lots/moment.ts';
import { chromiumPrinter, type PdfPrinter } from '../../files/pdf-printer.ts';
import { writeZip } from '../../files/zip-writer.ts';
import type { JobContext } from '../context.ts';
import type { ExportedFile } from '../export-report.ts';
import type { TenderFiles } from './lots-workbook.ts';

/** Which files, when and in whose name. */
export interface LotsRequest {
  readonly tender_id: number;
  /** Null: everybody invited. */
  readonly providers: readonly string[] | null;
  readonly at: Moment;
  readonly by: Change;
}

/** The files made, and for whom. */
export interface MadeLots {
  readonly tender: Tender;
  readonly providers: readonly string[];
  readonly files: readonly ExportedFile[];
}

/** Makes every file in memory. Nothing is recorded here. */
export async function makeLots(
  store: Store,
  { tender_id, providers, at }: LotsRequest,
  ctx: JobContext,
  print: PdfPrinter = chromiumPrinter,
): Promise<Result<MadeLots>> {
  const tender = store.lots.tender(tender_id);
  if (tender === null)
    return fail('no_tender', 'There is no such tender.', 'Look at the list of tenders again.');
  const invited = store.lots.invitationsOf(tender_id).map(({ provider }) => provider);
  const wanted = providers === null ? invited : invited.filter((name) => providers.includes(name));
  const lots = store.lots.lotsOf(tender_id).filter((lot) => lot.withdrawn === null);
  const problem = tender.cancelled !== null ? 'The tender was cancelled.' : wanted.length === 0 ? 'No provider is invited.' : lots.length === 0 ? 'Every lot was withdrawn.' : ''; // prettier-ignore
  if (problem !== '')
    return fail('nothing_to_write', problem, 'Invite providers, or put routes out anew.');
  const files: TenderFiles = { tender, lots, ...aroundOf(store, at) };
  // Four hundred modules, which the host must not load before its first screen.
  const [{ lotsPaper }, { lotsWorkbook }] = await Promise.all([import('./lots-paper.ts'), import('./lots-workbook.ts')]); // prettier-ignore
  ctx.stage('Printing the specification', 0);
  const pdf = await print(await lotsPaper(files));
  if (!pdf.ok) return pdf;
  const made: ExportedFile[] = [{ name: `${tender.ref}-specification.pdf`, bytes: pdf.value }];
  const names = new Set<string>();
  for (const [index, provider] of wanted.entries()) {
    if (ctx.cancelled()) return cancelled();
    ctx.stage(`Writing the bid sheet of ${provider}`, 0.3 + (index / wanted.length) * 0.7);
    const bytes = await lotsWorkbook(files, provider);
    made.push({ name: `${fileName(tender, provider, names)}.xlsx`, bytes });
  }
  return ctx.cancelled() ? cancelled() : ok({ tender, providers: wanted, files: made });
}

function aroundOf(store: Store, at: Moment) {
  const on = dayOfMoment(at);
  const settings = store.settings.all();
  const { team, contact } = letterSenderAt(settings, on);
  return {
    vehicles: rateCardAt(settings, on).classes.map(({ name }) => name.replaceAll(',', ' ')),
    office: [team, contact].filter((part) => part.trim() !== '').join(', '),
    warning: store.meta.get().demo ? 'Invented data' : '',
  };
}

/** One file a provider, never two of one name. */
function fileName({ ref }: Tender, provider: string, taken: Set<string>): string {
  const plain = provider
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
    .toLowerCase();
  const stem = `${ref}-bid-${plain.slice(0, 60) || 'provider'}`;
  let name = stem;
  for (let at = 2; taken.has(name); at++) name = `${stem}-${at}`;
  taken.add(name);
  return name;
}

/** Notes that the files were written; `place` puts them where they belong, last within the same transaction. */
export function noteWritten(
  store: Store,
  { tender, providers }: MadeLots,
  { at, by }: Pick<LotsRequest, 'at' | 'by'>,
  place: () => void,
): void {
  store.write(by, () => {
    store.lots.recordWritten(tender, providers, { at, by: by.who });
    place();
  });
}

class Stopped extends Error {}

/** The same as one archive, noted once it is made: whatever fails or is cancelled before leaves nothing noted. */
export async function writeLotsArchive(
  store: Store,
  request: LotsRequest,
  ctx: JobContext,
  print: PdfPrinter = chromiumPrinter,
): Promise<Result<{ readonly name: string; readonly bytes: Uint8Array }>> {
  const made = await makeLots(store, request, ctx, print);
  if (!made.ok) return made;
  const bytes = await writeZip(made.value.files);
  try {
    noteWritten(store, made.value, request, () => {
      if (ctx.cancelled()) throw new Stopped();
    });
  } catch (stopped) {
    if (!(stopped instanceof Stopped)) throw stopped;
    return cancelled();
  }
  return ok({ name: `${made.value.tender.ref}-files.zip`, bytes });
}

function cancelled() {
  return fail('cancelled', 'The files were cancelled.', 'Nothing was recorded; start again.');
}
