import { useEffect, useState } from 'react';
import type { BulkAction, BulkPreview } from '../../../shared/api/views/bulk.ts';
import { isoDate } from '../../../shared/calendar/dates.ts';
import type { Input } from '../../../shared/api/contract.ts';
import type { Failure } from '../../../shared/kernel/result.ts';
import { call } from '../../bridge/bridge.ts';
import { forgetAnswers } from '../../state/channel.ts';
import { takeJob, whenEnded } from '../../state/jobs.ts';
import { clearMarks } from '../../state/marks.ts';
import { notify } from '../../state/notices.ts';
import { keepOfficer } from '../../state/officer.ts';
import { useSession } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FailureNotice } from '../../ui/states.tsx';
import type { BulkKind } from './bulk-actions.ts';
import { BulkFields } from './bulk-fields.tsx';
import { PreviewPart } from './bulk-preview.tsx';

/** Waits for the typing to rest before the preview is asked for. */
const REST_MS = 180;

/** What the action would change, worked out anew whenever the form changes; an older answer never overwrites a newer one. */
function usePreview(action: BulkAction, clientIds: readonly number[]) {
  const [shown, setShown] = useState<{
    readonly key: string;
    readonly preview: BulkPreview | null;
    readonly failure: Failure | null;
  }>({ key: '', preview: null, failure: null });
  const [turn, setTurn] = useState(0);
  const key = JSON.stringify({ action, client_ids: clientIds, turn });
  useEffect(() => {
    let gone = false;
    const look = async (): Promise<void> => {
      const { action: sent, client_ids } = JSON.parse(key) as Input<'work/preview'>;
      const answer = await call('work/preview', { action: sent, client_ids });
      if (gone) return;
      setShown((old) =>
        answer.ok
          ? { key, preview: answer.value, failure: null }
          : { key, preview: old.preview, failure: answer.error },
      );
    };
    const timer = window.setTimeout(() => void look(), REST_MS);
    return () => {
      gone = true;
      window.clearTimeout(timer);
    };
  }, [key]);
  return {
    preview: shown.preview,
    failure: shown.failure,
    isCurrent: shown.key === key,
    again: () => {
      setTurn((old) => old + 1);
    },
  };
}

/** One action on all that are marked: its form, what it will change, and the button that does it. */
export function BulkDialog(props: {
  readonly kind: BulkKind;
  readonly clientIds: readonly number[];
  readonly onClose: () => void;
}) {
  const { kind, clientIds } = props;
  const on = useSession((session) => session.info?.store?.today ?? isoDate('2026-01-01'));
  const me = useSession((session) => session.info?.officer ?? '');
  const [action, setAction] = useState<BulkAction>(() => kind.start({ on, me }));
  const { preview, failure, isCurrent, again } = usePreview(action, clientIds);
  const [pending, setPending] = useState(false);
  const [refused, setRefused] = useState<Failure | null>(null);
  const count = preview?.changes ?? 0;

  const apply = async (digest: string): Promise<Failure | null> => {
    const started = await call('work/apply', { action, client_ids: [...clientIds], digest });
    if (!started.ok) return started.error;
    takeJob(started.value);
    const job = await whenEnded(started.value.id);
    if (job.state === 'failed') {
      again();
      return job.error;
    }
    if (job.result?.kind !== 'bulk') return null;
    if ('signed_by' in action) keepOfficer(action.signed_by);
    notify({ tone: 'good', text: kind.done(job.result.changed) });
    clearMarks();
    forgetAnswers();
    props.onClose();
    return null;
  };
  const run = async (): Promise<void> => {
    if (preview === null) return;
    setPending(true);
    setRefused(await apply(preview.digest));
    setPending(false);
  };
  return (
    <Dialog
      title={kind.label}
      isOpen
      onClose={props.onClose}
      width={720}
      foot={
        <>
          <Button onPress={props.onClose}>Cancel</Button>
          <Button
            variant="primary"
            isPending={pending}
            disabledReason={whyNot(preview, isCurrent)}
            onPress={() => void run()}
          >
            {kind.verb(count)}
          </Button>
        </>
      }
    >
      <p className="soft">{kind.about}</p>
      <BulkFields action={action} onChange={setAction} />
      {refused === null ? null : <FailureNotice failure={refused} />}
      {failure === null ? null : <FailureNotice failure={failure} onRetry={again} />}
      <PreviewPart preview={preview} isCurrent={isCurrent} />
    </Dialog>
  );
}

function whyNot(preview: BulkPreview | null, isCurrent: boolean): string | null {
  if (preview === null || !isCurrent) return 'The preview is being worked out.';
  const [problem] = preview.problems;
  if (problem !== undefined) return problem;
  return preview.changes === 0 ? 'Nothing would change.' : null;
}
