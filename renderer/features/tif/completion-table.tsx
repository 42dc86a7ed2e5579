import type { TifCompletion, TifCompletionRow, TifCount } from '../../../shared/api/views/tif.ts';
import { formatCount, formatPercent } from '../../../shared/format/number.ts';
import { hrefOfList } from '../../state/place.ts';
import { StateMark } from '../../ui/mark.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';

/** Groups of requests with how many of their forms are complete; each number opens its list. */
export function CompletionTable(props: {
  readonly caption: string;
  readonly rows: readonly TifCompletionRow[];
  /** The whole county, below as the total, with the lines. */
  readonly of: TifCompletion;
}) {
  const { commissioning, target, all } = props.of;
  return (
    <Table
      caption={`TIFs by ${props.caption.toLowerCase()}`}
      head={
        <>
          <Th>{props.caption}</Th>
          <Th align="end">Open requests</Th>
          <Th align="end">Complete</Th>
          <Th align="end">Not complete</Th>
          <Th align="end">Complete, %</Th>
          <Th width={200}>
            <span className="visually-hidden">Complete, drawn with both lines</span>
          </Th>
          <Th align="end">Forms short of {formatPercent(commissioning.share, 0)}</Th>
          <Th>Against the lines</Th>
        </>
      }
      foot={<Row row={all} target={target.share} commissioning={commissioning.share} />}
    >
      {props.rows.map((row) => (
        <Row key={row.key} row={row} target={target.share} commissioning={commissioning.share} />
      ))}
    </Table>
  );
}

function Row(props: {
  readonly row: TifCompletionRow;
  readonly target: number;
  readonly commissioning: number;
}) {
  const { row, target, commissioning } = props;
  return (
    <tr>
      <Td>{row.label}</Td>
      <NumberCell of={row.asked} />
      <NumberCell of={row.complete} />
      <NumberCell of={row.incomplete} />
      <Td align="end">{formatPercent(row.share, 0).replace('%', '')}</Td>
      <Td>
        <span className="tif-bar" aria-hidden="true">
          <span style={{ width: `${row.share * 100}%` }} />
          <i style={{ left: `${commissioning * 100}%` }} />
          <i style={{ left: `${target * 100}%` }} />
        </span>
      </Td>
      <Td align="end">{row.short === 0 ? '' : formatCount(row.short)}</Td>
      <Td>
        {row.reaches_target ? (
          <StateMark tone="good">Target reached</StateMark>
        ) : row.reaches_commissioning ? (
          <StateMark tone="info">Can be commissioned</StateMark>
        ) : (
          <StateMark tone="warning">Holds back</StateMark>
        )}
      </Td>
    </tr>
  );
}

function NumberCell(props: { readonly of: TifCount }) {
  const { count, filter } = props.of;
  return (
    <Td align="end">{count === 0 ? '0' : <a href={hrefOfList(filter)}>{formatCount(count)}</a>}</Td>
  );
}
