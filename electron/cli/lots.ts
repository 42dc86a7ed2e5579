/** `kerbside lots`: the files of tenders, for whoever hands them to the providers. */
import { formatQuantity } from '../../shared/format/number.ts';
import { fail, ok, type Result } from '../../shared/kernel/result.ts';
import type { Store } from '../../db/store.ts';
import { formatMoment } from '../../shared/service/lots/moment.ts';
import type { ExportedFile } from '../jobs/export-report.ts';
import { makeLots, noteWritten, type LotsRequest, type MadeLots } from '../jobs/lots/write-lots.ts';
import { machineMoment } from '../machine-date.ts';
import { tendersPage } from '../api/lots/tender-views.ts';
import type { Answer, Command } from './command.ts';
import { byHand, ON_FLAG, PASSPHRASE_FLAG, pathFlag, STORE_FLAG, textFlag, withStore } from './common-flags.ts'; // prettier-ignore
import { writeFolder } from './whole-folder.ts';

export const lotsCommand: Command = {
  name: 'lots',
  summary: 'write the specification and bid sheets of tenders (PDF, XLSX), and note that they were written', // prettier-ignore
  flags: {
    store: STORE_FLAG,
    out: { value: 'FOLDER', help: 'where the files go', required: true },
    tender: { value: 'REF', help: 'this tender alone; otherwise every one that waits for bids' },
    on: ON_FLAG,
    'passphrase-file': PASSPHRASE_FLAG,
  },
  notes: 'One .pdf a tender and one .xlsx a provider invited. No name, reference or address of a child is in them. Nothing is sent. Needs Chromium.',
  run: (input) => {
    const out = pathFlag(input, 'out');
    return withStore(input, async ({ store, on }) => {
      const at = machineMoment(on);
      const by = byHand('an officer preparing a tender');
      const ids = chosen(store, textFlag(input, 'tender'), at);
      if (!ids.ok) return ids;
      const made: MadeLots[] = [];
      const request = (tender_id: number): LotsRequest => ({ tender_id, providers: null, at, by });
      for (const id of ids.value) {
        const each = await makeLots(store, request(id), input.ctx);
        if (!each.ok) return each;
        made.push(each.value);
      }
      const files = made.flatMap((each) => each.files);
      const written = writeFolder(out, files, { replace: false }, (place) => {
        store.write(by, () => {
          for (const each of made) noteWritten(store, each, { at, by }, () => undefined);
          place();
        });
        return ok(null);
      });
      return written.ok ? ok(answer(store, made, { files, out, at })) : written;
    });
  },
}; // prettier-ignore

/** The tender named, or all that wait for bids. */
function chosen(store: Store, ref: string | undefined, now: string): Result<readonly number[]> {
  if (ref !== undefined) {
    const tender = store.lots.tenderByRef(ref);
    return tender === null
      ? fail('no_tender', `There is no tender ${ref}.`, 'Leave --tender out to have all of them.')
      : ok([tender.id]);
  }
  const waiting = tendersPage(store, now).rows.filter(({ state }) => state === 'coming' || state === 'open'); // prettier-ignore
  return waiting.length > 0
    ? ok(waiting.map(({ id }) => id))
    : fail(
        'nothing_to_write',
        'No tender is waiting for bids.',
        'Put routes out under Routes, or name a tender with --tender.',
      );
}

function answer(
  store: Store,
  made: readonly MadeLots[],
  { files, out, at }: { readonly files: readonly ExportedFile[]; readonly out: string; readonly at: string }, // prettier-ignore
): Answer {
  const rows = new Map(tendersPage(store, at).rows.map((row) => [row.id, row]));
  return {
    exit: 0,
    json: {
      out,
      files: files.map(({ name }) => name),
      tenders: made.map(({ tender, providers }) => ({
        ref: tender.ref,
        title: tender.title,
        state: rows.get(tender.id)?.state ?? '',
        opens_at: tender.opens_at,
        closes_at: tender.closes_at,
        starts_on: tender.starts_on,
        ends_on: tender.ends_on,
        providers,
        lots: store.lots.lotsOf(tender.id).map(({ ref, route_ref, specification, model_day_pence, withdrawn }) => ({
          ref, route: route_ref, ...specification, model_day_pence, withdrawn: withdrawn !== null,
        })), // prettier-ignore
      })),
    },
    lines: [
      ...made.map(({ tender, providers }) => `Tender ${tender.ref}, open until ${formatMoment(tender.closes_at)}: ${formatQuantity(store.lots.lotsOf(tender.id).length, 'lot')}, bid sheets for ${providers.join(', ')}.`), // prettier-ignore
      `${formatQuantity(files.length, 'file')} in ${out}. Nothing was sent.`,
    ],
  };
}
