import { useMemo } from 'react';
import type { CostOverview } from '../../../shared/api/views/costs.ts';
import { waterfallFigure, describeWaterfall } from '../../../shared/figures/waterfall.ts';
import { formatPounds } from '../../../shared/format/money.ts';
import { formatPercent } from '../../../shared/format/number.ts';
import { Table, Td, Th } from '../../ui/table.tsx';
import { Estimated } from '../../ui/tooltip.tsx';
import { Chart } from './chart.tsx';
import { useFigureColours } from './chart-colours.ts';

/** The change on last year as a waterfall, beside the table that says the same to the pound. */
export function WhyPanel({ overview }: { readonly overview: CostOverview }) {
  const colours = useFigureColours();
  const { waterfall } = overview;
  const figure = useMemo(() => waterfallFigure(waterfall, colours), [waterfall, colours]);
  return (
    <div className="costs-pair">
      <section className="costs-card" aria-label="Waterfall">
        <h2>
          From {overview.last_year} to {overview.year}, a year
        </h2>
        <Chart
          figure={figure}
          height={Math.max(220, waterfall.length * 40 + 30)}
          description={describeWaterfall(waterfall)}
        />
      </section>
      <Table
        caption={`Why the cost changed from ${overview.last_year} to ${overview.year}`}
        head={
          <>
            <Th>What changed</Th>
            <Th align="end">£ a year</Th>
            <Th align="end">Share</Th>
          </>
        }
      >
        {waterfall.map((bar) => (
          <tr key={bar.key} className={bar.kind === 'total' ? 'costs-total' : ''}>
            <Td>
              {bar.kind === 'total' ? `Cost in ${bar.label}` : bar.label}
              {bar.estimated ? (
                <Estimated why="Rests on assumptions: see how it was reckoned." />
              ) : null}
              {bar.note === '' ? null : <small className="costs-note">{bar.note}</small>}
            </Td>
            <Td align="end">
              {bar.kind === 'change' && bar.pence > 0 ? '+' : ''}
              {formatPounds(bar.pence).replace('£', '')}
            </Td>
            <Td align="end" soft>
              {bar.kind === 'total' || overview.pressure_pence === 0
                ? ''
                : formatPercent(bar.pence / overview.pressure_pence, 0)}
            </Td>
          </tr>
        ))}
      </Table>
    </div>
  );
}
