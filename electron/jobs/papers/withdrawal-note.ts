/** One page that asks a provider to destroy a sheet: the words that the office reads too, with lines for the provider's answer. */
import type { Store } from '../../../db/store.ts';
import type { IsoDate } from '../../../shared/calendar/dates.ts';
import { letterSenderAt } from '../../../shared/costing/read-settings.ts';
import { PAPER } from '../../../shared/figures/colours.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import type { WithdrawalNote } from '../../../shared/model/paper.ts';
import { noteWords } from '../../../shared/service/papers/destroy.ts';
import { chromiumPrinter, type PdfPrinter } from '../../files/pdf-printer.ts';
import type { JobContext } from '../context.ts';
import type { ExportedFile } from '../export-report.ts';
import { paperDocument } from '../paper-document.ts';
import { escapeHtml } from '../paper-table.ts';
import { fileSlug } from '../sheets/file-slug.ts';

/** Prints a note. Nothing in the store changes: that the provider was told a person records. */
export async function withdrawalNote(
  store: Store,
  { note_id, on }: { readonly note_id: number; readonly on: IsoDate },
  ctx: JobContext,
  print: PdfPrinter = chromiumPrinter,
): Promise<Result<ExportedFile>> {
  const note = store.papers.withdrawalNote(note_id);
  if (note === null)
    return fail('no_such_record', 'There is no such note any more.', 'Look at the notes again.');
  ctx.stage('Printing the note', null);
  const pdf = await print(await withdrawalNoteHtml(store, note, on));
  if (!pdf.ok) return pdf;
  const name = `destroy-${fileSlug(note.route_ref)}-version-${note.version}-${fileSlug(note.recipient)}.pdf`;
  return ok({ name, bytes: pdf.value });
}

/** The page: `noteWords` paragraph by paragraph. It names no child. */
export function withdrawalNoteHtml(
  store: Store,
  note: WithdrawalNote,
  on: IsoDate,
): Promise<string> {
  const { team, contact } = letterSenderAt(store.settings.all(), on);
  const { county, demo } = store.meta.get();
  const office = [team, contact].filter((part) => part !== '').join(', ');
  const [to = '', ...paragraphs] = noteWords(note, office).split('\n\n');
  const answers = ['Destroyed by', 'On', 'Signed'];
  return paperDocument({
    title: `Destroy route sheet ${note.route_ref}, version ${note.version}`,
    style: STYLE,
    main: `<header><p class="soft">${escapeHtml([county, team].filter((part) => part !== '').join(', '))}</p>
<h1>Please destroy a route sheet</h1><p class="to" dir="auto">${escapeHtml(to)}</p></header>
${demo ? '<p class="warning">Invented data</p>' : ''}
${paragraphs.map((words) => `<p dir="auto">${escapeHtml(words)}</p>`).join('\n')}
<h2>Your answer</h2>
<p>Every copy of route ${escapeHtml(note.route_ref)}, version ${note.version}, is destroyed.</p>
<dl>${answers.map((label) => `<dt>${label}</dt><dd></dd>`).join('')}</dl>
<p class="soft foot">Printed ${formatDate(on)}.</p>`,
  });
}

const STYLE = `
@page { size: A4; margin: 20mm 20mm 18mm; }
* { box-sizing: border-box; margin: 0; padding: 0; }
html { font: 400 11pt/1.5 ${PAPER.font}; color: ${PAPER.ink}; -webkit-print-color-adjust: exact; }
h1 { font-size: 19pt; font-weight: 600; line-height: 1.2; }
h2 { font-size: 12pt; font-weight: 600; margin: 10mm 0 2mm; }
p + p { margin-top: 3mm; }
.to { font-weight: 600; margin-bottom: 6mm; }
.soft { color: ${PAPER.ink_soft}; }
.warning { border: 0.4mm solid ${PAPER.rise}; color: ${PAPER.rise}; font-weight: 600; padding: 0.8mm 2.4mm; display: inline-block; margin: 0 0 4mm; }
dl { display: grid; grid-template-columns: 32mm 1fr; row-gap: 6mm; margin-top: 6mm; align-items: end; }
dt { color: ${PAPER.ink_soft}; }
dd { border-bottom: 0.2mm solid ${PAPER.ink_soft}; height: 6mm; }
.foot { margin-top: 12mm; font-size: 9pt; }
`;
