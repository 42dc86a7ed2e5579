import { useState } from 'react';
import type { BidView, LotView, TenderPage } from '../../../shared/api/views/lots.ts';
import { parseIsoDate } from '../../../shared/calendar/dates.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatPence } from '../../../shared/format/money.ts';
import { call } from '../../bridge/bridge.ts';
import { officerName } from '../../state/officer.ts';
import { DateField } from '../../ui/date-field.tsx';
import { TextField } from '../../ui/field.tsx';
import { NoticeBar } from '../../ui/states.tsx';
import { SigningDialog } from '../applications/signing-dialog.tsx';
import { modelWords } from './lot-words.ts';

/** Gives a lot to a bid: contract number, term, notice, the reason, and what must have been read before. */
export function AwardDialog(props: {
  readonly page: TenderPage;
  readonly view: LotView;
  readonly bid: BidView;
  readonly onClose: () => void;
}) {
  const { page, view, bid } = props;
  const { tender } = page;
  const [number, setNumber] = useState(page.next_contract);
  const [starts, setStarts] = useState<string>(tender.starts_on);
  const [ends, setEnds] = useState<string>(tender.ends_on);
  const [notice, setNotice] = useState(String(tender.notice_days));
  const [reason, setReason] = useState(bid.cautions.length === 0 ? 'First by the stated weights.' : ''); // prettier-ignore
  const [by, setBy] = useState(officerName);
  const [starts_on, ends_on] = [parseIsoDate(starts), parseIsoDate(ends)];
  const notice_days = /^\d{1,3}$/.test(notice.trim()) ? Number(notice) : null;
  const problems = [
    ...(starts_on === null || ends_on === null ? ['Give the first and the last day.'] : []),
    ...(starts_on !== null && ends_on !== null && ends_on < starts_on ? ['It ends before it starts.'] : []), // prettier-ignore
    ...(notice_days === null || notice_days > 366 ? ['Give the notice in days, 0 to 366.'] : []),
    ...(reason.trim() === '' ? ['Write why this bid.'] : []),
    ...(by.trim() === '' ? ['Sign with your name.'] : []),
  ];
  return (
    <SigningDialog
      title={`Award lot ${view.lot.ref} to ${bid.bid.provider}`}
      verb="Award the lot"
      done={`Lot ${view.lot.ref} is awarded to ${bid.bid.provider}.`}
      problems={problems}
      signedBy={by}
      sign={() =>
        call('lots/award', {
          tender_id: tender.id,
          lot_id: view.lot.id,
          bid_id: bid.bid.id,
          contract_ref: number.trim(),
          starts_on: starts_on ?? tender.starts_on,
          ends_on: ends_on ?? tender.ends_on,
          notice_days: notice_days ?? 0,
          reason,
          by,
        })
      }
      onClose={props.onClose}
    >
      <p>
        <strong>{formatPence(bid.whole_day_pence)} a day</strong>, {modelWords(bid)};{' '}
        {bid.points.toFixed(2)} points, number {bid.rank} of {view.bids.length}. The whole lot,
        route {view.lot.route_ref}. The contract is not confirmed until its provider says so.
      </p>
      {bid.cautions.length === 0 ? null : (
        <NoticeBar tone="warning" title="Before you sign">
          <ul className="lots-list">
            {bid.cautions.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </NoticeBar>
      )}
      <div className="case-form-fields">
        <TextField
          label="Contract number"
          value={number}
          onChange={setNumber}
          description="Left empty: the next of the pattern in Settings."
        />
        <TextField label="Notice, days" value={notice} inputMode="numeric" onChange={setNotice} />
        <DateField label="First day" value={starts} onChange={setStarts} />
        <DateField label="Last day" value={ends} onChange={setEnds} />
      </div>
      <TextField label="Why this bid" value={reason} onChange={setReason} lines={2} isRequired />
      <TextField label="Awarded by" value={by} onChange={setBy} isRequired />
      <p className="soft">
        {page.standstill_until === null
          ? 'No standstill, by the setting.'
          : `Standstill until the end of ${formatDate(page.standstill_until)}. The letters of outcome are made as text; Kerbside sends nothing.`}
      </p>
    </SigningDialog>
  );
}
