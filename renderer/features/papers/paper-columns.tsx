import type { PaperRow } from '../../../shared/api/views/papers.ts';
import { formatDate } from '../../../shared/format/date.ts';
import type { DataColumn } from '../../ui/data-list.tsx';
import { StateMark } from '../../ui/mark.tsx';
import { HANDED_WORDS, KIND_WORDS, PAPER_STATE_WORDS } from './paper-words.ts';

/** Why a paper is as it is, in one line: the first reason, and how many more. */
export function whyWords({ withdrawn, why }: PaperRow): string {
  if (withdrawn !== null) return withdrawn.reason;
  const [first, ...others] = why;
  if (first === undefined) return '';
  return others.length === 0 ? first.words : `${first.words}, and ${others.length} more`;
}

/** The log's columns; narrow windows drop the less needed ones. */
export const PAPER_COLUMNS: readonly DataColumn<PaperRow>[] = [
  {
    id: 'state',
    header: 'State',
    width: '118px',
    cell: (row) => (
      <StateMark tone={PAPER_STATE_WORDS[row.state].tone}>
        {PAPER_STATE_WORDS[row.state].label}
      </StateMark>
    ),
  },
  {
    id: 'of',
    header: 'Paper',
    width: 'minmax(150px, 1.2fr)',
    cell: (row) => (
      <span title={`${KIND_WORDS[row.kind][0]}: ${row.of}`}>
        <strong>{row.of}</strong>
        {row.version === 0 ? '' : ` v${row.version}`}
      </span>
    ),
  },
  {
    id: 'recipient',
    header: 'To',
    width: 'minmax(140px, 1.2fr)',
    cell: (row) => (
      <span title={row.recipient}>
        <bdi>{row.recipient}</bdi>
      </span>
    ),
  },
  {
    id: 'why',
    header: 'Why',
    width: 'minmax(160px, 1.8fr)',
    from: 700,
    cell: (row) => (
      <span className="soft" title={whyWords(row)}>
        {whyWords(row)}
      </span>
    ),
  },
  {
    id: 'school',
    header: 'School',
    width: 'minmax(110px, 1fr)',
    from: 1250,
    cell: (row) => (
      <span className="soft" title={row.school}>
        {row.school}
      </span>
    ),
  },
  {
    id: 'issued_on',
    header: 'Given out',
    width: '104px',
    from: 560,
    cell: (row) => formatDate(row.issued_on),
  },
  {
    id: 'how',
    header: 'How, and by whom',
    width: 'minmax(130px, 1fr)',
    from: 1000,
    cell: (row) => (
      <span className="soft">
        {HANDED_WORDS[row.how]}, <bdi>{row.issued_by}</bdi>
      </span>
    ),
  },
];
