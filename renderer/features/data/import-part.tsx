import { FileInput, Hand, X } from 'lucide-react';
import { formatQuantity } from '../../../shared/format/number.ts';
import { cancelJob, useJob } from '../../state/jobs.ts';
import { go, hrefOf } from '../../state/place.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState, NoticeBar, Progress, Spinner } from '../../ui/states.tsx';
import { ChooseFiles } from './choose-files.tsx';
import { resetImport, useImport } from './import-state.ts';
import { PreviewPart } from './preview-part.tsx';
import { ReportView } from './report-view.tsx';

/** An import, step by step: files, what was understood, progress, report. */
export function ImportPart() {
  const state = useImport();
  if (state.step === 'none') {
    return (
      <EmptyState
        icon={FileInput}
        title="Drop files or a folder on this window, or choose them"
        action={<ChooseFiles variant="primary" />}
      >
        Applications, the contract register, schools, postcodes, prices, boundaries: Kerbside tells
        the kind from the headings and shows what it understood before anything is taken in.
      </EmptyState>
    );
  }
  if (state.step === 'sending') {
    return (
      <div className="data-wait">
        <Spinner label={`Reading ${formatQuantity(state.total, 'file')}`} />
        <Progress label="Files read" value={state.total === 0 ? null : state.sent / state.total} />
      </div>
    );
  }
  if (state.step === 'running') return <Running jobId={state.jobId} />;
  if (state.step === 'cancelled') {
    return (
      <div className="data-wait">
        <NoticeBar tone="info" title="The import was cancelled">
          The store is as it was before.
        </NoticeBar>
        <Again held={0} />
      </div>
    );
  }
  if (state.step === 'done' && state.report !== null) {
    return (
      <>
        <ReportView report={state.report} />
        <Again held={state.report.held} />
      </>
    );
  }
  return <PreviewPart />;
}

function Again(props: { readonly held: number }) {
  return (
    <div className="data-actions">
      <Button variant="primary" onPress={resetImport}>
        Import more
      </Button>
      {props.held === 0 ? null : (
        <Button
          icon={Hand}
          onPress={() => {
            go(hrefOf('data', ['held']));
          }}
        >
          Decide {formatQuantity(props.held, 'held row')}
        </Button>
      )}
      <Button
        onPress={() => {
          resetImport();
          go(hrefOf('data'));
        }}
      >
        Done
      </Button>
    </div>
  );
}

function Running(props: { readonly jobId: string | null }) {
  const job = useJob(props.jobId);
  return (
    <div className="data-wait">
      <h2>{job?.label ?? 'Importing'}</h2>
      <span className="soft">{job?.stage ?? 'Starting'}</span>
      <Progress label="Import" value={job?.progress ?? null} />
      <p className="soft">
        You may go on working. A back-up was made before; cancelling leaves the store as it was.
      </p>
      {job === null ? null : (
        <div>
          <Button icon={X} onPress={() => void cancelJob(job.id)}>
            Cancel import
          </Button>
        </div>
      )}
    </div>
  );
}
