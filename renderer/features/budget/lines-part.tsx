import { Lock } from 'lucide-react';
import { Fragment, useState } from 'react';
import type { BehindWhat, MoneyView } from '../../../shared/api/views/money.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatPence } from '../../../shared/format/money.ts';
import { shownLineWords } from '../../../shared/money/budget-lines.ts';
import type { MonitorAmounts, MonitorLine } from '../../../shared/money/monitor.ts';
import type { ShownLine } from '../../../shared/money/money-facts.ts';
import { hrefOf } from '../../state/place.ts';
import { Button } from '../../ui/button.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';
import { Estimated } from '../../ui/tooltip.tsx';
import { BasisDialog, basisShort } from './basis-dialog.tsx';
import { BehindMoneyDialog, type OpenedAmount } from './behind-dialog.tsx';
import type { BudgetPartProps } from './budget-screen.tsx';
import { change, pounds } from './budget-words.ts';
import { ClosingDialog } from './closing-dialog.tsx';
import { moveInGrid } from './grid-keys.ts';

interface NumberColumn {
  readonly label: string;
  readonly of: (amounts: MonitorAmounts) => number;
  readonly opens: BehindWhat;
  readonly signed?: boolean;
}

const COLUMNS: readonly NumberColumn[] = [
  { label: 'Original', of: (each) => each.original_pence, opens: 'original' },
  { label: 'Current', of: (each) => each.current_pence, opens: 'budget' },
  { label: 'Actual', of: (each) => each.actual_pence, opens: 'actual' },
  { label: 'Accrual', of: (each) => each.accrual_pence, opens: 'accrual' },
  { label: 'Commitment', of: (each) => each.commitment_pence, opens: 'commitment' },
  { label: 'Forecast', of: (each) => each.forecast_pence, opens: 'forecast' },
  { label: 'Variance', of: (each) => each.variance_pence, opens: 'variance', signed: true },
  { label: 'Planned', of: (each) => each.plan_pence, opens: 'plan' },
  {
    label: 'Variance with plan',
    of: (each) => each.variance_with_plan_pence,
    opens: 'variance_with_plan',
    signed: true,
  },
];

