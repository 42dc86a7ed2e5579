/** Lines of text and headline numbers of a workbook. */
import { ACCENT, FONT, INK, LINE, SOFT } from './workbook-look.ts';
import type { Worksheet } from './workbook-parts.ts';

/** A line of text across the sheet. */
export interface TextLine {
  readonly text: string;
  readonly style: 'title' | 'subtitle' | 'warning' | 'headline' | 'heading' | 'body' | 'soft';
}

/** Label, value and detail side by side. */
export interface NumberLine {
  readonly label: string;
  readonly value: string;
  readonly detail: string;
}

const LINE_FONTS: Readonly<Record<TextLine['style'], object>> = {
  title: { size: 18, bold: true, color: { argb: INK } },
  subtitle: { size: 10, color: { argb: SOFT } },
  warning: { size: 10, bold: true, color: { argb: 'FF8A4B00' } },
  headline: { size: 13, bold: true, color: { argb: ACCENT } },
  heading: { size: 12, bold: true, color: { argb: INK } },
  body: { size: 10, color: { argb: INK } },
  soft: { size: 9, color: { argb: SOFT } },
};

/** Writes lines from a row on; returns the first free row. */
export function addLines(page: Worksheet, from: number, lines: readonly TextLine[]): number {
  lines.forEach((line, at) => {
    const cell = page.getCell(from + at, 1);
    cell.value = line.text;
    cell.font = { name: FONT, ...LINE_FONTS[line.style] };
    cell.numFmt = '@';
    if (line.style === 'title') page.getRow(from + at).height = 26;
    cell.alignment = { vertical: 'middle' };
    if (line.style === 'headline') foldHeadline(page, from + at, line.text);
  });
  return from + lines.length;
}

/** Columns that a headline is folded over, and letters of its size that they hold. */
const HEADLINE = { columns: 9, letters: 84 };

function foldHeadline(page: Worksheet, row: number, text: string): void {
  page.mergeCells(row, 1, row, HEADLINE.columns);
  page.getCell(row, 1).alignment = { vertical: 'middle', wrapText: true };
  page.getRow(row).height = 8 + 18 * Math.ceil(text.length / HEADLINE.letters);
}

/** Writes numbers from a row on; returns the first free row. */
export function addNumbers(page: Worksheet, from: number, numbers: readonly NumberLine[]): number {
  numbers.forEach((number, at) => {
    const cells = [number.label, number.value, number.detail].map((text, column) => {
      const cell = page.getCell(from + at, column + 1);
      cell.value = text;
      cell.numFmt = '@';
      cell.border = { bottom: { style: 'hair', color: { argb: LINE } } };
      cell.font = { name: FONT, size: 10, color: { argb: column === 2 ? SOFT : INK } };
      return cell;
    });
    const value = cells[1];
    if (value !== undefined) {
      value.font = { name: FONT, size: 13, bold: true, color: { argb: ACCENT } };
      value.alignment = { horizontal: 'right' };
    }
    if (cells[2] !== undefined) cells[2].alignment = { horizontal: 'left', indent: 1 };
    page.getRow(from + at).height = 19;
  });
  return from + numbers.length;
}
