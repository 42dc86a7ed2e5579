import { ArrowLeft, Download, FileInput, Mail, X } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { TenderPage } from '../../../shared/api/views/lots.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatCount, formatQuantity } from '../../../shared/format/number.ts';
import { formatMoment } from '../../../shared/service/lots/moment.ts';
import { TENDER_STATES } from '../../../shared/service/lots/tender-state.ts';
import { call } from '../../bridge/bridge.ts';
import { useChannel } from '../../state/channel.ts';
import { useCommands } from '../../state/commands.ts';
import { notifyFailure } from '../../state/notices.ts';
import { go, hrefOf } from '../../state/place.ts';
import { Button } from '../../ui/button.tsx';
import { StateMark } from '../../ui/mark.tsx';
import { FailureNotice, Spinner } from '../../ui/states.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { saveJobFile } from '../sheets/give-out.ts';
import { BidMatrix } from './bid-matrix.tsx';
import { BidsInDialog } from './bids-in-dialog.tsx';
import { EndDialog } from './end-dialog.tsx';
import { HeldPart } from './held-part.tsx';
import { InvitedPart } from './invited-part.tsx';
import { LotPanel } from './lot-panel.tsx';
import { STATE_TONES } from './lot-words.ts';
import { OutcomeDialog } from './outcome-dialog.tsx';
import { QualityPart } from './quality-part.tsx';

type Part = 'lots' | 'held' | 'invited' | 'quality';
type Open = 'bids' | 'outcome' | 'end' | null;

/** One tender: its lots with the bids side by side, what is held, who is asked, quality. */
export function TenderScreen({ id }: { readonly id: number }) {
  const { data, error, refetch } = useChannel('lots/tender', { id });
  if (data === null)
    return error === null ? <Spinner label="Reading the tender" /> : <FailureNotice failure={error} onRetry={refetch} />; // prettier-ignore
  return <Tender page={data} />;
}

function Tender({ page }: { readonly page: TenderPage }) {
  const { tender, state, lots } = page;
  const [open, setOpen] = useState<Open>(null);
  const [chosen, setChosen] = useState<number | null>(lots[0]?.lot.id ?? null);
  const [part, setPart] = useState<Part>('lots');
  const [pending, setPending] = useState(false);
  const write = async (): Promise<void> => {
    setPending(true);
    const started = await call('lots/write', { tender_id: tender.id, providers: null });
    if (started.ok) await saveJobFile(started);
    else notifyFailure(started.error);
    setPending(false);
  };
  const held = lots.reduce((sum, lot) => sum + lot.held.length, 0);
  const over = state === 'awarded' || state === 'cancelled';
  useCommands(
    'tender',
    useMemo(
      () => [
        { id: 'tender-bids', label: `Bring bids in for tender ${tender.ref}`, isEnabled: () => true, run: () => { setOpen('bids'); } },
        { id: 'tender-outcome', label: `Letters of outcome of tender ${tender.ref}`, isEnabled: () => true, run: () => { setOpen('outcome'); } },
      ], // prettier-ignore
      [tender.ref],
    ),
  );
  const lot = lots.find((each) => each.lot.id === chosen) ?? null;
  return (
    <div className="lots">
      <header className="lots-head">
        <Button
          size="small"
          variant="quiet"
          icon={ArrowLeft}
          onPress={() => {
            go(hrefOf('providers', ['tenders']));
          }}
        >
          Tenders
        </Button>
        <h1>
          {tender.ref}: {tender.title}
        </h1>
        <StateMark tone={STATE_TONES[state]}>{TENDER_STATES[state]}</StateMark>
        <span className="lots-space" />
        <Button size="small" icon={Download} isPending={pending} disabledReason={tender.cancelled === null ? null : 'The tender was cancelled.'} onPress={() => void write()}>
          Write the files
        </Button>
        <Button size="small" icon={Mail} disabledReason={lots.some((each) => each.award !== null) ? null : 'Nothing is awarded yet.'} onPress={() => { setOpen('outcome'); }}>
          Letters of outcome
        </Button>
        <Button size="small" icon={X} disabledReason={over ? 'The tender is over.' : null} onPress={() => { setOpen('end'); }}>
          Cancel…
        </Button>
        <Button size="small" variant={state === 'open' ? 'primary' : 'secondary'} icon={FileInput} onPress={() => { setOpen('bids'); }}>
          Bring bids in…
        </Button>
        <p className="lots-terms soft">
          Bids {formatMoment(tender.opens_at)} to {formatMoment(tender.closes_at)}. Contracts{' '}
          {formatDate(tender.starts_on)} to {formatDate(tender.ends_on)}, notice{' '}
          {formatQuantity(tender.notice_days, 'day')}. Price {tender.rules.price_weight}%, quality{' '}
          {100 - tender.rules.price_weight}% ({tender.rules.source}).
          {tender.cancelled === null ? '' : ` Cancelled ${formatDate(tender.cancelled.on)} by ${tender.cancelled.by}: ${tender.cancelled.reason}`}
        </p>
      </header>
      <div className="lots-body">
        <div className="lots-main">
          <Tabs
            label="Parts of the tender"
            selected={part}
            onSelect={setPart}
            tabs={[
              { id: 'lots', label: 'Lots and bids', count: formatCount(lots.length) },
              { id: 'held', label: 'Held', count: formatCount(held) },
              { id: 'invited', label: 'Invited', count: formatCount(page.invitations.length) },
              { id: 'quality', label: 'Quality' },
            ]}
          >
            {part === 'lots' ? (
              <BidMatrix page={page} chosen={chosen} onChoose={setChosen} />
            ) : part === 'held' ? (
              <HeldPart page={page} />
            ) : part === 'invited' ? (
              <InvitedPart page={page} />
            ) : (
              <QualityPart page={page} />
            )}
          </Tabs>
        </div>
        {lot === null ? null : <LotPanel key={lot.lot.id} page={page} view={lot} />}
      </div>
      {open === 'bids' ? <BidsInDialog page={page} onClose={() => { setOpen(null); }} /> : null}
      {open === 'outcome' ? <OutcomeDialog tenderId={tender.id} onClose={() => { setOpen(null); }} /> : null}
      {open === 'end' ? <EndDialog page={page} lot={null} onClose={() => { setOpen(null); }} /> : null}
    </div>
  ); // prettier-ignore
}
