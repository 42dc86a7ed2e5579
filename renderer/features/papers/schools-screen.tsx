import { FileText, Printer, School, Search } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import type { SchoolListRow } from '../../../shared/api/views/papers.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatQuantity } from '../../../shared/format/number.ts';
import { call } from '../../bridge/bridge.ts';
import { useChannel } from '../../state/channel.ts';
import { useCommands } from '../../state/commands.ts';
import { usePlace } from '../../state/place.ts';
import { select } from '../../state/selection.ts';
import { Button } from '../../ui/button.tsx';
import { CountedSelect } from '../../ui/counted-select.tsx';
import { DataList } from '../../ui/data-list.tsx';
import { TextField } from '../../ui/field.tsx';
import { NoPlanYet } from '../../ui/no-plan-yet.tsx';
import { EmptyState, FailureNotice, NoticeBar, Spinner } from '../../ui/states.tsx';
import { saveJobFile } from '../sheets/give-out.ts';
import { HowField, useHow } from './how-field.tsx';
import { SCHOOL_COLUMNS } from './school-columns.tsx';
import { SchoolPanel } from './school-panel.tsx';
import { LIST_STATES, LIST_STATE_WORDS } from './school-words.ts';
import './papers.css';

const NO_ROWS: readonly SchoolListRow[] = [];

/** Every school with its list of children who come and go by vehicle. */
export function SchoolsScreen() {
  const { data, error, refetch } = useChannel('papers/schools', {});
  const params = usePlace((place) => place.params);
  const how = useHow();
  const [text, setText] = useState(params['school'] ?? '');
  const [state, setState] = useState<SchoolListRow['state'] | 'all'>('all');
  const [chosen, setChosen] = useState<number | null>(null);
  useEffect(() => {
    select(null);
  }, []);
  const rows = data?.rows ?? NO_ROWS;
  const shown = useMemo(() => {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    return rows.filter(
      (row) =>
        (state === 'all' || row.state === state) &&
        words.every((word) => row.school.toLowerCase().includes(word)),
    );
  }, [rows, text, state]);
  useCommands(
    'school-lists',
    useMemo(
      () => [
        {
          id: 'duty-list',
          label: 'Make the duty list: every child on every route',
          keywords: 'emergency morning phone',
          isEnabled: () => true,
          run: () => {
            void call('papers/issue-lists', { kind: 'duty_list', urns: null, how: 'by_hand' }).then(saveJobFile); // prettier-ignore
          },
        },
      ],
      [],
    ),
  );
  if (data === null)
    return error === null ? (
      <Spinner label="Making the lists" />
    ) : (
      <FailureNotice failure={error} onRetry={refetch} />
    );
  if (data.plan === null)
    return (
      <NoPlanYet icon={School} title="No plan to make lists of">
        Lists are made of the routes of the plan in use.
      </NoPlanYet>
    );
  const due = shown.filter((row) => row.state !== 'current');
  const selected = shown.find((row) => row.urn === chosen) ?? null;
  const giveOut = (urns: readonly number[]): void => {
    void call('papers/issue-lists', { kind: 'school_list', urns: [...urns], how }).then(saveJobFile); // prettier-ignore
  };
  return (
    <div className="papers">
      <header className="papers-head">
        <h1>Lists for schools</h1>
        <output className="soft">
          {formatQuantity(due.length, 'list')} to give out, of{' '}
          {formatQuantity(rows.length, 'school')}
        </output>
        <div className="papers-filters">
          <TextField
            label="Search schools"
            hideLabel
            type="search"
            icon={Search}
            placeholder="School"
            value={text}
            onChange={setText}
          />
          <CountedSelect
            label="State of the list"
            every="Every state"
            ids={LIST_STATES}
            labelOf={(id) => LIST_STATE_WORDS[id].label}
            rows={rows}
            idOf={(row) => row.state}
            value={state}
            onChange={setState}
          />
          <div className="papers-does">
            <Button
              icon={FileText}
              disabledReason={data.problem}
              onPress={() => {
                void call('papers/issue-lists', { kind: 'duty_list', urns: null, how: 'by_hand' }).then(saveJobFile); // prettier-ignore
              }}
            >
              Duty list
            </Button>
            <HowField />
            <Button
              variant="primary"
              icon={Printer}
              disabledReason={
                data.problem ??
                (due.length === 0 ? 'Every list shown is as it was given out.' : null)
              }
              onPress={() => {
                giveOut(due.map(({ urn }) => urn));
              }}
            >
              Give out {formatQuantity(due.length, 'list')}
            </Button>
          </div>
        </div>
        {data.problem === null ? null : <NoticeBar tone="warning" title={data.problem} />}
        {data.plan.draft ? (
          <NoticeBar
            tone="info"
            title={`The plan of ${formatDate(data.plan.made_on)} is a draft, and every list says so`}
          >
            Approve it on the map first, unless a school is to look at it before.
          </NoticeBar>
        ) : null}
      </header>
      <div className="papers-body">
        {shown.length === 0 ? (
          <EmptyState icon={School} title="No school is like that">
            Choose another state or search for something else.
          </EmptyState>
        ) : (
          <DataList
            label="Lists by school"
            columns={SCHOOL_COLUMNS}
            count={shown.length}
            rowAt={(at) => shown[at]}
            keyOf={(row) => row.urn}
            selectedKey={selected?.urn ?? null}
            onSelect={(row) => {
              setChosen(row.urn);
            }}
            resetKey={`${text} ${state}`}
          />
        )}
        {selected === null ? null : (
          <SchoolPanel key={selected.urn} urn={selected.urn} onGiveOut={giveOut} />
        )}
      </div>
    </div>
  );
}
