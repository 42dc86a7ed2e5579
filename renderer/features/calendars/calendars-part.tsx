import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { CalendarSchool, CalendarView } from '../../../shared/api/views/calendars.ts';
import { addDays, parseIsoDate, type IsoDate } from '../../../shared/calendar/dates.ts';
import { dayRuleWords, yearGroupWords } from '../../../shared/calendar/day-rule-words.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatCount, formatQuantity } from '../../../shared/format/number.ts';
import { useChannel } from '../../state/channel.ts';
import { go, hrefOf, usePlace } from '../../state/place.ts';
import { useSession } from '../../state/session.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { DataList, type DataColumn } from '../../ui/data-list.tsx';
import { TextField } from '../../ui/field.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Select } from '../../ui/select.tsx';
import { FailureNotice, NoticeBar, Spinner } from '../../ui/states.tsx';
import { dayWordsOf } from './calendar-words.ts';
import './calendars.css';
import { DayDialog, type DayWish } from './day-dialog.tsx';
import { removeRule } from './remove-rule.ts';
import { YearGrid, YearLegend } from './year-grid.tsx';

const COLUMNS: readonly DataColumn<CalendarSchool>[] = [
  {
    id: 'name',
    header: 'School',
    width: 'minmax(200px, 3fr)',
    cell: (row) => <strong>{row.name}</strong>,
  },
  {
    id: 'clients',
    header: 'Children',
    width: '88px',
    align: 'end',
    cell: (row) => (row.urn === 0 ? '' : formatCount(row.clients)),
  },
  {
    id: 'terms',
    header: 'Terms',
    width: '120px',
    from: 620,
    cell: (row) => (row.own_terms ? 'Its own' : row.urn === 0 ? 'None known' : 'The county’s'),
  },
  {
    id: 'first',
    header: 'First day',
    width: '112px',
    cell: (row) => formatDate(row.first_day),
  },
  {
    id: 'days',
    header: 'Open days',
    width: '96px',
    align: 'end',
    cell: (row) => formatCount(row.open_days),
  },
  {
    id: 'rules',
    header: 'Days of its own',
    width: '120px',
    align: 'end',
    from: 720,
    cell: (row) => (row.rules === 0 ? '' : formatCount(row.rules)),
  },
];

/** Calendars: every school's year, and the county's. */
export function CalendarsPart() {
  const path = usePlace((place) => place.path);
  const urn = path[1] === undefined ? null : Number(path[1]);
  if (urn !== null && Number.isInteger(urn) && urn >= 0) return <SchoolYear key={urn} urn={urn} />;
  return <Schools />;
}

function Schools() {
  const { data, error, refetch } = useChannel('calendars/schools', {});
  const [text, setText] = useState('');
  const shown = useMemo(() => {
    const words = text.trim().toLowerCase();
    return (data ?? []).filter(({ name }) => name.toLowerCase().includes(words));
  }, [data, text]);
  const open = ({ urn }: CalendarSchool): void => {
    go(hrefOf('data', ['calendars', urn]));
  };
  return (
    <div className="calendars">
      {error === null ? null : <FailureNotice failure={error} onRetry={refetch} />}
      {data === null && error === null ? <Spinner label="Counting open days" /> : null}
      {data === null ? null : (
        <>
          <div className="calendars-head">
            <TextField
              label="Find a school"
              value={text}
              onChange={setText}
              placeholder="Part of its name"
            />
            <p className="soft">
              A school without terms of its own follows the county’s. Term dates are imported under
              Import; single days are said here.
            </p>
          </div>
          <DataList
            label="Calendars of schools"
            columns={COLUMNS}
            count={shown.length}
            rowAt={(at) => shown[at]}
            keyOf={(row) => row.urn}
            selectedKey={null}
            onSelect={open}
            onOpen={open}
            resetKey={text}
          />
        </>
      )}
    </div>
  );
}

