import { useState } from 'react';
import type { ParticularsPage } from '../../../shared/api/views/particulars.ts';
import { careProblems } from '../../../shared/casework/check-particulars.ts';
import type { CareGiven, ClientCare } from '../../../shared/model/particulars.ts';
import { call } from '../../bridge/bridge.ts';
import { Checkbox, TextField } from '../../ui/field.tsx';
import { SigningDialog } from '../applications/signing-dialog.tsx';
import { SpanFields } from './span-fields.tsx';

/** Who looks after a child, and whether transport is recharged. */
export function CareDialog(props: {
  readonly page: ParticularsPage;
  readonly care: ClientCare | null;
  readonly onClose: () => void;
}) {
  const { page, care: kept } = props;
  const [given, setGiven] = useState<CareGiven>(
    () => kept ?? { authority: '', recharge: false, from_on: page.on, to_on: null, note: '' },
  );
  const set = (change: Partial<CareGiven>): void => {
    setGiven((before) => ({ ...before, ...change }));
  };
  const { authority, recharge, from_on, to_on, note } = given;
  return (
    <SigningDialog
      title={kept === null ? 'Looked after' : 'Change: looked after'}
      verb="Save care"
      done="Care saved."
      problems={careProblems(given)}
      signedBy=""
      sign={() =>
        call('particulars/save-care', {
          client_id: page.client_id,
          id: kept?.id ?? null,
          care: { authority, recharge, from_on, to_on, note },
        })
      }
      onClose={props.onClose}
    >
      <TextField
        label="Responsible authority"
        value={authority}
        onChange={(next) => {
          set({ authority: next });
        }}
        isRequired
      />
      <SpanFields span={given} onChange={set} />
      <Checkbox
        isSelected={recharge}
        onChange={(next) => {
          set({ recharge: next });
        }}
      >
        Transport is recharged to it
      </Checkbox>
      <TextField
        label="Note"
        value={note}
        onChange={(next) => {
          set({ note: next });
        }}
        lines={2}
      />
    </SigningDialog>
  );
}
