import type { CostOverview } from '../../../shared/api/views/costs.ts';
import { formatPence, formatPounds } from '../../../shared/format/money.ts';
import { formatShare } from '../../../shared/format/number.ts';
import { Table, Td, Th } from '../../ui/table.tsx';
import { Estimated } from '../../ui/tooltip.tsx';

/** The bill by kind of line, a day and a year; the lines add up to the headline. */
export function BillPanel({ overview }: { readonly overview: CostOverview }) {
  return (
    <div className="costs-narrow">
      <Table
        caption="What the cost is made of"
        head={
          <>
            <Th>Line</Th>
            <Th align="end">£ a day</Th>
            <Th align="end">£ a year</Th>
            <Th align="end">Share</Th>
          </>
        }
        foot={
          <tr>
            <Td>All lines</Td>
            <Td align="end">{plain(formatPence(overview.cost_day_pence))}</Td>
            <Td align="end">{plain(formatPounds(overview.cost_year_pence))}</Td>
            <Td align="end">100%</Td>
          </tr>
        }
      >
        {overview.lines.map((line) => (
          <tr key={line.key}>
            <Td>
              {line.label}
              {line.estimated ? (
                <Estimated why="Priced by the rate card, not by a contract." />
              ) : null}
            </Td>
            <Td align="end">{plain(formatPence(line.day_pence))}</Td>
            <Td align="end">{plain(formatPounds(line.year_pence))}</Td>
            <Td align="end" soft>
              {formatShare(line.year_pence, overview.cost_year_pence, 1)}
            </Td>
          </tr>
        ))}
      </Table>
    </div>
  );
}

/** The heading names the unit. */
function plain(amount: string): string {
  return amount.replace('£', '');
}