function SchoolYear({ urn }: { readonly urn: number }) {
  const today = useSession((session) => session.info?.store?.today ?? '');
  const planned = useSession((session) => session.info?.store?.year ?? '');
  // The year that is planned for, which from March on is not the one that runs.
  const [on, setOn] = useState<IsoDate | null>(() => parseIsoDate(`${planned.slice(0, 4)}-09-01`));
  const [group, setGroup] = useState<number | null>(null);
  const [chosen, setChosen] = useState<IsoDate | null>(null);
  const [wish, setWish] = useState<DayWish | null>(null);
  const { data, error, refetch } = useChannel(
    'calendars/year',
    on === null ? null : { urn, year_group: group, on },
  );
  if (error !== null && data === null) return <FailureNotice failure={error} onRetry={refetch} />;
  if (data === null || on === null) return <Spinner label="Reading the calendar" />;
  const turn = (days: number): void => {
    setChosen(null);
    setOn(addDays(on, days));
  };
  const first = data.days[0]?.on ?? on;
  const change = (given: Partial<DayWish>): void => {
    setWish({ urn, name: data.name, on: chosen ?? first, kind: 'closed', ...given });
  };
  return (
    <div className="calendars">
      <div className="calendars-head">
        <a href={hrefOf('data', ['calendars'])}>All calendars</a>
        <h2>{data.name}</h2>
        <span className="calendars-turn">
          <IconButton
            label="The year before"
            icon={ChevronLeft}
            onPress={() => {
              turn(-365);
            }}
          />
          <strong>{data.year}</strong>
          <IconButton
            label="The next year"
            icon={ChevronRight}
            onPress={() => {
              turn(365);
            }}
          />
        </span>
        {data.groups.length === 0 ? null : (
          <Select
            label="As it is for"
            hideLabel
            value={group === null ? 'all' : String(group)}
            options={[
              { id: 'all', label: 'The whole school' },
              ...data.groups.map((each) => ({
                id: String(each),
                label: yearGroupWords(each).replace(/^./u, (letter) => letter.toUpperCase()),
              })),
            ]}
            onChange={(id) => {
              setGroup(id === 'all' ? null : Number(id));
            }}
          />
        )}
        <span className="soft">
          {data.is_known
            ? `${formatQuantity(data.open_days, 'open day')}, the first ${formatDate(data.first_day)}; ${data.own_terms || urn === 0 ? 'terms of its own' : 'the county’s terms'}`
            : ''}
        </span>
        <span className="calendars-space" />
        <Button
          size="small"
          onPress={() => {
            change({ kind: 'starts' });
          }}
        >
          Staggered start…
        </Button>
        <Button
          size="small"
          onPress={() => {
            change({ kind: 'days', on: first });
          }}
        >
          Days of the week…
        </Button>
      </div>
      {data.is_known ? null : (
        <NoticeBar tone="warning" title={`No term dates are known for ${data.year}`}>
          Until they are, every working day but August’s counts as open. Import them under Import.
        </NoticeBar>
      )}
      <div className="calendars-body">
        <div className="calendars-year">
          <YearGrid days={data.days} chosen={chosen} today={today} onChoose={setChosen} />
          <YearLegend />
        </div>
        <DayPanel view={data} chosen={chosen} onChange={change} />
      </div>
      {wish === null ? null : (
        <DayDialog
          wish={wish}
          onClose={() => {
            setWish(null);
          }}
        />
      )}
    </div>
  );
}

/** The day chosen: why it is what it is, and what can be said of it; entries of the school, and its history. */
function DayPanel(props: {
  readonly view: CalendarView;
  readonly chosen: IsoDate | null;
  readonly onChange: (wish: Partial<DayWish>) => void;
}) {
  const { view, chosen } = props;
  const day = view.days.find(({ on }) => on === chosen) ?? null;
  return (
    <aside className="calendars-panel" aria-label="The day chosen">
      {day === null ? (
        <p className="soft">Choose a day to see why it is open or closed, and to change it.</p>
      ) : (
        <section aria-label="The day">
          <h3>{dayWordsOf(day)}</h3>
          <div className="calendars-does">
            {(['closed', 'open', 'early'] as const).map((kind) => (
              <Button
                key={kind}
                size="small"
                disabledReason={
                  day.because === 'weekend' ? 'Transport does not run at the weekend.' : null
                }
                onPress={() => {
                  props.onChange({ kind, on: day.on });
                }}
              >
                {kind === 'closed' ? 'Close…' : kind === 'open' ? 'Open…' : 'Finishes early…'}
              </Button>
            ))}
            {view.urn === 0 ? null : (
              <Button
                size="small"
                onPress={() => {
                  props.onChange({ kind: 'shut', on: day.on });
                }}
              >
                Shut at short notice…
              </Button>
            )}
          </div>
        </section>
      )}
      <section aria-label="Entries">
        <h3>Days of its own</h3>
        {view.rules.length === 0 && view.shut.length === 0 ? (
          <p className="soft">None in {view.year}.</p>
        ) : null}
        <ul className="calendars-list">
          {view.rules.map((rule) => (
            <li key={`${rule.kind} ${rule.from_on} ${rule.year_groups.join()}`}>
              <span>{dayRuleWords(rule)}</span>
              <LinkButton onPress={() => void removeRule(rule)}>Take out</LinkButton>
            </li>
          ))}
          {view.shut.map((each) => (
            <li key={each.id}>
              <span>
                {formatDate(each.from_on)} shut at short notice: {each.why}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <section aria-label="History">
        <h3>History</h3>
        {view.history.length === 0 ? <p className="soft">Nothing was changed by hand.</p> : null}
        <ul className="calendars-list">
          {view.history.map(({ at, who, sentence }) => (
            <li key={`${at} ${sentence}`}>
              <span>{sentence}</span>
              <small className="soft">
                {who}, {at.slice(0, 10)}
              </small>
            </li>
          ))}
        </ul>
      </section>
    </aside>
  );
}
