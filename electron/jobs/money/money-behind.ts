/** What a number of monitoring is made of: contracts, postings, codes, causes. The rows add up to it. */
import type { Store } from '../../../db/store.ts';
import type { BehindRow, BehindView, BehindWhat } from '../../../shared/api/views/money.ts';
import type { IsoDate } from '../../../shared/calendar/dates.ts';
import type { Period } from '../../../shared/calendar/financial-year.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatPence } from '../../../shared/format/money.ts';
import { formatCount, formatQuantity } from '../../../shared/format/number.ts';
import { linesOfCodes, shownLineWords } from '../../../shared/money/budget-lines.ts';
import { sumLines } from '../../../shared/money/contract-money.ts';
import { MATCH_WORDS } from '../../../shared/money/match-ledger.ts';
import type { ShownLine } from '../../../shared/money/money-facts.ts';
import type { Monitor } from '../../../shared/money/monitor.ts';
import { CAUSE_WORDS } from '../../../shared/money/movement.ts';
import type { ContractPosition } from '../../../shared/money/position.ts';
import { monitorAt } from './money-view.ts';

interface Asked extends Period {
  readonly line: ShownLine;
  readonly what: BehindWhat;
}

type Rows = (asked: Asked, monitor: Monitor, store: Store) => readonly BehindRow[];

const days = (count: number): string => formatQuantity(Math.round(count * 10) / 10, 'day');

function contractRows(
  line: ShownLine,
  monitor: Monitor,
  column: 'accrual' | 'commitment',
  say: (each: ContractPosition) => string,
): readonly BehindRow[] {
  // prettier-ignore
  if (line === 'not_mapped') return [];
  return [...monitor.position.contracts].flatMap(([ref, each]): BehindRow[] => {
    const pence = each[column].get(line) ?? 0;
    if (pence === 0) return [];
    const whole = sumLines(each[column]);
    const share =
      whole === pence
        ? ''
        : ` Of the contract’s ${formatPence(whole)} this line has its children’s share.`;
    return [{ key: ref, name: ref, who: each.known.source.contract.provider, pence, sentence: say(each) + share }]; // prettier-ignore
  });
}

const ROWS: Readonly<Record<BehindWhat, Rows>> = {
  budget: ({ line, year }, { position }, store) => {
    const lineOf = linesOfCodes(store.money.codes());
    const original = store.money.budgets().filter((each) => each.year === year && lineOf(each.code) === line); // prettier-ignore
    const virements = store.money.virements().filter((each) => each.year === year && each.on <= position.at.known_on && lineOf(each.code) === line); // prettier-ignore
    return [
      ...original.map(({ code, amount_pence }) => ({ key: code, name: code, who: '', pence: amount_pence, sentence: 'The original budget.' })), // prettier-ignore
      ...virements.map(({ id, code, pence, on, reason, by }) => ({ key: `v${id}`, name: code, who: by, pence, sentence: `Virement of ${formatDate(on)}: ${reason}` })), // prettier-ignore
    ];
  },
  actual: ({ line }, { position }) =>
    position.matched
      .filter((each) => each.on_line === line)
      .map(({ line: each, kind, contract_ref, why }) => ({
        key: `l${each.id}`,
        name: [contract_ref || each.contract_ref, each.invoice_ref, each.document].find((text) => text !== '') ?? each.code,
        who: each.provider,
        pence: each.amount_pence,
        sentence: [`Period ${each.period}, ${each.code}`, each.narrative, MATCH_WORDS[kind].toLowerCase()].filter(Boolean).join(', ') + (why === '' ? '.' : `. ${why}`),
      })), // prettier-ignore
  accrual: ({ line }, monitor) =>
    contractRows(line, monitor, 'accrual', (each) => {
      const { money } = each;
      const posted = each.posted_pence === 0 ? '' : `, ${formatPence(each.posted_pence)} booked without an invoice`; // prettier-ignore
      const query = each.queried_pence === 0 ? '' : ` ${formatPence(each.queried_pence)} in query is not counted.`; // prettier-ignore
      return `${days(money.days_run)} run since April, ${formatPence(money.due_pence)} due; ${formatPence(each.invoiced_pence)} invoiced and accepted${posted}: ${formatPence(each.not_invoiced_pence)} not invoiced, ${formatPence(each.not_posted_pence)} invoiced and not in the ledger.${query}`; // prettier-ignore
    }),
  commitment: ({ line, year }, monitor) => {
    const own = contractRows(
      line,
      monitor,
      'commitment',
      ({ money, known, days: { estimated } }) => {
        const { vehicle, assistant } = known.priceOn(known.last);
        return `${days(money.days_left)} to come until ${formatDate(known.last < `${year + 1}-03-31` ? known.last : (`${year + 1}-03-31` as IsoDate))} at ${formatPence(vehicle + assistant)} a day${estimated ? ', some of them est.' : ''}.`; // prettier-ignore
      },
    );
    if (monitor.lines.find((each) => each.line === line)?.basis !== 'budget') return own;
    const pence = monitor.position.commitment.get(line) ?? 0;
    return [...own, { key: 'rest', name: shownLineWords(line), who: '', pence, sentence: 'No contract is on this line: it is taken to go on as budgeted for the school days left (est.).' }]; // prettier-ignore
  },
  plan: ({ line }, { plan }) =>
    line === 'not_mapped'
      ? []
      : plan.flatMap((add): BehindRow[] => {
          const pence = add.lines.get(line) ?? 0;
          return pence === 0 ? [] : [{ key: add.ref, name: add.ref, who: '', pence, sentence: `${days(add.days)} of a planned route that no contract is confirmed for.` }]; // prettier-ignore
        }),
  movement: ({ line }, { lines }) =>
    (lines.find((each) => each.line === line)?.movement?.parts ?? []).map(
      ({ cause, pence, contracts }) => ({
        // prettier-ignore
        key: cause,
        name: CAUSE_WORDS[cause].charAt(0).toUpperCase() + CAUSE_WORDS[cause].slice(1),
        who: '',
        pence,
        sentence:
        contracts.length === 0
          ? 'What was booked or invoiced beside what was due.'
          : `${formatCount(contracts.length)}: ${contracts.slice(0, 60).join(', ')}${contracts.length > 60 ? ' and more' : ''}.`, // prettier-ignore
      }),
    ),
};

/** The rows behind a number, the largest first. */
export function moneyBehind(store: Store, asked: Asked, on: IsoDate): BehindView {
  const monitor = monitorAt(store, asked, on);
  const rows = ROWS[asked.what](asked, monitor, store).toSorted((a, b) => Math.abs(b.pence) - Math.abs(a.pence) || (a.key < b.key ? -1 : 1)); // prettier-ignore
  return { what: asked.what, line: asked.line, pence: rows.reduce((sum, { pence }) => sum + pence, 0), rows }; // prettier-ignore
}
