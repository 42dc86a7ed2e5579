import { formatDate } from '../../../shared/format/date.ts';
import { formatPence } from '../../../shared/format/money.ts';
import { formatCount, formatShare } from '../../../shared/format/number.ts';
import { useChannel } from '../../state/channel.ts';
import { Table, Td, Th } from '../../ui/table.tsx';

/** The plan's year in the council's financial years, by each school's own days; the parts are the year to the penny. */
export function FinancialYearsTable() {
  const { data } = useChannel('costs/financial-years', {});
  if (data === null) return null;
  const days = data.parts.reduce((sum, { route_days }) => sum + route_days, 0);
  return (
    <section className="costs-stack" aria-label="By financial year">
      <h2>By financial year</h2>
      <Table
        caption="The year’s cost by financial year"
        head={
          <>
            <Th>Financial year</Th>
            <Th>Days from and to</Th>
            <Th align="end">Route days</Th>
            <Th align="end">£</Th>
            <Th align="end">Share</Th>
          </>
        }
        foot={
          <tr>
            <Td colSpan={2}>The academic year</Td>
            <Td align="end">{formatCount(days)}</Td>
            <Td align="end">{formatPence(data.total_pence).replace('£', '')}</Td>
            <Td align="end">100%</Td>
          </tr>
        }
      >
        {data.parts.map((part) => (
          <tr key={part.name}>
            <Td>{part.name}</Td>
            <Td>
              {formatDate(part.from)} to {formatDate(part.to)}
            </Td>
            <Td align="end">{formatCount(part.route_days)}</Td>
            <Td align="end">{formatPence(part.pence).replace('£', '')}</Td>
            <Td align="end" soft>
              {formatShare(part.pence, data.total_pence, 1)}
            </Td>
          </tr>
        ))}
      </Table>
      <p className="costs-text">
        Each route’s year is split by the days on which its school is open while its contract runs.{' '}
        {data.notes.join(' ')}
      </p>
    </section>
  );
}
