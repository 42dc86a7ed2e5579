import { Eye, Printer } from 'lucide-react';
import { useState } from 'react';
import type { SheetPreview } from '../../../shared/api/views/sheets.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatQuantity } from '../../../shared/format/number.ts';
import { STOP_FIELDS } from '../../../shared/model/route-sheet.ts';
import { call } from '../../bridge/bridge.ts';
import { useChannel } from '../../state/channel.ts';
import { notifyFailure } from '../../state/notices.ts';
import { Button } from '../../ui/button.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { StateMark } from '../../ui/mark.tsx';
import { FailureNotice, NoticeBar, Spinner } from '../../ui/states.tsx';
import { WithdrawDialog } from '../evidence/withdraw-dialog.tsx';
import { LetterSheet } from '../letters/letter-sheet.tsx';
import '../letters/letters.css';
import { useHow } from '../papers/how-field.tsx';
import { WhyStale } from '../papers/why-stale.tsx';
import { giveOutSheets } from './give-out.ts';
import { ShowAddressDialog } from './show-address-dialog.tsx';
import { STATE_WORDS } from './sheet-words.ts';

/** One route's sheet as it prints, with what was held back from it, and every version that was given out. */
export function SheetPanel(props: { readonly routeRef: string }) {
  const { data, error, refetch } = useChannel('sheets/preview', { route_ref: props.routeRef });
  return (
    // Scrolls, so the keyboard must be able to reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <aside className="sheets-panel" aria-label={`Sheet of route ${props.routeRef}`} tabIndex={0}>
      {data === null ? (
        error === null ? (
          <Spinner label="Making the sheet" />
        ) : (
          <FailureNotice failure={error} onRetry={refetch} />
        )
      ) : (
        <Sheet preview={data} />
      )}
    </aside>
  );
}

function Sheet(props: { readonly preview: SheetPreview }) {
  const { preview } = props;
  const { route_ref, state } = preview;
  const [showing, setShowing] = useState(false);
  const [pending, setPending] = useState(false);
  const how = useHow();
  const giveOut = async (): Promise<void> => {
    setPending(true);
    const failure = await giveOutSheets({
      refs: [route_ref],
      shown: [],
      shown_reason: '',
      how,
    });
    setPending(false);
    if (failure !== null) notifyFailure(failure);
  };
  const hidden = preview.protected_addresses.filter(({ shown }) => !shown);
  return (
    <>
      <div className="sheets-panel-head">
        <h2>Route {route_ref}</h2>
        <StateMark tone={STATE_WORDS[state].tone}>{STATE_WORDS[state].label}</StateMark>
        <span className="sheets-space" />
        {hidden.length === 0 || preview.html === '' ? null : (
          <Button
            size="small"
            icon={Eye}
            onPress={() => {
              setShowing(true);
            }}
          >
            Show an address
          </Button>
        )}
        <Button
          size="small"
          icon={Printer}
          isPending={pending}
          disabledReason={preview.html === '' ? preview.why_not : null}
          onPress={() => void giveOut()}
        >
          {state === 'current' ? 'Print again' : `Give out version ${preview.version}`}
        </Button>
      </div>
      <WhyStale what="The sheet in the provider’s hands" why={preview.why} />
      <Notices preview={preview} hidden={hidden.length} />
      {preview.html === '' ? (
        <p className="soft">{preview.why_not}</p>
      ) : (
        <LetterSheet html={preview.html} title={`Sheet of route ${route_ref} as it prints`} />
      )}
      <Versions preview={preview} />
      {showing ? (
        <ShowAddressDialog
          routeRef={route_ref}
          refs={hidden.map(({ ref }) => ref)}
          onClose={() => {
            setShowing(false);
          }}
        />
      ) : null}
    </>
  );
}

function Notices(props: { readonly preview: SheetPreview; readonly hidden: number }) {
  const { held } = props.preview;
  const shown = props.preview.protected_addresses.length - props.hidden;
  return (
    <>
      {held.length === 0 ? null : (
        <NoticeBar
          tone="warning"
          title={`${formatQuantity(held.length, 'text')} held back: the sheet says ring the office instead`}
        >
          <ul className="sheets-held">
            {held.map(({ ref, field, says }) => (
              <li key={`${ref} ${field} ${says.join()}`}>
                {ref}, {STOP_FIELDS[field].label.toLowerCase()}: says {says.join(' and ')}. Word it
                anew on the TIF.
              </li>
            ))}
          </ul>
        </NoticeBar>
      )}
      {props.hidden === 0 ? null : (
        <NoticeBar
          tone="info"
          title={`${formatQuantity(props.hidden, 'protected address', 'protected addresses')} not on the sheet: the driver rings the office`}
        />
      )}
      {shown === 0 ? null : (
        <NoticeBar
          tone="warning"
          title={`${formatQuantity(shown, 'protected address', 'protected addresses')} shown to this provider`}
        />
      )}
    </>
  );
}

function Versions(props: { readonly preview: SheetPreview }) {
  const { issued, route_ref } = props.preview;
  const [withdrawing, setWithdrawing] = useState<SheetPreview['issued'][number] | null>(null);
  if (issued.length === 0) return null;
  return (
    <section aria-label="Versions given out">
      <h3>Given out</h3>
      <ul className="sheets-versions">
        {issued.map((sheet) => (
          <li key={sheet.id}>
            <span>
              Version {sheet.version}, {formatDate(sheet.issued_on)}, to {sheet.recipient}, by{' '}
              <bdi>{sheet.issued_by}</bdi>
              {sheet.shown.length === 0
                ? ''
                : `, with the protected address of ${sheet.shown.join(', ')}: ${sheet.shown_reason}`}
            </span>
            {sheet.withdrawn === null ? (
              <LinkButton
                onPress={() => {
                  setWithdrawing(sheet);
                }}
              >
                Withdraw
              </LinkButton>
            ) : (
              <span className="soft">
                Withdrawn {formatDate(sheet.withdrawn.on)}: {sheet.withdrawn.reason}
              </span>
            )}
          </li>
        ))}
      </ul>
      {withdrawing === null ? null : (
        <WithdrawDialog
          what={`Version ${withdrawing.version} of the sheet of route ${route_ref}, given to ${withdrawing.recipient}. Ask for the paper back.`}
          withdraw={(reason, by) =>
            call('sheets/withdraw', { id: withdrawing.id, route_ref, reason, by })
          }
          onClose={() => {
            setWithdrawing(null);
          }}
        />
      )}
    </section>
  );
}
