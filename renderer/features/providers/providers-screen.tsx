import './providers.css';
import { Building2, Plus, Search } from 'lucide-react';
import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { formatPounds } from '../../../shared/format/money.ts';
import { formatCount, formatCountOf, formatQuantity } from '../../../shared/format/number.ts';
import type { ProviderRow } from '../../../shared/service/register/provider-rows.ts';
import { useChannel } from '../../state/channel.ts';
import { useCommands } from '../../state/commands.ts';
import { go, hrefOf, usePlace } from '../../state/place.ts';
import { Button } from '../../ui/button.tsx';
import { DataList } from '../../ui/data-list.tsx';
import { TextField } from '../../ui/field.tsx';
import { EmptyState, FailureNotice, Spinner } from '../../ui/states.tsx';
import { MarkToggles } from './mark-toggles.tsx';
import { hrefOfProvider } from './provider-address.ts';
import { providerColumns } from './provider-columns.tsx';
import {
  PROVIDER_MARKS,
  PROVIDER_SORTS,
  siftProviders,
  totalProviders,
  type ProviderMark,
  type ProviderSort,
} from './provider-filter.ts';
import { ProviderDialog } from './provider-dialog.tsx';
import { ProviderScreen } from './provider-screen.tsx';

const NO_ROWS: readonly ProviderRow[] = [];

const MARK_LABELS: Readonly<Record<ProviderMark, string>> = {
  unconfirmed: 'Contracts not confirmed',
  out_of_date: 'Something out of date',
  running_out: 'Something runs out soon',
  not_listed: 'Not on the register',
};

/** The providers, or the page of one where the address names it. */
export function ProvidersScreen() {
  const key = usePlace((place) => (place.path[0] === 'provider' ? (place.path[1] ?? '') : ''));
  return key === '' ? <ProvidersList /> : <ProviderScreen providerKey={key} />;
}

function ProvidersList() {
  const answer = useChannel('register/providers', {});
  const rows = answer.data?.rows ?? NO_ROWS;
  const params = usePlace((place) => place.params);
  const [text, setText] = useState(params['text'] ?? '');
  const [marks, setMarks] = useState<readonly ProviderMark[]>(() =>
    PROVIDER_MARKS.filter((mark) => (params['show'] ?? '').split(',').includes(mark)),
  );
  const [sort, setSort] = useState<{ by: ProviderSort; descending: boolean }>({
    by: 'name',
    descending: false,
  });
  const [chosen, setChosen] = useState<string | null>(null);
  const [isAdding, setAdding] = useState(false);
  const add = useCallback(() => {
    setAdding(true);
  }, []);
  useCommands(
    'providers',
    useMemo(
      () => [{ id: 'add-provider', label: 'Add a provider', isEnabled: () => true, run: add }],
      [add],
    ),
  );
  const sought = useDeferredValue(text);
  const shown = useMemo(
    () => siftProviders(rows, { text: sought, marks }, sort),
    [rows, sought, marks, sort],
  );
  const ahead = answer.data?.ahead_days ?? 0;
  const columns = useMemo(() => providerColumns(ahead), [ahead]);
  // A list is keyed by numbers: a provider's place among all of them, by name.
  const numbers = useMemo(() => new Map(rows.map(({ key }, at) => [key, at])), [rows]);
  const marked = useMemo(
    () =>
      PROVIDER_MARKS.map((mark) => ({
        id: mark,
        label: MARK_LABELS[mark],
        count: siftProviders(rows, { text: '', marks: [mark] }, { by: 'name', descending: false })
          .length,
      })),
    [rows],
  );
  if (answer.data === null && answer.error !== null)
    return <FailureNotice failure={answer.error} onRetry={answer.refetch} />;
  if (answer.data === null)
    return (
      <div className="providers-wait">
        <Spinner label="Reading the providers" />
      </div>
    );
  if (rows.length === 0) return <NoProviders />;
  return (
    <div className="providers-screen">
      <header className="providers-head">
        <h1>Providers</h1>
        <output className="soft">
          {shown.length === rows.length
            ? formatQuantity(rows.length, 'provider')
            : `${formatCountOf(shown.length, rows.length)} providers`}
        </output>
        <span className="providers-space" />
        <Button variant="primary" icon={Plus} onPress={add}>
          Add a provider
        </Button>
        <div className="providers-filters">
          <TextField
            label="Search providers"
            hideLabel
            type="search"
            icon={Search}
            placeholder="Provider, framework"
            value={text}
            onChange={setText}
          />
          <MarkToggles
            label="Show only providers with"
            marks={marked}
            on={marks}
            onChange={setMarks}
          />
        </div>
      </header>
      <DataList
        label="Providers"
        columns={columns}
        count={shown.length}
        rowAt={(index) => shown[index]}
        keyOf={({ key }) => numbers.get(key) ?? -1}
        selectedKey={chosen === null ? null : (numbers.get(chosen) ?? null)}
        onSelect={({ key }) => {
          setChosen(key);
        }}
        onOpen={({ key }) => {
          go(hrefOfProvider(key));
        }}
        sort={{ id: sort.by, descending: sort.descending }}
        onSort={(id) => {
          const by = PROVIDER_SORTS.find((name) => name === id);
          if (by !== undefined)
            setSort((now) => ({ by, descending: now.by === by && !now.descending }));
        }}
        resetKey={`${sought} ${marks.join()} ${sort.by} ${sort.descending}`}
        empty={
          <EmptyState icon={Building2} title="No provider is like that">
            Take a filter away or search for something else.
          </EmptyState>
        }
      />
      <Totals rows={shown} />
      {isAdding ? (
        <ProviderDialog
          page={null}
          onClose={() => {
            setAdding(false);
          }}
        />
      ) : null}
    </div>
  );
}

function Totals({ rows }: { readonly rows: readonly ProviderRow[] }) {
  const totals = useMemo(() => totalProviders(rows), [rows]);
  return (
    <dl className="providers-totals" aria-label="Totals of the providers shown">
      <div>
        <dt>Routes</dt>
        <dd>{formatCount(totals.contracts)}</dd>
      </div>
      <div>
        <dt>Clients</dt>
        <dd>{formatCount(totals.clients)}</dd>
      </div>
      <div>
        <dt>Vehicles listed</dt>
        <dd>{formatCount(totals.vehicles)}</dd>
      </div>
      <div>
        <dt>A day</dt>
        <dd>{formatPounds(totals.day_pence)}</dd>
      </div>
      <div>
        <dt>A year</dt>
        <dd>{formatPounds(totals.year_pence)}</dd>
      </div>
    </dl>
  );
}

function NoProviders() {
  return (
    <EmptyState
      icon={Building2}
      title="No providers yet"
      action={
        <Button
          variant="primary"
          onPress={() => {
            go(hrefOf('data', ['import']));
          }}
        >
          Import the contracts
        </Button>
      }
    >
      Providers come with the contracts that run, and with the register of their people and
      vehicles.
    </EmptyState>
  );
}
