/** Lists as one self-contained document for the printer: each begins a page, a real table with its heads on every page. */
import { PAPER } from '../../../shared/figures/colours.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { paperDocument } from '../paper-document.ts';
import { escapeHtml } from '../paper-table.ts';
import type { ListDraft } from './draft-lists.ts';
import type { ListLook } from './list-looks.ts';

/** What stands on every list of a paper. */
export interface ListMarks {
  readonly title: string;
  /** `Invented data`; '' for none. */
  readonly warning: string;
}

/** A4 across; nothing below 9 point but the foot. The lines of one vehicle stand together, since it is a vehicle that comes. */
const STYLE = `
@page { size: A4 landscape; margin: 12mm 12mm 14mm; @bottom-right { content: 'Page ' counter(page) ' of ' counter(pages); font: 400 8pt ${PAPER.font}; color: ${PAPER.ink_soft}; } @bottom-left { content: 'Keep out of sight of others. Destroy when it is replaced.'; font: 400 8pt ${PAPER.font}; color: ${PAPER.ink_soft}; } }
* { box-sizing: border-box; margin: 0; padding: 0; }
html { font: 400 9.5pt/1.3 ${PAPER.font}; color: ${PAPER.ink}; -webkit-print-color-adjust: exact; }
.list + .list { break-before: page; }
.bar { display: flex; justify-content: space-between; align-items: baseline; gap: 6mm; border-bottom: 0.6mm solid ${PAPER.ink}; padding-bottom: 1mm; margin-bottom: 3mm; }
h1 { font-size: 16pt; line-height: 1.2; font-weight: 600; overflow-wrap: anywhere; }
.bar span { font-size: 9pt; color: ${PAPER.ink_soft}; text-align: right; white-space: nowrap; }
.office { margin-bottom: 3mm; font-size: 11pt; }
.office b { font-weight: 600; }
.warnings { border: 0.5mm solid ${PAPER.rise}; color: ${PAPER.rise}; padding: 1.6mm 3mm; margin-bottom: 3mm; font-weight: 600; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
th { text-align: start; font-size: 9pt; font-weight: 600; color: ${PAPER.ink_soft}; border-bottom: 0.4mm solid ${PAPER.ink}; padding: 1mm 1.5mm; vertical-align: bottom; }
td { border-bottom: 0.2mm solid ${PAPER.line}; padding: 1.1mm 1.5mm; vertical-align: top; overflow-wrap: break-word; }
td.time { font-size: 10pt; font-weight: 600; font-variant-numeric: tabular-nums; line-height: 1.25; }
td.who { font-weight: 600; }
td.not { color: ${PAPER.rise}; font-weight: 600; }
tr { break-inside: avoid; }
@media screen { html { background: ${PAPER.surface}; } .letter { width: 297mm; min-height: 210mm; padding: 12mm; } }
`;

/** The document. */
export function listPaper(
  lists: readonly ListDraft[],
  look: ListLook,
  marks: ListMarks,
): Promise<string> {
  return paperDocument({
    title: marks.title,
    style: STYLE,
    kind: 'letter',
    main: lists.map((list) => listHtml(list, look, marks)).join('\n'),
  });
}

/** When a list was issued, as it stands on the paper. */
export function listStamp(
  { version, issued_on }: Pick<ListDraft, 'version' | 'issued_on'>,
  { warning }: Pick<ListMarks, 'warning'>,
): string {
  const before = version > 1 ? `, replaces version ${version - 1}` : '';
  return `${warning === '' ? '' : `${warning}. `}Version ${version}${before}, issued ${formatDate(issued_on)}`;
}

function listHtml(list: ListDraft, look: ListLook, marks: ListMarks): string {
  const { warnings, head } = list.content;
  const title = look.title(list.recipient);
  const warned = warnings.length === 0 ? '' : `<div class="warnings">${warnings.map((each) => `<p>${escapeHtml(each)}</p>`).join('')}</div>`; // prettier-ignore
  const heads = look.columns.map(({ label, share }) => `<th scope="col" style="width:${share}%">${escapeHtml(label)}</th>`); // prettier-ignore
  const rows = look.rowsOf(list.content).map((cells) => `<tr>${look.columns.map(({ kind }, at) => cellHtml(kind, cells[at] ?? '')).join('')}</tr>`); // prettier-ignore
  return `<section class="list">
<div class="bar"><h1 dir="auto">${escapeHtml(title)}</h1><span>${escapeHtml(listStamp(list, marks))}</span></div>
<p class="office">Ring the office: <b>${escapeHtml(head.office)}</b>. Emergency: 999.</p>
${warned}
<table><thead><tr>${heads.join('')}</tr></thead><tbody>
${rows.join('\n')}
</tbody></table></section>`;
}

function cellHtml(kind: ListLook['columns'][number]['kind'], value: string): string {
  const isNot = kind === 'sure' && value !== 'Yes';
  const name = isNot ? 'not' : kind === 'time' || kind === 'who' ? kind : '';
  return `<td${name === '' ? '' : ` class="${name}"`} dir="auto">${escapeHtml(value)}</td>`;
}
