import { Bus, Download, Search } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import type { ChainsPage } from '../../../shared/api/views/chains.ts';
import type { ChainsAsked } from '../../../shared/planning/chains/find-chains.ts';
import { formatPounds } from '../../../shared/format/money.ts';
import { formatCount, formatQuantity } from '../../../shared/format/number.ts';
import { formatMinutes } from '../../../shared/format/time.ts';
import { call } from '../../bridge/bridge.ts';
import { useChannel } from '../../state/channel.ts';
import { useCommands } from '../../state/commands.ts';
import { saveHostFile } from '../../state/files.ts';
import { notifyFailure } from '../../state/notices.ts';
import { go, hrefOf } from '../../state/place.ts';
import { Button } from '../../ui/button.tsx';
import { DataList } from '../../ui/data-list.tsx';
import { NoPlanYet } from '../../ui/no-plan-yet.tsx';
import { TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { EmptyState, FailureNotice, Spinner } from '../../ui/states.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { Estimated } from '../../ui/tooltip.tsx';
import { ChainCard } from './chain-card.tsx';
import { chainColumns } from './chain-columns.tsx';
import { CHAIN_SORTS, shownChains, siftChains, type ChainSort, type ShownChain } from './chain-rows.ts'; // prettier-ignore
import './chains.css';

const NO_CHAINS: readonly ShownChain[] = [];
const ALL = 'all';
/** Minutes that may be asked for, beside the settings' own. */
const MINUTES = [0, 5, 10, 15, 20, 30, 45];

type ListName = 'counted' | 'all';

/** Runs of the plan that one vehicle could do one after the other: how many vehicles fewer, which, when, and what it saves. */
export function ChainsScreen() {
  const [asked, setAsked] = useState<ChainsAsked>({ earlier_s: null, wait_s: null });
  const { data, error, refetch } = useChannel('routes/chains', asked);
  const [list, setList] = useState<ListName>('counted');
  const [text, setText] = useState('');
  const [school, setSchool] = useState(ALL);
  const [sort, setSort] = useState<{ by: ChainSort; descending: boolean }>({
    by: 'day',
    descending: true,
  });
  const [chosenId, setChosenId] = useState<string | null>(null);
  const sought = useDeferredValue(text);
  const chains = useMemo(() => (data === null ? NO_CHAINS : shownChains(data)), [data]);
  const shown = useMemo(() => {
    const school_urn = school === ALL ? null : Number(school);
    return siftChains(chains, { text: sought, school_urn, counted: list === 'counted' }, sort);
  }, [chains, sought, school, list, sort]);
  const schools = useMemo(() => schoolOptions(chains), [chains]);
  const chosen = chains.find((chain) => keyOf(chain) === chosenId) ?? null;
  const save = async (): Promise<void> => {
    const answer = await call('routes/chains-export', { ...asked, list });
    if (answer.ok) await saveHostFile(answer.value.file_id, answer.value.name);
    else notifyFailure(answer.error);
  };
  useCommands(
    'chains',
    useMemo(
      () => [
        {
          id: 'chains-all',
          label: 'Show every chain of runs that fits',
          isEnabled: () => true,
          run: () => {
            setList('all');
          },
        },
      ],
      [],
    ),
  );
  if (data === null)
    return error === null ? (
      <div className="chains-wait">
        <Spinner label="Trying the runs against each other" />
      </div>
    ) : (
      <FailureNotice failure={error} onRetry={refetch} />
    );
  if (!data.has_plan)
    return (
      <NoPlanYet icon={Bus} title="No plan yet">
        Runs are tried against each other once a plan is made.
      </NoPlanYet>
    );
  const counted = data.chains.filter((chain) => chain.chosen).length;
  return (
    <div className="chains">
      <Head page={data} />
      <div className="chains-bar">
        <Select
          label="A run may arrive"
          value={String(data.rules.earlier_s)}
          options={minuteOptions({ none: 'as planned', after: ' earlier' }, data.setting_earlier_s)}
          onChange={(seconds) => {
            setAsked((now) => ({ ...now, earlier_s: Number(seconds) }));
          }}
        />
        <Select
          label="Children may wait at school"
          value={String(data.rules.wait_s)}
          options={minuteOptions({ none: 'not at all', after: '' }, data.setting_wait_s)}
          onChange={(seconds) => {
            setAsked((now) => ({ ...now, wait_s: Number(seconds) }));
          }}
        />
        <Select
          label="School of any run"
          value={school}
          options={schools}
          isActive={school !== ALL}
          onChange={setSchool}
        />
        <TextField
          label="Search"
          type="search"
          icon={Search}
          placeholder="Route, school, provider"
          value={text}
          onChange={setText}
        />
        <span className="chains-space" />
        <Button
          size="small"
          icon={Download}
          disabledReason={data.chains.length === 0 ? 'There is nothing to export.' : null}
          onPress={() => void save()}
        >
          Export .csv
        </Button>
      </div>
      <Tabs
        label="Which chains"
        selected={list}
        onSelect={setList}
        tabs={[
          { id: 'counted', label: 'At once', count: formatCount(counted) },
          { id: 'all', label: 'Every chain that fits', count: formatCount(data.chains.length) },
        ]}
      >
        <DataList
          label={list === 'counted' ? 'Chains that can be had at once' : 'Every chain that fits'}
          columns={chainColumns(list === 'all')}
          count={shown.length}
          rowAt={(at) => shown[at]}
          keyOf={({ id }) => id}
          selectedKey={chosen?.id ?? null}
          onSelect={(chain) => {
            setChosenId(keyOf(chain));
          }}
          onOpen={({ run_ids }) => {
            go(hrefOf('map', [], { route: String(run_ids[0] ?? '') }));
          }}
          sort={{ id: sort.by, descending: sort.descending }}
          onSort={(id) => {
            const by = CHAIN_SORTS.find((name) => name === id);
            if (by !== undefined)
              setSort((now) => ({ by, descending: now.by === by && !now.descending }));
          }}
          resetKey={`${list} ${sought} ${school} ${sort.by} ${String(sort.descending)} ${data.rules.earlier_s} ${data.rules.wait_s}`}
          empty={<NoChains filtered={chains.length > 0} />}
        />
      </Tabs>
      {chosen === null ? (
        <p className="chains-hint soft">
          Nothing is changed here. Choose a line to see its day; agree it with the provider and the
          schools before a route is changed.
        </p>
      ) : (
        <ChainCard
          chain={chosen}
          onClose={() => {
            setChosenId(null);
          }}
        />
      )}
    </div>
  );
}

/** The same chain when the answer is another: by its routes. */
function keyOf({ run_ids }: ShownChain): string {
  return run_ids.join(' ');
}

function Head({ page }: { readonly page: ChainsPage }) {
  const { rules, left_out } = page;
  const out = left_out.no_school + left_out.no_position + left_out.no_clients;
  return (
    <header className="chains-head">
      <div className="chains-title">
        <h1>Runs that one vehicle could do</h1>
        <output className="chains-figure">
          <strong>{formatQuantity(page.vehicles_fewer, 'vehicle')} fewer</strong>,{' '}
          {formatPounds(page.saving_day_pence)} a day, {formatPounds(page.saving_year_pence)} a year{' '}
          <Estimated why="A chain spares the fixed price of all vehicles but one by the rate card, less the empty miles. A provider’s quotation decides." />
        </output>
      </div>
      <p className="chains-rules soft">
        {bestWords(page)} {formatQuantity(page.runs_looked_at, 'run')} tried against each other,
        both legs
        {out === 0
          ? ''
          : `; ${formatQuantity(out, 'route')} without a listed school, a position or clients not looked at`}
        . Assumed: {formatMinutes(rules.turnaround_s)} at a school before the next run,{' '}
        {formatMinutes(rules.margin_s)} in hand for traffic, a run up to{' '}
        {formatMinutes(rules.later_s)} later and never after the day starts, {page.saved_percent}%
        of the fixed price saved. <a href={hrefOf('data', ['settings'])}>Change in settings</a>
      </p>
    </header>
  );
}

/** How good the choice is: by money, and against the most vehicles that could be spared at all. */
function bestWords({ chains, proven, is_cut, at_most, vehicles_fewer }: ChainsPage): string {
  if (chains.length === 0) return '';
  const best = proven ? 'No other choice saves more.' : 'The best choice that was found.';
  const cut = is_cut ? ' There are too many chains to try them all: ask for fewer minutes.' : '';
  const most =
    at_most > vehicles_fewer
      ? ` Runs that could follow each other would spare ${formatQuantity(at_most, 'vehicle')} at the very most.`
      : '';
  return `${best}${most}${cut}`;
}

function minuteOptions(
  words: { readonly none: string; readonly after: string },
  setting_s: number,
) {
  const seconds = new Set([...MINUTES.map((minutes) => minutes * 60), setting_s]);
  return [...seconds]
    .sort((a, b) => a - b)
    .map((each) => ({
      id: String(each),
      label: each === 0 ? words.none : `up to ${formatMinutes(each)}${words.after}`,
      ...(each === setting_s ? { detail: 'setting' } : {}),
    }));
}

function schoolOptions(chains: readonly ShownChain[]) {
  const names = new Map<number, { name: string; count: number }>();
  for (const { runs } of chains)
    for (const [urn, name] of new Map(runs.map((run) => [run.school_urn, run.school])))
      names.set(urn, { name, count: (names.get(urn)?.count ?? 0) + 1 });
  const sorted = [...names].sort(([, a], [, b]) => a.name.localeCompare(b.name, 'en-GB'));
  return [
    { id: ALL, label: 'All schools', detail: formatCount(chains.length) },
    ...sorted.map(([urn, { name, count }]) => ({
      id: String(urn),
      label: name,
      detail: formatCount(count),
    })),
  ];
}

function NoChains({ filtered }: { readonly filtered: boolean }) {
  return filtered ? (
    <EmptyState icon={Bus} title="No chain is like that">
      Take a filter away or search for something else.
    </EmptyState>
  ) : (
    <EmptyState icon={Bus} title="No two runs fit one vehicle">
      Let runs arrive earlier, or ask schools whether their days could start and end at different
      times.
    </EmptyState>
  );
}
