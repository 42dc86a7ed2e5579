import { useState } from 'react';
import type { OverLimitRow } from '../../../shared/api/views/sheets.ts';
import { guideReasonProblems, rideTimesWords } from '../../../shared/casework/ride-records.ts';
import { formatQuantity } from '../../../shared/format/number.ts';
import { call } from '../../bridge/bridge.ts';
import { officerName } from '../../state/officer.ts';
import { TextField } from '../../ui/field.tsx';
import { SigningDialog } from '../applications/signing-dialog.tsx';

/** A ride that a reason is recorded for. */
export type RideToExplain = Pick<
  OverLimitRow,
  'client_id' | 'ref' | 'route_ref' | 'direct_s' | 'planned_s'
>;

/** How many rides the dialog lists before it counts the others. */
const LISTED = 8;

/** Records why rides go over the guide, in a named officer's name; both times are kept with each. */
export function ReasonDialog(props: {
  readonly rides: readonly RideToExplain[];
  readonly onClose: () => void;
}) {
  const { rides } = props;
  const [reason, setReason] = useState('');
  const [by, setBy] = useState(officerName);
  const more = rides.length - LISTED;
  return (
    <SigningDialog
      title={
        rides.length === 1
          ? `Why ${rides[0]?.ref ?? ''} rides over the guide`
          : `Why ${formatQuantity(rides.length, 'child rides', 'children ride')} over the guide`
      }
      verb="Record the reason"
      done="The reason is recorded."
      problems={guideReasonProblems({ reason }, by)}
      signedBy={by}
      sign={() =>
        call('rides/record-reasons', {
          client_ids: rides.map(({ client_id }) => client_id),
          reason,
          by,
        })
      }
      onClose={props.onClose}
    >
      <ul className="sheets-rides">
        {rides.slice(0, LISTED).map((ride) => (
          <li key={ride.client_id}>
            {ride.ref} on {ride.route_ref}: {rideTimesWords(ride)}
          </li>
        ))}
        {more > 0 ? <li className="soft">and {formatQuantity(more, 'other')}</li> : null}
      </ul>
      <p className="soft">
        It covers these rides until one gets more than a minute longer or goes to another school.
      </p>
      <TextField label="Reason" value={reason} onChange={setReason} lines={3} isRequired />
      <TextField label="Recorded by" value={by} onChange={setBy} isRequired />
    </SigningDialog>
  );
}
