import { useState } from 'react';
import type { TifPage } from '../../../shared/api/views/tif.ts';
import type { FormCheck } from '../../../shared/casework/tif/check-form.ts';
import { signatureProblems } from '../../../shared/casework/tif/signing.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatQuantity } from '../../../shared/format/number.ts';
import type { Failure } from '../../../shared/kernel/result.ts';
import type { TifSigner } from '../../../shared/model/tif.ts';
import { call } from '../../bridge/bridge.ts';
import { forgetAnswers } from '../../state/channel.ts';
import { notify } from '../../state/notices.ts';
import { keepOfficer, officerName } from '../../state/officer.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { FailureNotice, NoticeBar } from '../../ui/states.tsx';
import { typedDate } from './typed-date.ts';

const SIGNERS = [
  { id: 'parent_or_carer', label: 'Parent or carer' },
  { id: 'young_person', label: 'The young person' },
] as const;

/** Puts a signature under what was typed: from then on it is never changed. */
export function SignDialog(props: {
  readonly page: TifPage;
  readonly check: FormCheck;
  readonly onSigned: (page: TifPage) => void;
  readonly onClose: () => void;
}) {
  const { page, check } = props;
  const today = formatDate(page.on);
  const [signer, setSigner] = useState<TifSigner>('parent_or_carer');
  const [signed_by, setSignedBy] = useState(page.carer_name);
  const [relationship, setRelationship] = useState(page.carer_relationship);
  const [signed, setSigned] = useState(today);
  const [received, setReceived] = useState(today);
  const [entered_by, setEnteredBy] = useState(officerName());
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, setPending] = useState(false);
  const signed_on = typedDate(signed, page.on);
  const received_on = typedDate(received, page.on);
  const problems = problemsOf();
  function problemsOf(): readonly string[] {
    const dates = [
      ...(signed_on === null ? ['The date of the signature is not a date.'] : []),
      ...(received_on === null ? ['The date of receipt is not a date.'] : []),
    ];
    if (signed_on === null || received_on === null) return dates;
    return signatureProblems({ signed_by, signer, relationship, signed_on, received_on }, page.on);
  }
  const sign = async (): Promise<void> => {
    if (signed_on === null || received_on === null || problems.length > 0) return;
    setPending(true);
    const answer = await call('tif/sign', {
      client_id: page.client_id,
      revision: page.draft?.revision ?? 0,
      signed_by,
      signer,
      relationship: signer === 'young_person' ? '' : relationship,
      signed_on,
      received_on,
      entered_by,
    });
    setPending(false);
    if (!answer.ok) {
      setFailure(answer.error);
      return;
    }
    keepOfficer(entered_by);
    const number = answer.value.versions.at(-1)?.number ?? 1;
    notify({ tone: 'good', text: `Version ${number} is signed.` });
    forgetAnswers();
    props.onSigned(answer.value);
    props.onClose();
  };
  const open = check.sections.reduce((sum, { gaps }) => sum + gaps.length, 0);
  return (
    <Dialog title={`Sign the form of ${page.name}`} isOpen onClose={props.onClose} width={600}>
      <form
        className="tif-dialog"
        onSubmit={(event) => {
          event.preventDefault();
          if (problems.length === 0 && !pending) void sign();
        }}
      >
        {open === 0 ? (
          <p>
            The form is complete. Its answers go onto the client’s record, and planning relies on
            them.
          </p>
        ) : (
          <NoticeBar
            tone="warning"
            title={`${formatQuantity(open, 'answer')} missing or to be looked at`}
          >
            It can be signed all the same. The client stays provisional, and only what protects the
            child more than the record does is taken over.
          </NoticeBar>
        )}
        <div className="tif-dialog-pair">
          <Select label="Signed by" options={SIGNERS} value={signer} onChange={setSigner} />
          <TextField label="Name" value={signed_by} onChange={setSignedBy} takesFocus />
          {signer === 'young_person' ? null : (
            <TextField
              label="Relationship to the client"
              value={relationship}
              onChange={setRelationship}
            />
          )}
          <TextField label="Signed on" value={signed} onChange={setSigned} />
          <TextField label="Received on" value={received} onChange={setReceived} />
          <TextField label="Entered by" value={entered_by} onChange={setEnteredBy} />
        </div>
        {problems.length === 0 ? null : <p className="soft">{problems.join(' ')}</p>}
        {failure === null ? null : <FailureNotice failure={failure} />}
        <div className="k-form-foot">
          <Button onPress={props.onClose}>Cancel</Button>
          <Button
            variant="primary"
            type="submit"
            isPending={pending}
            disabledReason={problems[0] ?? null}
          >
            Sign version {page.draft === null ? page.versions.length + 2 : page.versions.length + 1}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
