import { FileClock, FileSpreadsheet, Table2, Undo2 } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import type { HistoryFilter, HistoryLineView } from '../../../shared/api/views/history.ts';
import { formatCount } from '../../../shared/format/number.ts';
import { call } from '../../bridge/bridge.ts';
import { useChannel } from '../../state/channel.ts';
import { saveHostFile } from '../../state/files.ts';
import { takeJob, whenEnded } from '../../state/jobs.ts';
import { notify, notifyFailure } from '../../state/notices.ts';
import { go, stay, usePlace } from '../../state/place.ts';
import { useWindowRows } from '../../state/window-rows.ts';
import { Button } from '../../ui/button.tsx';
import { DataList } from '../../ui/data-list.tsx';
import { EmptyState, FailureNotice, NoticeBar, Spinner } from '../../ui/states.tsx';
import { filterOf, hrefOfHistory } from './history-address.ts';
import { HISTORY_COLUMNS } from './history-columns.tsx';
import { HistoryFilterBar } from './history-filter.tsx';
import { hrefOfRecord } from './record-link.ts';
import { openUndo } from './undo-state.ts';
import './history.css';

const ask = (key: string, offset: number, limit: number) =>
  call('history/page', { filter: JSON.parse(key) as HistoryFilter, offset, limit });

/** Every change to every record, newest first, narrowed, opened and exported. */
export function HistoryScreen() {
  const params = usePlace((place) => place.params);
  const filter = useMemo(() => filterOf(params), [params]);
  const { data: facets } = useChannel('history/facets', {});
  const rows = useWindowRows<HistoryLineView>(JSON.stringify(filter), ask);
  const [chosen, setChosen] = useState<number | null>(null);
  const [busy, setBusy] = useState<'csv' | 'xlsx' | null>(null);
  const change = useCallback((next: HistoryFilter) => {
    stay(hrefOfHistory(next));
  }, []);
  const save = async (format: 'csv' | 'xlsx'): Promise<void> => {
    setBusy(format);
    await exportHistory(filter, format);
    setBusy(null);
  };
  const isFiltered = Object.keys(filter).length > 0;
  const exportReason = busy !== null ? 'Another export is being made.' : null;
  return (
    <div className="history">
      {facets === null || facets.elsewhere === '' ? null : (
        <NoticeBar tone="info" title={facets.elsewhere}>
          Nothing is lost: both stay in the history, in the order of their clocks.
        </NoticeBar>
      )}
      <HistoryFilterBar filter={filter} facets={facets} onChange={change} />
      <div className="history-head">
        <p className="history-count">
          {rows.loading ? '' : `${formatCount(rows.total)} ${rows.total === 1 ? 'line' : 'lines'}`}
          {isFiltered ? ' fit' : ''}
          <span className="soft">, one a field, newest first</span>
        </p>
        <div className="history-actions">
          <Button icon={Undo2} onPress={openUndo}>
            Undo last actions
          </Button>
          <Button
            icon={Table2}
            isPending={busy === 'csv'}
            disabledReason={busy === 'csv' ? null : exportReason}
            onPress={() => void save('csv')}
          >
            Export .csv
          </Button>
          <Button
            icon={FileSpreadsheet}
            isPending={busy === 'xlsx'}
            disabledReason={busy === 'xlsx' ? null : exportReason}
            onPress={() => void save('xlsx')}
          >
            Export .xlsx
          </Button>
        </div>
      </div>
      {rows.error === null ? null : <FailureNotice failure={rows.error} />}
      {rows.loading ? (
        <Spinner label="Reading the history" />
      ) : (
        <DataList<HistoryLineView>
          label="History"
          columns={HISTORY_COLUMNS}
          count={rows.total}
          rowAt={rows.rowAt}
          keyOf={(line) => line.row}
          selectedKey={chosen}
          onSelect={(line) => {
            setChosen(line.row);
          }}
          onOpen={(line) => {
            const href = hrefOfRecord(line);
            if (href !== null) go(href);
          }}
          onRange={rows.onRange}
          resetKey={rows.shownKey}
          empty={
            <EmptyState
              icon={FileClock}
              title={isFiltered ? 'No change fits' : 'Nothing was changed yet'}
            >
              {isFiltered
                ? 'Take a filter away, or show everything.'
                : 'Each change to a record leaves its lines here.'}
            </EmptyState>
          }
        />
      )}
      <Chosen line={chosen === null ? null : (findChosen(rows, chosen) ?? null)} />
    </div>
  );
}

/** The line with that number among those in sight; rows are loaded by windows, so a few hundred are looked at. */
function findChosen(
  rows: { readonly total: number; readonly rowAt: (at: number) => HistoryLineView | undefined },
  row: number,
): HistoryLineView | undefined {
  for (let at = 0; at < rows.total; at += 1) {
    const line = rows.rowAt(at);
    if (line?.row === row) return line;
    if (line === undefined) at += 49;
  }
  return undefined;
}

/** The whole of a line that the list cuts: its values, its reason, its id. */
function Chosen(props: { readonly line: HistoryLineView | null }) {
  const { line } = props;
  if (line === null) return null;
  const cell = (value: string): string => (value === '' ? 'nothing' : value);
  return (
    <dl className="history-chosen" aria-label="The line chosen">
      <div>
        <dt>From</dt>
        <dd>{cell(line.from)}</dd>
      </div>
      <div>
        <dt>To</dt>
        <dd>{cell(line.to)}</dd>
      </div>
      <div>
        <dt>By</dt>
        <dd>
          {line.who}, {line.why}
        </dd>
      </div>
      <div>
        <dt>Id, the same on every copy</dt>
        <dd>{line.id}</dd>
      </div>
    </dl>
  );
}

/** Starts the job, waits for its end, hands the file over. */
async function exportHistory(filter: HistoryFilter, format: 'csv' | 'xlsx'): Promise<void> {
  const started = await call('history/export', { filter, format });
  if (!started.ok) {
    notifyFailure(started.error);
    return;
  }
  takeJob(started.value);
  const job = await whenEnded(started.value.id);
  if (job.result?.kind !== 'export') return;
  await saveHostFile(job.result.file_id, job.result.name);
  notify({ tone: 'good', text: `${job.result.name} saved.` });
}
