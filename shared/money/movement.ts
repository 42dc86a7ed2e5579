/** Why a line's forecast moved since last month: contracts begun, ended, repriced, days, ledger, budget. The parts add up to the penny. */
import { formatPence } from '../format/money.ts';
import { BUDGET_LINES, type BudgetLine } from '../model/budget.ts';
import type { SignedOff } from '../model/period-closing.ts';
import { yearMoney } from './contract-money.ts';
import { restOfLine } from './line-rest.ts';
import { forecastOf, lineAmounts, type ContractPosition, type Position, type Reckoning } from './position.ts'; // prettier-ignore
import { restatedOf, signedForecast, type Restated } from './restated.ts';
import type { ShownLine } from './money-facts.ts';

export const MOVEMENT_CAUSES = ['begun', 'ended', 'repriced', 'days', 'ledger', 'budget', 'basis', 'aboard', 'restated'] as const; // prettier-ignore
/**
 * `begun`: contracts confirmed, or that now run longer; `ended`: handed back or ended sooner; `repriced`: another price of the day; `days`: days of school, stood
 * down or missed; `ledger`: booked or invoiced otherwise than was due; `budget`: a virement of a line that goes on as budgeted; `basis`: a
 * line without contracts is forecast another way; `aboard`: other
 * children on a contract since last month was signed off; `restated`: known of last month only since then.
 */
export type MovementCause = (typeof MOVEMENT_CAUSES)[number];

export const CAUSE_WORDS: Readonly<Record<MovementCause, string>> = {
  begun: 'contracts begun',
  ended: 'contracts ended',
  repriced: 'prices changed',
  days: 'days run',
  ledger: 'ledger lines',
  budget: 'virements',
  basis: 'another way of forecasting',
  aboard: 'children aboard',
  restated: 'restated',
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
  /** `signed_off`: against last month as it was closed; `reckoned`: it never was, so it is reckoned anew. */
  readonly compared_with: 'signed_off' | 'reckoned';
  /** Last month's forecast that it is compared with. */
  readonly before_pence: number;
  /** What was known later of the month signed off; null where it was not. */
  readonly restated: Restated | null;
}

/** Last month, reckoned as it was known then, and as it was signed off where it was. */
export interface Before {
  readonly position: Position;
  readonly signed: SignedOff | null;
}

type Effects = Map<MovementCause, { pence: number; readonly of: { ref: string; pence: number }[] }>;

/** Every line's movement from one standpoint to the next. */
export function movementsOf(
  reckoning: Reckoning,
  { position: before, signed }: Before,
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
  const restated = new Map<ShownLine, Restated>();
  for (const line of lines) {
    const { budget, basis } = reckoning.hasContracts(line) ? { budget: 0, basis: 0 } : restMoved(reckoning, before, now, line); // prettier-ignore
    note(line, 'budget', budget);
    note(line, 'basis', basis);
    note(line, 'ledger', outsideDue(now, line) - outsideDue(before, line) - budget - basis);
    if (signed === null) continue;
    const since = restatedOf(before, signed, line);
    restated.set(line, since);
    for (const { ref, pence } of since.aboard) note(line, 'aboard', pence, ref);
    note(line, 'restated', since.pence);
  }
  return new Map(lines.map((line) => {
    const before_pence = signed === null ? forecastOf(before, line) : signedForecast(signed, line);
    const known_later = restated.get(line) ?? null;
    const parts = partsOf(effects.get(line) ?? (new Map() as Effects));
    const pence = forecastOf(now, line) - before_pence;
    const sentence = sentenceOf(pence, parts, `period ${before.at.period}${signed === null ? '' : ' as signed off'}`);
    return [line, {
      pence, parts, before_pence,
      sentence: [sentence, known_later?.sentence ?? ''].filter((each) => each !== '').join(' '),
      compared_with: signed === null ? 'reckoned' : 'signed_off',
      restated: known_later,
    }];
  })); // prettier-ignore
}

/** What virements and another basis did to what is still to come of a line without contracts. */
function restMoved(
  { facts }: Reckoning,
  before: Position,
  now: Position,
  line: ShownLine,
): { readonly budget: number; readonly basis: number } {
  const amounts = lineAmounts(now, line);
  const [was, is] = [before.chosen.get(line) ?? null, now.chosen.get(line) ?? null];
  const rest = restOfLine(facts, now.at, amounts, was);
  const before_virements = { ...amounts, current: before.current.get(line) ?? 0 };
  return {
    budget: rest - restOfLine(facts, now.at, before_virements, was),
    basis: restOfLine(facts, now.at, amounts, is) - rest,
  };
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

/** Causes named in the sentence; the others are told together, and what was restated always apart. */
const NAMED = 3;
const REFS = 2;

function partsOf(effects: Effects): readonly MovementPart[] {
  return [...effects]
    .filter(([, part]) => part.pence !== 0)
    .map(([cause, part]): MovementPart => ({
      cause,
      pence: part.pence,
      contracts: part.of.toSorted((a, b) => Math.abs(b.pence) - Math.abs(a.pence) || (a.ref < b.ref ? -1 : 1)).map(({ ref }) => ref), // prettier-ignore
    }))
    .toSorted((a, b) => Math.abs(b.pence) - Math.abs(a.pence) || (a.cause < b.cause ? -1 : 1));
}

function sentenceOf(pence: number, parts: readonly MovementPart[], than: string): string {
  if (parts.length === 0) return `As in ${than}.`;
  const own = parts.filter(({ cause }) => cause !== 'restated');
  const restated = parts.filter(({ cause }) => cause === 'restated');
  const words = (part: MovementPart): string => `${CAUSE_WORDS[part.cause]} ${signedPence(part.pence)}${refsOf(part)}`; // prettier-ignore
  const rest = own.slice(NAMED).reduce((sum, part) => sum + part.pence, 0);
  const all = [
    ...own.slice(0, NAMED).map(words),
    ...(own.length > NAMED ? [`the rest ${signedPence(rest)}`] : []),
    ...restated.map(words),
  ];
  const head = pence === 0 ? `The same as in ${than}` : `${formatPence(Math.abs(pence))} ${pence > 0 ? 'more' : 'less'} than in ${than}`; // prettier-ignore
  return `${head}: ${all.join(', ')}.`;
}

function refsOf({ contracts }: MovementPart): string {
  if (contracts.length === 0) return '';
  const more = contracts.length - REFS;
  return ` (${contracts.slice(0, REFS).join(', ')}${more > 0 ? ` and ${more} more` : ''})`;
}

const signedPence = (pence: number): string => (pence > 0 ? `+${formatPence(pence)}` : formatPence(pence)); // prettier-ignore
