import { formatPercentChange } from '../format/number.ts';
import { formatShortPounds } from '../format/money.ts';
import type { Change } from './change.ts';

/** The bars as the groups that a sentence names. Words for a rise and for a fall. */
const GROUPS: readonly {
  readonly keys: readonly string[];
  readonly up: string;
  readonly down: string;
}[] = [
  { keys: ['joiners', 'leavers', 'unplaced'], up: 'more children', down: 'fewer children' },
  {
    keys: ['fuel', 'labour', 'retender'],
    up: 'higher contract prices',
    down: 'lower contract prices',
  },
  { keys: ['sharing'], up: 'emptier vehicles', down: 'fuller vehicles' },
  { keys: ['stops', 'moved'], up: 'longer and other routes', down: 'shorter and other routes' },
  { keys: ['assistants'], up: 'more assistants', down: 'fewer assistants' },
  { keys: ['days'], up: 'more days', down: 'fewer days' },
  { keys: ['no_clients'], up: 'routes with no clients', down: 'routes with no clients' },
];

/** Shares with a plain name; within three points of it. */
const FRACTIONS: readonly (readonly [number, string])[] = [
  [0.25, 'a quarter'],
  [1 / 3, 'a third'],
  [0.5, 'half'],
  [2 / 3, 'two thirds'],
  [0.75, 'three quarters'],
];

/** The change on last year in one sentence: how much, and what it is mostly made of. No closing stop. */
export function headlineOf(change: Change): string {
  const first = change.bars[0];
  const last = change.bars.at(-1);
  if (first === undefined || last === undefined || first.pence === 0) {
    return 'No cost is known for last year, so the change cannot be told';
  }
  const rise = last.pence - first.pence;
  if (rise === 0) return `The same as ${first.label}, to the penny`;
  const parts = GROUPS.map((group) => ({
    ...group,
    pence: change.bars
      .filter((bar) => bar.kind === 'change' && group.keys.includes(bar.key))
      .reduce((sum, bar) => sum + bar.pence, 0),
  })).toSorted((a, b) => Math.abs(b.pence) - Math.abs(a.pence));
  const more = rise > 0 ? 'more' : 'less';
  const size = `${formatShortPounds(Math.abs(rise))} ${more} than ${first.label} (${formatPercentChange(rise / first.pence)})`;
  const top = parts[0];
  if (top === undefined || top.pence === 0) return size;
  return `${size}; ${mainReason(top, parts.slice(1, 3), rise)}`;
}

interface Part {
  readonly pence: number;
  readonly up: string;
  readonly down: string;
}

/** A part that moves less than this share of the change is not worth a word. */
const WORTH_NAMING = 0.2;

function mainReason(top: Part, others: readonly Part[], rise: number): string {
  const share = top.pence / rise;
  const named = others.filter((part) => Math.abs(part.pence / rise) >= WORTH_NAMING);
  if (share <= 0 || share > 1.1) return [top, ...named].map(effectOf).join(', ');
  const lead = `${fractionWords(share)} is ${wordsOf(top)}`;
  const only = named[0];
  if (only === undefined) return lead;
  if (named.length === 1 && only.pence / rise > 0) {
    return `${lead}, ${fractionWords(only.pence / rise)} ${wordsOf(only)}`;
  }
  return `${lead}; ${named.map(effectOf).join(' and ')}`;
}

/** `two thirds`, `nearly all`, else the per cent. */
function fractionWords(share: number): string {
  if (share >= 0.995) return 'all of it';
  if (share >= 0.9) return 'nearly all';
  const near = FRACTIONS.find(([value]) => Math.abs(value - share) <= 0.03);
  return near === undefined ? `${Math.round(share * 100)}%` : near[1];
}

function wordsOf(part: Part): string {
  return part.pence > 0 ? part.up : part.down;
}

function effectOf(part: Part): string {
  const verb = part.pence > 0 ? 'add' : 'take off';
  return `${wordsOf(part)} ${verb} ${formatShortPounds(Math.abs(part.pence))}`;
}
