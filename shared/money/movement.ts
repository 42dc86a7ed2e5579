/** Why a line's forecast moved since last month: contracts begun, ended, repriced, days, ledger, budget. The parts add up to the penny. */
import { formatPence } from '../format/money.ts';
import { BUDGET_LINES, type BudgetLine } from '../model/budget.ts';
import { yearMoney } from './contract-money.ts';
import { forecastOf, restOfBudget, type ContractPosition, type Position, type Reckoning } from './position.ts'; // prettier-ignore
import type { ShownLine } from './money-facts.ts';

export const MOVEMENT_CAUSES = ['begun', 'ended', 'repriced', 'days', 'ledger', 'budget'] as const;
/**
 * `begun`: contracts confirmed, or that now run longer; `ended`: handed back or ended sooner; `repriced`: another price of the day; `days`: days of school, stood
 * down or missed; `ledger`: booked or invoiced otherwise than was due; `budget`: a virement of a line that goes on as budgeted.
 */
export type MovementCause = (typeof MOVEMENT_CAUSES)[number];

export const CAUSE_WORDS: Readonly<Record<MovementCause, string>> = {
  begun: 'contracts begun',
  ended: 'contracts ended',
  repriced: 'prices changed',
  days: 'days run',
  ledger: 'ledger lines',
  budget: 'virements',
};

/** One cause with what it comes to and the contracts behind it, the largest first. */
export interface MovementPart {
  readonly cause: MovementCause;
  readonly pence: number;
  readonly contracts: readonly string[];
}

export interface Movement {
  readonly pence: number;
  /** None of them 0, the largest first; they add up to `pence`. */
  readonly parts: readonly MovementPart[];
  readonly sentence: string;
}

type Effects = Map<MovementCause, { pence: number; readonly of: { ref: string; pence: number }[] }>;

/** Every line's movement from one standpoint to the next. */
export function movementsOf(
  reckoning: Reckoning,
  before: Position,
  now: Position,
  lines: readonly ShownLine[],
): ReadonlyMap<ShownLine, Movement> {
  const effects = new Map<ShownLine, Effects>();
  const note = (line: ShownLine, cause: MovementCause, pence: number, ref = ''): void => {
    if (pence === 0) return;
    let of = effects.get(line);
    if (of === undefined) effects.set(line, (of = new Map() as Effects));
    let part = of.get(cause);
    if (part === undefined) of.set(cause, (part = { pence: 0, of: [] }));
    part.pence += pence;
    if (ref !== '') part.of.push({ ref, pence });
  };
  for (const ref of new Set([...before.contracts.keys(), ...now.contracts.keys()]))
    noteContract(reckoning, { ref, was: before.contracts.get(ref), is: now.contracts.get(ref) }, note); // prettier-ignore
  for (const line of lines) {
    const virements = (now.current.get(line) ?? 0) - (before.current.get(line) ?? 0);
    const budget = reckoning.basis(line) === 'budget' ? restOfBudget(reckoning.facts, now.at, now.current.get(line) ?? 0) - restOfBudget(reckoning.facts, now.at, (now.current.get(line) ?? 0) - virements) : 0; // prettier-ignore
    note(line, 'budget', budget);
    note(line, 'ledger', outsideDue(now, line) - outsideDue(before, line) - budget);
  }
  return new Map(lines.map((line) => {
    const pence = forecastOf(now, line) - forecastOf(before, line);
    return [line, movementFrom(pence, effects.get(line) ?? (new Map() as Effects), before)];
  })); // prettier-ignore
}

/** What a line's forecast holds beside the contracts' own year: the ledger and accruals less what was due, or a budget's rest. */
function outsideDue(position: Position, line: ShownLine): number {
  let pence = forecastOf(position, line);
  if (line !== 'not_mapped')
    for (const { money } of position.contracts.values()) pence -= money.total.get(line) ?? 0;
  return pence;
}

interface Pair {
  readonly ref: string;
  readonly was: ContractPosition | undefined;
  readonly is: ContractPosition | undefined;
}

function noteContract(
  { sharing }: Reckoning,
  { ref, was, is }: Pair,
  note: (line: BudgetLine, cause: MovementCause, pence: number, ref: string) => void,
): void {
  const on = (position: ContractPosition | undefined, line: BudgetLine): number => position?.money.total.get(line) ?? 0; // prettier-ignore
  if (was === undefined || is === undefined) {
    for (const line of BUDGET_LINES) note(line, is === undefined ? 'ended' : 'begun', on(is, line) - on(was, line), ref); // prettier-ignore
    return;
  }
  // First the new prices on the days as they were, then the days.
  const isRepriced = was.known.prices_key !== is.known.prices_key;
  const period = { year: Number(was.days.from.slice(0, 4)), period: 12 };
  const priced = isRepriced ? yearMoney(was.days, is.known, was.known.source.riders, period, sharing).total : was.money.total; // prettier-ignore
  for (const line of BUDGET_LINES) {
    const mid = priced.get(line) ?? 0;
    note(line, 'repriced', mid - on(was, line), ref);
    const days = on(is, line) - mid;
    const cause = is.known.last < was.known.last ? 'ended' : is.known.last > was.known.last ? 'begun' : 'days'; // prettier-ignore
    note(line, cause, days, ref);
  }
}

/** Causes named in the sentence; the others are told together. */
const NAMED = 3;
const REFS = 2;

function movementFrom(pence: number, effects: Effects, before: Position): Movement {
  const parts = [...effects]
    .filter(([, part]) => part.pence !== 0)
    .map(([cause, part]): MovementPart => ({
      cause,
      pence: part.pence,
      contracts: part.of.toSorted((a, b) => Math.abs(b.pence) - Math.abs(a.pence) || (a.ref < b.ref ? -1 : 1)).map(({ ref }) => ref), // prettier-ignore
    }))
    .toSorted((a, b) => Math.abs(b.pence) - Math.abs(a.pence) || (a.cause < b.cause ? -1 : 1));
  return { pence, parts, sentence: sentenceOf(pence, parts, before.at.period) };
}

function sentenceOf(pence: number, parts: readonly MovementPart[], period: number): string {
  if (parts.length === 0) return `As in period ${period}.`;
  const named = parts.slice(0, NAMED).map((part) => `${CAUSE_WORDS[part.cause]} ${signed(part.pence)}${refsOf(part)}`); // prettier-ignore
  const rest = parts.slice(NAMED).reduce((sum, part) => sum + part.pence, 0);
  const all = parts.length > NAMED ? [...named, `the rest ${signed(rest)}`] : named;
  const head = pence === 0 ? `The same as in period ${period}` : `${formatPence(Math.abs(pence))} ${pence > 0 ? 'more' : 'less'} than in period ${period}`; // prettier-ignore
  return `${head}: ${all.join(', ')}.`;
}

function refsOf({ contracts }: MovementPart): string {
  if (contracts.length === 0) return '';
  const more = contracts.length - REFS;
  return ` (${contracts.slice(0, REFS).join(', ')}${more > 0 ? ` and ${more} more` : ''})`;
}

const signed = (pence: number): string => (pence > 0 ? `+${formatPence(pence)}` : formatPence(pence)); // prettier-ignore
