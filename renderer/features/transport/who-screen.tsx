import { Bus, CircleCheck, Search } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { parseIsoDate, type IsoDate } from '../../../shared/calendar/dates.ts';
import type { TransportAnswer, TransportPage } from '../../../shared/api/views/service.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatCount } from '../../../shared/format/number.ts';
import { MENDED_BY, NOT_YET, type NotYet } from '../../../shared/service/reasons.ts';
import { call } from '../../bridge/bridge.ts';
import { useChannel } from '../../state/channel.ts';
import { useCommands } from '../../state/commands.ts';
import { go, hrefOfCase, usePlace } from '../../state/place.ts';
import { select, useSelectedId } from '../../state/selection.ts';
import { useSession } from '../../state/session.ts';
import { useWindowRows } from '../../state/window-rows.ts';
import { Button } from '../../ui/button.tsx';
import { DataList } from '../../ui/data-list.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { EmptyState, FailureNotice, Spinner } from '../../ui/states.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { WHO_COLUMNS } from './who-columns.tsx';
import '../routes/routes-screen.css';
import './transport.css';

type Show = 'all' | 'in_place' | 'without' | NotYet;
const SHOWS: readonly Show[] = ['all', 'in_place', 'without', ...NOT_YET];

interface WhoQuery {
  readonly on: IsoDate | null;
  readonly show: Show;
  readonly text: string;
  readonly school_urn: number | null;
}

const ask = (key: string, offset: number, limit: number) =>
  call('service/who', { ...(JSON.parse(key) as WhoQuery), offset, limit });

const ALL = 'all';

/** Every child's answer to "who collects me, when, and is it confirmed?". */
export function WhoScreen() {
  const params = usePlace((place) => place.params);
  const [text, setText] = useState('');
  const [show, setShow] = useState<Show>(() => SHOWS.find((each) => each === params['show']) ?? 'without'); // prettier-ignore
  const [school, setSchool] = useState(params['school'] ?? ALL);
  const [day, setDay] = useState(params['on'] ?? '');
  const [isConfirming, setConfirming] = useState(false);
  const sought = useDeferredValue(text);
  const query: WhoQuery = {
    on: parseIsoDate(day),
    show,
    text: sought,
    school_urn: school === ALL ? null : Number(school),
  };
  const rows = useWindowRows<TransportAnswer>(JSON.stringify(query), ask);
  const head = useChannel('service/who', { ...query, text: '', school_urn: null, show: 'all', offset: 0, limit: 1 }); // prettier-ignore
  const selected = useSelectedId('client');
  useCommands(
    'who-has-transport',
    useMemo(
      () => [
        {
          id: 'confirm-contracts',
          label: 'Confirm contracts',
          isEnabled: () => true,
          run: () => {
            setConfirming(true);
          },
        },
      ],
      [],
    ),
  );
  if (head.data === null)
    return head.error === null ? (
      <Spinner label="Reading who has transport" />
    ) : (
      <FailureNotice failure={head.error} onRetry={head.refetch} />
    );
  const page = head.data;
  if (page.clients === 0)
    return (
      <EmptyState icon={Bus} title="Nobody is to be carried yet">
        Children are listed here once applications or the contract register are taken in under Data.
      </EmptyState>
    );
  return (
    <div className="who">
      <header className="who-head">
        <h1>Who has transport</h1>
        <output className="soft">
          {formatCount(page.in_place)} of {formatCount(page.clients)} children have transport{' '}
          {page.on === null ? 'on their own first day' : `on ${formatDate(page.on)}`}
        </output>
        <span className="who-space" />
        <Button
          variant="primary"
          icon={CircleCheck}
          onPress={() => {
            setConfirming(true);
          }}
        >
          Confirm contracts…
        </Button>
      </header>
      <div className="who-filters">
        <TextField
          label="Search children"
          hideLabel
          type="search"
          icon={Search}
          placeholder="Child, school, route, provider"
          value={text}
          onChange={setText}
        />
        <Select
          label="School"
          hideLabel
          options={schoolOptions(page)}
          value={school}
          onChange={setSchool}
          isActive={school !== ALL}
        />
        <DayChoice day={day} onChange={setDay} />
        <Reasons page={page} show={show} onShow={setShow} />
      </div>
      <Remedy show={show} />
      {rows.error === null ? null : <FailureNotice failure={rows.error} />}
      <DataList
        label="Children and who collects them"
        columns={WHO_COLUMNS}
        count={rows.total}
        rowAt={rows.rowAt}
        keyOf={(row) => row.client_id}
        selectedKey={selected}
        onSelect={(row) => {
          select({ kind: 'client', id: row.client_id });
        }}
        onOpen={(row) => {
          go(hrefOfCase(row.client_id));
        }}
        onRange={rows.onRange}
        resetKey={rows.shownKey}
        empty={
          rows.loading ? (
            <Spinner label="Reading who has transport" />
          ) : (
            <EmptyState icon={CircleCheck} title="No child is like that">
              {show === 'without' && sought === '' && school === ALL
                ? 'Every child has transport on that day.'
                : 'Take a filter away or search for something else.'}
            </EmptyState>
          )
        }
      />
      {isConfirming ? (
        <ConfirmDialog
          contractIds={null}
          onClose={() => {
            setConfirming(false);
          }}
        />
      ) : null}
    </div>
  );
}

function schoolOptions({ schools }: TransportPage) {
  return [
    { id: ALL, label: 'All schools' },
    ...schools.map(({ urn, name, without }) => ({
      id: String(urn),
      label: name,
      detail: without === 0 ? '' : `${formatCount(without)} without`,
    })),
  ];
}

/** Their own first day, or one day for everybody. */
function DayChoice(props: { readonly day: string; readonly onChange: (day: string) => void }) {
  const today = useSession((session) => session.info?.store?.today ?? '');
  const isOwn = props.day === '';
  return (
    <span className="who-day">
      <Select
        label="Day"
        hideLabel
        options={[
          { id: 'own', label: 'Their own first day' },
          { id: 'day', label: 'On a day' },
        ]}
        value={isOwn ? 'own' : 'day'}
        onChange={(id) => {
          props.onChange(id === 'own' ? '' : today);
        }}
        isActive={!isOwn}
      />
      {isOwn ? null : <DateField label="The day" value={props.day} onChange={props.onChange} />}
    </span>
  );
}

/** All, in place, without, and each reason with how many have it first. */
function Reasons(props: {
  readonly page: TransportPage;
  readonly show: Show;
  readonly onShow: (show: Show) => void;
}) {
  const { clients, in_place, reasons } = props.page;
  const facets: readonly { readonly id: Show; readonly label: string; readonly count: number }[] = [
    { id: 'all', label: 'All', count: clients },
    { id: 'in_place', label: 'Have transport', count: in_place },
    { id: 'without', label: 'Without', count: clients - in_place },
    ...reasons.map(({ code, label, count }) => ({ id: code, label, count })),
  ];
  return (
    <fieldset className="routes-marks" aria-label="Show only children who">
      {facets.map(({ id, label, count }) => (
        <button
          key={id}
          type="button"
          className="routes-mark"
          aria-pressed={props.show === id}
          onClick={() => {
            props.onShow(props.show === id ? 'all' : id);
          }}
        >
          {label} <span>{formatCount(count)}</span>
        </button>
      ))}
    </fieldset>
  );
}

/** What mends a reason that is chosen. */
function Remedy({ show }: { readonly show: Show }) {
  const code = NOT_YET.find((each) => each === show);
  return code === undefined ? null : <p className="who-remedy soft">{MENDED_BY[code]}</p>;
}
