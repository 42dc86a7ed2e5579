import { PAPER } from '../../shared/figures/colours.ts';

/** The pack's style: A4, as many pages as it takes, what belongs together kept together, page numbers in the foot. */
export function appealStyle(foot: { readonly left: string; readonly middle: string }): string {
  const text = (value: string): string => `'${value.replaceAll(/['\\\n]/g, ' ')}'`;
  const small = `font: 400 7.5pt ${PAPER.font}; color: ${PAPER.ink_soft};`;
  return `
@page {
  size: A4; margin: 16mm 18mm 18mm;
  @bottom-left { content: ${text(foot.left)}; ${small} }
  @bottom-center { content: ${text(foot.middle)}; ${small} font-weight: 600; }
  @bottom-right { content: 'Page ' counter(page) ' of ' counter(pages); ${small} }
}
* { box-sizing: border-box; margin: 0; padding: 0; }
html { font: 400 9.5pt/1.4 ${PAPER.font}; color: ${PAPER.ink}; -webkit-print-color-adjust: exact; }
.cover { break-after: page; }
.part { margin-bottom: 8mm; }
.keep { break-inside: avoid; }
.top { display: flex; justify-content: space-between; align-items: flex-start; gap: 8mm; margin-bottom: 6mm; }
.warning { border: 0.4mm solid ${PAPER.rise}; color: ${PAPER.rise}; font-weight: 600; padding: 0.8mm 2.4mm; white-space: nowrap; }
h1 { font-size: 22pt; font-weight: 600; line-height: 1.2; }
h2 { font-size: 13pt; font-weight: 600; line-height: 1.3; padding-top: 2mm; border-top: 0.4mm solid ${PAPER.accent}; margin-bottom: 3mm; break-after: avoid; }
h3 { font-size: 10pt; font-weight: 600; margin: 3mm 0 1mm; break-after: avoid; }
p { margin-bottom: 2mm; overflow-wrap: anywhere; }
.soft { color: ${PAPER.ink_soft}; }
.headline { font-size: 12pt; font-weight: 600; color: ${PAPER.accent}; }
.said { white-space: pre-line; padding: 2mm 4mm; border-inline-start: 0.8mm solid ${PAPER.line}; }
ul { padding-inline-start: 5mm; margin-bottom: 2mm; }
ul.plain { list-style: none; padding: 0; }
dl.facts { margin-bottom: 3mm; }
dl.facts > div { display: grid; grid-template-columns: 34mm 1fr; gap: 4mm; padding: 0.8mm 0; }
dl.facts dt { color: ${PAPER.ink_soft}; }
dl.facts dd { overflow-wrap: anywhere; white-space: pre-line; }
.cover dl.facts > div { border-bottom: 0.15mm solid ${PAPER.line}; padding: 1.2mm 0; }
.rule { padding: 1mm 0 1mm; border-bottom: 0.15mm solid ${PAPER.line}; margin-bottom: 1mm; }
.rule h3 { display: flex; justify-content: space-between; gap: 6mm; margin-top: 1mm; }
.rule dl.facts { font-size: 8.5pt; margin-bottom: 1mm; }
.outcome { white-space: nowrap; }
ol.index { list-style: none; }
ol.index a { display: flex; align-items: baseline; gap: 2mm; color: inherit; text-decoration: none; padding: 0.8mm 0; }
ol.index .dots { flex: 1; border-bottom: 0.2mm dotted ${PAPER.ink_soft}; }
ol.index .page-no { min-width: 6mm; text-align: right; font-variant-numeric: tabular-nums; }
table { border-collapse: collapse; width: 100%; font-size: 8.5pt; line-height: 1.3; }
th, td { text-align: start; padding: 1mm 2mm 1mm 0; vertical-align: top; border-bottom: 0.15mm solid ${PAPER.line}; overflow-wrap: break-word; }
th { font-weight: 600; color: ${PAPER.ink_soft}; border-bottom: 0.3mm solid ${PAPER.ink_soft}; }
td:first-child { white-space: nowrap; width: 24mm; }
td:last-child { min-width: 28mm; }
tr { break-inside: avoid; }
.number { text-align: right; font-variant-numeric: tabular-nums; padding-right: 5mm; white-space: nowrap; }
`;
}
