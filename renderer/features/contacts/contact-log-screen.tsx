import { MessageSquare, Plus } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import type { ContactRow } from '../../../shared/api/views/contacts.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatCount, formatQuantity } from '../../../shared/format/number.ts';
import { CONTACT_KINDS, type ContactKind } from '../../../shared/model/contact.ts';
import { CONTACT_WORDS } from '../../../shared/model/year-words.ts';
import { useChannel } from '../../state/channel.ts';
import { useCommands } from '../../state/commands.ts';
import { usePlace } from '../../state/place.ts';
import { useSession } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { DataList, type DataColumn } from '../../ui/data-list.tsx';
import { TextField } from '../../ui/field.tsx';
import { StateMark } from '../../ui/mark.tsx';
import { Select } from '../../ui/select.tsx';
import { EmptyState, FailureNotice, Spinner } from '../../ui/states.tsx';
import '../sheets/sheets.css';
import { AddContactDialog } from './add-contact-dialog.tsx';
import './contacts.css';
import { aboutWords, dueWords, isOverdue, sinceWords, stateOf } from './contact-words.ts';
import { EntryDialog } from './entry-dialog.tsx';

const NO_ROWS: readonly ContactRow[] = [];
const SHOWN = ['open', 'due', 'complaints', 'all'] as const;
type Shown = (typeof SHOWN)[number];
const SHOWN_WORDS: Readonly<Record<Shown, string>> = {
  open: 'Open',
  due: 'Open, with a day to keep',
  complaints: 'Open complaints',
  all: 'Open and closed',
};

const FITS: Readonly<Record<Shown, (row: ContactRow) => boolean>> = {
  open: (row) => row.closed === null,
  due: (row) => row.due_on !== null,
  complaints: (row) => row.closed === null && row.kind === 'complaint',
  all: () => true,
};

function columnsOn(today: string): readonly DataColumn<ContactRow>[] {
  return [
    {
      id: 'state',
      header: 'State',
      width: '132px',
      cell: (row) => {
        const { tone, label } = stateOf(row, today);
        return <StateMark tone={tone}>{label}</StateMark>;
      },
    },
    {
      id: 'happened_on',
      header: 'Happened',
      width: '104px',
      cell: (row) => formatDate(row.happened_on),
    },
    {
      id: 'kind',
      header: 'Kind',
      width: 'minmax(152px, 208px)',
      from: 760,
      cell: (row) => CONTACT_WORDS[row.kind],
    },
    {
      id: 'about',
      header: 'About',
      width: 'minmax(200px, 2fr)',
      cell: (row) => <strong title={row.school}>{aboutWords(row)}</strong>,
    },
    {
      id: 'what',
      header: 'What',
      width: 'minmax(200px, 3fr)',
      from: 900,
      cell: (row) =>
        row.restricted ? (
          <span className="soft">Restricted: open it to read</span>
        ) : (
          <span title={row.what}>{row.what}</span>
        ),
    },
    {
      id: 'due',
      header: 'Next',
      width: 'minmax(208px, 1.2fr)',
      cell: (row) => {
        if (row.closed !== null) return <span className="soft">{row.closed.outcome}</span>;
        const due = dueWords(row);
        if (due === '')
          return <span className="soft">Open {sinceWords(row.happened_on, today)}</span>;
        return isOverdue(row, today) ? <strong>{due}</strong> : due;
      },
    },
  ];
}

