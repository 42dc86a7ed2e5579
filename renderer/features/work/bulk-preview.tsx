import { ArrowRight } from 'lucide-react';
import type { BulkPreview } from '../../../shared/api/views/bulk.ts';
import { formatCount, formatQuantity } from '../../../shared/format/number.ts';
import { Skeleton } from '../../ui/states.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';

/** What will change, from what to what; who is left out and why; a few of them one by one. */
export function PreviewPart(props: {
  readonly preview: BulkPreview | null;
  readonly isCurrent: boolean;
}) {
  const { preview } = props;
  if (preview === null) {
    return (
      <div className="bulk-preview" aria-busy="true">
        <Skeleton width="40%" height={18} />
        <Skeleton height={80} />
      </div>
    );
  }
  const left = preview.asked - preview.changes;
  return (
    <section
      className={props.isCurrent ? 'bulk-preview' : 'bulk-preview bulk-stale'}
      aria-label="What will change"
    >
      <h3 aria-live="polite">
        {formatCount(preview.changes)} of {formatQuantity(preview.asked, 'application')} will change
        {left === 0 ? '' : `, ${formatCount(left)} ${left === 1 ? 'is' : 'are'} left out`}
      </h3>
      {preview.problems.length === 0 ? null : (
        <ul className="bulk-problems">
          {preview.problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
      {preview.kinds.length === 0 ? null : (
        <ul className="bulk-kinds">
          {preview.kinds.map(({ from, to, count }) => (
            <li key={`${from} ${to}`}>
              <span className="bulk-count">{formatCount(count)}</span>
              <span>{from}</span>
              <ArrowRight size={14} aria-label="to" />
              <strong>{to}</strong>
            </li>
          ))}
        </ul>
      )}
      {preview.left_out.length === 0 ? null : (
        <>
          <h4>Left out, and why</h4>
          <ul className="bulk-left">
            {preview.left_out.map(({ reason, count }) => (
              <li key={reason}>
                <span className="bulk-count">{formatCount(count)}</span>
                <span>{reason}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {preview.samples.length === 0 ? null : <Samples preview={preview} />}
    </section>
  );
}

function Samples(props: { readonly preview: BulkPreview }) {
  const { samples, changes } = props.preview;
  const hasWhy = samples.some(({ why }) => why !== '');
  return (
    <>
      <h4>
        {samples.length === changes
          ? 'One by one'
          : `The first ${formatCount(samples.length)}, one by one`}
      </h4>
      <Table
        caption="Some of the changes one by one"
        head={
          <>
            <Th>Child</Th>
            <Th>From</Th>
            <Th>To</Th>
            {hasWhy ? <Th>Why</Th> : null}
          </>
        }
      >
        {samples.map(({ client_id, ref, name, from, to, why }) => (
          <tr key={client_id}>
            <Td>
              {name} <span className="soft bulk-ref">{ref}</span>
            </Td>
            <Td>{from}</Td>
            <Td>{to}</Td>
            {hasWhy ? <Td soft>{why}</Td> : null}
          </tr>
        ))}
      </Table>
    </>
  );
}
