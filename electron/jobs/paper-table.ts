import type { Cell, Column, Table } from '../../shared/figures/table.ts';
import { formatMilesNumber } from '../../shared/format/distance.ts';
import { formatPounds } from '../../shared/format/money.ts';
import { formatCount, formatPercent } from '../../shared/format/number.ts';
import { formatMinutesNumber } from '../../shared/format/time.ts';

/** Text as HTML: the five characters that HTML reads. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

/** A table of the paper: whole pounds, miles to one decimal; its title above and its note below where wanted. */
export function tableHtml(
  table: Table,
  how: { readonly titled: boolean; readonly noted?: boolean },
): string {
  const { columns } = table;
  const heads = columns.map(
    (column) => `<th scope="col"${classOf(column)}>${escapeHtml(column.label)}</th>`,
  );
  const rows = table.rows.map((cells, at) => {
    const strong = table.strong?.includes(at) ?? false;
    const inside = columns.map((column, i) => cellHtml(column, cells[i] ?? null, strong));
    return `<tr${strong ? ' class="strong"' : ''}>${inside.join('')}</tr>`;
  });
  const total =
    table.total === null
      ? ''
      : `<tfoot><tr>${columns.map((column, i) => cellHtml(column, table.total?.[i] ?? null, true)).join('')}</tr></tfoot>`;
  const title = how.titled ? `<h2>${escapeHtml(table.title)}</h2>` : '';
  const note =
    how.noted === true && table.note !== '' ? `<p class="note">${escapeHtml(table.note)}</p>` : '';
  return `${title}<table><thead><tr>${heads.join('')}</tr></thead><tbody>${rows.join('')}</tbody>${total}</table>${note}`;
}

function classOf(column: Column): string {
  if (column.kind === 'note') return ' class="note-cell"';
  if (column.key === 'ref') return ' class="ref"';
  if (column.key === 'from' && column.kind === 'text') return ' class="nowrap"';
  return column.kind === 'text' || column.kind === 'mark' ? '' : ' class="number"';
}

function cellHtml(column: Column, cell: Cell, strong: boolean): string {
  return `<td${classOf(column)}>${escapeHtml(cellText(column, cell, strong))}</td>`;
}

function cellText(column: Column, cell: Cell, strong: boolean): string {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  if (typeof cell === 'string') return cell;
  switch (column.kind) {
    case 'pence':
      return plainPounds(cell);
    case 'change':
      return cell > 0 && !strong ? `+${plainPounds(cell)}` : plainPounds(cell);
    case 'metres':
      return formatMilesNumber(cell);
    case 'seconds':
      return formatMinutesNumber(cell);
    case 'share':
      return formatPercent(cell, 0);
    default:
      return formatCount(cell);
  }
}

/** Whole pounds without the sign, which stands in the heading. */
function plainPounds(pence: number): string {
  return formatPounds(pence).replace('£', '');
}
