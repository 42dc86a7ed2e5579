/** Days run against days invoiced: what each line of an invoice asks for beyond what is due, with a sentence and pence. */
import { addDays, weekdayOf, type IsoDate } from '../../calendar/dates.ts';
import type { SchoolCalendars } from '../../calendar/school-calendars.ts';
import { splitPence } from '../../costing/attribute.ts';
import type { Invoice, InvoiceLine } from '../../model/invoice.ts';
import {
  dayDue,
  pricesOn,
  type AbsenceIndex,
  type DayDue,
  type RunningContract,
} from './day-due.ts';
import { codeOf, sentenceOf, type HalfDay, type Weighed } from './finding-sentences.ts';
import { daysInWords, halfDaysInWords, type FindingCode } from './finding-words.ts';

/** A line with its invoice. */
export interface Claim {
  readonly line: InvoiceLine;
  readonly invoice: Pick<Invoice, 'id' | 'ref' | 'provider'>;
}

export interface ClaimFacts {
  /** By the contract's reference, upper case. */
  readonly contracts: ReadonlyMap<string, RunningContract>;
  readonly calendars: SchoolCalendars;
  readonly absences: AbsenceIndex;
}

/** Something found against a line: how much of its amount is not due, and why. */
export interface Finding {
  readonly code: FindingCode;
  readonly pence: number;
  readonly sentence: string;
}

/** What was found of one line. The findings add up to `over_pence`. */
export interface LineResult {
  readonly line_id: number;
  readonly over_pence: number;
  readonly under_pence: number;
  readonly findings: readonly Finding[];
}

/** Days that a contract ran in a month of which some days were invoiced, and that were not. */
export interface NotInvoiced {
  readonly contract_ref: string;
  readonly provider: string;
  /** `2026-06`. */
  readonly month: string;
  readonly half_days: number;
  readonly pence: number;
  readonly sentence: string;
}

export interface Reconciled {
  readonly lines: ReadonlyMap<number, LineResult>;
  readonly not_invoiced: readonly NotInvoiced[];
}

type Part = 'vehicle' | 'assistant';

/** By which line each leg of a day was asked for: morning, afternoon. */
type TakenDay = [morning: string | null, afternoon: string | null];

/** Which half days of each contract were asked for, and by which line. */
class Taken {
  private readonly by = new Map<string, Map<IsoDate, TakenDay>>();
  days(ref: string, part: Part): Map<IsoDate, TakenDay> {
    const key = `${part} ${ref}`;
    const known = this.by.get(key);
    if (known !== undefined) return known;
    const made = new Map<IsoDate, TakenDay>();
    this.by.set(key, made);
    return made;
  }
  take(ref: string, part: Part, { day, leg }: HalfDay, line: string): void {
    const days = this.days(ref, part);
    const taken = days.get(day) ?? [null, null];
    taken[leg === 'morning' ? 0 : 1] = line;
    days.set(day, taken);
  }
}

/** What is due for a contract on a day: each day is worked out once. */
function dueReader(facts: ClaimFacts): (running: RunningContract, day: IsoDate) => DayDue {
  const kept = new Map<RunningContract, Map<IsoDate, DayDue>>();
  return (running, day) => {
    let days = kept.get(running);
    if (days === undefined) kept.set(running, (days = new Map()));
    let due = days.get(day);
    if (due === undefined) days.set(day, (due = dayDue(running, day, facts)));
    return due;
  };
}

/** References are compared without regard to case and spaces around them. */
export function claimKey(ref: string): string {
  return ref.trim().toUpperCase();
}

/** Goes through the lines in the order of their invoices; of a day asked for twice the first line has it. */
export function reconcileInvoices(claims: readonly Claim[], facts: ClaimFacts): Reconciled {
  const taken = new Taken();
  const dueOf = dueReader(facts);
  const apart = new Set(
    claims
      .filter(({ line }) => line.item === 'assistant')
      .map(({ line }) => claimKey(line.contract_ref)),
  );
  const lines = new Map<number, LineResult>();
  const months = new Map<string, Set<string>>();
  const ordered = claims.toSorted(
    (a, b) => a.invoice.id - b.invoice.id || a.line.line - b.line.line,
  );
  for (const claim of ordered) {
    const ref = claimKey(claim.line.contract_ref);
    lines.set(claim.line.id, judge(claim, { ...facts, taken, dueOf, isApart: apart.has(ref) }));
    if (claim.line.held !== '' || claim.line.amount_pence <= 0) continue;
    const known = months.get(ref) ?? new Set<string>();
    for (const month of monthsOf(claim.line)) known.add(month);
    months.set(ref, known);
  }
  return { lines, not_invoiced: notInvoiced(months, { ...facts, taken, dueOf }) };
}

