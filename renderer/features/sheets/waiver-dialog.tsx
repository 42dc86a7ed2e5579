import { useState } from 'react';
import { addDays, parseIsoDate, type IsoDate } from '../../../shared/calendar/dates.ts';
import type { RideRecords } from '../../../shared/api/views/sheets.ts';
import { rideTimesWords, waiverProblems } from '../../../shared/casework/ride-records.ts';
import { formatMinutes } from '../../../shared/format/time.ts';
import { call } from '../../bridge/bridge.ts';
import { officerName } from '../../state/officer.ts';
import { DateField } from '../../ui/date-field.tsx';
import { TextField } from '../../ui/field.tsx';
import { SigningDialog } from '../applications/signing-dialog.tsx';

/** A waiver is looked at again within a year unless told [A]. */
const DAYS = 364;

/** Records a clinician's waiver of a clinical limit: to what, why, by what paper, until when. */
export function WaiverDialog(props: {
  readonly records: RideRecords;
  readonly on: IsoDate;
  readonly onClose: () => void;
}) {
  const { records, on } = props;
  const [minutes, setMinutes] = useState(() =>
    records.ride === null ? '' : String(Math.ceil(records.ride.planned_s / 60)),
  );
  const [grantedBy, setGrantedBy] = useState('');
  const [reason, setReason] = useState('');
  const [evidence, setEvidence] = useState('');
  const [from, setFrom] = useState<string>(on);
  const [until, setUntil] = useState<string>(addDays(on, DAYS));
  const [by, setBy] = useState(officerName);
  const allowed = Number(minutes);
  const [from_on, until_on] = [parseIsoDate(from), parseIsoDate(until)];
  const isNumber = Number.isInteger(allowed) && allowed > 0;
  const given = {
    allowed_s: isNumber ? allowed * 60 : 1,
    granted_by: grantedBy,
    reason,
    evidence,
    from_on: from_on ?? on,
    until_on: until_on ?? on,
  };
  const problems = [
    ...(isNumber ? [] : ['Give whole minutes.']),
    ...(from_on === null || until_on === null ? ['Give the first and the last day.'] : []),
    ...(isNumber ? waiverProblems(given, records, { on, by }) : []),
  ];
  return (
    <SigningDialog
      title={`Waiver of the clinical limit of ${records.ref}`}
      verb="Record the waiver"
      done="The waiver is recorded."
      problems={problems}
      signedBy={by}
      sign={() => call('rides/record-waiver', { client_id: records.client_id, given, by })}
      onClose={props.onClose}
    >
      <p>
        The clinical limit is <strong>{formatMinutes(records.clinical_limit_s ?? 0)}</strong>
        {records.ride === null
          ? '; the plan in use carries this child not at all.'
          : `; the plan in use: ${rideTimesWords(records.ride)}.`}{' '}
        It stays as it is; the waiver stands beside it until its last day.
      </p>
      <div className="case-form-fields">
        <TextField
          label="Longest ride allowed, minutes"
          value={minutes}
          inputMode="numeric"
          onChange={setMinutes}
          isRequired
        />
        <TextField
          label="Granted by (clinician, office)"
          value={grantedBy}
          onChange={setGrantedBy}
          isRequired
        />
        <DateField label="From" value={from} onChange={setFrom} />
        <DateField label="Until" value={until} onChange={setUntil} />
      </div>
      <TextField label="Why" value={reason} onChange={setReason} lines={2} isRequired />
      <TextField
        label="Evidence (letter or plan, with its date)"
        value={evidence}
        onChange={setEvidence}
        isRequired
      />
      <TextField label="Recorded by" value={by} onChange={setBy} isRequired />
    </SigningDialog>
  );
}
