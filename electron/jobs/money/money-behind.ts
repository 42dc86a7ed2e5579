/** What a number of monitoring is made of: contracts, postings, codes, virements, causes. The rows add up to it, to the penny. */
import type { Store } from '../../../db/store.ts';
import { AMOUNT_PARTS, type BehindPart, type BehindRow, type BehindView, type BehindWhat } from '../../../shared/api/views/money.ts'; // prettier-ignore
import type { IsoDate } from '../../../shared/calendar/dates.ts';
import type { Period } from '../../../shared/calendar/financial-year.ts';
import type { ShownLine } from '../../../shared/money/money-facts.ts';
import type { Monitor } from '../../../shared/money/monitor.ts';
import { CAUSE_WORDS, type MovementCause } from '../../../shared/money/movement.ts';
import { RESTATED_WORDS } from '../../../shared/money/restated.ts';
import { formatCount } from '../../../shared/format/number.ts';
import { accrualRows, actualRows, budgetRows, commitmentRows, planRows, type PartRows } from './behind-rows.ts'; // prettier-ignore
import { monitorAt } from './money-view.ts';

interface Asked extends Period {
  readonly line: ShownLine | 'all';
  readonly what: BehindWhat;
  /** Of this cost code alone. */
  readonly code?: string | undefined;
}

const PART_ROWS: Readonly<Record<BehindPart, PartRows>> = {
  original: (line, monitor, store) => budgetRows(line, monitor, store, 'original'),
  virement: (line, monitor, store) => budgetRows(line, monitor, store, 'virement'),
  actual: actualRows,
  accrual: accrualRows,
  commitment: commitmentRows,
  plan: planRows,
  movement: movementRows,
};

/** The rows behind a number, the largest first; what a variance takes off stands with its sign turned. */
export function moneyBehind(store: Store, asked: Asked, on: IsoDate): BehindView {
  const monitor = monitorAt(store, asked, on);
  const lines = asked.line === 'all' ? monitor.lines.map(({ line }) => line) : [asked.line];
  const rows = AMOUNT_PARTS[asked.what].flatMap(({ part, taken_off }) =>
    lines.flatMap((line) =>
      PART_ROWS[part](line, monitor, store)
        .filter((row) => asked.code === undefined || row.code === asked.code)
        .map((row): BehindRow => ({
          code: '',
          ...row,
          key: `${part} ${line} ${row.key}`,
          part,
          line,
          pence: taken_off ? -row.pence : row.pence,
        })),
    ),
  );
  const parts = AMOUNT_PARTS[asked.what].map(({ part }) => {
    const of = rows.filter((row) => row.part === part);
    return { part, rows: of.length, pence: of.reduce((sum, { pence }) => sum + pence, 0) };
  });
  return {
    what: asked.what,
    line: asked.line,
    pence: parts.reduce((sum, { pence }) => sum + pence, 0),
    parts,
    rows: rows.toSorted(
      (a, b) => Math.abs(b.pence) - Math.abs(a.pence) || (a.key < b.key ? -1 : 1),
    ),
  };
}

/** A row a cause; what was restated is told by what came since. */
function movementRows(line: ShownLine, { lines }: Monitor): ReturnType<PartRows> {
  const movement = lines.find((each) => each.line === line)?.movement ?? null;
  if (movement === null) return [];
  const own = movement.parts.filter(({ cause }) => cause !== 'restated');
  return [
    ...own.map(({ cause, pence, contracts }) => ({
      key: cause,
      name: capital(CAUSE_WORDS[cause]),
      who: '',
      pence,
      sentence: contracts.length > 0 ? namesOf(contracts) : WITHOUT_CONTRACTS[cause],
    })),
    ...(movement.restated?.parts ?? []).map(({ cause, pence, names }) => ({
      key: `restated ${cause}`,
      name: 'Restated',
      who: '',
      pence,
      sentence:
        `Since last month was signed off: ${RESTATED_WORDS[cause]}. ${names.length === 0 ? '' : namesOf(names)}`.trimEnd(),
    })),
  ];
}

const NOT_DUE = 'What was booked or invoiced beside what was due.';
/** Causes that no contract is behind. */
const WITHOUT_CONTRACTS: Readonly<Record<MovementCause, string>> = {
  begun: NOT_DUE,
  ended: NOT_DUE,
  repriced: NOT_DUE,
  days: NOT_DUE,
  ledger: NOT_DUE,
  budget: 'Virements of a line that goes on as budgeted.',
  basis: 'The line is forecast another way than last month.',
  aboard: '',
  restated: '',
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const namesOf = (names: readonly string[]): string => `${formatCount(names.length)}: ${names.slice(0, 60).join(', ')}${names.length > 60 ? ' and more' : ''}.`; // prettier-ignore