/** Everything that was reported of children, routes and providers, and what is still to be done about it. */
export function ContactLogScreen() {
  const today = useSession((session) => session.info?.store?.today ?? '');
  const asked = usePlace((place) => place.params['show'] ?? '');
  const [chosenShow, setShow] = useState<Shown | null>(null);
  const show = chosenShow ?? SHOWN.find((each) => each === asked) ?? 'open';
  const [kind, setKind] = useState<ContactKind | 'any'>('any');
  const [text, setText] = useState('');
  const [isAdding, setAdding] = useState(false);
  const [openId, setOpenId] = useState<number | null>(null);
  const { data, error, refetch } = useChannel('contacts/list', {});
  const rows = data?.rows ?? NO_ROWS;
  const columns = useMemo(() => columnsOn(today), [today]);
  const shown = useMemo(() => {
    const words = text.trim().toLowerCase();
    return rows.filter(
      (row) =>
        FITS[show](row) &&
        (kind === 'any' || row.kind === kind) &&
        (words === '' ||
          `${aboutWords(row)} ${row.ref} ${row.what} ${row.school}`.toLowerCase().includes(words)),
    );
  }, [rows, show, kind, text]);
  const add = useCallback(() => {
    setAdding(true);
  }, []);
  useCommands(
    'contact-log',
    useMemo(
      () => [
        { id: 'add-contact', label: 'Add to the contact log', isEnabled: () => true, run: add },
      ],
      [add],
    ),
  );
  const open = rows.filter((row) => row.closed === null);
  const overdue = open.filter((row) => isOverdue(row, today));
  return (
    <div className="sheets">
      <header className="sheets-head">
        <h1>Contact log</h1>
        <output className="soft">
          {data === null
            ? ''
            : `${formatCount(open.length)} open of ${formatQuantity(rows.length, 'entry', 'entries')}${overdue.length === 0 ? '' : `, ${formatCount(overdue.length)} overdue`}`}
        </output>
        <div className="sheets-filters">
          <Select
            label="Show"
            value={show}
            options={SHOWN.map((id) => ({
              id,
              label: SHOWN_WORDS[id],
              detail: formatCount(rows.filter(FITS[id]).length),
            }))}
            onChange={setShow}
          />
          <Select
            label="Kind"
            value={kind}
            options={[
              { id: 'any' as const, label: 'Any kind' },
              ...CONTACT_KINDS.map((id) => ({ id, label: CONTACT_WORDS[id] })),
            ]}
            onChange={setKind}
          />
          <TextField
            label="Find"
            value={text}
            onChange={setText}
            placeholder="Child, route, word"
          />
          <span className="sheets-space" />
          <Button variant="primary" icon={Plus} onPress={add}>
            Add an entry
          </Button>
        </div>
        {error === null ? null : <FailureNotice failure={error} onRetry={refetch} />}
      </header>
      {data === null && error === null ? <Spinner label="Reading the log" /> : null}
      {data === null ? null : shown.length === 0 ? (
        <EmptyState
          icon={MessageSquare}
          title={rows.length === 0 ? 'Nothing was reported yet' : 'No entry fits'}
        >
          {rows.length === 0
            ? 'What families, schools and providers say of a route goes here: a late vehicle, a concern, a complaint.'
            : 'Show open and closed entries, or another kind.'}
        </EmptyState>
      ) : (
        <DataList
          label="Entries of the contact log"
          columns={columns}
          count={shown.length}
          rowAt={(at) => shown[at]}
          keyOf={(row) => row.id}
          selectedKey={openId}
          onSelect={() => undefined}
          onOpen={(row) => {
            setOpenId(row.id);
          }}
          resetKey={`${show} ${kind} ${text}`}
        />
      )}
      {data === null ? null : (
        <p className="contact-foot soft">
          {data.may_read
            ? 'Safeguarding entries are among them: you are named as one who may read them.'
            : `Safeguarding entries are not listed here${data.names.length === 0 ? '; nobody is named yet who may read them (Data, Settings)' : `: ${data.names.join(', ')} may read them`}.`}
        </p>
      )}
      {isAdding ? (
        <AddContactDialog
          options={[]}
          onClose={() => {
            setAdding(false);
          }}
        />
      ) : null}
      {openId === null ? null : (
        <EntryDialog
          id={openId}
          onClose={() => {
            setOpenId(null);
          }}
        />
      )}
    </div>
  );
}
