/** Arrow keys from number to number in a table whose cells are buttons; Home and End go to the row's ends. */
import type { KeyboardEvent } from 'react';

const STEPS: Readonly<Record<string, readonly [rows: number, cells: number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  Home: [0, -Infinity],
  End: [0, Infinity],
};

/** Moves the focus to the next button in the arrow's direction, in the same column where that has one. Rows without buttons are passed over. */
export function moveInGrid(event: KeyboardEvent): void {
  const step = STEPS[event.key];
  const from = event.target instanceof Element ? event.target.closest('td') : null;
  const row = from?.closest('tr') ?? null;
  const table = row?.closest('table') ?? null;
  if (step === undefined || from === null || row === null || table === null) return;
  const rows = [...table.querySelectorAll('tr')].filter((each) => each.querySelector('td.number button') !== null); // prettier-ignore
  const [down, across] = step;
  const target = rows[rows.indexOf(row) + down];
  if (target === undefined) return;
  const cells = [...target.querySelectorAll('td')].filter((each) => each.matches('.number') && each.querySelector('button') !== null); // prettier-ignore
  const at = cells.findIndex(({ cellIndex }) => cellIndex === from.cellIndex);
  const next = Math.min(cells.length - 1, Math.max(0, (at < 0 ? 0 : at) + across));
  event.preventDefault();
  [...(cells[next]?.querySelectorAll('button') ?? [])].at(-1)?.focus();
}
