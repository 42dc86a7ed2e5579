import { FileSpreadsheet, FileText, Table2, type LucideIcon } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import type { Scenario } from '../../../shared/pressure/forecast/assumptions.ts';
import type { Failure } from '../../../shared/kernel/result.ts';
import { call } from '../../bridge/bridge.ts';
import { useCommands } from '../../state/commands.ts';
import { saveHostFile } from '../../state/files.ts';
import { takeJob, whenEnded } from '../../state/jobs.ts';
import { notify } from '../../state/notices.ts';
import { Button } from '../../ui/button.tsx';
import { NoticeBar } from '../../ui/states.tsx';
import { PaperLink } from '../committee-paper/paper-link.tsx';

type Format = 'xlsx' | 'csv' | 'pdf';

const FORMATS: readonly {
  readonly id: Format;
  readonly label: string;
  readonly icon: LucideIcon;
}[] = [
  { id: 'xlsx', label: 'Export .xlsx', icon: FileSpreadsheet },
  { id: 'csv', label: 'Export .csv', icon: Table2 },
  { id: 'pdf', label: 'Export .pdf', icon: FileText },
];

/** The cost pressure summary as a workbook, a table or a paper; a failure stays with what mends it. */
export function ExportButtons() {
  const [busy, setBusy] = useState<Format | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const run = useCallback(async (format: Format): Promise<void> => {
    setBusy(format);
    setFailure(null);
    setFailure(await exportSummary(format));
    setBusy(null);
  }, []);
  const commands = useMemo(
    () =>
      FORMATS.map(({ id }) => ({
        id: `costs-export-${id}`,
        label: `Export the cost pressure summary as .${id}`,
        isEnabled: () => busy === null || 'Another export is being made.',
        run: () => void run(id),
      })),
    [busy, run],
  );
  useCommands('costs', commands);
  return (
    <div className="costs-exports">
      <PaperLink />
      {FORMATS.map(({ id, label, icon }) => (
        <Button
          key={id}
          icon={icon}
          isPending={busy === id}
          disabledReason={busy !== null && busy !== id ? 'Another export is being made.' : null}
          onPress={() => void run(id)}
        >
          {label}
        </Button>
      ))}
      {failure === null ? null : (
        <div className="costs-export-failure">
          <NoticeBar
            tone="warning"
            title={failure.cause}
            action={
              <Button
                size="small"
                variant="quiet"
                onPress={() => {
                  setFailure(null);
                }}
              >
                Dismiss
              </Button>
            }
          >
            {failure.action}
          </NoticeBar>
        </div>
      )}
    </div>
  );
}

/** Starts the job, waits for its end, hands the file over; null when all went well or it was cancelled. */
export async function exportSummary(format: Format, scenario?: Scenario): Promise<Failure | null> {
  const started = await call('export/start', {
    report: 'cost-pressure',
    format,
    ...(scenario === undefined ? {} : { scenario: { ...scenario } }),
  });
  if (!started.ok) return started.error;
  takeJob(started.value);
  const job = await whenEnded(started.value.id);
  if (job.state === 'failed') return job.error;
  if (job.result?.kind !== 'export') return null;
  await saveHostFile(job.result.file_id, job.result.name);
  notify({ tone: 'good', text: `${job.result.name} saved.` });
  return null;
}
