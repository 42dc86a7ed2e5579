import { FileDown, Plus, Search, UsersRound } from 'lucide-react';
import { useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import { formatCountOf, formatQuantity } from '../../../shared/format/number.ts';
import { call } from '../../bridge/bridge.ts';
import { Button } from '../../ui/button.tsx';
import { DataList, type DataColumn } from '../../ui/data-list.tsx';
import { TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { saveJobFile } from '../sheets/give-out.ts';
import { MarkToggles } from './mark-toggles.tsx';

const ALL = 'all';
const collator = new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base' });

/** A column with what it is ordered by. */
export interface RegisterColumn<Row> extends DataColumn<Row> {
  /** Text or number; '' stands last either way. */
  readonly sortBy?: (row: Row) => string | number;
}

/** A list of people or vehicles: search, provider, marks, order; what is chosen stands beside it. */
export function RegisterList<
  Row extends { readonly id: number; readonly provider: string },
  Mark extends string,
>(props: {
  readonly title: string;
  /** One of them, and several where that is not with an s. */
  readonly word: readonly [string, string];
  readonly placeholder: string;
  readonly rows: readonly Row[];
  readonly columns: readonly RegisterColumn<Row>[];
  /** The column it is ordered by at first. */
  readonly sort: string;
  readonly marks: readonly {
    readonly id: Mark;
    readonly label: string;
    readonly holds: (row: Row) => boolean;
  }[];
  readonly on: readonly Mark[];
  readonly onMarks: (on: readonly Mark[]) => void;
  readonly textOf: (row: Row) => string;
  readonly chosen: number | null;
  readonly onChoose: (row: Row) => void;
  readonly onOpen: (row: Row) => void;
  readonly add: string;
  readonly onAdd: () => void;
  readonly panel: ReactNode;
}) {
  const { rows, marks, on, textOf, columns } = props;
  const [text, setText] = useState('');
  const [provider, setProvider] = useState(ALL);
  const [sort, setSort] = useState({ id: props.sort, descending: false });
  const sought = useDeferredValue(text);
  const shown = useMemo(() => {
    const words = sought.toLowerCase().split(/\s+/).filter(Boolean);
    const wanted = marks.filter(({ id }) => on.includes(id));
    const by = columns.find(({ id }) => id === sort.id)?.sortBy;
    const found = rows.filter((row) => {
      if (provider !== ALL && row.provider !== provider) return false;
      if (!wanted.every(({ holds }) => holds(row))) return false;
      const own = textOf(row).toLowerCase();
      return words.every((word) => own.includes(word));
    });
    return by === undefined ? found : ordered(found, by, sort.descending);
  }, [rows, marks, on, columns, sort, sought, provider, textOf]);
  const providers = useMemo(() => providerOptions(rows), [rows]);
  const counted = useMemo(
    () => marks.map(({ id, label, holds }) => ({ id, label, count: rows.filter(holds).length })),
    [marks, rows],
  );
  return (
    <div className="providers-screen">
      <header className="providers-head">
        <h1>{props.title}</h1>
        <output className="soft">
          {shown.length === rows.length
            ? formatQuantity(rows.length, ...props.word)
            : `${formatCountOf(shown.length, rows.length)} ${props.word[1]}`}
        </output>
        <span className="providers-space" />
        <Button
          icon={FileDown}
          onPress={() => {
            void call('register/export', {}).then(saveJobFile);
          }}
        >
          Export the register
        </Button>
        <Button variant="primary" icon={Plus} onPress={props.onAdd}>
          {props.add}
        </Button>
        <div className="providers-filters">
          <TextField
            label={`Search ${props.word[1]}`}
            hideLabel
            type="search"
            icon={Search}
            placeholder={props.placeholder}
            value={text}
            onChange={setText}
          />
          <Select
            label="Provider"
            hideLabel
            options={providers}
            value={provider}
            onChange={setProvider}
            isActive={provider !== ALL}
          />
          <MarkToggles
            label={`Show only ${props.word[1]} that`}
            marks={counted}
            on={on}
            onChange={props.onMarks}
          />
        </div>
      </header>
      <div className="providers-body">
        <DataList
          label={props.title}
          columns={columns}
          count={shown.length}
          rowAt={(index) => shown[index]}
          keyOf={({ id }) => id}
          selectedKey={props.chosen}
          onSelect={props.onChoose}
          onOpen={props.onOpen}
          sort={sort}
          onSort={(id) => {
            setSort((now) => ({ id, descending: now.id === id && !now.descending }));
          }}
          resetKey={`${sought} ${provider} ${on.join()} ${sort.id} ${sort.descending}`}
          empty={
            <EmptyState icon={UsersRound} title="Nothing is like that">
              Take a filter away or search for something else.
            </EmptyState>
          }
        />
        {props.panel}
      </div>
    </div>
  );
}

/** Rows without a value stand last, whichever way the others go. */
function ordered<Row extends { readonly id: number }>(
  rows: readonly Row[],
  by: (row: Row) => string | number,
  descending: boolean,
): readonly Row[] {
  const direction = descending ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [one, other] = [by(a), by(b)];
    if (one === '' || other === '') return one === other ? a.id - b.id : one === '' ? 1 : -1;
    const order =
      typeof one === 'number' && typeof other === 'number'
        ? one - other
        : collator.compare(String(one), String(other));
    return direction * order || a.id - b.id;
  });
}

function providerOptions(rows: readonly { readonly provider: string }[]) {
  const counts = new Map<string, number>();
  for (const { provider } of rows) counts.set(provider, (counts.get(provider) ?? 0) + 1);
  return [
    { id: ALL, label: 'All providers', detail: String(rows.length) },
    ...[...counts]
      .toSorted(([a], [b]) => collator.compare(a, b))
      .map(([id, count]) => ({
        id,
        label: id === '' ? 'No provider named' : id,
        detail: String(count),
      })),
  ];
}
