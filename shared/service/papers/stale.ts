/** Whether a paper that was given out still says what is so, and what of it does not. */
import { TOLD_FIELDS, type ToldField, type TransportTold } from '../../model/letter.ts';
import type { SchoolListContent, SchoolLine } from '../../model/paper.ts';
import {
  ROUTE_FIELDS,
  STOP_FIELDS,
  type RouteField,
  type SheetContent,
  type SheetStop,
  type StopField,
} from '../../model/route-sheet.ts';
import { SCHOOL_FIELDS } from './allowed.ts';

/** One thing that is no longer as the paper says. */
export interface StaleReason {
  /** `gone`: its reader carries or receives nobody of it any more; `left`: it names a child that is no longer theirs. */
  readonly kind: 'gone' | 'left' | 'joined' | 'changed';
  /** A sentence without its full stop; no address is in it. */
  readonly words: string;
}

/** Fields whose values are told nowhere but on the paper: an address, and words about a child. */
const UNTOLD: ReadonlySet<string> = new Set<StopField | RouteField | ToldField>([
  'address',
  'ring',
  'support',
  'communicate',
  'emergency',
  'at_home',
  'at_school',
  'seat',
  'pick_up_place',
  'office',
]);

/** A sheet of a route that is still its provider's. Children are told apart by their number where the sheet has it, else by name. */
export function staleSheet(
  before: { readonly content: SheetContent; readonly clients: readonly number[] },
  now: { readonly content: SheetContent; readonly clients: readonly number[] },
): readonly StaleReason[] {
  const hasNumbers = before.clients.length === before.content.stops.length;
  const lines = ({ content, clients }: typeof before): ReadonlyMap<string, SheetStop> =>
    keyed(content.stops, (stop, at) => (hasNumbers ? String(clients[at]) : stop.name));
  const labels = (key: string): string => STOP_FIELDS[key as StopField].label;
  return [
    ...fieldsOf(before.content.route, now.content.route, (key) => ROUTE_FIELDS[key as RouteField].label), // prettier-ignore
    ...linesOf(lines(before), lines(now), { name: (stop) => stop.name, labels }),
    ...orderOf(before.content.stops, now.content.stops),
    ...warningsOf(before.content.warnings, now.content.warnings),
  ];
}

/** A school's list. */
export function staleSchoolList(
  before: { readonly content: SchoolListContent; readonly clients: readonly number[] },
  now: { readonly content: SchoolListContent; readonly clients: readonly number[] },
): readonly StaleReason[] {
  const lines = ({ content, clients }: typeof before): ReadonlyMap<string, SchoolLine> =>
    keyed(content.lines, (_line, at) => String(clients[at]));
  const labels = (key: string): string => SCHOOL_FIELDS[key as keyof typeof SCHOOL_FIELDS].label;
  return [
    ...fieldsOf(before.content.head, now.content.head, () => 'Number to ring'),
    ...linesOf(lines(before), lines(now), { name: (line) => line.child, labels }),
    ...warningsOf(before.content.warnings, now.content.warnings),
  ];
}

/** What a family was told, against what is so; `now` null: nothing is confirmed any more. */
export function staleTold(
  before: TransportTold,
  now: TransportTold | null,
): readonly StaleReason[] {
  if (now === null) return [{ kind: 'gone', words: 'The transport that it tells of is not confirmed any more' }]; // prettier-ignore
  return fieldsOf(before, now, (key) => TOLD_FIELDS[key as ToldField]);
}

type Words = Readonly<Record<string, string>>;

function fieldsOf(before: Words, now: Words, label: (key: string) => string): StaleReason[] {
  return Object.keys(now).flatMap((key): StaleReason[] =>
    (before[key] ?? '') === (now[key] ?? '')
      ? []
      : [{ kind: 'changed', words: changeWords(label(key), { key, before, now }) }],
  );
}

function changeWords(
  label: string,
  { key, before, now }: { readonly key: string; readonly before: Words; readonly now: Words },
): string {
  if (UNTOLD.has(key)) return `${label} is another`;
  const [old, is] = [before[key] ?? '', now[key] ?? ''];
  if (old === '') return `${label} ${is}, was not said`;
  return is === '' ? `${label} is not said any more, was ${old}` : `${label} ${is}, was ${old}`;
}

function linesOf<L extends Words>(
  before: ReadonlyMap<string, L>,
  now: ReadonlyMap<string, L>,
  how: { readonly name: (line: L) => string; readonly labels: (key: string) => string },
): StaleReason[] {
  const found: StaleReason[] = [];
  for (const [key, line] of before)
    if (!now.has(key)) found.push({ kind: 'left', words: `${how.name(line)} is no longer on it` });
  for (const [key, line] of now) {
    const old = before.get(key);
    if (old === undefined) found.push({ kind: 'joined', words: `${how.name(line)} joins` });
    else
      for (const { words } of fieldsOf(old, line, how.labels))
        found.push({ kind: 'changed', words: `${how.name(line)}: ${words}` });
  }
  return found;
}

/** The same children in another order, where no time tells it. */
function orderOf(before: readonly SheetStop[], now: readonly SheetStop[]): StaleReason[] {
  const names = (stops: readonly SheetStop[]): string => stops.map(({ name }) => name).join('\n');
  const sorted = (stops: readonly SheetStop[]): string => names(stops.toSorted((a, b) => (a.name < b.name ? -1 : 1))); // prettier-ignore
  const isMoved = names(before) !== names(now) && sorted(before) === sorted(now);
  return isMoved ? [{ kind: 'changed', words: 'The stops are in another order' }] : [];
}

function warningsOf(before: readonly string[], now: readonly string[]): StaleReason[] {
  const gone = before.filter((each) => !now.includes(each));
  const come = now.filter((each) => !before.includes(each));
  return [
    ...come.map((words): StaleReason => ({ kind: 'changed', words: `Now warns: ${stopless(words)}` })),
    ...gone.map((words): StaleReason => ({ kind: 'changed', words: `No longer warns: ${stopless(words)}` })),
  ]; // prettier-ignore
}

const stopless = (words: string): string => words.replace(/\.$/, '');

/** Lines by key; a key that comes twice (one child at two stops, two of one name) is told apart by its place. */
function keyed<L>(
  lines: readonly L[],
  keyOf: (line: L, at: number) => string,
): ReadonlyMap<string, L> {
  const seen = new Map<string, number>();
  return new Map(
    lines.map((line, at) => {
      const key = keyOf(line, at);
      const times = seen.get(key) ?? 0;
      seen.set(key, times + 1);
      return [times === 0 ? key : `${key} ${times}`, line];
    }),
  );
}
