import { useState } from 'react';
import { parseIsoDate } from '../../../shared/calendar/dates.ts';
import type { RideRecords } from '../../../shared/api/views/sheets.ts';
import { rideTimesWords } from '../../../shared/casework/ride-records.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatMinutes } from '../../../shared/format/time.ts';
import type { ClinicalWaiver, GuideReason } from '../../../shared/model/ride-record.ts';
import { call } from '../../bridge/bridge.ts';
import { useChannel } from '../../state/channel.ts';
import { useSession } from '../../state/session.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { StateMark } from '../../ui/mark.tsx';
import { WithdrawDialog } from '../evidence/withdraw-dialog.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { WaiverDialog } from './waiver-dialog.tsx';
import './sheets.css';

type Open =
  | { readonly kind: 'waiver' }
  | { readonly kind: 'reason' }
  | { readonly kind: 'withdraw-waiver'; readonly of: ClinicalWaiver }
  | { readonly kind: 'withdraw-reason'; readonly of: GuideReason };

/** On a case: the waiver of a clinical limit, the reason for going over the guide, and those before them. */
export function RideRecordsPart(props: { readonly clientId: number }) {
  const { data } = useChannel('rides/records', { client_id: props.clientId });
  const [open, setOpen] = useState<Open | null>(null);
  if (data === null) return null;
  const isOver = data.ride !== null && data.ride.planned_s > data.ride.limit_s;
  const isGuide = data.ride?.limit_kind === 'advisory';
  const nothing = data.waivers.length === 0 && data.reasons.length === 0;
  if (nothing && !isOver && data.clinical_limit_s === null) return null;
  return (
    <div className="ride-records">
      {isOver && isGuide ? (
        <Wanted
          records={data}
          onRecord={() => {
            setOpen({ kind: 'reason' });
          }}
        />
      ) : null}
      {data.clinical_limit_s === null ? null : (
        <Clinical
          records={data}
          onRecord={() => {
            setOpen({ kind: 'waiver' });
          }}
        />
      )}
      <Records records={data} onWithdraw={setOpen} />
      <Dialogs
        records={data}
        open={open}
        onClose={() => {
          setOpen(null);
        }}
      />
    </div>
  );
}

function Wanted(props: { readonly records: RideRecords; readonly onRecord: () => void }) {
  const { ride } = props.records;
  if (ride === null) return null;
  return (
    <p>
      {ride.reason === null ? (
        <>
          <StateMark tone="warning">Over guide, reason wanted: {rideTimesWords(ride)}</StateMark>{' '}
          <LinkButton onPress={props.onRecord}>Record the reason</LinkButton>
        </>
      ) : (
        <StateMark tone="good">Over guide, reason recorded: {rideTimesWords(ride)}</StateMark>
      )}
    </p>
  );
}

function Clinical(props: { readonly records: RideRecords; readonly onRecord: () => void }) {
  const { ride, waiver_in_force, waivers, clinical_limit_s } = props.records;
  const waiver = waivers.find(({ id }) => id === waiver_in_force) ?? null;
  const isOver =
    ride !== null && ride.planned_s > Math.max(clinical_limit_s ?? 0, waiver?.allowed_s ?? 0);
  return (
    <p>
      {isOver ? (
        <StateMark tone="danger">
          Over the clinical limit: {rideTimesWords(ride)}
          {waiver === null ? '' : `, waived to ${formatMinutes(waiver.allowed_s)}`}
        </StateMark>
      ) : waiver === null ? (
        <span className="soft">No waiver of the clinical limit.</span>
      ) : (
        <StateMark tone="info">
          Clinical limit waived to {formatMinutes(waiver.allowed_s)} until{' '}
          {formatDate(waiver.until_on)}
        </StateMark>
      )}{' '}
      <LinkButton onPress={props.onRecord}>Record a waiver</LinkButton>
    </p>
  );
}

function Records(props: {
  readonly records: RideRecords;
  readonly onWithdraw: (open: Open) => void;
}) {
  const { waivers, reasons } = props.records;
  if (waivers.length === 0 && reasons.length === 0) return null;
  return (
    <ul className="ride-records-list">
      {waivers.toReversed().map((of) => (
        <li key={`waiver ${of.id}`}>
          <span>
            Waiver to {formatMinutes(of.allowed_s)}, {formatDate(of.from_on)} to{' '}
            {formatDate(of.until_on)}, by <bdi>{of.granted_by}</bdi>: {of.reason}{' '}
            <span className="soft">
              {of.evidence}. Recorded {formatDate(of.recorded_on)} by <bdi>{of.recorded_by}</bdi>.
            </span>
          </span>
          <Ending
            withdrawn={of.withdrawn}
            onWithdraw={() => {
              props.onWithdraw({ kind: 'withdraw-waiver', of });
            }}
          />
        </li>
      ))}
      {reasons.toReversed().map((of) => (
        <li key={`reason ${of.id}`}>
          <span>
            Over guide on {of.route_ref}, {rideTimesWords(of)}: {of.reason}{' '}
            <span className="soft">
              Recorded {formatDate(of.recorded_on)} by <bdi>{of.recorded_by}</bdi>.
            </span>
          </span>
          <Ending
            withdrawn={of.withdrawn}
            onWithdraw={() => {
              props.onWithdraw({ kind: 'withdraw-reason', of });
            }}
          />
        </li>
      ))}
    </ul>
  );
}

function Ending(props: {
  readonly withdrawn: ClinicalWaiver['withdrawn'];
  readonly onWithdraw: () => void;
}) {
  const { withdrawn } = props;
  return withdrawn === null ? (
    <LinkButton onPress={props.onWithdraw}>Withdraw</LinkButton>
  ) : (
    <span className="soft">
      Withdrawn {formatDate(withdrawn.on)}: {withdrawn.reason}
    </span>
  );
}

function Dialogs(props: {
  readonly records: RideRecords;
  readonly open: Open | null;
  readonly onClose: () => void;
}) {
  const { records, open, onClose } = props;
  const on = parseIsoDate(useSession((session) => session.info?.store?.today ?? ''));
  const { client_id, ref, ride } = records;
  if (open === null || on === null) return null;
  if (open.kind === 'waiver') return <WaiverDialog records={records} on={on} onClose={onClose} />;
  if (open.kind === 'reason')
    return ride === null ? null : (
      <ReasonDialog rides={[{ client_id, ref, ...ride }]} onClose={onClose} />
    );
  const { id } = open.of;
  const channel = open.kind === 'withdraw-waiver' ? 'rides/withdraw-waiver' : 'rides/withdraw-reason'; // prettier-ignore
  return (
    <WithdrawDialog
      what={
        open.kind === 'withdraw-waiver'
          ? `The waiver by ${open.of.granted_by} until ${formatDate(open.of.until_on)}.`
          : `The reason of ${formatDate(open.of.recorded_on)}: ${open.of.reason}`
      }
      withdraw={(reason, by) => call(channel, { id, client_id, reason, by })}
      onClose={onClose}
    />
  );
}
