import '../sheets/sheets.css';
import '../notices/notices.css';
import './rounds.css';
import { CalendarRange, Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { RoundRow } from '../../../shared/api/views/rounds.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatCount, formatCountOf, formatQuantity } from '../../../shared/format/number.ts';
import { useChannel } from '../../state/channel.ts';
import { useCommands } from '../../state/commands.ts';
import { go, hrefOf, usePlace } from '../../state/place.ts';
import { Button } from '../../ui/button.tsx';
import { DataList, type DataColumn } from '../../ui/data-list.tsx';
import { StateMark } from '../../ui/mark.tsx';
import { EmptyState, FailureNotice, Spinner } from '../../ui/states.tsx';
import { RoundDialog } from './round-dialog.tsx';
import { RoundScreen } from './round-screen.tsx';

const COLUMNS: readonly DataColumn<RoundRow>[] = [
  {
    id: 'name',
    header: 'Round',
    width: 'minmax(160px, 2fr)',
    cell: (row) => <a href={hrefOf('routes', ['rounds', row.id])}>{row.name}</a>,
  },
  { id: 'from', header: 'From', width: '112px', align: 'end', cell: (row) => formatDate(row.starts_on) }, // prettier-ignore
  { id: 'schools', header: 'Schools', width: '84px', align: 'end', cell: (row) => formatCount(row.schools) }, // prettier-ignore
  { id: 'children', header: 'Children', width: '92px', align: 'end', cell: (row) => formatCount(row.children) }, // prettier-ignore
  {
    id: 'gate',
    header: 'Gate',
    width: 'minmax(180px, 1.4fr)',
    cell: (row) =>
      row.passed ? (
        <StateMark tone="good">Passed</StateMark>
      ) : (
        <StateMark tone="info">{formatCountOf(row.lines_met, 5)} lines met</StateMark>
      ),
  },
];

/** Retender rounds, or one of them with its gate. */
export function RoundsScreen() {
  const round = usePlace((place) => Number(place.path[1] ?? '0'));
  const [making, setMaking] = useState(false);
  useCommands(
    'rounds',
    useMemo(
      () => [
        {
          id: 'round-new',
          label: 'Set up a retender round',
          keywords: 'tender schools contracts anew gate signatures',
          isEnabled: () => true,
          run: () => {
            setMaking(true);
          },
        },
      ],
      [],
    ),
  );
  return (
    <>
      {round > 0 ? (
        <RoundScreen key={round} roundId={round} />
      ) : (
        <RoundList
          onNew={() => {
            setMaking(true);
          }}
        />
      )}
      {making ? (
        <RoundDialog
          page={null}
          onClose={() => {
            setMaking(false);
          }}
        />
      ) : null}
    </>
  );
}

function RoundList({ onNew }: { readonly onNew: () => void }) {
  const { data, error, refetch } = useChannel('rounds/list', {});
  if (data === null)
    return error === null ? (
      <Spinner label="Reading the rounds" />
    ) : (
      <FailureNotice failure={error} onRetry={refetch} />
    );
  const make = (
    <Button variant="primary" icon={Plus} onPress={onNew}>
      Set up a round
    </Button>
  );
  if (data.length === 0)
    return (
      <EmptyState icon={CalendarRange} title="No retender round yet" action={make}>
        A round lets the contracts of some schools anew from one day on. Its gate holds until the
        forms are complete, the lots awarded, the children confirmed and two officers have signed.
      </EmptyState>
    );
  return (
    <div className="sheets">
      <header className="sheets-head">
        <h1>Retender rounds</h1>
        <output className="soft">{formatQuantity(data.length, 'round')}</output>
        <span className="sheets-space" />
        {make}
      </header>
      <div className="sheets-body">
        <DataList
          label="Retender rounds"
          columns={COLUMNS}
          count={data.length}
          rowAt={(at) => data[at]}
          keyOf={(row) => row.id}
          selectedKey={null}
          onSelect={() => undefined}
          onOpen={(row) => {
            go(hrefOf('routes', ['rounds', row.id]));
          }}
        />
      </div>
    </div>
  );
}
