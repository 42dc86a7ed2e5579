import { FileText } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../bridge/bridge.ts';
import { saveHostFile } from '../../state/files.ts';
import { takeJob, whenEnded } from '../../state/jobs.ts';
import { notify, notifyFailure } from '../../state/notices.ts';
import { Button } from '../../ui/button.tsx';

/** Makes the appeal pack in a worker, waits for its end and hands the file over. */
async function makePack(client_id: number): Promise<void> {
  const started = await call('life/appeal-pack', { client_id });
  if (!started.ok) {
    notifyFailure(started.error);
    return;
  }
  takeJob(started.value);
  // Its failure or cancelling is told by the jobs themselves.
  const job = await whenEnded(started.value.id);
  if (job.result?.kind !== 'export') return;
  await saveHostFile(job.result.file_id, job.result.name);
  notify({ tone: 'good', text: `${job.result.name} saved.` });
}

/** The decision in force with its facts, appeal, timeline and letters as one .pdf. */
export function AppealPackButton(props: { readonly clientId: number }) {
  const [pending, setPending] = useState(false);
  return (
    <Button
      size="small"
      variant="quiet"
      icon={FileText}
      isPending={pending}
      onPress={() => {
        setPending(true);
        void makePack(props.clientId).finally(() => {
          setPending(false);
        });
      }}
    >
      Appeal pack (.pdf)
    </Button>
  );
}
