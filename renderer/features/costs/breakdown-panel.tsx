import { ArrowLeft, Search } from 'lucide-react';
import {
  useCallback,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import type { CostOverview } from '../../../shared/api/views/costs.ts';
import type {
  BreakdownRow,
  BreakdownWithin,
  Dimension,
} from '../../../shared/pressure/breakdown.ts';
import type { DistancesWord } from '../../../shared/model/plan-distances.ts';
import { formatMilesNumber } from '../../../shared/format/distance.ts';
import { formatPence, formatPounds } from '../../../shared/format/money.ts';
import { formatCount, formatCountOf, formatQuantity } from '../../../shared/format/number.ts';
import { useChannel } from '../../state/channel.ts';
import { go, hrefOfCase } from '../../state/place.ts';
import { select, useSelection, type Selected } from '../../state/selection.ts';
import { Button } from '../../ui/button.tsx';
import { DataList, type DataColumn } from '../../ui/data-list.tsx';
import { TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { EmptyState, FailureNotice, Spinner } from '../../ui/states.tsx';
import { COST_SORTS, changeOf, siftCosts, totalCosts, type CostSort } from './breakdown-sort.ts';

const BY: readonly { readonly id: Dimension; readonly label: string }[] = [
  { id: 'school', label: 'By school' },
  { id: 'district', label: 'By district' },
  { id: 'need', label: 'By need' },
  { id: 'phase', label: 'By phase' },
  { id: 'provider', label: 'By provider' },
  { id: 'vehicle', label: 'By vehicle' },
  { id: 'client', label: 'By client' },
];

const HEADS: Readonly<Record<Dimension, string>> = {
  school: 'School',
  district: 'District',
  need: 'Primary need',
  phase: 'Phase',
  provider: 'Provider',
  vehicle: 'Vehicle',
  client: 'Client',
};

/** A row that was opened to its clients. */
interface Within extends BreakdownWithin {
  readonly label: string;
}

/** The year's cost by what one likes; the rows of each breakdown add up to the headline. */
export function BreakdownPanel({ overview }: { readonly overview: CostOverview }) {
  const [by, setBy] = useState<Dimension>('school');
  const [text, setText] = useState('');
  const [sort, setSort] = useState<{ by: CostSort; descending: boolean }>({
    by: 'cost_year',
    descending: true,
  });
  const [within, setWithin] = useState<Within | null>(null);
  const answer = useChannel('costs/breakdown', within === null ? { by } : { by, within: { by: within.by, key: within.key } }); // prettier-ignore
  // The rows that come in place of those left by Enter take the focus, so that the arrows go on.
  const [turns, setTurns] = useState(0);
  const box = useRef<HTMLDivElement | null>(null);
  const isThere = answer.data !== null;
  useEffect(() => {
    if (turns > 0 && isThere)
      box.current?.querySelector<HTMLElement>('[role="grid"]')?.focus({ preventScroll: true });
  }, [turns, isThere]);
  const open = useCallback(
    (row: BreakdownRow) => {
      if (by === 'client') return;
      setTurns((count) => count + 1);
      setWithin({ by, key: row.key, label: row.label });
      setBy('client');
      setText('');
    },
    [by],
  );
  const sought = useDeferredValue(text);
  const shown = useMemo(
    () => siftCosts(answer.data ?? [], sought, sort),
    [answer.data, sought, sort],
  );
  const { distances } = overview;
  const columns = useMemo(() => columnsOf(by, distances, open), [by, distances, open]);
  const selected = useSelection((state) => state.selected);
  if (answer.error !== null && answer.data === null)
    return <FailureNotice failure={answer.error} onRetry={answer.refetch} />;
  const rows = answer.data ?? [];
  return (
    <div className="costs-list" ref={box}>
      <div className="costs-list-head">
        <Select
          label="Break down"
          hideLabel
          options={BY}
          value={by}
          onChange={(chosen) => {
            setTurns(0);
            setBy(chosen);
            setWithin(null);
          }}
        />
        <TextField
          label="Find a row"
          hideLabel
          type="search"
          icon={Search}
          placeholder="Find a row"
          value={text}
          onChange={setText}
        />
        <output className="soft">{formatCountOf(shown.length, rows.length)}</output>
        {within === null ? null : (
          <Button
            size="small"
            icon={ArrowLeft}
            onPress={() => {
              setTurns((count) => count + 1);
              setBy(within.by);
              setWithin(null);
              setText('');
            }}
          >
            {`Of ${within.label} alone: back to all`}
          </Button>
        )}
      </div>
      {answer.loading ? (
        <Spinner label="Adding up" />
      ) : (
        <DataList
          label={`Cost ${BY.find(({ id }) => id === by)?.label.toLowerCase() ?? ''}`}
          columns={columns}
          count={shown.length}
          rowAt={(index) => shown[index]}
          keyOf={(row) => rows.indexOf(row)}
          selectedKey={rows.findIndex((row) => isChosen(row, by, selected))}
          onSelect={(row) => {
            const target = targetOf(row, by);
            if (target !== null) select(target);
          }}
          onOpen={(row) => {
            const target = targetOf(row, by);
            if (by !== 'client') open(row);
            else if (target !== null) go(hrefOfCase(target.id));
          }}
          sort={{ id: sort.by, descending: sort.descending }}
          onSort={(id) => {
            const name = COST_SORTS.find((known) => known === id);
            if (name !== undefined)
              setSort((now) => ({
                by: name,
                descending: now.by === name ? !now.descending : true,
              }));
          }}
          resetKey={`${by} ${sought} ${sort.by} ${sort.descending}`}
          empty={<EmptyState icon={Search} title="No row is called that" />}
        />
      )}
      <TotalsLine
        shown={shown}
        isAll={rows.length === shown.length}
        within={within}
        overview={overview}
      />{' '}
      {/* prettier-ignore */}
    </div>
  );
}

/** What a row stands for, where it can be looked at: a school or a client. */
function targetOf(row: BreakdownRow, by: Dimension): Selected | null {
  const id = Number(row.key);
  if (!Number.isInteger(id) || id <= 0) return null;
  if (by === 'school') return { kind: 'school', id };
  if (by === 'client') return { kind: 'client', id };
  return null;
}

function isChosen(row: BreakdownRow, by: Dimension, selected: Selected | null): boolean {
  if (selected === null) return false;
  const target = targetOf(row, by);
  return target !== null && target.kind === selected.kind && target.id === selected.id;
}

function plain(amount: string): string {
  return amount.replace('£', '');
}

/** The heading of mean miles, by how they were had. */
const MILES_HEAD: Readonly<Record<DistancesWord, string>> = {
  'est.': 'Mean miles, est.',
  'by road': 'Mean road miles',
  'by road, part est.': 'Mean miles, part est.',
};

function columnsOf(
  by: Dimension,
  distances: DistancesWord,
  open: (row: BreakdownRow) => void,
): readonly DataColumn<BreakdownRow>[] {
  const number = (
    id: CostSort,
    header: string,
    width: string,
    cell: (row: BreakdownRow) => ReactNode,
    from?: number,
  ): DataColumn<BreakdownRow> => ({
    id,
    header,
    width,
    align: 'end',
    isSortable: true,
    cell,
    ...(from === undefined ? {} : { from }),
  });
  return [
    {
      id: 'label',
      header: HEADS[by],
      width: 'minmax(180px, 2fr)',
      isSortable: true,
      cell: (row) => row.label,
    },
    number('clients', 'Clients', '88px', (row) => <Clients row={row} open={by === 'client' ? null : open} />, 560), // prettier-ignore
    number('routes', 'Routes', '88px', (row) => formatCount(row.routes), 660),
    number('cost_day', '£ a day', '112px', (row) => plain(formatPence(row.cost_day_pence)), 780),
    number('cost_year', '£ a year', '112px', (row) => plain(formatPounds(row.cost_year_pence))),
    number(
      'last_year',
      '£ last year',
      '112px',
      (row) => plain(formatPounds(row.last_year_pence)),
      900,
    ),
    number('change', 'Change, £', '112px', (row) => signed(changeOf(row))),
    number(
      'per_client',
      '£ a client',
      '100px',
      (row) => plain(formatPounds(row.per_client_pence)),
      680,
    ),
    number(
      'distance',
      MILES_HEAD[distances],
      distances === 'by road, part est.' ? '148px' : '124px',
      (row) => (row.mean_distance_m === null ? '–' : formatMilesNumber(row.mean_distance_m)),
      1040,
    ),
  ];
}

/** The clients of a row open; the list is one stop of the tab key, where Enter does the same. */
function Clients({ row, open }: { readonly row: BreakdownRow; readonly open: ((row: BreakdownRow) => void) | null }) {
  if (open === null || row.clients === 0) return formatCount(row.clients);
  return (
    <button
      type="button"
      tabIndex={-1}
      className="k-link-button"
      onMouseDown={(event) => {
        // The row would be chosen first, and its sheet push this button from under the pointer.
        event.stopPropagation();
      }}
      onClick={() => {
        open(row);
      }}
    >
      {formatCount(row.clients)}
    </button>
  );
} // prettier-ignore

function signed(pence: number): string {
  return `${pence > 0 ? '+' : ''}${plain(formatPounds(pence))}`;
}

function TotalsLine(props: {
  readonly shown: readonly BreakdownRow[];
  readonly isAll: boolean;
  readonly within: Within | null;
  readonly overview: CostOverview;
}) {
  const { overview, within } = props;
  const totals = totalCosts(props.shown);
  const isWhole = props.isAll && within === null;
  const agrees = totals.cost_year_pence === overview.cost_year_pence;
  // A child with two schools or two vehicles stands in two rows and is one child.
  const twice = isWhole ? totals.clients - overview.clients : 0;
  return (
    <div className="costs-totals">
      {isWhole && agrees ? (
        <p className="soft">
          All rows are the headline, to the penny.
          {twice > 0
            ? ` ${formatQuantity(twice, 'client')} of two schools or routes counted once.`
            : ''}
        </p>
      ) : within !== null && props.isAll ? (
        <p className="soft">
          All rows are those of {within.label}, to the penny.
          {totals.clients < props.shown.length
            ? ` ${formatQuantity(props.shown.length - totals.clients, 'client')} carried last year alone.`
            : ''}
        </p>
      ) : null}
      <dl aria-label="Totals of the rows shown">
        <div>
          <dt>Clients</dt>
          <dd>{formatCount(totals.clients - Math.max(0, twice))}</dd>
        </div>
        <div>
          <dt>A day</dt>
          <dd>{formatPence(totals.cost_day_pence)}</dd>
        </div>
        <div>
          <dt>A year</dt>
          <dd>{formatPence(totals.cost_year_pence)}</dd>
        </div>
        <div>
          <dt>Last year</dt>
          <dd>{formatPence(totals.last_year_pence)}</dd>
        </div>
      </dl>
    </div>
  );
}
