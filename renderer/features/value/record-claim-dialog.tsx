import { useState } from 'react';
import { parseIsoDate } from '../../../shared/calendar/dates.ts';
import type { ClaimView } from '../../../shared/api/views/value.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { call } from '../../bridge/bridge.ts';
import { officerName } from '../../state/officer.ts';
import { useSession } from '../../state/session.ts';
import { DateField } from '../../ui/date-field.tsx';
import { TextField } from '../../ui/field.tsx';
import { SigningDialog } from '../applications/signing-dialog.tsx';
import { percentOf } from './percent.ts';

/** Keeps a claim as it is weighed today, so that whoever is asked next year sees it. */
export function RecordClaimDialog(props: {
  readonly view: ClaimView;
  readonly percent: string;
  readonly pricedOn: string;
  readonly onClose: () => void;
}) {
  const { view } = props;
  const today = useSession((state) => state.info?.store?.today ?? '');
  const [receivedOn, setReceivedOn] = useState<string>(today);
  const [said, setSaid] = useState('');
  const [by, setBy] = useState(officerName);
  const received_on = parseIsoDate(receivedOn);
  const percent = percentOf(props.percent);
  const problems = [
    ...(received_on === null ? ['Give the day on which the claim came.'] : []),
    ...(by.trim() === '' ? ['Sign with your name.'] : []),
  ];
  return (
    <SigningDialog
      title={`Record the claim of ${view.provider}`}
      verb="Record the claim"
      done="The claim is recorded."
      problems={problems}
      signedBy={by}
      sign={async () =>
        received_on === null || percent === null
          ? fail('bad_claim', 'The claim is not whole.', 'Give its day and its per cent.')
          : call('value/record-claim', {
              contract: view.contract_ref,
              provider: view.contract_ref === '' ? view.provider : '',
              percent,
              priced_on: parseIsoDate(props.pricedOn),
              received_on,
              said,
              by,
            })
      }
      onClose={props.onClose}
    >
      <p>
        {view.contract_ref === '' ? 'All contracts' : `Contract ${view.contract_ref}`},{' '}
        {props.percent}%. {view.weighed.sentences[0]}
      </p>
      <DateField label="Received on" value={receivedOn} onChange={setReceivedOn} />
      <TextField label="What the provider says" value={said} onChange={setSaid} lines={3} />
      <TextField label="By" value={by} onChange={setBy} isRequired />
    </SigningDialog>
  );
}
