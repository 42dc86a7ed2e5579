/** Monitoring of a period: every line with its budget, actual, accrual, commitment, forecast, variance and why it moved. */
import type { Period } from '../calendar/financial-year.ts';
import { planningYearOf } from '../calendar/years.ts';
import { formatDate } from '../format/date.ts';
import { formatPence } from '../format/money.ts';
import type { BudgetLine, Saving, Benchmark } from '../model/budget.ts';
import type { LineForecast, SignedOff } from '../model/period-closing.ts';
import { isIncome, SHOWN_LINES, shownLineWords } from './budget-lines.ts';
import { addTo } from './contract-money.ts';
import { besideOurs, ownHeads, type BesideOurs, type OwnHead } from './heads.ts';
import { movementsOf, type Movement } from './movement.ts';
import { addsByLine, planAdds, type PlanAdd, type PlanDays } from './plan-adds.ts';
import { restOfLine } from './line-rest.ts';
import { signedForecast } from './restated.ts';
import { forecastOf, lineAmounts, positionAt, reckoningOf, standpointBefore, standpointOf, type ForecastBasis, type Position, type Reckoning } from './position.ts'; // prettier-ignore
import { invoiceDifferences, reconciledLines, type InvoiceDifference, type ReconciledLine } from './reconcile-ledger.ts'; // prettier-ignore
import { savingStandings, type SavingStanding } from './savings.ts';
import type { MoneyFacts, ShownLine } from './money-facts.ts';

/** Amounts of a line or of all. Whole pence; forecast = actual + accrual + commitment; variance = forecast less current budget. */
export interface MonitorAmounts {
  readonly original_pence: number;
  readonly current_pence: number;
  readonly actual_pence: number;
  readonly accrual_pence: number;
  readonly commitment_pence: number;
  readonly forecast_pence: number;
  readonly variance_pence: number;
  /** What the plan in use adds that no contract is confirmed for; not in the forecast. */
  readonly plan_pence: number;
  readonly variance_with_plan_pence: number;
  readonly next_year_pence: number;
}

export interface MonitorLine extends MonitorAmounts {
  readonly line: ShownLine;
  readonly basis: ForecastBasis;
  /** Who chose that, when and why; null where nobody did. */
  readonly chosen: LineForecast | null;
  /** Of a line without contracts: the forecast as budgeted and at the run rate, whichever is chosen. */
  readonly choices: { readonly budget_pence: number; readonly run_rate_pence: number } | null;
  /** null in the first period of a year. */
  readonly movement: Movement | null;
}

export interface Monitor {
  readonly at: Position['at'];
  readonly lines: readonly MonitorLine[];
  readonly total: MonitorAmounts;
  readonly total_movement_pence: number | null;
  /** The period as it was signed off; null while it is open. */
  readonly signed: SignedOff | null;
  /** The month before it, which movement is against; null where that was never closed, or is of another year. */
  readonly signed_before: SignedOff | null;
  readonly position: Position;
  readonly plan: readonly PlanAdd[];
  readonly reconciled: readonly ReconciledLine[];
  readonly invoices: readonly InvoiceDifference[];
  readonly savings: readonly SavingStanding[];
  readonly heads: readonly OwnHead[];
  readonly benchmarks: readonly BesideOurs[];
  /** What was assumed where something is missing, in sentences. */
  readonly notes: readonly string[];
}

/** What monitoring is made of besides the facts. */
export interface MonitorAsked {
  readonly period: Period;
  /** null where nothing is planned. */
  readonly plan_days: PlanDays | null;
  /** The closing that stands of a period; null for none. */
  readonly signedOff: (period: Period) => SignedOff | null;
  readonly savings: readonly Saving[];
  readonly benchmarks: readonly Benchmark[];
}

