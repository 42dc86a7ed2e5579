import type { Input } from '../../../shared/api/contract.ts';
import { call } from '../../bridge/bridge.ts';
import { saveHostFile } from '../../state/files.ts';
import { notifyFailure } from '../../state/notices.ts';

/** Hands a list of the letters to the person as .csv: all that fit, without addresses. */
export async function exportList(list: Input<'letters/export'>): Promise<void> {
  const answer = await call('letters/export', list);
  if (!answer.ok) notifyFailure(answer.error);
  else await saveHostFile(answer.value.file_id, answer.value.name);
}
