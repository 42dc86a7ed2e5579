/** Monitoring of a period: every line with its budget, actual, accrual, commitment, forecast, variance and why it moved. */
import type { Period } from '../calendar/financial-year.ts';
import { formatPence } from '../format/money.ts';
import type { BudgetLine, Saving, Benchmark } from '../model/budget.ts';
import { isIncome, SHOWN_LINES, shownLineWords } from './budget-lines.ts';
import { addTo } from './contract-money.ts';
import { besideOurs, ownHeads, type BesideOurs, type OwnHead } from './heads.ts';
import { movementsOf, type Movement } from './movement.ts';
import { addsByLine, planAdds, type PlanAdd, type PlanDays } from './plan-adds.ts';
import { forecastOf, positionAt, standpointBefore, standpointOf, type ForecastBasis, type Position, type Reckoning } from './position.ts'; // prettier-ignore
import { invoiceDifferences, reconciledLines, type InvoiceDifference, type ReconciledLine } from './reconcile-ledger.ts'; // prettier-ignore
import { savingStandings, type SavingStanding } from './savings.ts';
import type { ShownLine } from './money-facts.ts';

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
  /** null in the first period of a year. */
  readonly movement: Movement | null;
}

export interface Monitor {
  readonly at: Position['at'];
  readonly lines: readonly MonitorLine[];
  readonly total: MonitorAmounts;
  readonly total_movement_pence: number | null;
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
  readonly savings: readonly Saving[];
  readonly benchmarks: readonly Benchmark[];
}

/** Makes up a period. */
export function monitorOf(
  reckoning: Reckoning,
  { period, plan_days, savings, benchmarks }: MonitorAsked,
): Monitor {
  // prettier-ignore
  const { facts } = reckoning;
  const at = standpointOf(period, facts.on);
  const position = positionAt(reckoning, at);
  const before = standpointBefore(at, facts.on);
  const routes = facts.routes.filter(({ contract_id }) => contract_id === null || !isCounted(position, contract_id)); // prettier-ignore
  const plan = plan_days === null ? [] : planAdds(routes, plan_days, period, reckoning);
  const adds = addsByLine(plan);
  const shown = SHOWN_LINES.filter((line) => isShown(line, position, adds));
  const movements = before === null ? null : movementsOf(reckoning, positionAt(reckoning, before), position, shown); // prettier-ignore
  const next_years = nextYears(position);
  const lines = shown.map((line): MonitorLine => ({
    line,
    basis: reckoning.basis(line),
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
    position,
    plan,
    reconciled: reconciledLines(position.matched, SHOWN_LINES),
    invoices: invoiceDifferences(invoices, position.covered),
    savings: savingStandings(savings, position.contracts, period),
    heads,
    benchmarks: besideOurs(benchmarks, heads),
    notes: notesOf(position, lines),
  };
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
  { contracts, matched }: Position,
  lines: readonly MonitorLine[],
): readonly string[] {
  const all = [...contracts.values()];
  const estimated = all.filter(({ days }) => days.estimated).length;
  const queried = all.reduce((sum, each) => sum + each.queried_pence, 0);
  const took_over = all.filter(({ known, days }) => known.first < known.source.contract.starts_on && known.source.contract.starts_on > days.from).length; // prettier-ignore
  const held = matched.filter(({ line }) => line.held !== '').length;
  const wrong_way = lines.filter(({ line, original_pence, actual_pence }) => isIncome(line) && (original_pence > 0 || actual_pence > 0)); // prettier-ignore
  const budgeted = lines.filter(({ basis }) => basis === 'budget').length;
  return [
    ...(estimated === 0 ? [] : [`Days of ${estimated} contracts lie partly in a year without term dates: there the contract’s days a year are spread over its working days (est.).`]),
    ...(took_over === 0 ? [] : [`${took_over} contracts took a route over: for days before that the register’s price of the year before counts.`]),
    ...(queried === 0 ? [] : [`${formatPence(queried)} is in query on invoices and counts nowhere until it is answered.`]),
    ...(held === 0 ? [] : [`${held} ledger lines are held and count nothing: their amounts were not understood.`]),
    ...wrong_way.map(({ line }) => `${shownLineWords(line)} is income and stands above 0: look at the sign in the files.`),
    ...(budgeted === 0 ? [] : ['Lines without contracts are taken to go on as budgeted for the school days left (est.).']),
  ]; // prettier-ignore
}
