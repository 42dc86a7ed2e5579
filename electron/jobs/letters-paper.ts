/** Letters as one self-contained HTML document for the printer and for the preview: each begins a page. */
import { PAPER } from '../../shared/figures/colours.ts';
import type { LetterContent } from '../../shared/model/letter.ts';
import { paperDocument } from './paper-document.ts';
import { escapeHtml } from './paper-table.ts';

/** What stands on every letter of a batch. */
export interface LetterMarks {
  readonly title: string;
  /** `Preview, not issued`, `Invented data`; '' for none. */
  readonly warning: string;
}

/**
 * A4, nothing smaller than 12 point, left-aligned (UK Association for Accessible Formats, Clear print guidelines). The address
 * lies where a DL window envelope shows it: 20 mm from the left, 45 mm from the top. On a screen a page looks as it prints.
 */
const STYLE = `
@page { size: A4; margin: 18mm 20mm; }
* { box-sizing: border-box; margin: 0; padding: 0; }
html { font: 400 12pt/1.4 ${PAPER.font}; color: ${PAPER.ink}; background: ${PAPER.surface}; }
.letter + .letter { break-before: page; }
.sender { min-height: 27mm; display: flex; justify-content: space-between; gap: 8mm; line-height: 1.3; break-inside: avoid; }
.sender strong { font-size: 13pt; display: block; }
.warning { color: ${PAPER.rise}; border: 0.4mm solid ${PAPER.rise}; font-weight: 600; padding: 0.8mm 2.4mm; white-space: nowrap; align-self: flex-start; }
.address { font-style: normal; min-height: 30mm; width: 85mm; line-height: 1.3; }
.address span { display: block; }
.facts { margin-bottom: 5mm; color: ${PAPER.ink_soft}; }
h1 { font-size: 13.5pt; font-weight: 600; line-height: 1.3; margin: 4mm 0; break-after: avoid; }
p, ul { margin-bottom: 3mm; overflow-wrap: anywhere; orphans: 2; widows: 2; }
ul { padding-left: 6mm; }
li { margin-bottom: 0.5mm; }
.close { break-inside: avoid; }
@media screen { .letter { width: 210mm; min-height: 297mm; padding: 18mm 20mm; } }
`;

/** The document. It asks for nothing: font and style are inside it. */
export function lettersPaper(
  letters: readonly LetterContent[],
  marks: LetterMarks,
): Promise<string> {
  return paperDocument({
    title: marks.title,
    style: STYLE,
    main: letters.map((letter) => letterHtml(letter, marks.warning)).join('\n'),
  });
}

function letterHtml(letter: LetterContent, warning: string): string {
  const { addressee, address, postcode, team, county, contact, date, ref, subject } = letter;
  const lines = [addressee, ...address.split(/,\s*|\n/), postcode];
  const spans = lines
    .filter((line) => line.trim() !== '')
    .map((line) => `<span dir="auto">${escapeHtml(line.trim())}</span>`);
  const mark = warning === '' ? '' : `<p class="warning">${escapeHtml(warning)}</p>`;
  return `<article class="letter">
<header class="sender"><div><strong>${escapeHtml(team)}</strong>${escapeHtml(county)}<br>${escapeHtml(contact)}</div>${mark}</header>
<address class="address">${spans.join('')}</address>
<p class="facts">${escapeHtml(date)}<br>Our reference: ${escapeHtml(ref)}</p>
<p>Dear <bdi>${escapeHtml(addressee)}</bdi></p>
<h1 dir="auto">${escapeHtml(subject)}</h1>
${letter.paragraphs.map(paragraphHtml).join('\n')}
<div class="close"><p>Yours sincerely</p>
<p>${escapeHtml(team)}</p></div>
</article>`;
}

/** A paragraph; the lines of it that begin with `- ` as a list. */
function paragraphHtml(text: string): string {
  const parts: string[] = [];
  let items: string[] = [];
  const endList = (): void => {
    if (items.length > 0) parts.push(`<ul>${items.join('')}</ul>`);
    items = [];
  };
  for (const line of text.split('\n')) {
    const item = /^- (.+)$/.exec(line)?.[1];
    if (item === undefined) {
      endList();
      if (line.trim() !== '') parts.push(`<p dir="auto">${escapeHtml(line)}</p>`);
    } else items.push(`<li dir="auto">${escapeHtml(item)}</li>`);
  }
  endList();
  return parts.join('\n');
}
