import '../sheets/sheets.css';
import './notices.css';
import { ArrowLeft, ListChecks, MailCheck, Printer } from 'lucide-react';
import { useState } from 'react';
import type { EventChild, EventPage, NoticeRow } from '../../../shared/api/views/notices.ts';
import type { IsoDate } from '../../../shared/calendar/dates.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatCount, formatCountOf, formatQuantity } from '../../../shared/format/number.ts';
import { isHolding } from '../../../shared/service/notices/open-notices.ts';
import { call } from '../../bridge/bridge.ts';
import { useChannel } from '../../state/channel.ts';
import { officerName } from '../../state/officer.ts';
import { hrefOf, hrefOfCase } from '../../state/place.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { StateMark } from '../../ui/mark.tsx';
import { EmptyState, FailureNotice, NoticeBar, Spinner } from '../../ui/states.tsx';
import { SigningDialog } from '../applications/signing-dialog.tsx';
import { saveJobFile } from '../sheets/give-out.ts';
import { EventState } from './event-list.tsx';
import { ChangeTable, untell } from './notice-panel.tsx';
import { HOW_WORDS, STATE_MARKS } from './notice-words.ts';
import { hrefOfNotices } from './notices-address.ts';
import { TellDialog } from './tell-dialog.tsx';

/** One change: what must be done by when, and every child with old and new values beside who is told. */
export function EventScreen({ eventId }: { readonly eventId: number }) {
  const { data, error, refetch } = useChannel('notices/event', { event_id: eventId });
  if (data === null)
    return error === null ? (
      <Spinner label="Reading the change" />
    ) : (
      <FailureNotice failure={error} onRetry={refetch} />
    );
  return <Page page={data} />;
}

