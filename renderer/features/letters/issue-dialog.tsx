import { Printer } from 'lucide-react';
import { useState } from 'react';
import type { BatchPlan } from '../../../shared/api/views/letters.ts';
import { formatQuantity } from '../../../shared/format/number.ts';
import type { Failure } from '../../../shared/kernel/result.ts';
import type { LetterKind } from '../../../shared/model/letter.ts';
import { useChannel } from '../../state/channel.ts';
import { saveHostFile } from '../../state/files.ts';
import { cancelJob, useJob } from '../../state/jobs.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FailureNotice, NoticeBar, Progress, Spinner } from '../../ui/states.tsx';
import { issueBatch, type Issued } from './issue-letters.ts';
import type { LettersChosen } from './letters-chosen.ts';

/** What will be issued, exactly, before it is; then how far it is; then what is left to do by hand. */
export function IssueDialog(props: {
  readonly kind: LetterKind;
  readonly title: string;
  readonly chosen: LettersChosen;
  /** Letters of the list that are not in the batch, with why. */
  readonly left: readonly string[];
  readonly onClose: () => void;
}) {
  const { kind, chosen } = props;
  // Asked once: afterwards the letters are no longer due.
  const [asked] = useState(() => ({ kind, refs: [...chosen.refs], except: [...chosen.except] }));
  const [jobId, setJobId] = useState<string | null>(null);
  const [issued, setIssued] = useState<Issued | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const plan = useChannel('letters/plan', jobId === null && issued === null ? asked : null);
  const [shown, setShown] = useState<BatchPlan | null>(null);
  const job = useJob(jobId);
  const running = job?.state === 'running';
  const data = shown ?? plan.data;
  const start = async (): Promise<void> => {
    setShown(plan.data);
    setFailure(null);
    const end = await issueBatch(kind, asked, ({ id }) => {
      setJobId(id);
    });
    setFailure(end.failure);
    setIssued(end.issued);
    if (end.issued === null) setJobId(null);
  };
  return (
    <Dialog
      title={props.title}
      isOpen
      onClose={props.onClose}
      width={600}
      foot={
        issued !== null ? (
          <>
            <Button onPress={() => void saveHostFile(issued.file_id, issued.name)}>
              Save the files again
            </Button>
            <Button variant="primary" onPress={props.onClose} takesFocus>
              Done
            </Button>
          </>
        ) : running ? (
          <Button onPress={() => void cancelJob(job.id)}>Cancel: nothing is recorded</Button>
        ) : (
          <>
            <Button onPress={props.onClose}>Not now</Button>
            <Button
              variant="primary"
              icon={Printer}
              takesFocus
              disabledReason={
                data === null
                  ? 'Reading.'
                  : data.letters === 0
                    ? 'There is nothing to issue.'
                    : null
              }
              onPress={() => void start()}
            >
              {data === null ? 'Issue' : `Issue ${formatQuantity(data.letters, 'letter')}`}
            </Button>
          </>
        )
      }
    >
      {plan.error === null ? null : <FailureNotice failure={plan.error} />}
      {data === null && plan.error === null ? <Spinner label="Counting" /> : null}
      {data === null ? null : issued === null ? (
        <Summary plan={data} left={props.left} />
      ) : (
        <AfterIssue plan={data} issued={issued} />
      )}
      {running ? (
        <div className="letters-progress">
          <p>{job.stage}</p>
          <Progress label={job.label} value={job.progress} />
        </div>
      ) : null}
      {failure === null ? null : <FailureNotice failure={failure} />}
    </Dialog>
  );
}

function Summary(props: { readonly plan: BatchPlan; readonly left: readonly string[] }) {
  const { plan } = props;
  return (
    <>
      <p className="letters-sum">
        <strong>{formatQuantity(plan.letters, 'letter')}</strong> to{' '}
        {formatQuantity(plan.families, 'family', 'families')}
        {props.left.length === 0 ? '.' : `, ${props.left.join(', ')}.`}
      </p>
      {plan.left_out.length === 0 ? null : (
        <NoticeBar
          tone="warning"
          title={`${formatQuantity(plan.left_out.length, 'more letter')} cannot be written`}
        >
          Look at the list again: a fact went missing meanwhile.
        </NoticeBar>
      )}
      <ByHand plan={plan} />
      <div>
        <h3>What is made, in one .zip</h3>
        <ul className="letters-files">
          {plan.files.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      </div>
      <p className="soft">
        The letters are recorded as issued once the files are made. Kerbside sends nothing: you
        print and post them. A letter that is not posted after all is withdrawn under Issued.
      </p>
    </>
  );
}

/** What the files cannot see to. */
function ByHand(props: { readonly plan: BatchPlan }) {
  const { protected_addresses, social_workers, languages } = props.plan;
  if (protected_addresses + social_workers + languages.length === 0) return null;
  return (
    <div>
      <h3>To see to by hand</h3>
      <ul className="letters-hand">
        {protected_addresses === 0 ? null : (
          <li>
            {formatQuantity(protected_addresses, 'letter')} to a protected address: in files of
            their own, for named people only.
          </li>
        )}
        {social_workers === 0 ? null : (
          <li>
            {formatQuantity(social_workers, 'family', 'families')} with a social worker: a list for
            them, without addresses, is among the files.
          </li>
        )}
        {[...Map.groupBy(languages, ({ language }) => language)].map(([language, cases]) => (
          <li key={language}>
            {language}: {cases.map(({ ref }) => ref).join(', ')}.
          </li>
        ))}
      </ul>
    </div>
  );
}

function AfterIssue(props: { readonly plan: BatchPlan; readonly issued: Issued }) {
  const { issued } = props;
  return (
    <>
      <NoticeBar
        tone="good"
        title={`${formatQuantity(issued.letters, 'letter')} issued, batch ${issued.batch}`}
      >
        Saved as {issued.name}. Now print and post them: Kerbside has sent nothing.
      </NoticeBar>
      <ByHand plan={props.plan} />
    </>
  );
}