/** A row a line; under it, why its forecast moved. Each number opens what it is made of; arrows go from number to number. */
export function LinesPart({ view }: BudgetPartProps) {
  const [opened, setOpened] = useState<OpenedAmount | null>(null);
  const [choosing, setChoosing] = useState<MonitorLine | null>(null);
  const [closing, setClosing] = useState(false);
  const moved = view.total_movement_pence;
  const cell = (line: ShownLine | 'all', amounts: MonitorAmounts, column: NumberColumn) => (
    <AmountCell
      line={line}
      label={column.label}
      pence={column.of(amounts)}
      signed={column.signed === true}
      onOpen={() => {
        setOpened({ line, what: column.opens, label: column.label });
      }}
    />
  );
  const movement = (line: ShownLine | 'all', pence: number) => (
    <AmountCell
      line={line}
      label="Movement"
      pence={pence}
      signed
      onOpen={() => {
        setOpened({ line, what: 'movement', label: 'Movement' });
      }}
    />
  );
  return (
    <section className="budget-part" aria-label="Lines">
      <div className="budget-title">
        <p className="budget-compared">{comparedWords(view)}</p>
        {view.signed_off === null ? (
          <Button
            size="small"
            icon={Lock}
            onPress={() => {
              setClosing(true);
            }}
          >
            Close period {view.period}…
          </Button>
        ) : (
          <a href={hrefOf('costs', ['budget', 'periods'])}>As it was signed off</a>
        )}
      </div>
      <Table
        caption={`Monitoring by line, pounds, period ${view.period}`}
        head={
          <>
            <Th>Line</Th>
            {COLUMNS.map(({ label }) => (
              <Th key={label} align="end">
                {label}
              </Th>
            ))}
            <Th align="end">Movement</Th>
          </>
        }
        foot={
          <tr>
            <Td>Total</Td>
            {COLUMNS.map((column) => (
              <Td key={column.label} align="end">
                {cell('all', view.total, column)}
              </Td>
            ))}
            <Td align="end">{moved === null ? '' : movement('all', moved)}</Td>
          </tr>
        }
      >
        {view.lines.map((line) => (
          <Fragment key={line.line}>
            <tr className="budget-line">
              <Td>{shownLineWords(line.line)}</Td>
              {COLUMNS.map((column) => (
                <Td key={column.label} align="end">
                  {isEstimated(column, line) ? (
                    <>
                      <Estimated why={ESTIMATED[line.basis]} />{' '}
                    </>
                  ) : null}
                  {cell(line.line, line, column)}
                </Td>
              ))}
              <Td align="end">
                {line.movement === null ? '' : movement(line.line, line.movement.pence)}
              </Td>
            </tr>
            <tr className="budget-why">
              <Td colSpan={COLUMNS.length + 2}>
                {line.basis === 'contracts' ? null : (
                  <>
                    <LinkButton
                      label={`${shownLineWords(line.line)} is forecast: ${basisShort(line)}. Choose another way`}
                      onPress={() => {
                        setChoosing(line);
                      }}
                    >
                      {basisShort(line)}
                    </LinkButton>
                    {'. '}
                  </>
                )}
                {line.movement?.sentence ??
                  'The first period of the year: nothing to compare with.'}
              </Td>
            </tr>
          </Fragment>
        ))}
      </Table>
      <ul className="budget-notes">
        <li>
          Forecast = actual + accrual + commitment. Income stands below nothing. Pence on hover and
          in what each number opens.
        </li>
        {view.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      {choosing === null ? null : (
        <BasisDialog
          line={choosing}
          view={view}
          onClose={() => {
            setChoosing(null);
          }}
        />
      )}
      {closing ? (
        <ClosingDialog
          asked={{ year: view.year, period: view.period, kind: 'close' }}
          onClose={() => {
            setClosing(false);
          }}
        />
      ) : null}
      {opened === null ? null : (
        <BehindMoneyDialog
          opened={opened}
          year={view.year}
          period={view.period}
          onClose={() => {
            setOpened(null);
          }}
        />
      )}
    </section>
  );
}

const ESTIMATED: Readonly<Record<MonitorLine['basis'], string>> = {
  contracts: '',
  typed: '',
  budget: 'No contract is on this line: it is taken to go on as budgeted for the school days left.',
  run_rate: 'At the run rate: postings a period so far, times 12, less the actual.',
};

/** Whether the period is signed off, and what its movement is against. */
function comparedWords({ signed_off, compared_with, period }: MoneyView): string {
  const own =
    signed_off === null
      ? `Period ${period} is open.`
      : `Period ${period} was closed by ${signed_off.closed_by} on ${formatDate(signed_off.closed_on)} at a forecast of ${formatPence(signed_off.forecast_pence)}; below it is reckoned with what is known now.`;
  if (compared_with === null) return own;
  const { closing } = compared_with;
  return closing === null
    ? `${own} Last month was never closed, so movement is against last month reckoned anew.`
    : `${own} Movement is against period ${closing.period} as ${closing.closed_by} signed it off on ${formatDate(closing.closed_on)}.`;
}

function isEstimated({ label, of }: NumberColumn, line: MonitorLine): boolean {
  return label === 'Commitment' && ESTIMATED[line.basis] !== '' && of(line) !== 0;
}

function AmountCell(props: {
  readonly line: ShownLine | 'all';
  readonly label: string;
  readonly pence: number;
  readonly signed: boolean;
  readonly onOpen: () => void;
}) {
  const { line, label, pence, signed, onOpen } = props;
  const shown = signed ? change(pence) : pounds(pence);
  const name = line === 'all' ? 'All lines' : shownLineWords(line);
  return (
    <span title={formatPence(pence)}>
      <LinkButton
        label={`${name}, ${label.toLowerCase()}: ${shown} pounds, what is behind it`}
        onPress={onOpen}
        onKeyDown={moveInGrid}
      >
        {shown}
      </LinkButton>
    </span>
  );
}