/** Makes up a period. */
export function monitorOf(
  reckoning: Reckoning,
  { period, plan_days, signedOff, savings, benchmarks }: MonitorAsked,
): Monitor {
  // prettier-ignore
  const { facts } = reckoning;
  const at = standpointOf(period, facts.on);
  const position = positionAt(reckoning, at);
  const last = standpointBefore(at, facts.on);
  const signed_before = last === null ? null : signedOff(last);
  // What was known when it was signed off: all that is found otherwise now came in since with an earlier date.
  const before =
    last === null || signed_before === null ? last : { ...last, known_on: signed_before.known_on };
  const routes = facts.routes.filter(({ contract_id }) => contract_id === null || !isCounted(position, contract_id)); // prettier-ignore
  const plan = plan_days === null ? [] : planAdds(routes, plan_days, period, reckoning);
  const adds = addsByLine(plan);
  const shown = SHOWN_LINES.filter((line) => isShown(line, position, adds) || (signed_before !== null && signedForecast(signed_before, line) !== 0)); // prettier-ignore
  const movements = before === null ? null : movementsOf(reckoning, { position: positionAt(reckoningThen(reckoning, signed_before, period.year), before), signed: signed_before }, position, shown); // prettier-ignore
  const next_years = nextYears(position);
  const lines = shown.map((line): MonitorLine => ({
    line,
    basis: reckoning.hasContracts(line)
      ? 'contracts'
      : (position.chosen.get(line)?.basis ?? 'budget'),
    chosen: position.chosen.get(line) ?? null,
    choices: reckoning.hasContracts(line) ? null : choicesOf(facts, position, line),
    ...amountsOf(position, line, {
      plan_pence: line === 'not_mapped' ? 0 : (adds.get(line) ?? 0),
      next_year_pence: next_years.get(line) ?? 0,
    }),
    movement: movements?.get(line) ?? null,
  }));
  const total = totalOf(lines);
  const invoices = facts.invoices.filter(({ known_on }) => known_on <= at.known_on);
  const heads = ownHeads(reckoning, position);
  return {
    at,
    lines,
    total,
    total_movement_pence: movements === null ? null : lines.reduce((sum, { movement }) => sum + (movement?.pence ?? 0), 0), // prettier-ignore
    signed: signedOff(period),
    signed_before,
    position,
    plan,
    reconciled: reconciledLines(position.matched, SHOWN_LINES),
    invoices: invoiceDifferences(invoices, position.covered),
    savings: savingStandings(savings, position.contracts, period),
    heads,
    benchmarks: besideOurs(benchmarks, heads),
    notes: [...notesOf(position, lines), ...(last !== null && signed_before === null ? [`Period ${last.period} was never closed, or was opened again: last month is reckoned anew with what was known by the end of the month after it.`] : [])], // prettier-ignore
  };
}

/**
 * The reckoning as it was when a period was signed off. The year planned settles which contracts of the register count, so a closing before 1 March is not
 * looked at with the next year's eyes.
 */
function reckoningThen(reckoning: Reckoning, signed: SignedOff | null, year: number): Reckoning {
  const { facts } = reckoning;
  if (signed === null || planningYearOf(signed.closed_on) === planningYearOf(facts.on)) return reckoning; // prettier-ignore
  return reckoningOf({ ...facts, on: signed.closed_on }, year);
}

function choicesOf(facts: MoneyFacts, position: Position, line: ShownLine): MonitorLine['choices'] {
  const amounts = lineAmounts(position, line);
  const forecast = (basis: 'budget' | 'run_rate'): number => amounts.actual + amounts.accrual + restOfLine(facts, position.at, amounts, { basis, pence: null }); // prettier-ignore
  return { budget_pence: forecast('budget'), run_rate_pence: forecast('run_rate') };
}

function isCounted({ contracts }: Position, contract_id: number): boolean {
  for (const { known } of contracts.values())
    if (known.source.contract.id === contract_id) return known.source.contract.confirmed;
  return false;
}

function isShown(
  line: ShownLine,
  position: Position,
  adds: ReadonlyMap<BudgetLine, number>,
): boolean {
  // prettier-ignore
  const { original, current, actual, accrual, commitment } = position;
  if ([original, current, actual, accrual, commitment].some((each) => (each.get(line) ?? 0) !== 0)) return true; // prettier-ignore
  if (position.matched.some(({ on_line }) => on_line === line)) return true;
  return line !== 'not_mapped' && (adds.get(line) ?? 0) !== 0;
}

