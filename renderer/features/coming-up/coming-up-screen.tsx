import { CalendarClock, Download, Ruler } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { ComingUp } from '../../../shared/api/views/coming-up.ts';
import { eventKindWords, matters } from '../../../shared/casework/coming-up-words.ts';
import { EVENT_KINDS, type EventKind } from '../../../shared/eligibility/changes.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatCount, formatQuantity } from '../../../shared/format/number.ts';
import { call } from '../../bridge/bridge.ts';
import { useChannel } from '../../state/channel.ts';
import { useCommands } from '../../state/commands.ts';
import { saveHostFile } from '../../state/files.ts';
import { notifyFailure } from '../../state/notices.ts';
import { go, hrefOfCase } from '../../state/place.ts';
import { select, useSelectedId } from '../../state/selection.ts';
import { Button } from '../../ui/button.tsx';
import { DataList } from '../../ui/data-list.tsx';
import { Checkbox, TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { EmptyState, FailureNotice, NoticeBar, Spinner } from '../../ui/states.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { EDGE_COLUMNS, EVENT_COLUMNS } from './columns.tsx';
import './coming-up.css';

type ListName = 'events' | 'edges';
type EdgeKind = ComingUp['edges'][number]['kind'];

const EDGE_KINDS: readonly (readonly [EdgeKind, string])[] = [
  ['marginal', 'Close to a walking distance'],
  ['cliff_edge', 'Close to a band of the budget'],
];

/** What will change before long and for whom; and who lies close to an edge. */
export function ComingUpScreen() {
  const [typed, setTyped] = useState<string | null>(null);
  const asked = daysOf(typed);
  const { data, error, refetch } = useChannel('coming-up/get', { days: asked });
  const [list, setList] = useState<ListName>('events');
  const [kind, setKind] = useState<EventKind | null>(null);
  const [edge, setEdge] = useState<EdgeKind | null>(null);
  const [altering, setAltering] = useState(true);
  const selected = useSelectedId('client');
  const shown = (data?.events ?? []).filter((event) => !altering || matters(event));
  const events = shown.filter((event) => kind === null || event.kind === kind);
  const edges = (data?.edges ?? []).filter((each) => edge === null || each.kind === edge);
  const save = async (): Promise<void> => {
    const kinds = list === 'events' ? (kind === null ? [] : [kind]) : edge === null ? [] : [edge];
    const answer = await call('coming-up/export', { days: asked, list, kinds, altering });
    if (answer.ok) await saveHostFile(answer.value.file_id, answer.value.name);
    else notifyFailure(answer.error);
  };
  useCommands(
    'coming-up',
    useMemo(
      () => [
        {
          id: 'coming-up-all',
          label: 'Show every day ahead, also where nothing changes',
          isEnabled: () => true,
          run: () => {
            setList('events');
            setAltering(false);
          },
        },
      ],
      [],
    ),
  );
  const shared = {
    keyOf: (row: { readonly client_id: number }) => row.client_id,
    selectedKey: selected,
    onSelect: (row: { readonly client_id: number }) => {
      select({ kind: 'client', id: row.client_id });
    },
    onOpen: (row: { readonly client_id: number }) => {
      go(hrefOfCase(row.client_id));
    },
  };
  return (
    <div className="apps coming">
      <header className="apps-head">
        <h1>Coming up</h1>
        <span className="apps-count" aria-live="polite">
          {data === null
            ? ''
            : `${formatQuantity(data.cases, 'child', 'children')} looked at, ${formatDate(data.on)} to ${formatDate(data.until)}`}
        </span>
      </header>
      <div className="apps-bar coming-bar">
        <TextField
          label="Days ahead"
          value={typed ?? String(data?.days ?? '')}
          inputMode="numeric"
          error={typed !== null && asked === null ? 'Give 1 to 400 days.' : null}
          onChange={setTyped}
        />
        {list === 'events' ? (
          <>
            <Select
              label="What"
              value={kind ?? 'all'}
              options={[
                { id: 'all', label: 'Everything', detail: countWords(shown.length) },
                ...EVENT_KINDS.map((id) => ({
                  id,
                  label: eventKindWords(id),
                  detail: countWords(shown.filter((event) => event.kind === id).length),
                })),
              ]}
              onChange={(id) => {
                setKind(EVENT_KINDS.find((each) => each === id) ?? null);
              }}
            />
            <Checkbox isSelected={altering} onChange={setAltering}>
              Hide days on which nothing changes
            </Checkbox>
          </>
        ) : (
          <Select
            label="Which edge"
            value={edge ?? 'all'}
            options={[
              { id: 'all', label: 'Every edge', detail: countWords(data?.edges.length) },
              ...EDGE_KINDS.map(([id, label]) => ({
                id,
                label,
                detail: countWords(data?.edges.filter((each) => each.kind === id).length),
              })),
            ]}
            onChange={(id) => {
              setEdge(EDGE_KINDS.find(([each]) => each === id)?.[0] ?? null);
            }}
          />
        )}
        <span className="apps-bar-space" />
        <Button
          size="small"
          icon={Download}
          disabledReason={data === null ? 'The days ahead are still being worked out.' : null}
          onPress={() => void save()}
        >
          Export .csv
        </Button>
      </div>
      {error === null ? null : <FailureNotice failure={error} onRetry={refetch} />}
      {data === null && error === null ? (
        <Spinner label="Trying the rules on the days ahead" />
      ) : null}
      {data === null ? null : <Policies data={data} />}
      <Tabs
        label="Lists"
        selected={list}
        onSelect={setList}
        tabs={[
          {
            id: 'events',
            label: 'Changes ahead',
            count: countWords(data === null ? undefined : shown.length),
          },
          { id: 'edges', label: 'Close to an edge', count: countWords(data?.edges.length) },
        ]}
      >
        {list === 'events' ? (
          <DataList
            label="Changes ahead"
            columns={EVENT_COLUMNS}
            count={events.length}
            rowAt={(at) => events[at]}
            resetKey={`${kind ?? ''} ${String(altering)}`}
            empty={data === null ? null : <NothingAhead filtered={kind !== null || altering} />}
            {...shared}
          />
        ) : (
          <DataList
            label="Cases close to an edge"
            columns={EDGE_COLUMNS}
            count={edges.length}
            rowAt={(at) => edges[at]}
            resetKey={edge ?? ''}
            empty={
              data === null ? null : (
                <EmptyState icon={Ruler} title="Nobody lies close to an edge">
                  A case is listed within what its measure may be out, or within 5% of the limit.
                </EmptyState>
              )
            }
            {...shared}
          />
        )}
      </Tabs>
      <p className="apps-hint soft">Arrows move, Enter opens the case.</p>
    </div>
  );
}

/** Days as typed; null for none or too many. */
function daysOf(typed: string | null): number | null {
  if (typed === null) return null;
  const days = Number(typed);
  return Number.isInteger(days) && days >= 1 && days <= 400 ? days : null;
}

function countWords(count: number | undefined): string {
  return count === undefined ? '' : formatCount(count);
}

/** Figures of law and policy that change within the days ahead, with how many cases each day alters. */
function Policies(props: { readonly data: ComingUp }) {
  const { policy_changes } = props.data;
  if (policy_changes.length === 0) return null;
  return (
    <div className="coming-policies">
      {policy_changes.map((change) => (
        <NoticeBar
          key={`${change.key} ${change.on}`}
          tone="info"
          title={`${formatDate(change.on)}: ${change.label}`}
        >
          {change.alters === 0
            ? 'No proposal changes on that day.'
            : `${formatQuantity(change.alters, 'proposal')} ${change.alters === 1 ? 'changes' : 'change'} on that day.`}{' '}
          <span className="soft">{change.source}.</span>
        </NoticeBar>
      ))}
    </div>
  );
}

function NothingAhead(props: { readonly filtered: boolean }) {
  return (
    <EmptyState icon={CalendarClock} title="Nothing changes in these days">
      {props.filtered
        ? 'Look at everything, or further ahead.'
        : 'Birthdays, prescribed days, new courses, reviews and changes of policy are listed here. Look further ahead.'}
    </EmptyState>
  );
}
