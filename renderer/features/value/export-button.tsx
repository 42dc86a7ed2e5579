import { Table2 } from 'lucide-react';
import type { SeatList, ValueExport } from '../../../shared/api/views/value.ts';
import { call } from '../../bridge/bridge.ts';
import { saveHostFile } from '../../state/files.ts';
import { notifyFailure } from '../../state/notices.ts';
import { Button } from '../../ui/button.tsx';

/** Saves what the page lists as a .csv with its evidence: clients by reference, never by name. */
export function ExportButton(props: {
  readonly what: ValueExport;
  /** Of the seats: which list. */
  readonly list?: SeatList;
  readonly label?: string;
  /** Why there is nothing to save; null or absent: there is. */
  readonly disabledReason?: string | null;
}) {
  const { what, list = 'saves', label = 'Export .csv' } = props;
  return (
    <Button
      icon={Table2}
      disabledReason={props.disabledReason ?? null}
      onPress={() => void save(what, list)}
    >
      {label}
    </Button>
  );
}

async function save(what: ValueExport, list: SeatList): Promise<void> {
  const answer = await call('value/export', { what, list });
  if (answer.ok) await saveHostFile(answer.value.file_id, answer.value.name);
  else notifyFailure(answer.error);
}