function amountsOf(
  position: Position,
  line: ShownLine,
  { plan_pence, next_year_pence }: Pick<MonitorAmounts, 'plan_pence' | 'next_year_pence'>,
): MonitorAmounts {
  const of = (map: ReadonlyMap<ShownLine, number>): number => map.get(line) ?? 0;
  const current_pence = of(position.current);
  const forecast_pence = forecastOf(position, line);
  return {
    original_pence: of(position.original),
    current_pence,
    actual_pence: of(position.actual),
    accrual_pence: of(position.accrual),
    commitment_pence: of(position.commitment),
    forecast_pence,
    variance_pence: forecast_pence - current_pence,
    plan_pence,
    variance_with_plan_pence: forecast_pence + plan_pence - current_pence,
    next_year_pence,
  };
}

/** Next year's part of a contract goes to the line that most of its year goes to. */
function nextYears({ contracts }: Position): ReadonlyMap<ShownLine, number> {
  const lines = new Map<ShownLine, number>();
  for (const { money } of contracts.values()) {
    const [first] = [...money.total].toSorted((a, b) => b[1] - a[1]);
    addTo(lines, first?.[0] ?? 'pre_16_sen', money.next_year_pence);
  }
  return lines;
}

const AMOUNTS = ['original_pence', 'current_pence', 'actual_pence', 'accrual_pence', 'commitment_pence', 'forecast_pence', 'variance_pence', 'plan_pence', 'variance_with_plan_pence', 'next_year_pence'] as const satisfies readonly (keyof MonitorAmounts)[]; // prettier-ignore

/** Every column added up. */
export function totalOf(lines: readonly MonitorAmounts[]): MonitorAmounts {
  const sums = AMOUNTS.map((name) => [name, lines.reduce((sum, line) => sum + line[name], 0)] as const); // prettier-ignore
  return Object.fromEntries(sums) as unknown as MonitorAmounts;
}

function notesOf(
  { contracts, matched, elapsed }: Position,
  lines: readonly MonitorLine[],
): readonly string[] {
  const all = [...contracts.values()];
  const estimated = all.filter(({ days }) => days.estimated).length;
  const queried = all.reduce((sum, each) => sum + each.queried_pence, 0);
  const took_over = all.filter(({ known, days }) => known.first < known.source.contract.starts_on && known.source.contract.starts_on > days.from).length; // prettier-ignore
  const held = matched.filter(({ line }) => line.held !== '').length;
  const wrong_way = lines.filter(({ line, original_pence, actual_pence }) => isIncome(line) && (original_pence > 0 || actual_pence > 0)); // prettier-ignore
  const budgeted = lines.filter(({ basis }) => basis === 'budget').length;
  const at_rate = lines.filter(({ basis }) => basis === 'run_rate').map(({ line }) => shownLineWords(line)); // prettier-ignore
  const typed = lines.filter(({ basis }) => basis === 'typed');
  return [
    ...(estimated === 0 ? [] : [`Days of ${estimated} contracts lie partly in a year without term dates: there the contract’s days a year are spread over its working days (est.).`]),
    ...(took_over === 0 ? [] : [`${took_over} contracts took a route over: for days before that the register’s price of the year before counts.`]),
    ...(queried === 0 ? [] : [`${formatPence(queried)} is in query on invoices and counts nowhere until it is answered.`]),
    ...(held === 0 ? [] : [`${held} ledger lines are held and count nothing: their amounts were not understood.`]),
    ...wrong_way.map(({ line }) => `${shownLineWords(line)} is income and stands above 0: look at the sign in the files.`),
    ...(at_rate.length === 0 ? [] : [`At the run rate of the ${elapsed} periods in the ledger, times 12 (est.): ${at_rate.join('; ')}.`]),
    ...typed.map(({ line, chosen }) => `${shownLineWords(line)} is forecast by hand: ${chosen?.by ?? ''}, ${chosen === null ? '' : formatDate(chosen.on)}: ${chosen?.reason ?? ''}`),
    ...(budgeted === 0 ? [] : ['Lines without contracts are taken to go on as budgeted for the school days left (est.), unless another way was chosen.']),
  ]; // prettier-ignore
}
