/** Letters as one self-contained HTML document for the printer: each begins a page. */
import { PAPER } from '../../shared/figures/colours.ts';
import { paperFontRule } from '../files/paper-font.ts';
import type { LetterDraft } from './letter-batch.ts';
import { escapeHtml } from './paper-table.ts';

/** What stands on every letter of a batch. */
export interface LetterMarks {
  readonly title: string;
  /** `Preview, not issued`, `Invented data`; '' for none. */
  readonly warning: string;
}

/** A4; the address lies where a DL window envelope shows it (20 mm from the left, 45 mm from the top). */
const STYLE = `
@page { size: A4; margin: 0; }
* { box-sizing: border-box; margin: 0; padding: 0; }
html { font: 400 11pt/1.45 ${PAPER.font}; color: ${PAPER.ink}; }
.letter { position: relative; padding: 45mm 20mm 20mm; min-height: 290mm; }
.letter + .letter { break-before: page; }
.sender { position: absolute; top: 14mm; left: 20mm; right: 20mm; display: flex; justify-content: space-between; gap: 8mm; font-size: 9.5pt; }
.sender strong { font-size: 12pt; display: block; }
.warning { color: ${PAPER.rise}; border: 0.4mm solid ${PAPER.rise}; font-weight: 600; padding: 0.8mm 2.4mm; white-space: nowrap; align-self: flex-start; }
.address { font-style: normal; min-height: 32mm; width: 85mm; }
.address span { display: block; }
.facts { margin-bottom: 8mm; font-size: 9.5pt; color: ${PAPER.ink_soft}; }
h1 { font-size: 12.5pt; font-weight: 600; line-height: 1.3; margin: 4mm 0; }
p { margin-bottom: 3.5mm; overflow-wrap: anywhere; }
`;

/** The document. It asks for nothing: font and style are inside it. */
export async function lettersPaper(
  letters: readonly LetterDraft[],
  marks: LetterMarks,
): Promise<string> {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:">
<title>${escapeHtml(marks.title)}</title>
<style>${await paperFontRule()}${STYLE}</style>
</head>
<body>
<main>
${letters.map((letter) => letterHtml(letter, marks.warning)).join('\n')}
</main>
</body>
</html>`;
}

function letterHtml({ facts, subject, paragraphs }: LetterDraft, warning: string): string {
  const lines = [facts.addressee, ...facts.address.split(/,\s*|\n/), facts.postcode];
  const address = lines
    .filter((line) => line.trim() !== '')
    .map((line) => `<span dir="auto">${escapeHtml(line.trim())}</span>`);
  const mark = warning === '' ? '' : `<p class="warning">${escapeHtml(warning)}</p>`;
  const text = paragraphs.map((each) => `<p dir="auto">${escapeHtml(each)}</p>`);
  return `<article class="letter">
<header class="sender"><div><strong>${escapeHtml(facts.team)}</strong>${escapeHtml(facts.county)}</div>${mark}</header>
<address class="address">${address.join('')}</address>
<p class="facts">${escapeHtml(facts.date)}<br>Our reference: ${escapeHtml(facts.ref)}</p>
<p dir="auto">Dear ${escapeHtml(facts.addressee)}</p>
<h1 dir="auto">${escapeHtml(subject)}</h1>
${text.join('\n')}
<p>Yours sincerely</p>
<p>${escapeHtml(facts.team)}</p>
</article>`;
}
