/** Sheets for drivers and assistants as one self-contained document for the printer: each begins a page and repeats its name on every page. */
import { PAPER } from '../../../shared/figures/colours.ts';
import { formatDate } from '../../../shared/format/date.ts';
import {
  ROUTE_FIELDS,
  STOP_FIELDS,
  type RouteField,
  type SheetStop,
  type StopField,
} from '../../../shared/model/route-sheet.ts';
import { paperDocument } from '../paper-document.ts';
import { escapeHtml } from '../paper-table.ts';
import type { SheetDraft, SheetsDraft } from './draft-sheets.ts';

/** What stands on every sheet of a paper. */
export interface SheetMarks {
  readonly title: string;
  /** `Invented data`; '' for none. */
  readonly warning: string;
}

/** The marks of a provider's sheets. */
export function sheetMarks({ demo }: SheetsDraft, recipient: string): SheetMarks {
  return {
    title: `Route sheets for ${recipient}`,
    warning: demo ? 'Invented data' : '',
  };
}

/**
 * Read at arm's length in a dark vehicle: times at 22 point, names at 14, nothing below 9. An emergency has a box of its own. The head of
 * the table is repeated on every page, so that no page lies about without its route.
 */
const STYLE = `
@page { size: A4; margin: 10mm 12mm 14mm; @bottom-right { content: 'Page ' counter(page); font: 400 8pt ${PAPER.font}; color: ${PAPER.ink_soft}; } @bottom-left { content: 'Keep out of sight of others. Give back or destroy when it is replaced.'; font: 400 8pt ${PAPER.font}; color: ${PAPER.ink_soft}; } }
* { box-sizing: border-box; margin: 0; padding: 0; }
html { font: 400 10.5pt/1.35 ${PAPER.font}; color: ${PAPER.ink}; -webkit-print-color-adjust: exact; }
.sheet { width: 100%; border-collapse: collapse; }
.sheet + .sheet { break-before: page; }
.sheet > thead td { padding-bottom: 3mm; }
.bar { display: flex; justify-content: space-between; align-items: baseline; gap: 6mm; border-bottom: 0.6mm solid ${PAPER.ink}; padding-bottom: 1mm; }
.bar strong { font-size: 15pt; }
.bar span { font-size: 9pt; color: ${PAPER.ink_soft}; text-align: right; }
.top { display: grid; grid-template-columns: 1fr auto; gap: 2mm 8mm; align-items: end; margin-bottom: 3mm; }
h1 { font-size: 17pt; line-height: 1.2; font-weight: 600; }
.by { text-align: right; }
.by b { display: block; font-size: 24pt; line-height: 1.05; font-variant-numeric: tabular-nums; }
.label { font-size: 9pt; color: ${PAPER.ink_soft}; }
.facts { display: grid; grid-template-columns: repeat(3, 1fr); gap: 1.6mm 6mm; margin-bottom: 3mm; }
.facts dt { font-size: 9pt; color: ${PAPER.ink_soft}; }
.facts dd { font-weight: 600; overflow-wrap: anywhere; }
.office { border: 0.5mm solid ${PAPER.ink}; padding: 1.6mm 3mm; margin-bottom: 3mm; font-size: 12pt; }
.office b { font-weight: 600; }
.warnings { border: 0.5mm solid ${PAPER.rise}; color: ${PAPER.rise}; padding: 1.6mm 3mm; margin-bottom: 3mm; font-weight: 600; }
.stop { display: grid; grid-template-columns: 25mm 1fr; gap: 0 4mm; border-top: 0.3mm solid ${PAPER.ink_soft}; padding: 2.4mm 0 2.8mm; break-inside: avoid; }
.when { font-variant-numeric: tabular-nums; }
.when b { display: block; font-size: 22pt; line-height: 1.05; font-weight: 600; }
.when span { font-size: 9pt; color: ${PAPER.ink_soft}; }
.name { font-size: 14pt; font-weight: 600; line-height: 1.2; }
.name small { font-size: 10pt; font-weight: 400; margin-left: 3mm; }
.place { font-size: 12pt; margin: 0.6mm 0 1.4mm; overflow-wrap: anywhere; }
.care { display: grid; grid-template-columns: 33mm 1fr; gap: 0.7mm 2mm; }
.care dt { font-size: 9pt; color: ${PAPER.ink_soft}; padding-top: 0.5mm; }
.care dd { overflow-wrap: anywhere; }
.emergency { border: 0.6mm solid ${PAPER.danger}; padding: 1.2mm 2.4mm; margin-top: 1.6mm; font-weight: 600; }
.emergency .label { color: ${PAPER.danger}; font-weight: 600; display: block; }
.end { display: grid; grid-template-columns: 25mm 1fr; gap: 0 4mm; border-top: 0.6mm solid ${PAPER.ink}; padding-top: 2.4mm; break-inside: avoid; }
.end b { font-size: 22pt; line-height: 1.05; font-variant-numeric: tabular-nums; }
@media screen { html { background: ${PAPER.surface}; } .letter { width: 210mm; min-height: 297mm; padding: 10mm 12mm; } }
.end p { font-size: 12pt; }
.end + .end { margin-top: 3mm; border-top-width: 0.3mm; }
.end ol { list-style: none; font-size: 11pt; margin-top: 1mm; }
.end li strong { display: inline-block; width: 15mm; font-variant-numeric: tabular-nums; }
`;

