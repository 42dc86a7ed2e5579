import { Fragment, useState } from 'react';
import type { BehindWhat } from '../../../shared/api/views/money.ts';
import { formatPence } from '../../../shared/format/money.ts';
import { shownLineWords } from '../../../shared/money/budget-lines.ts';
import type { MonitorAmounts, MonitorLine } from '../../../shared/money/monitor.ts';
import type { ShownLine } from '../../../shared/money/money-facts.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';
import { Estimated } from '../../ui/tooltip.tsx';
import { BehindMoneyDialog } from './behind-dialog.tsx';
import type { BudgetPartProps } from './budget-screen.tsx';
import { change, pounds } from './budget-words.ts';

interface NumberColumn {
  readonly label: string;
  readonly of: (amounts: MonitorAmounts) => number;
  /** What it opens; null: it is reckoned from those beside it. */
  readonly opens: BehindWhat | null;
  readonly signed?: boolean;
}

const COLUMNS: readonly NumberColumn[] = [
  { label: 'Original', of: (each) => each.original_pence, opens: 'budget' },
  { label: 'Current', of: (each) => each.current_pence, opens: 'budget' },
  { label: 'Actual', of: (each) => each.actual_pence, opens: 'actual' },
  { label: 'Accrual', of: (each) => each.accrual_pence, opens: 'accrual' },
  { label: 'Commitment', of: (each) => each.commitment_pence, opens: 'commitment' },
  { label: 'Forecast', of: (each) => each.forecast_pence, opens: null },
  { label: 'Variance', of: (each) => each.variance_pence, opens: null, signed: true },
  { label: 'Planned', of: (each) => each.plan_pence, opens: 'plan' },
  {
    label: 'Variance with plan',
    of: (each) => each.variance_with_plan_pence,
    opens: null,
    signed: true,
  },
];

interface Opened {
  readonly line: ShownLine;
  readonly what: BehindWhat;
  readonly label: string;
}

/** A row a line; under it, why its forecast moved. */
export function LinesPart({ view }: BudgetPartProps) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const moved = view.total_movement_pence;
  return (
    <section className="budget-part" aria-label="Lines">
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
                <span title={formatPence(column.of(view.total))}>{shown(column, view.total)}</span>
              </Td>
            ))}
            <Td align="end">
              {moved === null ? '' : <span title={formatPence(moved)}>{change(moved)}</span>}
            </Td>
          </tr>
        }
      >
        {view.lines.map((line) => (
          <LineRows key={line.line} line={line} onOpen={setOpened} />
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
      {opened === null ? null : (
        <BehindMoneyDialog
          {...opened}
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

const shown = ({ of, signed }: NumberColumn, amounts: MonitorAmounts): string =>
  signed === true ? change(of(amounts)) : pounds(of(amounts));

function LineRows(props: {
  readonly line: MonitorLine;
  readonly onOpen: (opened: Opened) => void;
}) {
  const { line, onOpen } = props;
  const name = shownLineWords(line.line);
  const open = (what: BehindWhat, label: string): void => {
    onOpen({ line: line.line, what, label });
  };
  return (
    <Fragment>
      <tr className="budget-line">
        <Td>{name}</Td>
        {COLUMNS.map((column) => {
          const pence = column.of(line);
          const { opens, label } = column;
          const isEstimated = label === 'Commitment' && line.basis === 'budget' && pence !== 0;
          return (
            <Td key={label} align="end">
              {isEstimated ? (
                <>
                  <Estimated why="No contract is on this line: it is taken to go on as budgeted for the school days left." />{' '}
                </>
              ) : null}
              {opens === null || pence === 0 ? (
                <span title={formatPence(pence)}>{shown(column, line)}</span>
              ) : (
                <span title={formatPence(pence)}>
                  <LinkButton
                    label={`${name}, ${label.toLowerCase()}: ${shown(column, line)} pounds, what is behind it`}
                    onPress={() => {
                      open(opens, label);
                    }}
                  >
                    {shown(column, line)}
                  </LinkButton>
                </span>
              )}
            </Td>
          );
        })}
        <Td align="end">
          {line.movement === null ? (
            ''
          ) : line.movement.pence === 0 ? (
            '0'
          ) : (
            <span title={formatPence(line.movement.pence)}>
              <LinkButton
                label={`${name}, movement: ${change(line.movement.pence)} pounds, what is behind it`}
                onPress={() => {
                  open('movement', 'Movement');
                }}
              >
                {change(line.movement.pence)}
              </LinkButton>
            </span>
          )}
        </Td>
      </tr>
      <tr className="budget-why">
        <Td colSpan={COLUMNS.length + 2}>
          {line.movement?.sentence ?? 'The first period of the year: nothing to compare with.'}
        </Td>
      </tr>
    </Fragment>
  );
}
