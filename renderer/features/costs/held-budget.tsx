import { financialYearName } from '../../../shared/calendar/financial-year.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatPence, formatShortPounds } from '../../../shared/format/money.ts';
import { formatCount } from '../../../shared/format/number.ts';
import { BUDGET_LINE_WORDS } from '../../../shared/model/budget-words.ts';
import { budgetSource, countedSentence } from '../../../shared/pressure/forecast/budget-words.ts';
import type { HeldBudget, HeldPart, HeldYear, RecordedBudget } from '../../../shared/pressure/forecast/held-budget.ts'; // prettier-ignore
import { hrefOf } from '../../state/place.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';
import { Estimated } from '../../ui/tooltip.tsx';

const isCarried = ({ parts }: HeldYear): boolean => parts.some(({ carried_from }) => carried_from !== null); // prettier-ignore
const pounds = (pence: number): string => formatPence(pence).replace('£', '');

/** A year's budget; the recorded one opens what it is made of. */
export function BudgetCell(props: {
  readonly held: HeldBudget;
  readonly year: number;
  readonly onOpen: (held: HeldYear) => void;
}) {
  const { held, year, onOpen } = props;
  const of = held.years.find((each) => each.year === year);
  if (of === undefined || of.pence === null) return 'none recorded';
  const text = formatShortPounds(of.pence);
  if (held.source === 'typed') return `${text} typed`;
  return (
    <>
      {isCarried(of) ? (
        <>
          <Estimated why="No budget is recorded for all of this year: the last one recorded is carried forward." />{' '}
        </>
      ) : null}
      <LinkButton
        label={`Budget of ${of.name}: ${text}, what is behind it`}
        onPress={() => {
          onOpen(of);
        }}
      >
        {text}
      </LinkButton>
    </>
  );
}

/** The two financial years that an academic year takes its budget from, and the records behind them. */
export function HeldBudgetDialog(props: {
  readonly held: HeldYear;
  readonly recorded: RecordedBudget;
  readonly onClose: () => void;
}) {
  const { held, recorded, onClose } = props;
  const sources = new Set(held.parts.map(({ financial_year, carried_from }) => carried_from ?? financial_year)); // prettier-ignore
  return (
    <Dialog title={`Budget of ${held.name}`} isOpen onClose={onClose} width={920}>
      <p className="costs-text">
        {budgetSource(recorded)}. {countedSentence(recorded)}{' '}
        <a href={hrefOf('costs', ['budget'])} onClick={onClose}>
          Open Costs &gt; Budget
        </a>
      </p>
      <Table
        caption={`Financial years behind the budget of ${held.name}`}
        head={
          <>
            <Th>Financial year</Th>
            <Th>Budget</Th>
            <Th align="end">Whole year, £</Th>
            <Th align="end">School days</Th>
            <Th align="end">Of its days</Th>
            <Th align="end">£</Th>
          </>
        }
        foot={
          <tr>
            <Td colSpan={5}>Budget of {held.name}</Td>
            <Td align="end">{pounds(held.pence ?? 0)}</Td>
          </tr>
        }
      >
        {held.parts.map((part) => (
          <tr key={part.financial_year}>
            <Td>{financialYearName(part.financial_year)}</Td>
            <Td>{partWords(part)}</Td>
            <Td align="end">{pounds(part.whole_pence)}</Td>
            <Td align="end">{formatCount(part.days)}</Td>
            <Td align="end">{formatCount(part.of_days)}</Td>
            <Td align="end">{pounds(part.pence)}</Td>
          </tr>
        ))}
      </Table>
      {recorded.years
        .filter(({ year }) => sources.has(year))
        .map(({ year, pence, rows }) => (
          <div key={year} className="costs-behind costs-records">
            <Table
              caption={`Budget of ${financialYearName(year)} as recorded`}
              showCaption
              head={
                <>
                  <Th>Line</Th>
                  <Th>Code</Th>
                  <Th>Record</Th>
                  <Th align="end">£</Th>
                </>
              }
              foot={
                <tr>
                  <Td colSpan={3}>Total</Td>
                  <Td align="end">{pounds(pence)}</Td>
                </tr>
              }
            >
              {rows.map((row, at) => (
                <tr key={`${row.code} ${at}`}>
                  <Td>{BUDGET_LINE_WORDS[row.line]}</Td>
                  <Td>{row.code}</Td>
                  <Td soft>
                    {row.on === null
                      ? 'Original budget'
                      : `Virement of ${formatDate(row.on)} by ${row.by}: ${row.reason}`}
                  </Td>
                  <Td align="end">{pounds(row.pence)}</Td>
                </tr>
              ))}
            </Table>
          </div>
        ))}
    </Dialog>
  );
}

function partWords({ carried_from, whole_pence, from_pence }: HeldPart): string {
  if (carried_from === null) return 'recorded';
  const moved = whole_pence === from_pence ? 'in cash' : 'uplifted';
  return `that of ${financialYearName(carried_from)} carried forward, ${moved} (est.)`;
}
