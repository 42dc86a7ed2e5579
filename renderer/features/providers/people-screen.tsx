import { UsersRound } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import type { PersonRow } from '../../../shared/api/views/register.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { useChannel } from '../../state/channel.ts';
import { useCommands } from '../../state/commands.ts';
import { usePlace } from '../../state/place.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState, FailureNotice, Spinner } from '../../ui/states.tsx';
import { ImportRegister } from './import-register.tsx';
import { PaperMark } from './paper-mark.tsx';
import { PersonDialog } from './person-dialog.tsx';
import { PersonPanel } from './person-panel.tsx';
import { RegisterList, type RegisterColumn } from './register-list.tsx';
import { ROLE_WORDS, routesWords } from './register-words.ts';

const MARKS = [
  { id: 'out_of_date', label: 'Are out of date', holds: (row: PersonRow) => row.out_of_date > 0 },
  { id: 'running_out', label: 'Run out soon', holds: (row: PersonRow) => row.running_out > 0 },
  {
    id: 'not_recorded',
    label: 'Lack a date',
    holds: (row: PersonRow) => row.there && row.not_recorded.length > 0,
  },
  {
    id: 'unassigned',
    label: 'Are on no route',
    holds: (row: PersonRow) => row.there && row.routes.length === 0,
  },
  { id: 'left', label: 'Have left', holds: (row: PersonRow) => !row.there },
] as const;
type Mark = (typeof MARKS)[number]['id'];

const COLUMNS: readonly RegisterColumn<PersonRow>[] = [
  {
    id: 'name',
    header: 'Name',
    width: 'minmax(130px, 1.3fr)',
    isSortable: true,
    sortBy: ({ name, ref }) => name || ref,
    cell: ({ name, ref }) => <strong title={ref}>{name === '' ? ref : name}</strong>,
  },
  {
    id: 'role',
    header: 'As',
    width: '132px',
    isSortable: true,
    from: 560,
    sortBy: ({ role }) => ROLE_WORDS[role],
    cell: ({ role }) => ROLE_WORDS[role],
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
    id: 'papers',
    header: 'Papers',
    width: 'minmax(150px, 1.2fr)',
    isSortable: true,
    sortBy: ({ next }) => next?.until ?? '',
    cell: (row) =>
      row.there ? (
        <PaperMark state={row} />
      ) : (
        <span className="soft">left {row.left_on === null ? '' : formatDate(row.left_on)}</span>
      ),
  },
  {
    id: 'holds',
    header: 'Holds',
    width: 'minmax(120px, 1.6fr)',
    from: 980,
    cell: ({ competences }) => {
      const words = competences.map(({ competence }) => competence).join(', ');
      return (
        <span className="soft" title={words}>
          {words}
        </span>
      );
    },
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

const textOf = (row: PersonRow): string =>
  `${row.name} ${row.ref} ${row.badge_number} ${row.provider} ${row.routes.map(({ route_ref }) => route_ref).join(' ')} ${row.competences.map(({ competence }) => competence).join(' ')}`;

/** Drivers and passenger assistants of every provider. */
export function PeopleScreen() {
  const { data, error, refetch } = useChannel('register/people', {});
  const params = usePlace((place) => place.params);
  const asked = Number(params['who'] ?? 0);
  const [chosen, setChosen] = useState<number | null>(asked > 0 ? asked : null);
  const [seen, setSeen] = useState(asked);
  const [marks, setMarks] = useState<readonly Mark[]>(() =>
    MARKS.map(({ id }) => id).filter((id) => (params['show'] ?? '').split(',').includes(id)),
  );
  // Null: nothing is being written; undefined: somebody new.
  const [editing, setEditing] = useState<PersonRow | null | undefined>(null);
  // A link to somebody while the list is open.
  if (asked !== seen) {
    setSeen(asked);
    if (asked > 0) setChosen(asked);
  }
  const add = useCallback(() => {
    setEditing(undefined);
  }, []);
  useCommands(
    'people',
    useMemo(
      () => [
        { id: 'add-person', label: 'Add a driver or assistant', isEnabled: () => true, run: add },
      ],
      [add],
    ),
  );
  const person = data?.rows.find(({ id }) => id === chosen) ?? null;
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
      <PersonDialog
        person={editing}
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
          icon={UsersRound}
          title="No drivers or assistants yet"
          action={
            <span className="providers-actions">
              <ImportRegister />
              <Button onPress={add}>Add one by hand</Button>
            </span>
          }
        >
          Import the lists that providers send, with badges, enhanced DBS checks and competences.
        </EmptyState>
        {dialog}
      </>
    );
  return (
    <>
      <RegisterList
        title="Drivers and assistants"
        word={['person', 'people']}
        placeholder="Name, badge, route, competence"
        rows={data.rows}
        columns={COLUMNS}
        sort="name"
        marks={MARKS}
        on={marks}
        onMarks={setMarks}
        textOf={textOf}
        chosen={chosen}
        onChoose={({ id }) => {
          setChosen(id);
        }}
        onOpen={setEditing}
        add="Add a person"
        onAdd={add}
        panel={
          person === null ? null : (
            <PersonPanel
              person={person}
              page={data}
              onEdit={() => {
                setEditing(person);
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