/** The document. It asks for nothing: font and style are inside it. */
export function sheetsPaper(sheets: readonly SheetDraft[], marks: SheetMarks): Promise<string> {
  return paperDocument({
    title: marks.title,
    style: STYLE,
    kind: 'letter',
    main: sheets.map((sheet) => sheetHtml(sheet, marks)).join('\n'),
  });
}

/** When a sheet was issued and of which plan, as it stands on the paper. */
export function stampOf(sheet: SheetDraft, marks: Pick<SheetMarks, 'warning'>): string {
  const before = sheet.version > 1 ? `, replaces version ${sheet.version - 1}` : '';
  const warning = marks.warning === '' ? '' : `${marks.warning}. `;
  return `${warning}Version ${sheet.version}${before}, issued ${formatDate(sheet.issued_on)}, plan ${sheet.plan_id}`;
}

function sheetHtml(sheet: SheetDraft, marks: SheetMarks): string {
  const { route, stops, warnings } = sheet.content;
  const shown: readonly RouteField[] = ['vehicle', 'layout', 'driver', 'assistant', 'competence', 'holders', 'contract', 'provider']; // prettier-ignore
  const warned =
    warnings.length === 0
      ? ''
      : `<div class="warnings">${warnings.map((each) => `<p>${escapeHtml(each)}</p>`).join('')}</div>`;
  return `<table class="sheet" role="presentation">
<thead><tr><td><div class="bar"><strong>Route ${escapeHtml(route.route)}</strong><span>${escapeHtml(stampOf(sheet, marks))}</span></div></td></tr></thead>
<tbody><tr><td>
<div class="top"><div><span class="label">${ROUTE_FIELDS.school.label}</span><h1>${escapeHtml(route.school)}</h1></div>
<div class="by"><span class="label">${ROUTE_FIELDS.arrive.label}</span><b>${escapeHtml(route.arrive)}</b></div></div>
<dl class="facts">${shown
    .filter((key) => route[key] !== '' || key === 'competence')
    .map((key) => routeFact(key, route[key]))
    .join('')}</dl>
<p class="office"><span class="label">${ROUTE_FIELDS.office.label}</span> <b>${escapeHtml(route.office)}</b>. Emergency: 999.</p>
${warned}
${stops.map(stopHtml).join('\n')}
<div class="end"><b>${escapeHtml(route.arrive)}</b><p>At school: ${escapeHtml(route.school)}. Wait until each child is received.</p></div>
<div class="end"><b>${escapeHtml(route.depart)}</b><div><p>${ROUTE_FIELDS.depart.label}. The way home, in order:</p><ol>${wayHome(stops)}</ol></div></div>
</td></tr></tbody></table>`;
}

/** Who is let off when, in the order of the afternoon. */
function wayHome(stops: readonly SheetStop[]): string {
  return stops
    .toSorted((a, b) => (a.home_time < b.home_time ? -1 : a.home_time > b.home_time ? 1 : 0))
    .map(
      ({ name, home_time, address }) =>
        `<li><strong>${escapeHtml(home_time)}</strong> <bdi>${escapeHtml(name)}</bdi>, ${escapeHtml(address)}</li>`,
    )
    .join('');
}

function routeFact(key: RouteField, value: string): string {
  return `<div><dt>${ROUTE_FIELDS[key].label}</dt><dd>${escapeHtml(value === '' ? 'Nothing special' : value)}</dd></div>`;
}

const CARE: readonly StopField[] = [
  'seat',
  'support',
  'communicate',
  'at_school',
  'at_home',
  'ring',
];

function stopHtml(stop: SheetStop, at: number): string {
  const care = CARE.filter((key) => stop[key] !== '').map(
    (key) => `<dt>${STOP_FIELDS[key].label}</dt><dd dir="auto">${escapeHtml(stop[key])}</dd>`,
  );
  const emergency =
    stop.emergency === ''
      ? ''
      : `<p class="emergency"><span class="label">${STOP_FIELDS.emergency.label}</span>${escapeHtml(stop.emergency)}</p>`;
  return `<section class="stop"><div class="when"><b>${escapeHtml(stop.pick_up)}</b><span>Stop ${at + 1}</span></div>
<div><p class="name"><bdi>${escapeHtml(stop.name)}</bdi><small>${escapeHtml(stop.days)}</small></p>
<p class="place" dir="auto">${escapeHtml(stop.address)}</p>
<dl class="care">${care.join('')}</dl>${emergency}</div></section>`;
}
