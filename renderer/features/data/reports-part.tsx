import { ArrowLeft, FileClock } from 'lucide-react';
import type { DataOverview } from '../../../shared/api/views/data.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatCount } from '../../../shared/format/number.ts';
import { useChannel } from '../../state/channel.ts';
import { hrefOf } from '../../state/place.ts';
import { EmptyState, FailureNotice, Spinner } from '../../ui/states.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';
import { kindWord } from './kind-words.ts';
import { ReportView } from './report-view.tsx';

/** Past imports, newest first, or one of them. */
export function ReportsPart(props: { readonly overview: DataOverview; readonly openId: number }) {
  const { reports } = props.overview;
  if (Number.isInteger(props.openId) && props.openId > 0) return <OneReport id={props.openId} />;
  if (reports.length === 0) {
    return (
      <EmptyState icon={FileClock} title="Nothing has been imported yet">
        Each import leaves its report here.
      </EmptyState>
    );
  }
  return (
    <Table
      caption="Past imports"
      head={
        <>
          <Th>Date</Th>
          <Th>Data</Th>
          <Th>Files</Th>
          <Th align="end">Read</Th>
          <Th align="end">Added</Th>
          <Th align="end">Changed</Th>
          <Th align="end">Unchanged</Th>
          <Th align="end">Held</Th>
          <Th align="end">Refused</Th>
        </>
      }
    >
      {reports.map((report) => (
        <tr key={report.id}>
          <Td>{formatDate(report.on)}</Td>
          <Td>
            <a href={hrefOf('data', ['reports', report.id])}>{kindWord(report.kind)}</a>
          </Td>
          <Td soft>
            {report.files[0] ?? ''}
            {report.files.length > 1 ? ` and ${report.files.length - 1} more` : ''}
          </Td>
          <Td align="end">{formatCount(report.read)}</Td>
          <Td align="end">{formatCount(report.added)}</Td>
          <Td align="end">{formatCount(report.changed)}</Td>
          <Td align="end">{formatCount(report.unchanged)}</Td>
          <Td align="end">{formatCount(report.held)}</Td>
          <Td align="end">{formatCount(report.refused)}</Td>
        </tr>
      ))}
    </Table>
  );
}

function OneReport(props: { readonly id: number }) {
  const { data, error } = useChannel('data/report', { id: props.id });
  return (
    <>
      <a className="data-back" href={hrefOf('data', ['reports'])}>
        <ArrowLeft size={14} aria-hidden="true" />
        Past imports
      </a>
      {error === null ? null : <FailureNotice failure={error} />}
      {data === null && error === null ? <Spinner label="Reading the report" /> : null}
      {data === null ? null : <ReportView report={data} />}
    </>
  );
}
