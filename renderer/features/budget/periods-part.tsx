import { useState } from 'react';
import type { MoneyView } from '../../../shared/api/views/money.ts';
import { financialYearName, PERIOD_MONTHS, PERIODS, periodWords, spanOf } from '../../../shared/calendar/financial-year.ts'; // prettier-ignore
import { formatDate } from '../../../shared/format/date.ts';
import type { PeriodClosing } from '../../../shared/model/period-closing.ts';
import { shownLineWords } from '../../../shared/money/budget-lines.ts';
import { useSession } from '../../state/session.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';
import type { BudgetPartProps } from './budget-screen.tsx';
import { exact, exactChange, pounds } from './budget-words.ts';
import { ClosingDialog, type ClosingAsked } from './closing-dialog.tsx';

/** The periods of the year: which were signed off, by whom and at what forecast; the one shown beside what is known of it now. */
export function PeriodsPart({ view }: BudgetPartProps) {
  const [asked, setAsked] = useState<ClosingAsked | null>(null);
  const today = useSession((state) => state.info?.store?.today ?? '');
  const { year, closings } = view;
  return (
    <section className="budget-part" aria-label="Periods">
      <p className="budget-text soft">
        Closing a period keeps every line as it was signed off. The month after it is compared with
        that, and what came in later for days before it is told apart as restated.
      </p>
      <Table
        caption={`Periods of ${financialYearName(year)}`}
        head={
          <>
            <Th>Period</Th>
            <Th>State</Th>
            <Th align="end">Forecast signed off, £</Th>
            <Th>By, and why</Th>
            <Th>
              <span className="visually-hidden">What to do</span>
            </Th>
          </>
        }
      >
        {PERIODS.map((period) => {
          const of = closings.filter((each) => each.period === period);
          const standing = of.find(({ reopened }) => reopened === null) ?? null;
          const hasEnded = spanOf({ year, period }).to < today;
          const kind = standing === null ? 'close' : 'reopen';
          return (
            <tr key={period}>
              <Td>
                <span className="budget-whole">
                  {period}, {PERIOD_MONTHS[period - 1]}
                </span>
              </Td>
              <Td>
                <span className="budget-whole">{stateWords(standing, of, hasEnded)}</span>
              </Td>
              <Td align="end">{standing === null ? '' : pounds(standing.forecast_pence)}</Td>
              <Td soft>
                {of.map((each) => (
                  <span key={each.id} className="budget-closing">
                    {closingWords(each)}
                  </span>
                ))}
              </Td>
              <Td>
                {hasEnded ? (
                  <LinkButton
                    label={`${kind === 'close' ? 'Close' : 'Open again'} ${periodWords({ year, period })}`}
                    onPress={() => {
                      setAsked({ year, period, kind });
                    }}
                  >
                    {kind === 'close' ? 'Close…' : 'Open again…'}
                  </LinkButton>
                ) : null}
              </Td>
            </tr>
          );
        })}
      </Table>
      {view.signed_off === null ? (
        <p className="soft">
          {periodWords(view)} is open: nothing is signed off that it could be set beside.
        </p>
      ) : (
        <SignedOffTable period={view.period} signed={view.signed_off} />
      )}
      {asked === null ? null : (
        <ClosingDialog
          asked={asked}
          onClose={() => {
            setAsked(null);
          }}
        />
      )}
    </section>
  );
}

function stateWords(
  standing: PeriodClosing | null,
  of: readonly PeriodClosing[],
  hasEnded: boolean,
): string {
  if (standing !== null) return `Closed ${formatDate(standing.closed_on)}`;
  if (of.length > 0) return 'Opened again';
  return hasEnded ? 'Open' : 'Not ended';
}

function closingWords({ closed_on, closed_by, reason, reopened }: PeriodClosing): string {
  const closed = `${closed_by}, ${formatDate(closed_on)}: ${reason}`;
  return reopened === null
    ? closed
    : `${closed}; opened again by ${reopened.by}, ${formatDate(reopened.on)}: ${reopened.reason}`;
}

function SignedOffTable(props: {
  readonly period: number;
  readonly signed: NonNullable<MoneyView['signed_off']>;
}) {
  const { period, signed } = props;
  const sum = (of: 'signed_pence' | 'aboard_pence' | 'restated_pence' | 'now_pence'): number =>
    signed.lines.reduce((total, line) => total + line[of], 0);
  return (
    <Table
      caption={`Period ${period} as ${signed.closed_by} signed it off on ${formatDate(signed.closed_on)}, beside what is known now`}
      showCaption
      head={
        <>
          <Th>Line</Th>
          <Th align="end">Signed off, £</Th>
          <Th align="end">Children aboard, £</Th>
          <Th align="end">Restated, £</Th>
          <Th align="end">Now, £</Th>
          <Th>What came since</Th>
        </>
      }
      foot={
        <tr>
          <Td>Total</Td>
          <Td align="end">{exact(sum('signed_pence'))}</Td>
          <Td align="end">{exactChange(sum('aboard_pence'))}</Td>
          <Td align="end">{exactChange(sum('restated_pence'))}</Td>
          <Td align="end">{exact(sum('now_pence'))}</Td>
          <Td />
        </tr>
      }
    >
      {signed.lines.map((line) => (
        <tr key={line.line}>
          <Td>{shownLineWords(line.line)}</Td>
          <Td align="end">{exact(line.signed_pence)}</Td>
          <Td align="end">{exactChange(line.aboard_pence)}</Td>
          <Td align="end">{exactChange(line.restated_pence)}</Td>
          <Td align="end">{exact(line.now_pence)}</Td>
          <Td soft>{sinceWords(line)}</Td>
        </tr>
      ))}
    </Table>
  );
}

function sinceWords({
  sentence,
  aboard_pence,
}: NonNullable<MoneyView['signed_off']>['lines'][number]): string {
  const aboard = aboard_pence === 0 ? '' : 'Other children are aboard its contracts.';
  const all = [sentence, aboard].filter((each) => each !== '').join(' ');
  return all === '' ? 'Nothing.' : all;
}
