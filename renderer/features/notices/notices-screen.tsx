import '../sheets/sheets.css';
import './notices.css';
import { CalendarPlus, MailCheck, Printer, Search } from 'lucide-react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { NoticeRow, NoticesPage } from '../../../shared/api/views/notices.ts';
import { formatCount, formatQuantity } from '../../../shared/format/number.ts';
import { NOTICE_RECIPIENTS, type NoticeRecipient } from '../../../shared/model/change-notice.ts';
import { RECIPIENT_WORDS } from '../../../shared/service/notices/recipient.ts';
import { call } from '../../bridge/bridge.ts';
import { useChannel } from '../../state/channel.ts';
import { useCommands } from '../../state/commands.ts';
import { go, stay, usePlace } from '../../state/place.ts';
import { select } from '../../state/selection.ts';
import { Button } from '../../ui/button.tsx';
import { DataList } from '../../ui/data-list.tsx';
import { TextField } from '../../ui/field.tsx';
import { StateMark } from '../../ui/mark.tsx';
import { Select } from '../../ui/select.tsx';
import { EmptyState, FailureNotice, Spinner } from '../../ui/states.tsx';
import { saveJobFile } from '../sheets/give-out.ts';
import { EventList } from './event-list.tsx';
import { EventScreen } from './event-screen.tsx';
import { NOTICE_COLUMNS } from './notice-columns.tsx';
import { NoticePanel } from './notice-panel.tsx';
import { hrefOfEvent, hrefOfNotices } from './notices-address.ts';
import { RecordDialog } from './record-dialog.tsx';
import { isShown, SHOWS, showOf, siftNotices, type Show } from './sift-notices.ts';
import { AcknowledgeDialog, TellDialog } from './tell-dialog.tsx';
import { useRowMarks } from './use-row-marks.ts';

/** Notices by the day they are due, or one change in full. */
export function NoticesScreen() {
  const event = usePlace((place) => Number(place.path[1] ?? '0'));
  if (event > 0) return <EventScreen key={event} eventId={event} />;
  return <NoticeList />;
}

const nameOf = (row: NoticeRow): string => `${row.recipient} of ${row.child === '' ? row.ref : row.child}`; // prettier-ignore
const NO_ROWS: readonly NoticeRow[] = [];

