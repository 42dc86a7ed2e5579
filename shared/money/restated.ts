/** What is known of a closed period now that was not when it was signed off: later postings, prices dated back, contracts known otherwise. */
import { formatPence } from '../format/money.ts';
import { formatQuantity } from '../format/number.ts';
import type { ClosedLine, ClosedTerms, SignedOff } from '../model/period-closing.ts';
import { addTo } from './contract-money.ts';
import type { ShownLine } from './money-facts.ts';
import type { ContractPosition, Position } from './position.ts';
import { forecastOf } from './position.ts';

const RESTATED_CAUSES = ['late_ledger', 'ledger_changed', 'price_dated_back', 'contracts', 'line'] as const; // prettier-ignore
/**
 * `late_ledger`: rows posted since into the closed period, less what was accrued for them; `ledger_changed`: rows taken out or put on another line;
 * `price_dated_back`: another price for days before the closing; `contracts`: days, absences, invoices or confirmations recorded since; `line`: a budget or
 * basis dated back.
 */
export type RestatedCause = (typeof RESTATED_CAUSES)[number];

/** Each cause in words. */
export const RESTATED_WORDS: Readonly<Record<RestatedCause, string>> = {
  late_ledger: 'ledger lines posted since into closed periods',
  ledger_changed: 'ledger lines taken out or put on another line',
  price_dated_back: 'contract prices dated back',
  contracts: 'contracts, invoices and absences recorded since',
  line: 'budget or basis dated back',
};

export interface RestatedPart {
  readonly cause: RestatedCause;
  readonly pence: number;
  /** Contracts or documents, the largest first. */
  readonly names: readonly string[];
}

/** The parts add up to `pence`; with what is aboard they are the forecast reckoned now less the one signed off. */
export interface Restated {
  readonly pence: number;
  readonly parts: readonly RestatedPart[];
  /** '' where nothing came since. */
  readonly sentence: string;
  /** Contracts that carry other children since: a plan in use says no day on which it was not so, hence it is a movement and not restated. */
  readonly aboard: readonly { readonly ref: string; readonly pence: number }[];
}

/** What of a contract a closing keeps beside its amounts. */
export function termsOf({ known }: ContractPosition): ClosedTerms {
  const { price_day_pence, assistant_day_pence } = known.running.contract;
  const aboard = known.source.riders.map(({ client_id, left_on }) => `${client_id}${left_on === null ? '' : `-${left_on}`}`); // prettier-ignore
  return {
    prices: `${price_day_pence} ${assistant_day_pence} ${known.prices_key}`,
    aboard: aboard.toSorted().join(' '),
  };
}

/** Forecast of a line as it was signed off; 0 where it had none. */
export function signedForecast(signed: SignedOff, line: ShownLine): number {
  const was = signed.lines.find((each) => each.line === line);
  return was === undefined ? 0 : was.actual_pence + was.accrual_pence + was.commitment_pence;
}

