import { useState } from 'react';
import { APART_GROUNDS, type ApartGround } from '../../../shared/model/sharing.ts';
import { call } from '../../bridge/bridge.ts';
import { officerName } from '../../state/officer.ts';
import { TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { SigningDialog } from '../applications/signing-dialog.tsx';
import { GROUND_WORDS } from './ground-words.ts';

const GROUNDS = APART_GROUNDS.map((id) => ({ id, label: GROUND_WORDS[id] }));

/** A child who travels with children of their own school alone. */
export function ApartDialog({ onClose }: { readonly onClose: () => void }) {
  const [ref, setRef] = useState('');
  const [ground, setGround] = useState<ApartGround>('medical');
  const [reason, setReason] = useState('');
  const [by, setBy] = useState(officerName);
  const problems = [
    ...(ref.trim() === '' ? ['Give the child’s reference.'] : []),
    ...(reason.trim() === '' ? ['Write why.'] : []),
    ...(by.trim() === '' ? ['Sign with your name.'] : []),
  ];
  return (
    <SigningDialog
      title="A child who stays with their own school"
      verb="Keep it"
      done="Kept: the next plan follows it."
      problems={problems}
      signedBy={by}
      sign={() => call('sharing/say-apart', { ref, ground, reason, by })}
      onClose={onClose}
    >
      <div className="case-form-fields">
        <TextField label="Reference" value={ref} placeholder="KT26-00006" onChange={setRef} />
        <Select label="Ground" options={GROUNDS} value={ground} onChange={setGround} />
        <div className="case-form-wide">
          <TextField label="Why" value={reason} lines={2} onChange={setReason} />
        </div>
        <TextField label="Signed by" value={by} onChange={setBy} />
      </div>
    </SigningDialog>
  );
}
