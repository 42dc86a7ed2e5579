import { useState } from 'react';
import type { EvidencePage } from '../../../shared/api/views/evidence.ts';
import { evidenceProblems } from '../../../shared/casework/check-evidence.ts';
import { EVIDENCE_WORDS } from '../../../shared/casework/evidence-words.ts';
import type { EvidenceKind } from '../../../shared/model/evidence.ts';
import { call } from '../../bridge/bridge.ts';
import { officerName } from '../../state/officer.ts';
import { TextField } from '../../ui/field.tsx';
import { SigningDialog } from '../applications/signing-dialog.tsx';
import { EvidenceFields } from './evidence-fields.tsx';
import { firstGiven } from './first-given.ts';

/** Records one piece of evidence; what is there already of its kind stays and counts no more. */
export function RecordDialog(props: {
  readonly page: EvidencePage;
  readonly kind: EvidenceKind;
  readonly onClose: () => void;
}) {
  const { page, kind } = props;
  const [given, setGiven] = useState(() => firstGiven(kind, page, officerName()));
  const [by, setBy] = useState(officerName);
  return (
    <SigningDialog
      title={`Record: ${EVIDENCE_WORDS[kind].toLowerCase()}`}
      verb="Record"
      done={`${EVIDENCE_WORDS[kind]}: recorded.`}
      problems={evidenceProblems(given, { on: page.on, by })}
      signedBy={by}
      sign={() => call('evidence/record', { client_id: page.client_id, given, by })}
      onClose={props.onClose}
    >
      <EvidenceFields page={page} given={given} onChange={setGiven} />
      <TextField label="Recorded by" value={by} onChange={setBy} isRequired />
    </SigningDialog>
  );
}
