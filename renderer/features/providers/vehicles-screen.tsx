import { Truck } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import type { VehicleRow } from '../../../shared/api/views/register.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { useChannel } from '../../state/channel.ts';
import { useCommands } from '../../state/commands.ts';
import { usePlace } from '../../state/place.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState, FailureNotice, Spinner } from '../../ui/states.tsx';
import { ImportRegister } from './import-register.tsx';
import { PaperMark } from './paper-mark.tsx';
import { RegisterList, type RegisterColumn } from './register-list.tsx';
import { routesWords } from './register-words.ts';
import { VehicleDialog } from './vehicle-dialog.tsx';
import { VehiclePanel } from './vehicle-panel.tsx';

const MARKS = [
  { id: 'out_of_date', label: 'Are out of date', holds: (row: VehicleRow) => row.out_of_date > 0 },
  { id: 'running_out', label: 'Run out soon', holds: (row: VehicleRow) => row.running_out > 0 },
  {
    id: 'not_recorded',
    label: 'Lack a date',
    holds: (row: VehicleRow) => row.there && row.not_recorded.length > 0,
  },
  {
    id: 'wheelchairs',
    label: 'Take wheelchairs',
    holds: (row: VehicleRow) => row.layouts.some((layout) => !layout.endsWith('+0')),
  },
  {
    id: 'unassigned',
    label: 'Are on no route',
    holds: (row: VehicleRow) => row.there && row.routes.length === 0,
  },
] as const;
type Mark = (typeof MARKS)[number]['id'];

const COLUMNS: readonly RegisterColumn<VehicleRow>[] = [
  {
    id: 'mark',
    header: 'Registration',
    width: '118px',
    isSortable: true,
    sortBy: ({ mark }) => mark,
    cell: ({ mark }) => <strong>{mark}</strong>,
  },
  {
    id: 'class',
    header: 'Class',
    width: 'minmax(120px, 1fr)',
    isSortable: true,
    from: 560,
    sortBy: ({ class_name }) => class_name,
    cell: ({ class_name, description }) => <span title={description}>{class_name}</span>,
  },
  {
    id: 'provider',
    header: 'Provider',
    width: 'minmax(130px, 1.3fr)',
    isSortable: true,
    from: 720,
    sortBy: ({ provider }) => provider,
    cell: ({ provider }) => <span title={provider}>{provider}</span>,
  },
  {
    id: 'layouts',
    header: 'Seats + wheelchairs',
    width: '148px',
    from: 900,
    cell: ({ layouts }) => layouts.join(', '),
  },
  {
    id: 'bears',
    header: 'Bears, kg',
    width: '92px',
    align: 'end',
    isSortable: true,
    from: 1000,
    sortBy: (row) => least(row) ?? '',
    cell: (row) => least(row) ?? '',
  },
  {
    id: 'papers',
    header: 'Papers',
    width: 'minmax(150px, 1.3fr)',
    isSortable: true,
    sortBy: ({ next }) => next?.until ?? '',
    cell: (row) =>
      row.there ? (
        <PaperMark state={row} />
      ) : (
        <span className="soft">
          out of service {row.left_on === null ? '' : formatDate(row.left_on)}
        </span>
      ),
  },
  {
    id: 'routes',
    header: 'Routes',
    width: 'minmax(100px, 1fr)',
    isSortable: true,
    from: 420,
    sortBy: ({ routes }) => routes[0]?.route_ref ?? '',
    cell: ({ routes }) =>
      routes.length === 0 ? <span className="soft">none</span> : routesWords(routes),
  },
];

/** The lesser of what lift and tie-downs bear, kilograms. */
function least({ lift_limit_kg, tie_down_limit_kg }: VehicleRow): number | null {
  if (lift_limit_kg === null) return tie_down_limit_kg;
  return tie_down_limit_kg === null ? lift_limit_kg : Math.min(lift_limit_kg, tie_down_limit_kg);
}

const textOf = (row: VehicleRow): string =>
  `${row.mark} ${row.mark.replace(' ', '')} ${row.provider} ${row.class_name} ${row.description} ${row.plate_number} ${row.routes.map(({ route_ref }) => route_ref).join(' ')}`;

/** Vehicles of every provider. */
export function VehiclesScreen() {
  const { data, error, refetch } = useChannel('register/vehicles', {});
  const params = usePlace((place) => place.params);
  const asked = Number(params['which'] ?? 0);
  const [chosen, setChosen] = useState<number | null>(asked > 0 ? asked : null);
  const [seen, setSeen] = useState(asked);
  const [marks, setMarks] = useState<readonly Mark[]>(() =>
    MARKS.map(({ id }) => id).filter((id) => (params['show'] ?? '').split(',').includes(id)),
  );
  // Null: nothing is being written; undefined: a new one.
  const [editing, setEditing] = useState<VehicleRow | null | undefined>(null);
  if (asked !== seen) {
    setSeen(asked);
    if (asked > 0) setChosen(asked);
  }
  const add = useCallback(() => {
    setEditing(undefined);
  }, []);
  useCommands(
    'vehicles',
    useMemo(
      () => [{ id: 'add-vehicle', label: 'Add a vehicle', isEnabled: () => true, run: add }],
      [add],
    ),
  );
  const vehicle = data?.rows.find(({ id }) => id === chosen) ?? null;
  if (data === null)
    return error === null ? (
      <div className="providers-wait">
        <Spinner label="Reading the register" />
      </div>
    ) : (
      <FailureNotice failure={error} onRetry={refetch} />
    );
  const dialog =
    editing === null ? null : (
      <VehicleDialog
        vehicle={editing}
        onClose={() => {
          setEditing(null);
        }}
        onKept={setChosen}
      />
    );
  if (data.rows.length === 0)
    return (
      <>
        <EmptyState
          icon={Truck}
          title="No vehicles yet"
          action={
            <span className="providers-actions">
              <ImportRegister />
              <Button onPress={add}>Add one by hand</Button>
            </span>
          }
        >
          Import the lists that providers send, with plates, MOT, insurance and lifts.
        </EmptyState>
        {dialog}
      </>
    );
  return (
    <>
      <RegisterList
        title="Vehicles"
        word={['vehicle', 'vehicles']}
        placeholder="Registration, provider, route"
        rows={data.rows}
        columns={COLUMNS}
        sort="mark"
        marks={MARKS}
        on={marks}
        onMarks={setMarks}
        textOf={textOf}
        chosen={chosen}
        onChoose={({ id }) => {
          setChosen(id);
        }}
        onOpen={setEditing}
        add="Add a vehicle"
        onAdd={add}
        panel={
          vehicle === null ? null : (
            <VehiclePanel
              vehicle={vehicle}
              page={data}
              onEdit={() => {
                setEditing(vehicle);
              }}
              onClose={() => {
                setChosen(null);
              }}
            />
          )
        }
      />
      {dialog}
    </>
  );
}
