import { useState } from 'react';
import type { ParticularsPage } from '../../../shared/api/views/particulars.ts';
import { parseIsoDate } from '../../../shared/calendar/dates.ts';
import { MOVE_KINDS, type MoveKind } from '../../../shared/model/particulars.ts';
import { call } from '../../bridge/bridge.ts';
import { officerName } from '../../state/officer.ts';
import { DateField } from '../../ui/date-field.tsx';
import { TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { SchoolChoice } from '../applications/school-choice.tsx';
import { SigningDialog } from '../applications/signing-dialog.tsx';

const KINDS: Readonly<Record<MoveKind, string>> = {
  address: 'Change of address',
  school: 'Change of school',
};

/** A change of home or school from a day on. */
export function MoveDialog(props: {
  readonly page: ParticularsPage;
  readonly onClose: () => void;
}) {
  const { page } = props;
  const [kind, setKind] = useState<MoveKind>('address');
  const [address, setAddress] = useState('');
  const [postcode, setPostcode] = useState('');
  const [urn, setUrn] = useState<number | null>(null);
  const [day, setDay] = useState<string>(page.on);
  const [note, setNote] = useState('');
  const [signedBy, setSignedBy] = useState(officerName);
  const on = parseIsoDate(day);
  const problems = [
    ...(kind === 'address' && `${address}${postcode}`.trim() === ''
      ? ['Give the new address or its postcode.']
      : []),
    ...(kind === 'school' && urn === null ? ['Choose the new school.'] : []),
    ...(on === null ? ['Give the day of the move.'] : []),
    ...(signedBy.trim() === '' ? ['Sign with your name.'] : []),
  ];
  return (
    <SigningDialog
      title="Change of address or school"
      verb="Record the move"
      done="Move recorded."
      problems={problems}
      signedBy={signedBy}
      sign={() =>
        call('particulars/move', {
          client_id: page.client_id,
          on: on ?? page.on,
          signed_by: signedBy,
          note,
          to:
            kind === 'address'
              ? { kind, home_address: address, postcode }
              : { kind, school_urn: urn ?? 0 },
        })
      }
      onClose={props.onClose}
    >
      <Select
        label="What changes"
        value={kind}
        options={MOVE_KINDS.map((id) => ({ id, label: KINDS[id] }))}
        onChange={setKind}
      />
      {kind === 'address' ? (
        <>
          <TextField label="New address" value={address} onChange={setAddress} />
          <TextField label="New postcode" value={postcode} onChange={setPostcode} />
        </>
      ) : (
        <SchoolChoice label="New school" urn={urn} name="" onChange={setUrn} />
      )}
      <DateField
        label="From"
        value={day}
        onChange={setDay}
        description="By the first day planned for it goes into the record at once; later, when you take it in."
      />
      <TextField label="Note" value={note} onChange={setNote} lines={2} />
      <TextField label="Signed by" value={signedBy} onChange={setSignedBy} isRequired />
    </SigningDialog>
  );
}
