import { useMemo } from 'react';
import { describeTornado, tornadoFigure } from '../../../shared/figures/forecast-figures.ts';
import { formatShortPounds } from '../../../shared/format/money.ts';
import type { Forecast } from '../../../shared/pressure/forecast/forecast.ts';
import { Table, Td, Th } from '../../ui/table.tsx';
import { Chart } from './chart.tsx';
import { useFigureColours } from './chart-colours.ts';

/** What each assumption alone does to the last year, widest first, as bars above the table that says the same. */
export function Tornado({ made, lastYear }: { readonly made: Forecast; readonly lastYear: string }) {
  const colours = useFigureColours();
  const figure = useMemo(() => tornadoFigure(made, colours), [made, colours]);
  return (
    <section className="costs-card" aria-label="What matters most">
      <h2>What moves {lastYear} most, each alone from its low (P10) to its high (P90)</h2>
      <Chart figure={figure} height={200} description={describeTornado(made)} />
      <Table
        caption={`What each assumption alone does to ${lastYear}`}
        head={
          <>
            <Th>Assumption</Th>
            <Th align="end">% a year</Th>
            <Th align="end">Cost at the low</Th>
            <Th align="end">Cost at the high</Th>
          </>
        }
      >
        {made.tornado.map(({ key, label, low, high, low_pence, high_pence }) => (
          <tr key={key}>
            <Td>{label}</Td>
            <Td align="end">{`${tenths(low)} to ${tenths(high)}`}</Td>
            <Td align="end">{formatShortPounds(low_pence)}</Td>
            <Td align="end">{formatShortPounds(high_pence)}</Td>
          </tr>
        ))}
      </Table>
    </section>
  );
} // prettier-ignore

function tenths(percent: number): string {
  return percent.toFixed(1).replace('-', '−');
}
