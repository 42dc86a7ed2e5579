import type { NoticeRow } from '../../../shared/api/views/notices.ts';
import { formatDate } from '../../../shared/format/date.ts';
import type { DataColumn } from '../../ui/data-list.tsx';
import { StateMark } from '../../ui/mark.tsx';
import { STATE_MARKS, whenWords } from './notice-words.ts';

/** The list's columns; narrow windows drop the less needed ones. */
export const NOTICE_COLUMNS: readonly DataColumn<NoticeRow>[] = [
  {
    id: 'state',
    header: 'State',
    width: '132px',
    cell: ({ state }) => (
      <StateMark tone={STATE_MARKS[state].tone}>{STATE_MARKS[state].label}</StateMark>
    ),
  },
  {
    id: 'when',
    header: 'Tell by, or told',
    width: 'minmax(112px, 0.8fr)',
    cell: (row) => <span title={whenWords(row)}>{whenWords(row)}</span>,
  },
  {
    id: 'to',
    header: 'To',
    width: 'minmax(150px, 1.5fr)',
    cell: (row) => <strong title={row.recipient}>{row.recipient}</strong>,
  },
  {
    id: 'child',
    header: 'Child',
    width: 'minmax(110px, 1fr)',
    cell: (row) => <span title={row.ref}>{row.child === '' ? row.ref : row.child}</span>,
  },
  {
    id: 'event',
    header: 'Change',
    width: 'minmax(140px, 1.2fr)',
    from: 760,
    cell: (row) => (
      <span className="soft" title={row.event}>
        {row.event}
      </span>
    ),
  },
  {
    id: 'effective',
    header: 'From',
    width: '104px',
    align: 'end',
    from: 640,
    cell: (row) => formatDate(row.effective_on),
  },
];