interface Kept extends ClaimFacts {
  readonly taken: Taken;
  readonly dueOf: (running: RunningContract, day: IsoDate) => DayDue;
}

interface JudgeFacts extends Kept {
  /** The contract's assistant is invoiced in lines of its own. */
  readonly isApart: boolean;
}

const HELD: Readonly<Record<'currency' | 'formula' | 'unclear', readonly [FindingCode, string]>> = {
  currency: ['wrong_currency', 'asks for money in another currency'],
  formula: ['formula', 'holds a formula where its amount should be'],
  unclear: ['unclear', 'gives neither days and a price nor an amount'],
};

function judge(claim: Claim, facts: JudgeFacts): LineResult {
  const { line, invoice } = claim;
  const nothing = { line_id: line.id, over_pence: 0, under_pence: 0, findings: [] };
  if (line.held !== '') {
    const [code, words] = HELD[line.held];
    const sentence = `Line ${line.line} ${words} (${line.given}). Nothing of it is counted.`;
    return { ...nothing, findings: [{ code, pence: 0, sentence }] };
  }
  if (line.amount_pence <= 0) return nothing;
  const all = (code: FindingCode, sentence: string): LineResult => ({
    ...nothing,
    over_pence: line.amount_pence,
    findings: [{ code, pence: line.amount_pence, sentence }],
  });
  const running = facts.contracts.get(claimKey(line.contract_ref));
  if (running === undefined)
    return all(
      'unknown_contract',
      `There is no contract ${line.contract_ref || '(none named)'} in the register.`,
    );
  if (invoice.provider !== '' && !sameName(invoice.provider, running.contract.provider))
    return all(
      'other_provider',
      `Contract ${running.contract.ref} is ${running.contract.provider}’s, not ${invoice.provider}’s.`,
    );
  return judgeDays(claim, running, facts);
}

function sameName(a: string, b: string): boolean {
  const plain = (name: string): string =>
    name
      .toLowerCase()
      .replaceAll(/\b(ltd|limited|plc|llp)\b/gu, '')
      .replaceAll(/[^\p{L}\p{N}]/gu, '');
  return plain(a) === plain(b);
}

/** Which parts of the contract's price a line is about. */
function partsOf(line: InvoiceLine, running: RunningContract, isApart: boolean): readonly Part[] {
  if (line.item !== '') return [line.item];
  const hasAssistant =
    running.contract.assistant_day_pence > 0 ||
    running.prices.some((change) => (change.assistant_day_pence ?? 0) > 0);
  return hasAssistant && !isApart ? ['vehicle', 'assistant'] : ['vehicle'];
}

function judgeDays(
  { line, invoice }: Claim,
  running: RunningContract,
  facts: JudgeFacts,
): LineResult {
  const { ref } = running.contract;
  const parts = partsOf(line, running, facts.isApart);
  const halves = halfDaysOf(line, running, { ...facts, parts });
  const asked = askedHalves(line, halves);
  const unit = line.unit_pence ?? (asked === 0 ? 0 : (2 * line.amount_pence) / asked);
  const chosen = choose(halves, asked);
  for (const half of chosen) {
    if (half.taken_by !== null || half.due.percent === 0) continue;
    for (const part of parts)
      facts.taken.take(ref, part, half, `invoice ${invoice.ref}, line ${line.line}`);
  }
  return weigh({ line, running, unit, asked, chosen, ran: ranHalves(halves) });
}

/** Every half day of the line's days, weekends left out, with what is due for it. */
function halfDaysOf(
  line: InvoiceLine,
  running: RunningContract,
  facts: JudgeFacts & { readonly parts: readonly Part[] },
): readonly HalfDay[] {
  const halves: HalfDay[] = [];
  const isDay = line.from_on === line.to_on;
  const slots = facts.parts.map((part) => facts.taken.days(running.contract.ref, part));
  for (let day = line.from_on; day <= line.to_on; day = addDays(day, 1)) {
    const weekday = weekdayOf(day);
    // A day by itself is judged even where it is a Saturday; of a period its weekdays.
    if (!isDay && (weekday === 'Sat' || weekday === 'Sun')) continue;
    const due = facts.dueOf(running, day);
    const prices = pricesOn(running, day);
    const day_pence = facts.parts.reduce((sum, part) => sum + prices[part], 0);
    const taken = slots.map((days) => days.get(day)).find((each) => each !== undefined);
    halves.push(
      { day, leg: 'morning', due: due.morning, day_pence, taken_by: taken?.[0] ?? null },
      { day, leg: 'afternoon', due: due.afternoon, day_pence, taken_by: taken?.[1] ?? null },
    );
  }
  return halves;
}