/** A line of a closed period reckoned anew beside what was signed off. */
export function restatedOf(now: Position, signed: SignedOff, line: ShownLine): Restated {
  const was = signed.lines.find((each) => each.line === line);
  const aboard: { ref: string; pence: number }[] = [];
  const effects = new Map<RestatedCause, { pence: number; of: Map<string, number> }>();
  const note = (cause: RestatedCause, amount: number, name = ''): void => {
    let part = effects.get(cause);
    if (part === undefined) effects.set(cause, (part = { pence: 0, of: new Map() }));
    part.pence += amount;
    if (name !== '') addTo(part.of, name, amount);
  };
  const late = now.matched.filter((each) => each.on_line === line && each.line.id > signed.last_ledger_id); // prettier-ignore
  for (const { line: row, contract_ref } of late)
    note('late_ledger', row.amount_pence, contract_ref || row.document || row.code);
  const late_pence = late.reduce((sum, { line: row }) => sum + row.amount_pence, 0);
  note('ledger_changed', (now.actual.get(line) ?? 0) - (was?.actual_pence ?? 0) - late_pence);
  let contracts_pence = 0;
  const refs = new Set([...Object.keys(was?.contracts ?? {}), ...now.contracts.keys()]);
  const invoiced = lateContracts(now, late);
  for (const ref of refs) {
    const change = contractNow(now, ref, line) - contractThen(was, ref);
    if (change === 0) continue;
    contracts_pence += change;
    const is = now.contracts.get(ref);
    const [then, terms] = [signed.terms[ref], is === undefined ? undefined : termsOf(is)];
    const isRepriced = then !== undefined && terms !== undefined && then.prices !== terms.prices;
    if (!isRepriced && then !== undefined && terms !== undefined && then.aboard !== terms.aboard) {
      aboard.push({ ref, pence: change });
      continue;
    }
    note(isRepriced ? 'price_dated_back' : invoiced.has(ref) ? 'late_ledger' : 'contracts', change, ref); // prettier-ignore
  }
  const ledger = (now.actual.get(line) ?? 0) - (was?.actual_pence ?? 0);
  const all = forecastOf(now, line) - signedForecast(signed, line);
  const pence = all - aboard.reduce((sum, each) => sum + each.pence, 0);
  note('line', all - ledger - contracts_pence);
  const parts = RESTATED_CAUSES.flatMap((cause): RestatedPart[] => {
    const part = effects.get(cause);
    if (part === undefined || part.pence === 0) return [];
    const names = [...part.of].filter(([, amount]) => amount !== 0).toSorted((a, b) => Math.abs(b[1]) - Math.abs(a[1]) || (a[0] < b[0] ? -1 : 1)).map(([name]) => name); // prettier-ignore
    return [{ cause, pence: part.pence, names }];
  }).toSorted((a, b) => Math.abs(b.pence) - Math.abs(a.pence));
  return { pence, parts, aboard, sentence: sentenceOf(pence, parts, late.length) };
}

/** Contracts that later postings are for, by number or by their invoice. */
function lateContracts(
  { contracts, invoices }: Position,
  late: Position['matched'],
): ReadonlySet<string> {
  const refs = new Set(late.map(({ contract_ref }) => contract_ref));
  const ids = new Set(late.flatMap(({ invoice_id }) => (invoice_id === null ? [] : [invoice_id])));
  const named = new Set(invoices.filter(({ id }) => ids.has(id)).flatMap(({ lines }) => lines.map(({ contract_ref }) => contract_ref.toUpperCase()))); // prettier-ignore
  for (const ref of contracts.keys()) if (named.has(ref.toUpperCase())) refs.add(ref);
  return refs;
}

function contractNow(now: Position, ref: string, line: ShownLine): number {
  const is = now.contracts.get(ref);
  if (is === undefined || line === 'not_mapped') return 0;
  return (is.accrual.get(line) ?? 0) + (is.commitment.get(line) ?? 0);
}

function contractThen(was: ClosedLine | undefined, ref: string): number {
  const [accrual, commitment] = was?.contracts[ref] ?? [0, 0];
  return accrual + commitment;
}

const REFS = 2;

function sentenceOf(pence: number, parts: readonly RestatedPart[], late: number): string {
  if (parts.length === 0) return late === 0 ? '' : `${formatQuantity(late, 'ledger line')} posted since into closed periods changed nothing: they were accrued.`; // prettier-ignore
  const words = parts.map(({ cause, pence: of, names }) => {
    const more = names.length - REFS;
    const named = names.length === 0 ? '' : ` (${names.slice(0, REFS).join(', ')}${more > 0 ? ` and ${more} more` : ''})`; // prettier-ignore
    return `${RESTATED_WORDS[cause]} ${signedPence(of)}${named}`;
  });
  return `Restated ${signedPence(pence)}: ${words.join(', ')}.`;
}

const signedPence = (pence: number): string => (pence > 0 ? `+${formatPence(pence)}` : formatPence(pence)); // prettier-ignore
