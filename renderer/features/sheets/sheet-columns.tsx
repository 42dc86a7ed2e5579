import type { SheetRow } from '../../../shared/api/views/sheets.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatCount } from '../../../shared/format/number.ts';
import type { DataColumn } from '../../ui/data-list.tsx';
import { StateMark } from '../../ui/mark.tsx';
import { STATE_WORDS } from './sheet-words.ts';

/** The list's columns; narrow windows drop the less needed ones. */
export const SHEET_COLUMNS: readonly DataColumn<SheetRow>[] = [
  {
    id: 'ref',
    header: 'Route',
    width: 'minmax(92px, 0.8fr)',
    cell: (row) => <strong>{row.route_ref}</strong>,
  },
  {
    id: 'provider',
    header: 'For',
    width: 'minmax(130px, 1.3fr)',
    cell: (row) =>
      row.provider === '' ? <span className="soft">Not let yet</span> : <span title={row.provider}>{row.provider}</span>, // prettier-ignore
  },
  {
    id: 'school',
    header: 'School',
    width: 'minmax(120px, 1.4fr)',
    from: 640,
    cell: (row) => (
      <span className="soft" title={row.school}>
        {row.school}
      </span>
    ),
  },
  {
    id: 'clients',
    header: 'Children',
    width: '80px',
    align: 'end',
    from: 560,
    cell: (row) => formatCount(row.clients),
  },
  {
    id: 'state',
    header: 'Sheet',
    width: '142px',
    cell: (row) => (
      <StateMark tone={STATE_WORDS[row.state].tone}>{STATE_WORDS[row.state].label}</StateMark>
    ),
  },
  {
    id: 'version',
    header: 'Given out',
    width: '150px',
    from: 760,
    cell: (row) =>
      row.version === null || row.issued_on === null ? (
        <span className="soft">never</span>
      ) : (
        `v${row.version}, ${formatDate(row.issued_on)}`
      ),
  },
  {
    id: 'held',
    header: 'Held back',
    width: '92px',
    align: 'end',
    from: 860,
    cell: (row) =>
      row.held === 0 ? <span className="soft">0</span> : <StateMark tone="warning">{formatCount(row.held)}</StateMark>, // prettier-ignore
  },
];
