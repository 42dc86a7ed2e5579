/** The rows of each part of a line's amounts: each names its record and says why it is that much. */
import type { Store } from '../../../db/store.ts';
import type { BehindRow } from '../../../shared/api/views/money.ts';
import type { IsoDate } from '../../../shared/calendar/dates.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatPence } from '../../../shared/format/money.ts';
import { formatQuantity } from '../../../shared/format/number.ts';
import { linesOfCodes, shownLineWords } from '../../../shared/money/budget-lines.ts';
import { sumLines } from '../../../shared/money/contract-money.ts';
import { MATCH_WORDS } from '../../../shared/money/match-ledger.ts';
import type { ShownLine } from '../../../shared/money/money-facts.ts';
import type { Monitor, MonitorLine } from '../../../shared/money/monitor.ts';
import type { ContractPosition } from '../../../shared/money/position.ts';

type Row = Omit<BehindRow, 'part' | 'line' | 'code'> & Partial<Pick<BehindRow, 'code'>>;
/** The rows of one part of one line. */
export type PartRows = (line: ShownLine, monitor: Monitor, store: Store) => readonly Row[];

const days = (count: number): string => formatQuantity(Math.round(count * 10) / 10, 'day');

/** The original budgets of the line's codes, or the virements of them up to the day that the period is known on. */
export function budgetRows(
  line: ShownLine,
  { position }: Monitor,
  { money }: Store,
  kind: 'original' | 'virement',
): readonly Row[] {
  const { year, known_on } = position.at;
  const lineOf = linesOfCodes(money.codes());
  if (kind === 'original')
    return money
      .budgets()
      .filter((each) => each.year === year && lineOf(each.code) === line)
      .map(({ code, amount_pence }) => ({ key: code, code, name: code, who: '', pence: amount_pence, sentence: 'The original budget.' })); // prettier-ignore
  return money
    .virements()
    .filter((each) => each.year === year && each.on <= known_on && lineOf(each.code) === line)
    .map(({ id, code, pence, on, reason, by }) => ({ key: String(id), code, name: code, who: by, pence, sentence: `Virement of ${formatDate(on)}: ${reason}` })); // prettier-ignore
}

/** Every posting of the line up to the period. */
export function actualRows(line: ShownLine, { position }: Monitor): readonly Row[] {
  return position.matched
    .filter((each) => each.on_line === line)
    .map(({ line: each, kind, contract_ref, why }) => ({
      key: String(each.id),
      code: each.code,
      name: [contract_ref || each.contract_ref, each.invoice_ref, each.document].find((text) => text !== '') ?? each.code,
      who: each.provider,
      pence: each.amount_pence,
      sentence: [`Period ${each.period}, ${each.code}`, each.document, each.narrative, MATCH_WORDS[kind].toLowerCase()].filter(Boolean).join(', ') + (why === '' ? '.' : `. ${why}`),
    })); // prettier-ignore
}

function contractRows(
  line: ShownLine,
  monitor: Monitor,
  column: 'accrual' | 'commitment',
  say: (each: ContractPosition) => string,
): readonly Row[] {
  if (line === 'not_mapped') return [];
  return [...monitor.position.contracts].flatMap(([ref, each]): Row[] => {
    const pence = each[column].get(line) ?? 0;
    if (pence === 0) return [];
    const whole = sumLines(each[column]);
    const share = whole === pence ? '' : ` Of the contract’s ${formatPence(whole)} this line has its children’s share.`; // prettier-ignore
    return [{ key: ref, name: ref, who: each.known.source.contract.provider, pence, sentence: say(each) + share }]; // prettier-ignore
  });
}

/** Contracts with days run that the ledger does not have. */
export function accrualRows(line: ShownLine, monitor: Monitor): readonly Row[] {
  return contractRows(line, monitor, 'accrual', (each) => {
    const { money } = each;
    const posted = each.posted_pence === 0 ? '' : `, ${formatPence(each.posted_pence)} booked without an invoice`; // prettier-ignore
    const query = each.queried_pence === 0 ? '' : ` ${formatPence(each.queried_pence)} in query is not counted.`; // prettier-ignore
    return `${days(money.days_run)} run since April, ${formatPence(money.due_pence)} due; ${formatPence(each.invoiced_pence)} invoiced and accepted${posted}: ${formatPence(each.not_invoiced_pence)} not invoiced, ${formatPence(each.not_posted_pence)} invoiced and not in the ledger.${query}`; // prettier-ignore
  });
}

/** Contracts with days to come, and what a line without contracts is taken to come to. */
export function commitmentRows(line: ShownLine, monitor: Monitor): readonly Row[] {
  const { year } = monitor.at;
  const end = `${year + 1}-03-31` as IsoDate;
  const own = contractRows(line, monitor, 'commitment', ({ money, known, days: { estimated } }) => {
    const { vehicle, assistant } = known.priceOn(known.last);
    return `${days(money.days_left)} to come until ${formatDate(known.last < end ? known.last : end)} at ${formatPence(vehicle + assistant)} a day${estimated ? ', some of them est.' : ''}.`; // prettier-ignore
  });
  const of = monitor.lines.find((each) => each.line === line);
  const pence = (monitor.position.commitment.get(line) ?? 0) - own.reduce((sum, row) => sum + row.pence, 0); // prettier-ignore
  if (of === undefined || of.basis === 'contracts' || pence === 0) return own;
  return [...own, { key: 'rest', name: shownLineWords(line), who: of.chosen?.by ?? '', pence, sentence: restSentence(of, monitor) }]; // prettier-ignore
}

function restSentence({ basis, chosen, actual_pence, accrual_pence, forecast_pence }: MonitorLine, { position, at }: Monitor): string {
  const why = chosen === null ? '' : ` Chosen on ${formatDate(chosen.on)}: ${chosen.reason}`;
  const less = accrual_pence === 0 ? 'less the actual' : 'less actual and accrual';
  if (basis === 'run_rate')
    return position.elapsed === 0
      ? `At the run rate (est.): the ledger has nothing of the year yet.${why}`
      : `At the run rate (est.): ${formatPence(actual_pence)} in ${formatQuantity(position.elapsed, 'period')}, times 12, is ${formatPence(forecast_pence)}; ${less}.${position.elapsed < at.period ? ` The ledger has nothing after period ${position.elapsed}.` : ''}${why}`;
  if (basis === 'typed') return `The year is typed at ${formatPence(forecast_pence)}; ${less}.${why}`;
  return `No contract is on this line: it is taken to go on as budgeted for the school days left (est.).${why}`;
} // prettier-ignore

/** Routes of the plan that no confirmed contract carries. */
export function planRows(line: ShownLine, { plan }: Monitor): readonly Row[] {
  if (line === 'not_mapped') return [];
  return plan.flatMap((add): Row[] => {
    const pence = add.lines.get(line) ?? 0;
    return pence === 0 ? [] : [{ key: add.ref, name: add.ref, who: '', pence, sentence: `${days(add.days)} of a planned route that no contract is confirmed for.` }]; // prettier-ignore
  });
}
