import { FileDown } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { MapData, MapSchool } from '../../../shared/api/views/map.ts';
import type { DistrictFacts } from '../../../shared/figures/district-measures.ts';
import { formatMilesNumber } from '../../../shared/format/distance.ts';
import { formatPounds } from '../../../shared/format/money.ts';
import { formatCount, formatQuantity } from '../../../shared/format/number.ts';
import { formatMinutesNumber } from '../../../shared/format/time.ts';
import type { Cell, Column } from '../../../shared/figures/table.ts';
import { call } from '../../bridge/bridge.ts';
import type { Layers } from '../../map/layers.ts';
import { useChannel } from '../../state/channel.ts';
import { saveHostFile } from '../../state/files.ts';
import { notifyFailure } from '../../state/notices.ts';
import { go, hrefOfCase, hrefOfList } from '../../state/place.ts';
import { Button } from '../../ui/button.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { StateMark } from '../../ui/mark.tsx';
import { Select } from '../../ui/select.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';
import { showRoute, showSchool } from './map-state.ts';
import {
  districtsTable,
  homesTable,
  routesTable,
  schoolsTable,
  type MapTableData,
} from './map-tables.ts';
import type { SchoolRoutes } from './school-routes.ts';

type Kind = 'schools' | 'routes' | 'homes' | 'selected' | 'unallocated' | 'districts';

const KINDS: readonly { readonly id: Kind; readonly label: string }[] = [
  { id: 'schools', label: 'Schools' },
  { id: 'routes', label: 'Routes of the school' },
  { id: 'homes', label: 'Homes and their lines to school' },
  { id: 'selected', label: 'Selected homes' },
  { id: 'unallocated', label: 'Children without a route' },
  { id: 'districts', label: 'Districts' },
];

interface Props {
  readonly data: MapData | null;
  readonly school: MapSchool | null;
  readonly routes: SchoolRoutes;
  readonly layers: Layers;
}

/** The map's content as a table, one for each layer, to read or to take along. */
export function MapTable(props: Props) {
  const { school, layers } = props;
  const [chosen, setChosen] = useState<Kind | null>(null);
  const kinds = KINDS.filter(
    ({ id }) =>
      (id !== 'routes' || school !== null) && (id !== 'selected' || layers.selected !== null),
  );
  const usual: Kind =
    layers.selected !== null ? 'selected' : school === null ? 'schools' : 'routes';
  const kind = kinds.find(({ id }) => id === chosen)?.id ?? usual;
  const districts = useChannel('map/districts', kind === 'districts' ? {} : null).data;
  const table = useMemo(() => tableOf(kind, props, districts), [kind, props, districts]);
  return (
    <div className="map-table">
      <div className="map-table-head">
        <Select label="Table of" size="small" options={kinds} value={kind} onChange={setChosen} />
        {table === null ? null : (
          <Button size="small" icon={FileDown} onPress={() => void save(table)}>
            Save as .csv
          </Button>
        )}
      </div>
      {table === null ? null : <Rows table={table} />}
    </div>
  );
}

function tableOf(
  kind: Kind,
  { data, school, routes, layers }: Props,
  districts: readonly DistrictFacts[] | null,
): MapTableData | null {
  if (kind === 'routes') return school === null ? null : routesTable(school, routes.rows);
  if (kind === 'districts') return districts === null ? null : districtsTable(districts);
  if (data === null) return null;
  if (kind === 'schools') return schoolsTable(data.schools);
  const { reach } = layers;
  const ids = kind === 'selected' ? layers.selected : null;
  const only = kind === 'unallocated' ? 'unallocated' : 'all';
  return homesTable({ data, school: kind === 'selected' ? null : school, reach, ids, only });
}

/** At most so many rows are drawn; the file holds all. */
const SHOWN = 500;

function Rows({ table }: { readonly table: MapTableData }) {
  const more = table.rows.length - SHOWN;
  return (
    <>
      <Table
        caption={table.title}
        showCaption
        head={table.columns.map((column) => (
          <Th key={column.key} align={isNumber(column) ? 'end' : 'start'}>
            {column.label}
          </Th>
        ))}
      >
        {table.rows.slice(0, SHOWN).map((row, at) => (
          <tr key={table.opens[at]}>
            {table.columns.map((column, i) => (
              <Td
                key={column.key}
                align={isNumber(column) ? 'end' : 'start'}
                soft={column.kind === 'note'}
              >
                {i === 0 ? (
                  <Opens table={table} at={at} />
                ) : column.key === 'unallocated' && row[i] !== 0 ? (
                  <StateMark tone="danger">{shown(column, row[i] ?? null)}</StateMark>
                ) : (
                  shown(column, row[i] ?? null)
                )}
              </Td>
            ))}
          </tr>
        ))}
      </Table>
      <p className="map-side-note">
        {table.rows.length === 0 ? 'Nothing of this kind is on the map. ' : ''}
        {more > 0
          ? `${SHOWN} of ${formatQuantity(table.rows.length, 'row')} shown; the .csv file holds all. `
          : ''}
        {table.note}
      </p>
    </>
  );
}

/** The first cell leads on: to the school or route on the map, to the case, to the list. */
function Opens({ table, at }: { readonly table: MapTableData; readonly at: number }) {
  const opens = table.opens[at];
  const label = shown(table.columns[0], table.rows[at]?.[0] ?? null);
  const open = (): void => {
    if (typeof opens === 'string') go(hrefOfList({ district: opens }));
    else if (opens === undefined) return;
    else if (table.key === 'schools') showSchool(opens);
    else if (table.key === 'routes') showRoute(opens, null);
    else go(hrefOfCase(opens));
  };
  return <LinkButton onPress={open}>{label}</LinkButton>;
}

function isNumber({ kind }: Column): boolean {
  return kind !== 'text' && kind !== 'note' && kind !== 'mark';
}

/** A cell as a person reads it. */
function shown(column: Column | undefined, cell: Cell): string {
  if (cell === null) return 'not known';
  if (typeof cell !== 'number') return String(cell);
  switch (column?.kind) {
    case 'pence':
      return formatPounds(Math.round(cell / 100) * 100);
    case 'metres':
      return formatMilesNumber(cell);
    case 'seconds':
      return formatMinutesNumber(cell);
    case 'share':
      return `${Math.floor(cell * 100)}%`;
    case 'mark':
      return `Case ${cell}`;
    default:
      return formatCount(cell);
  }
}

/** Units of the file, which carries raw numbers. */
const RAW: Partial<Record<Column['kind'], string>> = {
  pence: 'pence',
  metres: 'm',
  seconds: 's',
  share: 'share',
};

async function save(table: MapTableData): Promise<void> {
  const headings = table.columns.map(({ key, kind }) => {
    const unit = RAW[kind];
    return unit === undefined ? key : `${key}_${unit}`;
  });
  const rows = table.rows.map((row) =>
    row.map((cell) => {
      if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
      return typeof cell === 'number' ? Math.round(cell * 1000) / 1000 : cell;
    }),
  );
  const answer = await call('map/export-table', {
    name: `kerbside-map-${table.key}.csv`,
    headings,
    rows,
  });
  if (answer.ok) await saveHostFile(answer.value.file_id, answer.value.name);
  else notifyFailure(answer.error);
}
