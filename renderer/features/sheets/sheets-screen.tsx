import { FileText, Printer, Search } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import type { SheetRow, SheetState } from '../../../shared/api/views/sheets.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatQuantity } from '../../../shared/format/number.ts';
import { useChannel } from '../../state/channel.ts';
import { useCommands } from '../../state/commands.ts';
import { notifyFailure } from '../../state/notices.ts';
import { usePlace } from '../../state/place.ts';
import { select } from '../../state/selection.ts';
import { Button } from '../../ui/button.tsx';
import { CountedSelect } from '../../ui/counted-select.tsx';
import { DataList } from '../../ui/data-list.tsx';
import { NoPlanYet } from '../../ui/no-plan-yet.tsx';
import { TextField } from '../../ui/field.tsx';
import { EmptyState, FailureNotice, NoticeBar, Spinner } from '../../ui/states.tsx';
import { HowField, useHow } from '../papers/how-field.tsx';
import { giveOutSheets } from './give-out.ts';
import { SheetPanel } from './sheet-panel.tsx';
import { SHEET_COLUMNS } from './sheet-columns.tsx';
import { SHEET_STATES, STATE_WORDS } from './sheet-words.ts';
import './sheets.css';

const NO_ROWS: readonly SheetRow[] = [];

/** Every route with its provider's sheet: what is to be given out, the paper itself, and what was given out before. */
export function SheetsScreen() {
  const { data, error, refetch } = useChannel('sheets/list', {});
  const params = usePlace((place) => place.params);
  const [text, setText] = useState('');
  const [state, setState] = useState<SheetState | 'all'>('all');
  const [chosen, setChosen] = useState<string | null>(params['route'] ?? null);
  const [pending, setPending] = useState(false);
  const how = useHow();
  // Its panel is about a route's paper: what was chosen elsewhere would stand beside it.
  useEffect(() => {
    select(null);
  }, []);
  const rows = data?.rows ?? NO_ROWS;
  const shown = useMemo(() => {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    return rows.filter((row) => {
      const line = `${row.route_ref} ${row.school} ${row.provider}`.toLowerCase();
      return (state === 'all' || row.state === state) && words.every((word) => line.includes(word));
    });
  }, [rows, text, state]);
  const due = shown.filter((row) => row.state === 'none' || row.state === 'changed');
  const giveOut = async (refs: readonly string[]): Promise<void> => {
    setPending(true);
    const failure = await giveOutSheets({ refs, shown: [], shown_reason: '', how });
    setPending(false);
    if (failure !== null) notifyFailure(failure);
  };
  useCommands(
    'sheets',
    useMemo(
      () => [
        {
          id: 'sheets-due',
          label: 'Show sheets that are to be given out again',
          isEnabled: () => true,
          run: () => {
            setState('changed');
          },
        },
      ],
      [],
    ),
  );
  if (data === null)
    return error === null ? (
      <Spinner label="Making the sheets" />
    ) : (
      <FailureNotice failure={error} onRetry={refetch} />
    );
  if (data.plan === null)
    return (
      <NoPlanYet icon={FileText} title="No plan to make sheets of">
        Sheets are made of the routes of the plan in use.
      </NoPlanYet>
    );
  const selected = shown.find((row) => row.route_ref === chosen) ?? null;
  return (
    <div className="sheets">
      <header className="sheets-head">
        <h1>Providers’ sheets</h1>
        <output className="soft">
          {formatQuantity(due.length, 'sheet')} to give out, of{' '}
          {formatQuantity(rows.length, 'route')}
        </output>
        <div className="sheets-filters">
          <TextField
            label="Search sheets"
            hideLabel
            type="search"
            icon={Search}
            placeholder="Route, school, provider"
            value={text}
            onChange={setText}
          />
          <CountedSelect
            label="State of the sheet"
            every="Every state"
            ids={SHEET_STATES}
            labelOf={(id) => STATE_WORDS[id].label}
            rows={rows}
            idOf={(row) => row.state}
            value={state}
            onChange={setState}
          />
          <div className="sheets-does">
            <HowField />
            <Button
              variant="primary"
              icon={Printer}
              isPending={pending}
              disabledReason={
                data.problem ??
                (due.length === 0 ? 'Every sheet of this list is as it was given out.' : null)
              }
              onPress={() => void giveOut(due.map((row) => row.route_ref))}
            >
              Give out {formatQuantity(due.length, 'sheet')}
            </Button>
          </div>
        </div>
        {data.problem === null ? null : <NoticeBar tone="warning" title={data.problem} />}
        {data.plan.draft ? (
          <NoticeBar
            tone="info"
            title={`The plan of ${formatDate(data.plan.made_on)} is a draft, and every sheet says so`}
          >
            Approve it on the map first, unless a provider is to look at it before.
          </NoticeBar>
        ) : null}
      </header>
      <div className="sheets-body">
        {shown.length === 0 ? (
          <EmptyState icon={FileText} title="No sheet is like that">
            Choose another state or search for something else.
          </EmptyState>
        ) : (
          <DataList
            label="Sheets by route"
            columns={SHEET_COLUMNS}
            count={shown.length}
            rowAt={(at) => shown[at]}
            keyOf={(row) => row.route_id}
            selectedKey={selected?.route_id ?? null}
            onSelect={(row) => {
              setChosen(row.route_ref);
            }}
            resetKey={`${text} ${state}`}
          />
        )}
        {selected === null ? (
          <aside className="sheets-panel" aria-label="The sheet">
            <EmptyState icon={FileText} title="Choose a route">
              Its sheet is shown here as it prints, with what was held back and what was given out
              before.
            </EmptyState>
          </aside>
        ) : (
          <SheetPanel key={selected.route_ref} routeRef={selected.route_ref} />
        )}
      </div>
    </div>
  );
}
