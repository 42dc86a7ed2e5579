import type { SchoolListRow } from '../../../shared/api/views/papers.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatCount } from '../../../shared/format/number.ts';
import type { DataColumn } from '../../ui/data-list.tsx';
import { StateMark } from '../../ui/mark.tsx';
import { LIST_STATE_WORDS } from './school-words.ts';

/** The list's columns; narrow windows drop the less needed ones. */
export const SCHOOL_COLUMNS: readonly DataColumn<SchoolListRow>[] = [
  {
    id: 'school',
    header: 'School',
    width: 'minmax(180px, 2fr)',
    cell: (row) => <strong title={row.school}>{row.school}</strong>,
  },
  {
    id: 'children',
    header: 'Children',
    width: '80px',
    align: 'end',
    cell: (row) => formatCount(row.children),
  },
  {
    id: 'not_sure',
    header: 'Not confirmed',
    width: '110px',
    align: 'end',
    from: 640,
    cell: (row) =>
      row.not_sure === 0 ? <span className="soft">0</span> : <StateMark tone="warning">{formatCount(row.not_sure)}</StateMark>, // prettier-ignore
  },
  {
    id: 'routes',
    header: 'Routes',
    width: '72px',
    align: 'end',
    from: 720,
    cell: (row) => formatCount(row.routes),
  },
  {
    id: 'state',
    header: 'List',
    width: '142px',
    cell: (row) => (
      <StateMark tone={LIST_STATE_WORDS[row.state].tone}>
        {LIST_STATE_WORDS[row.state].label}
      </StateMark>
    ),
  },
  {
    id: 'version',
    header: 'Given out',
    width: '150px',
    from: 560,
    cell: (row) =>
      row.version === null || row.issued_on === null ? (
        <span className="soft">never</span>
      ) : (
        `v${row.version}, ${formatDate(row.issued_on)}`
      ),
  },
];
