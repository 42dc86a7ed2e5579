import { useState } from 'react';
import { movesFrom } from '../../../shared/casework/life.ts';
import { CLOSED_STATUSES, type ApplicationStatus } from '../../../shared/model/client.ts';
import type { CasePage } from '../../../shared/api/views/case.ts';
import type { Failure } from '../../../shared/kernel/result.ts';
import { call } from '../../bridge/bridge.ts';
import { forgetAnswers } from '../../state/channel.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { FailureNotice, NoticeBar } from '../../ui/states.tsx';
import { STATUS_WORDS } from '../../../shared/model/words.ts';

/** Sets where a request stands on its way to a decision, or that it has ended, with a note for the history. */
export function StatusDialog(props: { readonly page: CasePage; readonly onClose: () => void }) {
  const now = props.page.application?.status ?? 'received';
  const [status, setStatus] = useState<ApplicationStatus>(now);
  const [note, setNote] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const closes = CLOSED_STATUSES.includes(status) && !CLOSED_STATUSES.includes(now);
  const save = async (): Promise<void> => {
    const answer = await call('applications/set-status', {
      client_id: props.page.client.id,
      status,
      note: note.trim(),
    });
    if (!answer.ok) {
      setFailure(answer.error);
      return;
    }
    forgetAnswers();
    props.onClose();
  };
  return (
    <Dialog
      title="Set the state of the request"
      isOpen
      onClose={props.onClose}
      width={460}
      foot={
        <>
          <Button onPress={props.onClose}>Cancel</Button>
          <Button
            variant="primary"
            disabledReason={status === now ? 'It stands there already.' : null}
            onPress={() => void save()}
          >
            Set state
          </Button>
        </>
      }
    >
      <Select
        label="State"
        value={status}
        options={[now, ...movesFrom(now).filter((to) => to !== 'more_information')].map((id) => ({
          id,
          label: STATUS_WORDS[id],
        }))}
        description="Awarding, refusing and withdrawing are decisions: sign them under Eligibility. Information is asked for, and an award ended, under Steps."
        onChange={setStatus}
      />
      <TextField label="Note for the history" value={note} onChange={setNote} lines={3} />
      {closes ? (
        <NoticeBar tone="info" title="The next plan leaves this child out">
          An ended request is not planned.
        </NoticeBar>
      ) : null}
      {failure === null ? null : <FailureNotice failure={failure} />}
    </Dialog>
  );
}
