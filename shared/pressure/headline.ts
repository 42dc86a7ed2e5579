import { formatCount, formatPercentChange } from '../format/number.ts';
import { formatPoundsChange, formatShortPounds } from '../format/money.ts';
import type { Change } from './change.ts';

/** What the sentence is made from. */
type ToldChange = Omit<Change, 'split'>;

/** The bars as the groups that a sentence names. Words for a rise and for a fall. */
const GROUPS: readonly {
  readonly keys: readonly string[];
  readonly up: string;
  readonly down: string;
}[] = [
  { keys: ['joiners', 'leavers', 'unplaced'], up: 'more children', down: 'fewer children' },
  {
    keys: ['fuel', 'labour', 'other_prices', 'retender'],
    up: 'dearer contracts',
    down: 'cheaper contracts',
  },
  { keys: ['sharing'], up: 'emptier vehicles', down: 'fuller vehicles' },
  { keys: ['distance'], up: 'longer runs', down: 'shorter runs' },
  { keys: ['mix'], up: 'dearer vehicles', down: 'cheaper vehicles' },
  { keys: ['assistants'], up: 'more assistants', down: 'fewer assistants' },
  { keys: ['days', 'full_year_effect'], up: 'more days', down: 'fewer days' },
  { keys: ['policy'], up: 'policy', down: 'policy' },
  { keys: ['savings'], up: 'savings that ended', down: 'savings' },
  { keys: ['income'], up: 'less income', down: 'more income' },
  { keys: ['one_offs'], up: 'one-offs', down: 'one-offs that ended' },
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
export function headlineOf(change: ToldChange): string {
  const first = change.bars[0];
  const last = change.bars.at(-1);
  if (first === undefined || last === undefined || first.pence === 0) {
    return 'No cost is known for last year, so the change cannot be told';
  }
  const rise = last.pence - first.pence;
  if (rise === 0) return `The same as ${first.label}, to the penny`;
  const parts = GROUPS.map((group) => partOf(group, change)).toSorted(
    (a, b) => Math.abs(b.pence) - Math.abs(a.pence),
  );
  const more = rise > 0 ? 'more' : 'less';
  const size = `${formatShortPounds(Math.abs(rise))} ${more} than ${first.label} (${formatPercentChange(rise / first.pence)})`;
  const top = parts[0];
  if (top === undefined || top.pence === 0) return size;
  const named = parts
    .slice(0, MOST_NAMED)
    .filter((part) => part === top || Math.abs(part.pence / rise) >= WORTH_NAMING);
  const isOneWay = named.every((part) => part.pence / rise > 0) && top.pence / rise <= 1.1;
  return isOneWay
    ? `${size}; ${byShare(named, rise)}`
    : `${size}: ${byAmount(named, rise)}${restOf(named, rise)}`;
}

/** Amounts that are read aloud are added up: what no name was given makes up the difference. */
function restOf(named: readonly Part[], rise: number): string {
  const rest = rise - sumOf(named);
  if (Math.abs(rest / rise) < WORTH_ADDING) return '';
  return `; everything else ${rest > 0 ? 'adds' : 'takes off'} ${formatShortPounds(Math.abs(rest))}`;
}

interface Part {
  readonly pence: number;
  /** The words for what it did, such as `dearer contracts`. */
  readonly words: string;
  /** `735 more children`, where it is known how many. */
  readonly counted: string;
  /** More than one bar went into it, so the amount is what is left of them. */
  readonly net: boolean;
  readonly isChildren: boolean;
}

/** A part that moves less than this share of the change is not worth a word. */
const WORTH_NAMING = 0.2;
const MOST_NAMED = 3;
/** Less than this share of the change is lost in rounding the amounts. */
const WORTH_ADDING = 0.05;

function partOf(group: (typeof GROUPS)[number], change: ToldChange): Part {
  const bars = change.bars.filter((bar) => bar.kind === 'change' && group.keys.includes(bar.key));
  const pence = bars.reduce((sum, bar) => sum + bar.pence, 0);
  const words = pence > 0 ? group.up : group.down;
  const isChildren = group.keys.includes('joiners');
  const children = isChildren ? change.joiners - change.leavers - change.unplaced : 0;
  // A count that goes the other way than its cost would only puzzle.
  const counted = children * pence > 0 ? `${formatCount(Math.abs(children))} ${words}` : words;
  return { pence, words, counted, net: bars.length > 1, isChildren };
}

/** Where everything pulls one way: `two thirds is more children, a third dearer contracts`. */
function byShare(named: readonly Part[], rise: number): string {
  return named
    .map((part, at) => {
      const share = fractionWords(part.pence / rise);
      return at === 0 ? `${share} is ${part.words}` : `${share} ${part.words}`;
    })
    .join(', ');
}

/** Where forces pull against one another, shares of the whole would mislead, so amounts are told. */
function byAmount(named: readonly Part[], rise: number): string {
  const children = named.find((part) => part.isChildren);
  const others = named.filter((part) => !part.isChildren);
  const withIt = others.filter((part) => part.pence / rise > 0);
  const against = others.filter((part) => part.pence / rise < 0);
  const lead = children === undefined ? [] : [effectOf(children)];
  if (withIt.length === 0 || against.length === 0)
    return [...lead, ...others.map(effectOf)].join('; ');
  const [up, down] = [sumOf(withIt), sumOf(against)];
  const how = Math.abs(down) > Math.abs(up) * 1.1 ? 'more than offset' : 'offset';
  const degree = Math.abs(down) < Math.abs(up) * 0.9 ? `partly ${how}` : how;
  return [...lead, `${list(withIt)} are ${degree} by ${list(against)}`].join('; ');
}

function sumOf(parts: readonly Part[]): number {
  return parts.reduce((sum, part) => sum + part.pence, 0);
}

function list(parts: readonly Part[]): string {
  return parts.map((part) => `${part.words} (${formatPoundsChange(part.pence)})`).join(' and ');
}

/** `two thirds`, `nearly all`, else the per cent. */
function fractionWords(share: number): string {
  if (share >= 0.995) return 'all of it';
  if (share >= 0.9) return 'nearly all';
  const near = FRACTIONS.find(([value]) => Math.abs(value - share) <= 0.03);
  return near === undefined ? `${Math.round(share * 100)}%` : near[1];
}

function effectOf(part: Part): string {
  const verb = part.pence > 0 ? 'add' : 'take off';
  return `${part.counted} ${verb} ${formatShortPounds(Math.abs(part.pence))}${part.net ? ' net' : ''}`;
}
