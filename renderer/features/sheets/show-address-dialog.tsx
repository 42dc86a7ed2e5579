import { useState } from 'react';
import { ok } from '../../../shared/kernel/result.ts';
import { officerName } from '../../state/officer.ts';
import { Checkbox, TextField } from '../../ui/field.tsx';
import { NoticeBar } from '../../ui/states.tsx';
import { SigningDialog } from '../applications/signing-dialog.tsx';
import { useHow } from '../papers/how-field.tsx';
import { giveOutSheets } from './give-out.ts';

/** Gives out one sheet with protected addresses on it, with a reason that stays on record. */
export function ShowAddressDialog(props: {
  readonly routeRef: string;
  readonly refs: readonly string[];
  readonly onClose: () => void;
}) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const how = useHow();
  const [reason, setReason] = useState('');
  const problems = [
    ...(chosen.length === 0 ? ['Choose whose address this provider must have.'] : []),
    ...(reason.trim() === '' ? ['Write why the provider must have it.'] : []),
  ];
  return (
    <SigningDialog
      title={`Show a protected address on the sheet of ${props.routeRef}`}
      verb="Give out with the address"
      done="The sheet with the address lies in a file of its own."
      problems={problems}
      signedBy={officerName()}
      sign={async () => {
        const failure = await giveOutSheets({
          refs: [props.routeRef],
          shown: chosen,
          shown_reason: reason.trim(),
          how,
        });
        return failure === null ? ok(null) : { ok: false, error: failure };
      }}
      onClose={props.onClose}
    >
      <NoticeBar tone="warning" title="Only who may see protected addresses can do this">
        Later versions for the same provider show the address too, until the sheet is withdrawn.
      </NoticeBar>
      {props.refs.map((ref) => (
        <Checkbox
          key={ref}
          isSelected={chosen.includes(ref)}
          onChange={(on) => {
            setChosen(on ? [...chosen, ref] : chosen.filter((each) => each !== ref));
          }}
        >
          {ref}
        </Checkbox>
      ))}
      <TextField
        label="Why this provider must have it"
        value={reason}
        onChange={setReason}
        lines={2}
        isRequired
      />
    </SigningDialog>
  );
}