function Page({ page }: { readonly page: EventPage }) {
  const { event, children } = page;
  const [telling, setTelling] = useState<readonly NoticeRow[]>([]);
  const [taking, setTaking] = useState(false);
  const [overriding, setOverriding] = useState(false);
  const open = children.flatMap(({ notices }) => notices.filter((each) => each.told === null && each.withdrawn === null)); // prettier-ignore
  const holding = open.filter((each) => isHolding(each, event));
  const isByHand = ['crew', 'suspension', 'timetable', 'change_of_address', 'change_of_school', 'provider_failure', 'contract_ended'].includes(event.kind); // prettier-ignore
  return (
    <div className="sheets notices event-page">
      <header className="sheets-head">
        <a className="event-back" href={hrefOfNotices()}>
          <ArrowLeft size={14} aria-hidden="true" /> Change notices
        </a>
        <h1>
          {event.label}
          {event.about === '' ? '' : `: ${event.about}`}
        </h1>
        <EventState row={event} />
        <span className="sheets-space" />
        {isByHand && event.taken_back === null ? (
          <Button
            size="small"
            variant="quiet"
            onPress={() => {
              setTaking(true);
            }}
          >
            It does not come
          </Button>
        ) : null}
        {holding.length > 0 && event.taken_back === null ? (
          <Button
            size="small"
            variant="quiet"
            onPress={() => {
              setOverriding(true);
            }}
          >
            Override with a reason
          </Button>
        ) : null}
        <Button
          size="small"
          icon={Printer}
          disabledReason={open.length === 0 ? 'Nobody is still to be told.' : null}
          onPress={() => void call('notices/export', { ids: open.map(({ id }) => id) }).then(saveJobFile)} // prettier-ignore
        >
          Print or merge
        </Button>
        <Button
          size="small"
          variant="primary"
          icon={MailCheck}
          disabledReason={open.length === 0 ? 'Nobody is still to be told.' : null}
          onPress={() => {
            setTelling(open);
          }}
        >
          Mark {formatCount(open.length)} as told
        </Button>
        <p className="event-lead">
          From {formatDate(event.effective_on)}, recorded on {formatDate(event.recorded_on)} by{' '}
          {event.by}. {formatCountOf(event.told, event.notices)} notices told, for{' '}
          {formatQuantity(event.children, 'child', 'children')}.
          {event.what === '' ? '' : ` For the office: ${event.what}`}
        </p>
        {holding.length === 0 || event.taken_back !== null ? null : (
          <NoticeBar tone="warning" title={holdingWords(event.effective_on, holding)}>
            Until its family and school are told, or it is overridden, a child of this change is
            counted as without transport from that day.
          </NoticeBar>
        )}
        {event.override_reason === '' ? null : (
          <NoticeBar tone="info" title="It went live before everybody was told">
            {event.override_reason}
          </NoticeBar>
        )}
        {event.taken_back === null ? null : (
          <NoticeBar tone="info" title={`Taken back by ${event.taken_back.by}`}>
            {event.taken_back.reason}
          </NoticeBar>
        )}
      </header>
      {/* Scrolls, so the keyboard must be able to reach it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="event-body" tabIndex={0} aria-label="The change in full">
        <MustChange page={page} />
        {children.length === 0 ? (
          <EmptyState icon={ListChecks} title="Nobody is to be told yet">
            Its notices come once the plan in use is changed for it. Do that on{' '}
            <a href={hrefOf('map')}>the map</a>, and they are listed here.
          </EmptyState>
        ) : (
          <ul className="event-children">
            {children.map((child) => (
              <li key={child.client_id}>
                <OneChild
                  child={child}
                  onTell={(row) => {
                    setTelling([row]);
                  }}
                />
              </li>
            ))}
          </ul>
        )}
      </section>
      {telling.length === 0 ? null : (
        <TellDialog
          notices={telling}
          onClose={() => {
            setTelling([]);
          }}
        />
      )}
      {overriding ? (
        <OverrideDialog
          eventId={event.id}
          onClose={() => {
            setOverriding(false);
          }}
        />
      ) : null}
      {taking ? (
        <TakeBackDialog
          eventId={event.id}
          onClose={() => {
            setTaking(false);
          }}
        />
      ) : null}
    </div>
  );
}

/** `From 14 Sep 2026, 3 children wait for a notice`. */
function holdingWords(effective_on: IsoDate, holding: readonly NoticeRow[]): string {
  const children = new Set(holding.map(({ client_id }) => client_id)).size;
  return `${formatQuantity(children, 'child waits', 'children wait')} for a notice to family or school, due to count from ${formatDate(effective_on)}`;
}

const WHO = { planner: 'Planner', officer: 'Officer', 'eligibility officer': 'Eligibility' } as const; // prettier-ignore

function MustChange({ page }: { readonly page: EventPage }) {
  if (page.consequences.length === 0) return null;
  return (
    <section className="event-must" aria-label="What must change">
      <h2>What must change</h2>
      <ol>
        {page.consequences.map(({ what, who, by_on }) => (
          <li key={what}>
            <span className="event-must-by">{formatDate(by_on)}</span>
            <span>{what}</span>
            <span className="soft">{WHO[who]}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function OneChild(props: {
  readonly child: EventChild;
  readonly onTell: (row: NoticeRow) => void;
}) {
  const { child } = props;
  return (
    <section className="event-child" aria-label={child.child === '' ? child.ref : child.child}>
      <header>
        <a href={hrefOfCase(child.client_id)}>{child.child === '' ? child.ref : child.child}</a>{' '}
        <span className="soft">{child.ref}</span>{' '}
        {child.kind === 'lost' ? <StateMark tone="danger">No route confirmed</StateMark> : null}
        {child.kind === 'joined' ? <StateMark tone="info">Newly carried</StateMark> : null}
      </header>
      <div className="event-child-two">
        <ChangeTable changes={child.changes} />
        <ul className="event-notices">
          {child.notices.map((notice) => (
            <OneNotice key={notice.id} notice={notice} onTell={props.onTell} />
          ))}
        </ul>
      </div>
    </section>
  );
}

function OneNotice(props: {
  readonly notice: EventChild['notices'][number];
  readonly onTell: (row: NoticeRow) => void;
}) {
  const { notice } = props;
  const { told, withdrawn } = notice;
  return (
    <li>
      <details>
        <summary>
          <StateMark tone={STATE_MARKS[notice.state].tone}>{notice.recipient}</StateMark>
          <span className="soft">
            {told !== null
              ? `told ${HOW_WORDS[told.how].toLowerCase()} on ${formatDate(told.on)} by ${told.by}`
              : withdrawn !== null
                ? withdrawn.reason.toLowerCase()
                : `${notice.state === 'overdue' ? 'overdue since' : 'by'} ${formatDate(notice.by_on)}`}
          </span>
        </summary>
        <div className="notice-text">
          {(told === null ? [notice.text.subject, ...notice.text.paragraphs] : [told.text]).map(
            (each) => (
              <p key={each} className="notice-paragraph" dir="auto">
                {each}
              </p>
            ),
          )}
        </div>
      </details>
      {withdrawn !== null && told === null ? null : told === null ? (
        <Button
          size="small"
          variant="quiet"
          onPress={() => {
            props.onTell(notice);
          }}
        >
          Told
        </Button>
      ) : (
        <Button size="small" variant="quiet" onPress={() => void untell([notice.id])}>
          Not told
        </Button>
      )}
    </li>
  );
}

function OverrideDialog(props: { readonly eventId: number; readonly onClose: () => void }) {
  const [reason, setReason] = useState('');
  const [by, setBy] = useState(officerName);
  return (
    <SigningDialog
      title="The change counts before everybody is told"
      verb="Override"
      done="The change counts; its open notices stay to be told."
      problems={[
        ...(reason.trim() === '' ? ['Write why it counts before everybody is told.'] : []),
        ...(by.trim() === '' ? ['Sign with your name.'] : []),
      ]}
      signedBy={by}
      sign={() => call('notices/override', { event_id: props.eventId, reason, by })}
      onClose={props.onClose}
    >
      <p>
        Its children count as having transport again. Whoever is still to be told stays on the list.
      </p>
      <TextField label="Reason" value={reason} onChange={setReason} lines={2} isRequired />
      <TextField label="Signed by" value={by} onChange={setBy} isRequired />
    </SigningDialog>
  );
}

function TakeBackDialog(props: { readonly eventId: number; readonly onClose: () => void }) {
  const [reason, setReason] = useState('');
  const [by, setBy] = useState(officerName);
  return (
    <SigningDialog
      title="The change does not come"
      verb="Take it back"
      done="The change is taken back; its open notices are withdrawn."
      problems={[
        ...(reason.trim() === '' ? ['Write why it does not come.'] : []),
        ...(by.trim() === '' ? ['Sign with your name.'] : []),
      ]}
      signedBy={by}
      sign={() => call('notices/take-back', { event_id: props.eventId, reason, by })}
      onClose={props.onClose}
    >
      <p>Whoever was told already must be told again, by you: it stays on the record.</p>
      <TextField label="Reason" value={reason} onChange={setReason} lines={2} isRequired />
      <TextField label="Signed by" value={by} onChange={setBy} isRequired />
    </SigningDialog>
  );
}
