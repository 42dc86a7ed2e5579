import { useRef, useState } from 'react';
import type { TenderPage } from '../../../shared/api/views/lots.ts';
import { formatQuantity } from '../../../shared/format/number.ts';
import type { Failure } from '../../../shared/kernel/result.ts';
import type { ImportReport } from '../../../shared/model/import.ts';
import { dayOfMoment, formatMoment, momentOf } from '../../../shared/service/lots/moment.ts';
import { call, putFile } from '../../bridge/bridge.ts';
import { forgetAnswers } from '../../state/channel.ts';
import { takeJob, whenEnded } from '../../state/jobs.ts';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { FailureNotice, NoticeBar } from '../../ui/states.tsx';

/** Brings in the workbooks that providers filled in, with when they came; says what became of every line. */
export function BidsInDialog(props: { readonly page: TenderPage; readonly onClose: () => void }) {
  const { page } = props;
  const chooser = useRef<HTMLInputElement | null>(null);
  const [files, setFiles] = useState<readonly File[]>([]);
  const [day, setDay] = useState<string>(dayOfMoment(page.now));
  const [time, setTime] = useState(page.now.slice(11));
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [report, setReport] = useState<ImportReport | null>(null);
  const received_at = momentOf(day, time);
  const late = received_at !== null && received_at > page.tender.closes_at;
  const bring = async (): Promise<void> => {
    setPending(true);
    setFailure(null);
    const file_ids: string[] = [];
    for (const file of files)
      file_ids.push(await putFile(file.name, new Uint8Array(await file.arrayBuffer())));
    const started = await call('import/start', { kind: 'bids', file_ids, ...(received_at === null ? {} : { received_at }) }); // prettier-ignore
    if (started.ok) {
      takeJob(started.value);
      const job = await whenEnded(started.value.id);
      if (job.result?.kind === 'import') setReport(job.result.report);
      else setFailure(job.error);
      forgetAnswers();
    } else setFailure(started.error);
    setPending(false);
  };
  const wanting = files.length === 0 ? 'Choose the workbooks first.' : received_at === null ? 'Give the day and time they came.' : null; // prettier-ignore
  return (
    <Dialog
      title={`Bring bids in for tender ${page.tender.ref}`}
      isOpen
      onClose={props.onClose}
      width={680}
      foot={
        report === null ? (
          <Button
            variant="primary"
            isPending={pending}
            disabledReason={wanting}
            onPress={() => void bring()}
          >
            Bring {files.length === 0 ? 'bids' : formatQuantity(files.length, 'file')} in
          </Button>
        ) : (
          <Button variant="primary" onPress={props.onClose}>
            Done
          </Button>
        )
      }
    >
      {report !== null ? (
        <Report report={report} />
      ) : (
        <div className="case-form">
          <div className="lots-does">
            <input
              ref={chooser}
              type="file"
              multiple
              hidden
              accept=".xlsx"
              aria-label="Workbooks of providers"
              onChange={(event) => {
                setFiles([...(event.currentTarget.files ?? [])]);
              }}
            />
            <Button onPress={() => chooser.current?.click()}>Choose workbooks…</Button>
            <span className="soft">
              {files.length === 0
                ? 'The .xlsx that was given out, as filled in.'
                : files.map(({ name }) => name).join(', ')}
            </span>{' '}
            {/* prettier-ignore */}
          </div>
          <div className="case-form-fields">
            <DateField label="Received on" value={day} onChange={setDay} />
            <TextField
              label="At"
              value={time}
              onChange={setTime}
              description="Time of day, such as 11:30"
            />{' '}
            {/* prettier-ignore */}
          </div>
          {late ? (
            <NoticeBar
              tone="warning"
              title={`After the closing time, ${formatMoment(page.tender.closes_at)}: the bids will be held`}
            />
          ) : null}{' '}
          {/* prettier-ignore */}
        </div>
      )}
      {failure === null ? null : <FailureNotice failure={failure} />}
    </Dialog>
  );
}

function Report({ report }: { readonly report: ImportReport }) {
  const told = report.rows.filter(({ outcome }) => outcome !== 'not_record');
  return (
    <>
      <p>
        {formatQuantity(report.read, 'bid')} read: {report.added} new, {report.changed} in the place
        of earlier ones, {report.unchanged} unchanged, {report.held} held, {report.refused} refused.
      </p>
      {told.length === 0 ? null : (
        <ul className="lots-list lots-report">
          {told.map((row) => (
            <li key={`${row.line} ${row.column} ${row.code} ${row.value}`}>
              <strong>{row.outcome}</strong> {row.line === 0 ? '' : `line ${row.line}: `}
              {row.reason} <span className="soft">{row.remedy}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
