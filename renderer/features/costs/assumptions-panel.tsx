import type { CostOverview } from '../../../shared/api/views/costs.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { hrefOf } from '../../state/place.ts';
import { Badge } from '../../ui/mark.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';

/** Every figure the costs rest on, with its date and source; assumptions are marked. */
export function AssumptionsPanel({ overview }: { readonly overview: CostOverview }) {
  return (
    <>
      <p className="costs-text">
        <a href={hrefOf('costs', ['backtest'])}>
          How the method fares on a year that is over: the backtest
        </a>
      </p>
      <Table
        caption="Assumptions and sources"
        head={
          <>
            <Th width="22%">Figure</Th>
            <Th align="end" width="30%">
              Value and unit
            </Th>
            <Th>From</Th>
            <Th>Kind</Th>
            <Th width="28%">Source</Th>
          </>
        }
      >
        {overview.assumptions.map((line) => (
          <tr key={`${line.key} ${line.from_on}`}>
            <Td>{line.label}</Td>
            <Td {...(isFigure(line.value) ? { align: 'end' as const } : {})}>
              {line.value}
              <span className="costs-note">{line.unit}</span>
            </Td>
            <Td>
              <span className="costs-date">{formatDate(line.from_on)}</span>
            </Td>
            <Td>
              {line.estimated ? <Badge tone="warning">Assumed</Badge> : <Badge>Published</Badge>}
            </Td>
            <Td>
              <div className="costs-source">{line.source}</div>
            </Td>
          </tr>
        ))}
      </Table>
    </>
  );
}

/** Numbers stand under one another; words are read from the left. */
function isFigure(value: string): boolean {
  return value.length <= 24 && /\d/.test(value);
}
