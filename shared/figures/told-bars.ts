/** Bars of a change as they may leave the store: those of 1 to 4 clients stand together with as many others as hide them. */
import type { ChangeBar } from '../pressure/change.ts';
import { withheldRows } from './small-numbers.ts';

/** The bars in their order, the few last before the second total; they add up as before. */
export function toldBars(bars: readonly ChangeBar[]): readonly ChangeBar[] {
  const changes = bars.filter(({ kind }) => kind === 'change');
  const few = withheldRows(changes.map(({ clients }) => [clients]));
  if (few.size === 0) return bars;
  const hidden = changes.filter((_, at) => few.has(at));
  const together: ChangeBar = {
    key: 'few',
    label: 'Changes of few clients',
    kind: 'change',
    pence: hidden.reduce((sum, { pence }) => sum + pence, 0),
    clients: 0,
    parts: 0,
    estimated: hidden.some(({ estimated }) => estimated),
    note: `Together, because one of them rests on 1 to 4 clients: ${hidden.map(({ label }) => label.toLowerCase()).join(', ')}.`,
  };
  const kept = bars.filter((bar) => !hidden.includes(bar));
  return [...kept.slice(0, -1), together, ...kept.slice(-1)];
}
