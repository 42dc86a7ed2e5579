import { useState } from 'react';
import { call } from '../../bridge/bridge.ts';
import { officerName } from '../../state/officer.ts';
import { TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { SchoolChoice } from '../applications/school-choice.tsx';
import { SigningDialog } from '../applications/signing-dialog.tsx';

const WORDS = [
  { id: 'may', label: 'May share a vehicle' },
  { id: 'not', label: 'May not, however near they lie' },
];

/** A planner's word on two schools. */
export function PairDialog({ onClose }: { readonly onClose: () => void }) {
  const [a, setA] = useState<number | null>(null);
  const [b, setB] = useState<number | null>(null);
  const [word, setWord] = useState('may');
  const [reason, setReason] = useState('');
  const [by, setBy] = useState(officerName);
  const problems = [
    ...(a === null || b === null || a === b ? ['Choose two schools.'] : []),
    ...(reason.trim() === '' ? ['Write why.'] : []),
    ...(by.trim() === '' ? ['Sign with your name.'] : []),
  ];
  const given = { school_a: a ?? 0, school_b: b ?? 0, allowed: word === 'may', reason, by };
  return (
    <SigningDialog
      title="Two schools and one vehicle"
      verb="Keep it"
      done="Kept: the next plan follows it."
      problems={problems}
      signedBy={by}
      sign={() => call('sharing/say-pair', given)}
      onClose={onClose}
    >
      <div className="case-form-fields">
        <SchoolChoice label="School" urn={a} name="" onChange={setA} />
        <SchoolChoice label="And school" urn={b} name="" onChange={setB} />
        <Select label="They" options={WORDS} value={word} onChange={setWord} />
        <div className="case-form-wide">
          <TextField
            label="Why"
            value={reason}
            lines={2}
            placeholder="One drive, staff at both gates from 08:30"
            onChange={setReason}
          />
        </div>
        <TextField label="Signed by" value={by} onChange={setBy} />
      </div>
    </SigningDialog>
  );
}
