import { Download, FileClock, Search } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import type { PaperRow, PaperState } from '../../../shared/api/views/papers.ts';
import { formatCount, formatQuantity } from '../../../shared/format/number.ts';
import { PAPER_KINDS, type PaperKind } from '../../../shared/model/paper.ts';
import { call } from '../../bridge/bridge.ts';
import { useChannel } from '../../state/channel.ts';
import { saveHostFile } from '../../state/files.ts';
import { notifyFailure } from '../../state/notices.ts';
import { usePlace } from '../../state/place.ts';
import { select } from '../../state/selection.ts';
import { Button } from '../../ui/button.tsx';
import { CountedSelect } from '../../ui/counted-select.tsx';
import { DataList } from '../../ui/data-list.tsx';
import { TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { EmptyState, FailureNotice, Spinner } from '../../ui/states.tsx';
import { NotesPart } from './notes-part.tsx';
import { PAPER_COLUMNS } from './paper-columns.tsx';
import { PaperPanel } from './paper-panel.tsx';
import { KIND_WORDS, PAPER_STATE_WORDS, PAPER_STATES } from './paper-words.ts';
import './papers.css';

const NO_ROWS: readonly PaperRow[] = [];

/** Every paper that left the office: to whom, which version, when, how, and whether it still says what is so. */
export function PapersScreen() {
  const { data, error, refetch } = useChannel('papers/log', {});
  const params = usePlace((place) => place.params);
  const [text, setText] = useState(params['find'] ?? '');
  const [kind, setKind] = useState<PaperKind | 'all'>('all');
  const [state, setState] = useState<PaperState | 'all'>('all');
  const [school, setSchool] = useState('all');
  const [chosen, setChosen] = useState<number | null>(null);
  useEffect(() => {
    select(null);
  }, []);
  const rows = data?.rows ?? NO_ROWS;
  const shown = useMemo(() => {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    return rows.filter((row) => {
      const line = `${row.of} ${row.recipient} ${row.school} ${row.route_ref}`.toLowerCase();
      return (
        (kind === 'all' || row.kind === kind) &&
        (state === 'all' || row.state === state) &&
        (school === 'all' || row.school === school) &&
        words.every((word) => line.includes(word))
      );
    });
  }, [rows, text, kind, state, school]);
  const schools = useMemo(() => [...new Set(rows.map((row) => row.school))].filter((each) => each !== '').toSorted(), [rows]); // prettier-ignore
  if (data === null)
    return error === null ? (
      <div className="papers papers-wait">
        <h1>Papers given out</h1>
        <Spinner label="Comparing every paper with what is so" />
        <p className="soft">
          Each sheet and list is made anew to see whether it still says what is so. After a change
          that takes a county up to half a minute; other screens go on meanwhile.
        </p>
      </div>
    ) : (
      <FailureNotice failure={error} onRetry={refetch} />
    );
  const selected = shown.find((row) => row.key === chosen) ?? null;
  const count = (of: PaperState): number => rows.filter((row) => row.state === of).length;
  const save = async (): Promise<void> => {
    const made = await call('papers/export', { keys: shown.map(({ key }) => key) });
    if (made.ok) await saveHostFile(made.value.file_id, made.value.name);
    else notifyFailure(made.error);
  };
  return (
    <div className="papers">
      <header className="papers-head">
        <h1>Papers given out</h1>
        <output className="soft">
          {formatQuantity(count('stale'), 'paper')} gone stale, of{' '}
          {formatCount(rows.length - count('withdrawn'))} in force
        </output>
        <div className="papers-filters">
          <TextField
            label="Search papers"
            hideLabel
            type="search"
            icon={Search}
            placeholder="Recipient, route"
            value={text}
            onChange={setText}
          />
          <CountedSelect
            label="State of the paper"
            every="Every state"
            ids={PAPER_STATES}
            labelOf={(id) => PAPER_STATE_WORDS[id].label}
            rows={rows}
            idOf={(row) => row.state}
            value={state}
            onChange={setState}
          />
          <CountedSelect
            label="Kind of paper"
            every="Every kind"
            ids={PAPER_KINDS}
            labelOf={(id) => KIND_WORDS[id][1]}
            rows={rows}
            idOf={(row) => row.kind}
            value={kind}
            onChange={setKind}
          />
          <Select
            label="School"
            hideLabel
            value={school}
            isActive={school !== 'all'}
            options={[
              { id: 'all', label: 'Every school' },
              ...schools.map((id) => ({ id, label: id })),
            ]}
            onChange={setSchool}
          />
          <span className="papers-space" />
          <Button
            icon={Download}
            disabledReason={shown.length === 0 ? 'The list is empty.' : null}
            onPress={() => void save()}
          >
            This list, .csv
          </Button>
        </div>
      </header>
      <NotesPart />
      <div className="papers-body">
        {shown.length === 0 ? (
          <EmptyState
            icon={FileClock}
            title={rows.length === 0 ? 'No paper has left the office yet' : 'No paper is like that'}
          >
            {rows.length === 0
              ? 'Sheets for providers, lists for schools and letters about transport stand here once they are given out.'
              : 'Choose another state or kind, or search for something else.'}
          </EmptyState>
        ) : (
          <DataList
            label="Papers given out"
            columns={PAPER_COLUMNS}
            count={shown.length}
            rowAt={(at) => shown[at]}
            keyOf={(row) => row.key}
            selectedKey={selected?.key ?? null}
            onSelect={(row) => {
              setChosen(row.key);
            }}
            resetKey={`${text} ${kind} ${state} ${school}`}
          />
        )}
        {selected === null ? null : <PaperPanel key={selected.key} row={selected} />}
      </div>
    </div>
  );
}
