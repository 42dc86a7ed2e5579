/** The specification of a tender as one self-contained document for the printer: terms first, then a box for each lot. */
import { PAPER } from '../../../shared/figures/colours.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatMilesNumber } from '../../../shared/format/distance.ts';
import { formatCount, formatQuantity } from '../../../shared/format/number.ts';
import { formatMinutesNumber } from '../../../shared/format/time.ts';
import type { Lot } from '../../../shared/model/tender.ts';
import { formatMoment } from '../../../shared/service/lots/moment.ts';
import { LOT_FIELDS, schoolWords } from '../../../shared/service/lots/specification-fields.ts';
import { paperDocument } from '../paper-document.ts';
import { escapeHtml } from '../paper-table.ts';
import { stopRows, stopsTable } from './specification-tables.ts';
import type { TenderFiles } from './lots-workbook.ts';

const small = `font: 400 7.5pt ${PAPER.font}; color: ${PAPER.ink_soft};`;
const styleOf = (foot: string): string => `
@page { size: A4; margin: 14mm 15mm 16mm; @bottom-left { content: '${foot}'; ${small} } @bottom-right { content: 'Page ' counter(page) ' of ' counter(pages); ${small} } }
* { box-sizing: border-box; margin: 0; padding: 0; }
html { font: 400 9.5pt/1.4 ${PAPER.font}; color: ${PAPER.ink}; -webkit-print-color-adjust: exact; }
h1 { font-size: 19pt; font-weight: 600; line-height: 1.2; }
h2 { font-size: 12.5pt; font-weight: 600; }
h3 { font-size: 10.5pt; font-weight: 600; margin: 4mm 0 1mm; }
.soft { color: ${PAPER.ink_soft}; }
.warning { border: 0.4mm solid ${PAPER.rise}; color: ${PAPER.rise}; font-weight: 600; padding: 0.8mm 2.4mm; display: inline-block; margin: 2mm 0; }
.terms { display: grid; grid-template-columns: 38mm 1fr; gap: 1mm 4mm; margin: 4mm 0; padding: 3mm 0; border-top: 0.4mm solid ${PAPER.accent}; border-bottom: 0.2mm solid ${PAPER.line}; }
.terms dt { color: ${PAPER.ink_soft}; }
ol { padding-left: 5mm; } ol li { margin-bottom: 0.8mm; }
.lot { break-inside: avoid; border-top: 0.5mm solid ${PAPER.accent}; padding-top: 2.4mm; margin-top: 7mm; }
.lot header { display: flex; justify-content: space-between; align-items: baseline; gap: 6mm; margin-bottom: 2mm; }
.facts { display: grid; grid-template-columns: repeat(3, 1fr); gap: 1.4mm 5mm; margin-bottom: 2.4mm; }
.facts dt { font-size: 7.5pt; color: ${PAPER.ink_soft}; }
.facts dd { font-weight: 600; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; font-size: 8.5pt; }
th, td { text-align: left; padding: 0.7mm 2mm 0.7mm 0; border-bottom: 0.15mm solid ${PAPER.line}; }
th { font-weight: 600; color: ${PAPER.ink_soft}; border-bottom: 0.3mm solid ${PAPER.ink_soft}; }
td, dd { font-variant-numeric: tabular-nums; }
@media screen { html { background: ${PAPER.surface}; } body { width: 210mm; padding: 14mm 15mm; } }
`;

/** The document. It asks for nothing: font and style are inside it. */
export function lotsPaper(files: TenderFiles): Promise<string> {
  const { tender, lots, warning } = files;
  const title = `Tender ${tender.ref}: ${tender.title}`;
  return paperDocument({
    title,
    style: styleOf(`Tender ${tender.ref.replaceAll(/[^\w/ -]/g, '')}`),
    main: `<p class="soft">Tender ${escapeHtml(tender.ref)}, ${formatQuantity(lots.length, 'lot')}</p>
<h1>${escapeHtml(tender.title)}</h1>
${warning === '' ? '' : `<p class="warning">${escapeHtml(warning)}</p>`}
${termsHtml(files)}
${lots.map(lotHtml).join('\n')}`,
  });
}

function termsHtml({ tender, office }: TenderFiles): string {
  const { price_weight, questions } = tender.rules;
  const terms: readonly (readonly [string, string])[] = [
    ['Bids open', formatMoment(tender.opens_at)],
    ['Bids close', formatMoment(tender.closes_at)],
    ['Contracts run', `${formatDate(tender.starts_on)} to ${formatDate(tender.ends_on)}`],
    ['Notice', `${formatQuantity(tender.notice_days, 'day')} on either side`],
    ['Judged on', `price ${price_weight}%, quality ${100 - price_weight}%. Price: the lowest price of a lot over your own. Quality: marks of 0 to 5 for each answer`], // prettier-ignore
    ['Prices', 'in pounds sterling a day, vehicle and passenger assistants apart'],
    ['Awarded', 'lot by lot, each whole to one provider, or not at all'],
    ...(office === '' ? [] : [['Questions to', office] as const]),
  ];
  const asked = questions.map(({ question, weight }) => `<li>${escapeHtml(question)} <span class="soft">Weight ${weight}</span></li>`); // prettier-ignore
  return `<dl class="terms">${terms.map(([term, words]) => `<dt>${term}</dt><dd>${escapeHtml(words)}</dd>`).join('')}</dl>
${asked.length === 0 ? '' : `<h3>Questions on quality</h3><ol>${asked.join('')}</ol>`}
<h3>How to bid</h3><p>Fill in the workbook that came with this paper and hand it back before the closing time. Names and addresses are given to the provider that is awarded a lot, and to nobody else.</p>`;
}

function lotHtml({ ref, specification: spec }: Lot): string {
  const facts = LOT_FIELDS.filter(({ key }) => key !== 'school').flatMap(({ label, kind, of }) => {
    const value = of(spec);
    if (value === '' || value === null) return [];
    const words = typeof value === 'string' ? value : kind === 'metres' ? formatMilesNumber(value) : kind === 'seconds' ? formatMinutesNumber(value) : formatCount(value);
    return [`<div><dt>${label}</dt><dd>${escapeHtml(words)}</dd></div>`];
  }); // prettier-ignore
  const heads = stopsTable([]).columns.slice(1).map(({ label }) => `<th scope="col">${label}</th>`); // prettier-ignore
  const rows = stopRows(ref, spec).map((cells) => `<tr>${cells.slice(1).map((cell) => `<td>${escapeHtml(String(cell ?? ''))}</td>`).join('')}</tr>`); // prettier-ignore
  return `<section class="lot"><header><h2>${escapeHtml(schoolWords(spec))}</h2><strong>Lot ${escapeHtml(ref)}</strong></header>
<dl class="facts">${facts.join('')}</dl>
<table><thead><tr>${heads.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></section>`;
}