function NoticeList() {
  const { data, error, refetch } = useChannel('notices/list', {});
  const params = usePlace((place) => place.params);
  const [text, setText] = useState(params['text'] ?? '');
  const [show, setShow] = useState<Show>(showOf(params['show']));
  const [who, setWho] = useState<NoticeRecipient | 'all'>('all');
  const [event, setEvent] = useState('all');
  const [chosen, setChosen] = useState<number | null>(null);
  const [asking, setAsking] = useState<'tell' | 'acknowledge' | 'record' | null>(null);
  const byChange = params['by'] === 'change';
  const [one, setOne] = useState<NoticeRow | null>(null);
  // The panel is about a notice: what was chosen elsewhere would stand beside it.
  useEffect(() => {
    select(null);
  }, []);
  const rows = data?.rows ?? NO_ROWS;
  const shown = useMemo(
    () => siftNotices(rows, { text, show, who, event_id: event === 'all' ? null : Number(event) }),
    [rows, text, show, who, event],
  );
  const { marks, marked, clear } = useRowMarks(shown, nameOf);
  const print = useCallback((ids: readonly number[]) => {
    void call('notices/export', { ids: [...ids] }).then(saveJobFile);
  }, []);
  useCommands(
    'notices',
    useMemo(
      () => [
        {
          id: 'notices-overdue',
          label: 'Show change notices that are overdue',
          isEnabled: () => true,
          run: () => {
            setShow('overdue');
          },
        },
        {
          id: 'notices-record',
          label: 'Record a change of transport',
          keywords: 'suspended excluded driver vehicle address school timetable failure',
          isEnabled: () => true,
          run: () => {
            setAsking('record');
          },
        },
      ],
      [],
    ),
  );
  if (data === null)
    return error === null ? (
      <Spinner label="Reading the notices" />
    ) : (
      <FailureNotice failure={error} onRetry={refetch} />
    );
  const batch = one === null ? marked : [one];
  const open = batch.filter((row) => row.told === null);
  const waiting = batch.filter((row) => row.state === 'told');
  const selected = shown.find(({ id }) => id === chosen) ?? null;
  const done = (): void => {
    setAsking(null);
    setOne(null);
    clear();
    if (params['record'] !== undefined) stay(hrefOfNotices());
  };
  return (
    <div className="sheets notices">
      <header className="sheets-head">
        <h1>Change notices</h1>
        <Lead page={data} />
        <span className="sheets-space" />
        <a href={hrefOfNotices(byChange ? {} : { by: 'change' })}>
          {byChange ? 'By day' : 'By change'}
        </a>
        <Button
          icon={CalendarPlus}
          onPress={() => {
            setAsking('record');
          }}
        >
          Record a change
        </Button>
        {byChange ? null : (
          <div className="sheets-filters">
            <TextField
              label="Search notices"
              hideLabel
              type="search"
              icon={Search}
              placeholder="Child, school, route"
              value={text}
              onChange={setText}
            />
            <Select
              label="Which notices"
              hideLabel
              value={show}
              isActive={show !== 'open'}
              options={SHOWS.map(({ id, label }) => ({
                id,
                label,
                detail: formatCount(rows.filter((row) => isShown(row, id)).length),
              }))}
              onChange={setShow}
            />
            <Select
              label="To whom"
              hideLabel
              value={who}
              isActive={who !== 'all'}
              options={[
                { id: 'all' as const, label: 'To everybody' },
                ...NOTICE_RECIPIENTS.map((id) => ({ id, label: RECIPIENT_WORDS[id] })),
              ]}
              onChange={setWho}
            />
            <EventChoice page={data} value={event} onChange={setEvent} />
            <span className="sheets-space" />
            <Button
              size="small"
              icon={Printer}
              disabledReason={
                (marked.length === 0 ? shown : marked).some((row) => row.told === null)
                  ? null
                  : 'None of these is still to be told.'
              }
              onPress={() => {
                const of = marked.length === 0 ? shown : marked;
                print(of.flatMap((row) => (row.told === null ? [row.id] : [])));
              }}
            >
              Print or merge{marked.length === 0 ? '' : ` ${formatCount(marked.length)}`}
            </Button>
            <Button
              size="small"
              disabledReason={
                marked.some((row) => row.state === 'told')
                  ? null
                  : 'Mark notices that were told and are not acknowledged.'
              }
              onPress={() => {
                setAsking('acknowledge');
              }}
            >
              Acknowledged
            </Button>
            <Button
              size="small"
              variant="primary"
              icon={MailCheck}
              disabledReason={
                marked.some((row) => row.told === null)
                  ? null
                  : 'Mark the notices that were told in the list, by their boxes or with Space.'
              }
              onPress={() => {
                setAsking('tell');
              }}
            >
              Mark {marked.length === 0 ? '' : `${formatCount(marked.length)} `}as told
            </Button>
          </div>
        )}
      </header>
      <div className="sheets-body">
        {byChange ? (
          <EventList events={data.events} />
        ) : shown.length === 0 ? (
          <Nothing page={data} isNarrowed={rows.length > 0} />
        ) : (
          <DataList
            label="Change notices by the day they are due"
            columns={NOTICE_COLUMNS}
            count={shown.length}
            rowAt={(at) => shown[at]}
            keyOf={(row) => row.id}
            selectedKey={selected?.id ?? null}
            onSelect={(row) => {
              setChosen(row.id);
            }}
            onOpen={(row) => {
              go(hrefOfEvent(row.event_id));
            }}
            marks={marks}
            resetKey={`${text} ${show} ${who} ${event}`}
          />
        )}
        {byChange || shown.length === 0 ? null : (
          <NoticePanel
            row={selected}
            onTell={(row) => {
              setOne(row);
              setAsking('tell');
            }}
            onAcknowledge={(row) => {
              setOne(row);
              setAsking('acknowledge');
            }}
          />
        )}
      </div>
      {asking === 'tell' && open.length > 0 ? <TellDialog notices={open} onClose={done} /> : null}
      {asking === 'acknowledge' && waiting.length > 0 ? (
        <AcknowledgeDialog notices={waiting} onClose={done} />
      ) : null}
      {asking === 'record' || params['record'] !== undefined ? (
        <RecordDialog onClose={done} />
      ) : null}
    </div>
  );
}

function Lead({ page }: { readonly page: NoticesPage }) {
  const { open, overdue, due_today, unacknowledged } = page;
  return (
    <output className="notices-lead">
      <span className="soft">
        {formatQuantity(open, 'notice')} to be told
        {due_today === 0 ? '' : `, ${formatCount(due_today)} today`}
        {unacknowledged === 0 ? '' : `, ${formatCount(unacknowledged)} told and not acknowledged`}
      </span>
      {overdue === 0 ? null : (
        <a href={hrefOfNotices({ show: 'overdue' })}>
          <StateMark tone="warning">{formatCount(overdue)} overdue</StateMark>
        </a>
      )}
    </output>
  );
}

function EventChoice(props: {
  readonly page: NoticesPage;
  readonly value: string;
  readonly onChange: (id: string) => void;
}) {
  return (
    <Select
      label="Of which change"
      hideLabel
      value={props.value}
      isActive={props.value !== 'all'}
      options={[
        { id: 'all', label: 'Of every change' },
        ...props.page.events
          .filter(({ notices }) => notices > 0)
          .map((event) => ({
            id: String(event.id),
            label: event.about === '' ? event.label : `${event.label}: ${event.about}`,
            detail: formatCount(event.open),
          })),
      ]}
      onChange={props.onChange}
    />
  );
}

function Nothing(props: { readonly page: NoticesPage; readonly isNarrowed: boolean }) {
  if (props.isNarrowed)
    return (
      <EmptyState icon={Search} title="No notice is like that">
        Look at every notice, or search for something else.
      </EmptyState>
    );
  return (
    <div className="notices-nothing">
      <EmptyState icon={MailCheck} title="Nobody is waiting to be told">
        Notices come by themselves when the plan in use changes how a child is carried: by a
        hand-back, an edit, a plan put in use. What no plan shows, such as another driver or days
        away, is recorded here.
      </EmptyState>
      <EventList events={props.page.events} />
    </div>
  );
}