/** Half days the line asks for: as it says, else its amount by its price, else every half day that ran. */
function askedHalves(line: InvoiceLine, halves: readonly HalfDay[]): number {
  if (line.half_days !== null) return line.half_days;
  if (line.unit_pence !== null && line.unit_pence > 0)
    return Math.max(1, Math.round((2 * line.amount_pence) / line.unit_pence));
  return line.from_on === line.to_on ? 2 : Math.max(1, ranHalves(halves));
}

const ranHalves = (halves: readonly HalfDay[]): number =>
  halves.filter(({ due }) => due.percent === 100).length;

/** Lower is taken first: half days that are due and free, then shares, then those asked for before, then those that are not due. */
function rank({ due, taken_by }: HalfDay): number {
  if (due.percent === 0) return due.because === 'no_show' ? 3 : 4;
  if (taken_by !== null) return 2;
  return due.percent === 100 ? 0 : 1;
}

/** The half days that a line is taken to mean: the best for the provider, in the order of days. */
function choose(halves: readonly HalfDay[], asked: number): readonly HalfDay[] {
  return halves.toSorted((a, b) => rank(a) - rank(b)).slice(0, asked);
}

/** A half day's price in percent parts: pence times this. */
const PARTS = 200;

function weigh(weighed: Weighed): LineResult {
  const { line, unit, asked, chosen } = weighed;
  const weights = new Map<FindingCode, number>();
  const add = (code: FindingCode, weight: number): void => {
    if (weight > 0) weights.set(code, (weights.get(code) ?? 0) + weight);
  };
  let due = 0;
  let below = 0;
  for (const half of chosen) {
    const percent = half.taken_by === null ? half.due.percent : 0;
    const price = Math.min(unit, half.day_pence);
    due += price * percent;
    if (percent > 0) add('wrong_price', (unit - half.day_pence) * 100);
    const not = percent > 0 ? price : unit;
    if (percent < 100) add(codeOf(half, line), not * (100 - percent));
    const isPriceKnown = half.day >= (weighed.running.contract.last_indexed_on ?? half.day);
    if (percent > 0 && isPriceKnown) below += Math.max(0, half.day_pence - unit) * percent;
  }
  add('more_days', (asked - chosen.length) * unit * 100);
  add('wrong_sum', line.amount_pence * PARTS - asked * unit * 100);
  const over_pence = Math.max(0, line.amount_pence - Math.round(due / PARTS));
  const under_pence = over_pence > 0 ? 0 : Math.round(below / PARTS);
  const codes = [...weights.keys()];
  const pence = splitPence(over_pence, [...weights.values()]);
  const findings = codes.flatMap((code, at): Finding[] => {
    const part = pence[at] ?? 0;
    return part === 0 ? [] : [{ code, pence: part, sentence: sentenceOf(code, weighed) }];
  });
  if (under_pence > 0)
    findings.push({ code: 'under_price', pence: 0, sentence: sentenceOf('under_price', weighed) });
  // A penny of rounding with nothing behind it is nobody's over-claim.
  const found = findings.reduce((sum, each) => sum + each.pence, 0);
  return { line_id: line.id, over_pence: found, under_pence, findings };
}

function monthsOf({ from_on, to_on }: InvoiceLine): readonly string[] {
  const months = new Set<string>();
  for (let day = from_on; day <= to_on; day = addDays(day, 1)) months.add(day.slice(0, 7));
  return [...months];
}

/** Half days that ran in a month of which the contract was invoiced, and that no line asked for. */
function notInvoiced(
  months: ReadonlyMap<string, ReadonlySet<string>>,
  { contracts, taken, dueOf }: Kept,
): readonly NotInvoiced[] {
  const found: NotInvoiced[] = [];
  for (const [ref, all] of months) {
    const running = contracts.get(ref);
    if (running === undefined) continue;
    const slots = taken.days(running.contract.ref, 'vehicle');
    for (const month of [...all].sort()) {
      const days: IsoDate[] = [];
      let parts = 0;
      for (let day = `${month}-01` as IsoDate; day.startsWith(month); day = addDays(day, 1)) {
        const by = slots.get(day);
        if (by !== undefined && by[0] !== null && by[1] !== null) continue;
        const { morning, afternoon } = dueOf(running, day);
        for (const [at, { percent }] of [morning, afternoon].entries()) {
          if (percent === 0 || (by?.[at] ?? null) !== null) continue;
          days.push(day);
          parts += pricesOn(running, day).vehicle * percent;
        }
      }
      if (days.length === 0) continue;
      found.push({
        contract_ref: running.contract.ref,
        provider: running.contract.provider,
        month,
        half_days: days.length,
        pence: Math.round(parts / PARTS),
        sentence: `Contract ${running.contract.ref} ran ${halfDaysInWords(days.length)} that no invoice asks for: ${daysInWords(days)}.`,
      });
    }
  }
  return found;
}
