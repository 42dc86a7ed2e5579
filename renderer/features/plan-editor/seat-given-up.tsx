import type { EditAnswer } from '../../../shared/api/views/edits.ts';
import { TextField } from '../../ui/field.tsx';
import { NoticeBar } from '../../ui/states.tsx';

/** The audit's word for a client on another route than the contract that carries them. */
export const LEAVES_CONTRACT = 'taken_off_contract';

/** Whether an edit takes anyone off the contract that carries them. */
export function leavesContract({ effect }: EditAnswer): boolean {
  return effect.came.some((each) => each.code === LEAVES_CONTRACT);
}

/** Asks for the reason with which seats on a running contract are given up in the same write; nothing where none is. */
export function SeatGivenUp(props: {
  readonly answer: EditAnswer;
  readonly isTrial: boolean;
  readonly reason: string;
  readonly onChange: (reason: string) => void;
}) {
  if (!leavesContract(props.answer)) return null;
  if (props.isTrial)
    return (
      <NoticeBar tone="warning" title="A running contract carries them">
        A trial gives up no seat. Putting it in use does, once you have seen whose.
      </NoticeBar>
    );
  return (
    <TextField
      label="Release from the contract, with this reason"
      value={props.reason}
      onChange={props.onChange}
      description="A running contract carries them. Without a reason they keep their seat there and the audit goes on saying so."
    />
  );
}
