import { DatabaseBackup } from 'lucide-react';
import { useState } from 'react';
import type { BackupInfo } from '../../../shared/api/views/data.ts';
import { formatQuantity } from '../../../shared/format/number.ts';
import { call } from '../../bridge/bridge.ts';
import { forgetAnswers } from '../../state/channel.ts';
import { takeJob, whenEnded } from '../../state/jobs.ts';
import { notify, notifyFailure } from '../../state/notices.ts';
import { refreshSession } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { StateMark } from '../../ui/mark.tsx';
import { NoticeBar } from '../../ui/states.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';
import { backUpNow } from '../welcome/store-actions.ts';
import { formatBytes, formatMoment } from './words.ts';

async function restore(backup: BackupInfo): Promise<void> {
  const answer = await call('store/restore', { path: backup.path });
  if (!answer.ok) {
    notifyFailure(answer.error);
    return;
  }
  takeJob(answer.value);
  const job = await whenEnded(answer.value.id);
  if (job.state !== 'done') return;
  notify({ tone: 'good', text: `The store is as it was on ${formatMoment(backup.made_at)}.` });
  await refreshSession();
  forgetAnswers();
}

/** Why a back-up was made, by the word in its file's name. */
const WHY: Readonly<Record<string, string>> = {
  daily: 'Once a day',
  'before import': 'Before an import',
  'before restore': 'Before a restore',
  'by hand': 'By hand',
};

/** Copies of the store, each opened and checked after it was made; one can be put back. */
export function BackupsPart(props: { readonly backups: readonly BackupInfo[] }) {
  const [chosen, setChosen] = useState<BackupInfo | null>(null);
  return (
    <>
      <div className="data-drop">
        <div>
          <strong>
            {props.backups.length === 0
              ? 'No back-up yet'
              : formatQuantity(props.backups.length, 'back-up')}
          </strong>
          <p className="soft">
            One is made before each import and once a day. Each is opened and checked.
          </p>
        </div>
        <Button variant="primary" icon={DatabaseBackup} onPress={() => void backUpNow()}>
          Back up now
        </Button>
      </div>
      {props.backups.length === 0 ? null : (
        <Table
          caption="Back-ups"
          head={
            <>
              <Th>Made</Th>
              <Th>Why</Th>
              <Th>Checked</Th>
              <Th align="end">Size</Th>
              <Th>File</Th>
              <Th>Put back</Th>
            </>
          }
        >
          {props.backups.map((backup) => (
            <tr key={backup.path}>
              <Td>{formatMoment(backup.made_at)}</Td>
              <Td>{WHY[backup.reason] ?? backup.reason}</Td>
              <Td>
                {backup.verified ? (
                  <StateMark tone="good">Checked</StateMark>
                ) : (
                  <StateMark tone="warning">Not checked</StateMark>
                )}
              </Td>
              <Td align="end">{formatBytes(backup.bytes)}</Td>
              <Td soft>
                <span title={backup.path}>{backup.name}</span>
              </Td>
              <Td>
                <Button
                  size="small"
                  onPress={() => {
                    setChosen(backup);
                  }}
                >
                  Restore
                </Button>
              </Td>
            </tr>
          ))}
        </Table>
      )}
      {chosen === null ? null : (
        <Dialog
          title="Restore this back-up"
          isOpen
          onClose={() => {
            setChosen(null);
          }}
          foot={
            <>
              <Button
                onPress={() => {
                  setChosen(null);
                }}
              >
                Keep the store as it is
              </Button>
              <Button
                variant="primary"
                onPress={() => {
                  void restore(chosen);
                  setChosen(null);
                }}
              >
                Restore
              </Button>
            </>
          }
        >
          <p>
            The store goes back to how it was on <strong>{formatMoment(chosen.made_at)}</strong>.
          </p>
          <NoticeBar tone="warning" title="Everything changed since then leaves the store">
            Imports, plans, decisions and moved pins made after it. The store as it is now is backed
            up before, so that you can come back to it.
          </NoticeBar>
        </Dialog>
      )}
    </>
  );
}
