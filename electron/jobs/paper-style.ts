import { PAPER } from '../../shared/figures/colours.ts';

/** The paper's style: A4, two pages of fixed height and an appendix that flows, page numbers in the foot. Chromium 131 and later print margin boxes. */
export function paperStyle(foot: { readonly left: string; readonly middle: string }): string {
  const text = (value: string): string => `'${value.replaceAll(/['\\\n]/g, ' ')}'`;
  const small = `font: 400 7.5pt ${PAPER.font}; color: ${PAPER.ink_soft};`;
  return `
@page {
  size: A4; margin: 12mm 14mm 15mm;
  @bottom-left { content: ${text(foot.left)}; ${small} width: 62%; }
  @bottom-center { content: ${text(foot.middle)}; ${small} font-weight: 600; white-space: nowrap; }
  @bottom-right { content: 'Page ' counter(page) ' of ' counter(pages); ${small} }
}
* { box-sizing: border-box; margin: 0; padding: 0; }
html { font: 400 8.5pt/1.35 ${PAPER.font}; color: ${PAPER.ink}; -webkit-print-color-adjust: exact; }
.page { height: 269mm; width: 182mm; overflow: hidden; display: flex; flex-direction: column; gap: 4mm; }
.page + .page { break-before: page; }
/* What people wrote may need more room than the page has: nothing of it is cut. */
.page.second { height: auto; min-height: 269mm; overflow: visible; }
.appendix { break-before: page; display: flex; flex-direction: column; gap: 5mm; width: 182mm; }
.appendix h1 { font-size: 13pt; }
.appendix h2 { break-after: avoid; }
.appendix tr { break-inside: avoid; }
.appendix .wide table + h2 { margin-top: 4mm; }
.appendix .wide table { font-size: 5.9pt; }
.appendix td.note-cell { min-width: 60mm; }
.appendix td:nth-child(2) { min-width: 29mm; }
.appendix .close table { font-size: 6.4pt; }
.appendix .close td.note-cell { min-width: 0; font-size: 6.1pt; }
.appendix .close td:nth-child(2) { min-width: 0; }
.gaps { list-style: none; padding: 0; font-size: 7.5pt; }
.ref { font-size: 6.5pt; color: ${PAPER.ink_soft}; font-weight: 400; white-space: nowrap; }
.fill { display: grid; grid-template-columns: 1fr 1fr; gap: 3mm 7mm; flex: 1; grid-auto-rows: auto; }
.fill > section { border-top: 0.3mm solid ${PAPER.ink_soft}; padding-top: 1.2mm; min-height: 19mm; break-inside: avoid; }
.fill > .recommendation { grid-column: 1 / -1; }
.fill > .empty { border: 0.25mm dashed ${PAPER.ink_soft}; padding: 1.2mm 2mm; }
.fill p { font-size: 8pt; margin-bottom: 0.8mm; }
.blank { color: ${PAPER.ink_soft}; font-style: italic; }
h1 { font-size: 17pt; font-weight: 600; line-height: 1.2; }
h2 { font-size: 10pt; font-weight: 600; margin-bottom: 1.2mm; }
.soft, .note { color: ${PAPER.ink_soft}; }
.note { font-size: 7pt; line-height: 1.3; margin-top: 1mm; }
.why { display: grid; grid-template-columns: 106mm 1fr; gap: 5mm; align-items: start; }
.why tbody tr { height: var(--row); }
.why td { vertical-align: middle; }
.where { font-style: normal; }
.nowrap { white-space: nowrap; }
.front { margin: 0.6mm 0; }
.front b { font-weight: 600; color: ${PAPER.ink_soft}; }
.top { display: flex; justify-content: space-between; align-items: flex-start; gap: 8mm; }
.warning { border: 0.4mm solid ${PAPER.rise}; color: ${PAPER.rise}; font-weight: 600; padding: 0.8mm 2.4mm; white-space: nowrap; }
.headline { font-size: 13pt; font-weight: 600; color: ${PAPER.accent}; line-height: 1.3; }
.numbers { display: grid; grid-template-columns: repeat(3, 1fr); gap: 2.5mm 6mm; }
.numbers > div { border-top: 0.4mm solid ${PAPER.accent}; padding-top: 1mm; }
.numbers dt { color: ${PAPER.ink_soft}; font-size: 7.5pt; }
.numbers dd.value { font-size: 15pt; font-weight: 600; line-height: 1.25; font-variant-numeric: tabular-nums; }
.numbers dd.detail { font-size: 7.5pt; color: ${PAPER.ink_soft}; }
figure svg { display: block; width: 100%; height: auto; }
table { border-collapse: collapse; width: 100%; font-size: 7.2pt; line-height: 1.22; }
th, td { text-align: left; padding: 0.5mm 1.2mm 0.5mm 0; vertical-align: top; border-bottom: 0.15mm solid ${PAPER.line}; }
th { font-weight: 600; color: ${PAPER.ink_soft}; vertical-align: bottom; border-bottom: 0.3mm solid ${PAPER.ink_soft}; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
th.number { white-space: normal; }
td.number:last-child, th.number:last-child { padding-right: 0; }
td.note-cell { font-size: 6.8pt; color: ${PAPER.ink_soft}; }
tr.strong td, tfoot td { font-weight: 600; border-bottom: 0.3mm solid ${PAPER.ink_soft}; }
tfoot td { border-top: 0.3mm solid ${PAPER.ink_soft}; }
.two { display: grid; grid-template-columns: 1fr 1fr; gap: 4mm 7mm; }
.two > * { min-width: 0; }
.two th, .two td { padding-right: 0.8mm; }
.stack { display: flex; flex-direction: column; gap: 4mm; }
td:first-child:not([class]) { min-width: 29mm; }
ul { padding-left: 3.5mm; }
li { margin-bottom: 0.4mm; }
.cautions { columns: 2; column-gap: 7mm; font-size: 7.5pt; }
.cautions li { break-inside: avoid; }
.assumptions { columns: 2; column-gap: 7mm; font-size: 6.6pt; line-height: 1.3; list-style: none; padding: 0; color: ${PAPER.ink_soft}; }
.assumptions li { break-inside: avoid; margin-bottom: 0.5mm; }
.assumptions b { color: ${PAPER.ink}; font-weight: 600; }
`;
}
