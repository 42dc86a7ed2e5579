import { Download } from 'lucide-react';
import { useState } from 'react';
import type { ImportReport, ReportRow } from '../../../shared/model/import.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatCount, formatQuantity } from '../../../shared/format/number.ts';
import { call } from '../../bridge/bridge.ts';
import { saveHostFile } from '../../state/files.ts';
import { notifyFailure, type Tone } from '../../state/notices.ts';
import { Button } from '../../ui/button.tsx';
import { StateMark } from '../../ui/mark.tsx';
import { NoticeBar } from '../../ui/states.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { kindWord } from './kind-words.ts';

/** Rows drawn; the .csv holds all of them. */
const SHOWN = 400;

type Outcome = ReportRow['outcome'];
const OUTCOMES: Readonly<Record<Outcome, { readonly label: string; readonly tone: Tone }>> = {
  held: { label: 'Held', tone: 'warning' },
  refused: { label: 'Refused', tone: 'warning' },
  warning: { label: 'Warning', tone: 'info' },
  not_record: { label: 'Not a record', tone: 'neutral' },
};

async function save(id: number): Promise<void> {
  const answer = await call('import/export-report', { id });
  if (answer.ok) await saveHostFile(answer.value.file_id, answer.value.name);
  else notifyFailure(answer.error);
}

/** The end of an import: counts that add up to the rows read, and every row that needs a person. */
export function ReportView(props: { readonly report: ImportReport }) {
  const { report } = props;
  const clean = report.held + report.refused === 0;
  return (
    <section className="data-report" aria-label="Import report">
      <div className="data-report-head">
        <div>
          <h2>
            {kindWord(report.kind)} of {formatDate(report.on)}
          </h2>
          <p className="soft">
            {report.files.slice(0, 4).join(', ')}
            {report.files.length > 4 ? ` and ${report.files.length - 4} more` : ''}
          </p>
        </div>
        <Button icon={Download} onPress={() => void save(report.id)}>
          Export report as .csv
        </Button>
      </div>
      <Sum report={report} />
      {clean && report.rows.length === 0 ? (
        <NoticeBar tone="good" title="Every row was taken in.">
          None was held or refused.
        </NoticeBar>
      ) : (
        <Rows rows={report.rows} />
      )}
    </section>
  );
}

function Sum(props: { readonly report: ImportReport }) {
  const { report } = props;
  const parts = [
    ['added', report.added],
    ['changed', report.changed],
    ['unchanged', report.unchanged],
    ['held', report.held],
    ['refused', report.refused],
  ] as const;
  return (
    <div className="data-sum">
      <div>
        <strong>{formatCount(report.read)}</strong>
        <span>read</span>
      </div>
      {parts.map(([label, count], index) => (
        <div key={label}>
          <span className="data-sign" aria-hidden="true">
            {index === 0 ? '=' : '+'}
          </span>
          <strong
            className={
              count > 0 && (label === 'held' || label === 'refused') ? 'k-tone-warning' : ''
            }
          >
            {formatCount(count)}
          </strong>
          <span>{label}</span>
        </div>
      ))}
      <p className="soft">
        {report.warnings === 0
          ? 'No row taken in has a warning.'
          : `${formatQuantity(report.warnings, 'row')} taken in with a warning or a question.`}
      </p>
    </div>
  );
}

function Rows(props: { readonly rows: readonly ReportRow[] }) {
  const [shown, setShown] = useState<Outcome | 'all'>('all');
  const count = (outcome: Outcome): number =>
    props.rows.filter((row) => row.outcome === outcome).length;
  const rows = shown === 'all' ? props.rows : props.rows.filter((row) => row.outcome === shown);
  return (
    <Tabs
      label="Rows by outcome"
      selected={shown}
      onSelect={setShown}
      tabs={[
        { id: 'all', label: 'All', count: formatCount(props.rows.length) },
        { id: 'held', label: 'Held', count: formatCount(count('held')) },
        { id: 'refused', label: 'Refused', count: formatCount(count('refused')) },
        { id: 'warning', label: 'Warnings', count: formatCount(count('warning')) },
        { id: 'not_record', label: 'Not records', count: formatCount(count('not_record')) },
      ]}
    >
      <div className="data-rows">
        {rows.length > SHOWN ? (
          <p className="soft">
            The first {formatCount(SHOWN)} of {formatCount(rows.length)} are shown; the .csv holds
            all.
          </p>
        ) : null}
        <Table
          caption="Rows that need a look"
          head={
            <>
              <Th align="end">Line</Th>
              <Th>Column</Th>
              <Th>Value</Th>
              <Th>Outcome</Th>
              <Th>Why</Th>
              <Th>What to do</Th>
            </>
          }
        >
          {rows.slice(0, SHOWN).map((row, index) => (
            // A line may stand here more than once, with the same column.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={`${row.line} ${row.code} ${index}`}>
              <Td align="end">{row.line === 0 ? '–' : formatCount(row.line)}</Td>
              <Td>{row.column}</Td>
              <Td>
                <span className="data-value">{row.value}</span>
              </Td>
              <Td>
                <StateMark tone={OUTCOMES[row.outcome].tone}>
                  {OUTCOMES[row.outcome].label}
                </StateMark>
              </Td>
              <Td>{row.reason}</Td>
              <Td>{row.remedy}</Td>
            </tr>
          ))}
        </Table>
      </div>
    </Tabs>
  );
}
