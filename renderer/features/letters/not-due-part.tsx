import { Download, Search, UserCheck } from 'lucide-react';
import { useCallback, useState } from 'react';
import { ToggleButton } from 'react-aria-components';
import type { NotDueRow } from '../../../shared/api/views/letters.ts';
import { NOT_DUE, type NotDue } from '../../../shared/casework/reminders/remind.ts';
import { formatDateOrDash } from '../../../shared/format/date.ts';
import { formatCount, formatQuantity } from '../../../shared/format/number.ts';
import { CHASES, type Chase } from '../../../shared/model/letter.ts';
import { useChannel } from '../../state/channel.ts';
import { go, hrefOfCase, stay, usePlace } from '../../state/place.ts';
import { Button } from '../../ui/button.tsx';
import { DataList, type DataColumn } from '../../ui/data-list.tsx';
import { TextField } from '../../ui/field.tsx';
import { StateMark } from '../../ui/mark.tsx';
import { Select } from '../../ui/select.tsx';
import { EmptyState, FailureNotice, Spinner } from '../../ui/states.tsx';
import { exportList } from './export-list.ts';
import { hrefOfLetters } from './letters-address.ts';
import { NOT_DUE_ORDER, NOT_DUE_WORDS } from './not-due-words.ts';

const CHASE_OPTIONS = [
  { id: 'both', label: 'Both reminders' },
  { id: 'apply', label: 'To apply' },
  { id: 'tif', label: 'To complete the TIF' },
] as const;

const COLUMNS: readonly DataColumn<NotDueRow>[] = [
  {
    id: 'name',
    header: 'Child',
    width: 'minmax(150px, 1fr)',
    cell: (row) => <strong>{row.name}</strong>,
  },
  {
    id: 'ref',
    header: 'Reference',
    width: '116px',
    from: 640,
    cell: (row) => <span className="soft">{row.ref}</span>,
  },
  {
    id: 'chase',
    header: 'Reminder',
    width: '132px',
    from: 820,
    cell: (row) => (row.chase === 'apply' ? 'To apply' : 'For the TIF'),
  },
  {
    id: 'code',
    header: 'Why not',
    width: '190px',
    cell: (row) => (
      <StateMark tone={NOT_DUE_WORDS[row.code].tone}>{NOT_DUE_WORDS[row.code].label}</StateMark>
    ),
  },
  {
    id: 'reason',
    header: 'In words',
    width: 'minmax(220px, 2.4fr)',
    cell: (row) => <span title={row.reason}>{row.reason}</span>,
  },
  {
    id: 'due',
    header: 'Next due',
    width: '112px',
    align: 'end',
    from: 720,
    cell: (row) => formatDateOrDash(row.due_on),
  },
];

/** Everyone who is not reminded today, with the reason; nobody is left without one. */
export function NotDuePart() {
  const params = usePlace((place) => place.params);
  const chase = CHASES.find((each) => each === params['chase']) ?? null;
  const code = NOT_DUE.find((each) => each === params['why']) ?? null;
  const [text, setText] = useState('');
  const [selected, setSelected] = useState<number | null>(null);
  const today = useChannel('letters/due', {});
  const page = useChannel('letters/not-due', { chase, code, text });
  const rows = page.data?.rows;
  const rowAt = useCallback((index: number) => rows?.[index], [rows]);
  const show = (next: { readonly chase: Chase | null; readonly code: NotDue | null }): void => {
    stay(
      hrefOfLetters('not-due', {
        ...(next.chase === null ? {} : { chase: next.chase }),
        ...(next.code === null ? {} : { why: next.code }),
      }),
    );
  };
  const countOf = (of: NotDue): number => {
    const counts = today.data?.not_due;
    if (counts === undefined) return 0;
    const chases: readonly Chase[] = chase === null ? CHASES : [chase];
    return chases.reduce((sum, each) => sum + counts[each][of], 0);
  };
  if (page.error !== null) return <FailureNotice failure={page.error} onRetry={page.refetch} />;
  return (
    <div className="letters-list">
      <div className="letters-bar">
        <TextField
          label="Search those not reminded"
          hideLabel
          icon={Search}
          placeholder="Name or reference"
          value={text}
          onChange={setText}
        />
        <Select
          label="Which reminder"
          hideLabel
          size="small"
          value={chase ?? 'both'}
          options={CHASE_OPTIONS}
          isActive={chase !== null}
          onChange={(id) => {
            show({ chase: id === 'both' ? null : id, code });
          }}
        />
        <span className="letters-space" />
        <Button
          size="small"
          variant="quiet"
          icon={Download}
          onPress={() => void exportList({ list: 'not_due', chase, code, text })}
        >
          Export .csv
        </Button>
      </div>
      <div className="letters-reasons">
        {NOT_DUE_ORDER.filter((each) => countOf(each) > 0 || each === code).map((each) => (
          <ToggleButton
            key={each}
            className="apps-chip"
            isSelected={each === code}
            onChange={(on) => {
              show({ chase, code: on ? each : null });
            }}
          >
            {NOT_DUE_WORDS[each].label} <span className="number">{formatCount(countOf(each))}</span>
          </ToggleButton>
        ))}
      </div>
      <p className="letters-count soft" aria-live="polite">
        {page.data === null ? '' : formatQuantity(page.data.total, 'child', 'children')}
        {page.data !== null && page.data.total > page.data.rows.length
          ? `; the first ${formatCount(page.data.rows.length)} are shown, the .csv holds all`
          : ''}
      </p>
      {page.data === null ? <Spinner label="Reading the cases" /> : null}
      <DataList
        label="Children who are not reminded today"
        columns={COLUMNS}
        count={rows?.length ?? 0}
        rowAt={rowAt}
        keyOf={(row) => row.at}
        selectedKey={selected}
        onSelect={(row) => {
          setSelected(row.at);
        }}
        onOpen={(row) => {
          if (row.client_id !== null) go(hrefOfCase(row.client_id));
        }}
        resetKey={`${chase ?? ''} ${code ?? ''} ${text}`}
        empty={
          page.data === null ? null : (
            <EmptyState icon={UserCheck} title="Nobody fits">
              Everyone else is due, or there is nobody to remind: import the cohort and the
              applications under Data.
            </EmptyState>
          )
        }
      />
      <p className="letters-hint soft">Enter opens the case.</p>
    </div>
  );
}
