/** How a workbook looks: its colours, its face, its formats of numbers. */
import type { Cell, ColumnKind } from '../../shared/figures/table.ts';
import { METRES_PER_MILE } from '../../shared/kernel/units.ts';

export const INK = 'FF1B1F23';
export const SOFT = 'FF57606A';
export const ACCENT = 'FF0F5E63';
export const PALE = 'FFE6EFEF';
export const ENTRY = 'FFFFF8E1';
export const LINE = 'FFD0D7DE';
export const FONT = 'Arial';

/** Height of a line of text in points. */
export const LINE_HEIGHT = 13;

/** Numbers are kept as pounds, miles and minutes, and shown by these. A minus is red for nobody: it has its sign. */
export const FORMATS: Readonly<Record<ColumnKind, string>> = {
  text: '@',
  note: '@',
  mark: '@',
  count: '#,##0',
  pence: '#,##0.00',
  change: '+#,##0.00;-#,##0.00;0.00',
  metres: '0.0',
  seconds: '0',
  share: '0%',
};

/** What stands in the cell: text stays text, whatever it begins with; a formula is only ever ours. */
export function toSheet(kind: ColumnKind, cell: Cell): string | number | null {
  if (cell === null) return null;
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  if (typeof cell === 'string') return cell;
  if (kind === 'pence' || kind === 'change') return cell / 100;
  if (kind === 'metres') return cell / METRES_PER_MILE;
  if (kind === 'seconds') return cell / 60;
  return cell;
}

/** Numbers to the right, marks in the middle. */
export function alignmentOf(kind: ColumnKind): {
  readonly horizontal: 'left' | 'right' | 'center';
} {
  if (kind === 'text' || kind === 'note') return { horizontal: 'left' };
  return { horizontal: kind === 'mark' ? 'center' : 'right' };
}
