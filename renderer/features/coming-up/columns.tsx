import { ArrowRight } from 'lucide-react';
import type { ComingUp } from '../../../shared/api/views/coming-up.ts';
import { altersAnything, eventKindWords } from '../../../shared/casework/coming-up-words.ts';
import { PROPOSED_WORDS, RULE_WORDS } from '../../../shared/casework/decision-words.ts';
import type { Answered } from '../../../shared/eligibility/outlook.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatMargin } from '../../../shared/format/distance.ts';
import { POWER_WORDS, STATUS_WORDS } from '../../../shared/model/words.ts';
import type { DataColumn } from '../../ui/data-list.tsx';
import { StateMark } from '../../ui/mark.tsx';

type AheadRow = ComingUp['events'][number];
type EdgeRow = ComingUp['edges'][number];

function statusWords({ status }: Pick<AheadRow, 'status'>): string {
  return status === '' ? 'Carried' : STATUS_WORDS[status];
}

/** Columns of what changes ahead. */
export const EVENT_COLUMNS: readonly DataColumn<AheadRow>[] = [
  { id: 'on', header: 'Day', width: '122px', cell: ({ on }) => formatDate(on) },
  {
    id: 'name',
    header: 'Child',
    width: 'minmax(130px, 1.2fr)',
    cell: ({ name }) => <strong>{name}</strong>,
  },
  {
    id: 'kind',
    header: 'Kind',
    width: '184px',
    from: 1300,
    cell: ({ kind }) => <span className="soft">{eventKindWords(kind)}</span>,
  },
  {
    id: 'what',
    header: 'What happens',
    width: 'minmax(200px, 2.4fr)',
    cell: ({ what }) => <span title={what}>{what}</span>,
  },
  {
    id: 'then',
    header: 'What the same facts bring',
    width: 'minmax(220px, 1.8fr)',
    cell: (row) => <Then row={row} />,
  },
  {
    id: 'school',
    header: 'School',
    width: 'minmax(120px, 1fr)',
    from: 1100,
    cell: ({ school }) => <span className="soft">{school}</span>,
  },
  { id: 'status', header: 'State', width: '120px', from: 900, cell: statusWords },
];

function Then(props: { readonly row: AheadRow }) {
  const { now, later } = props.row;
  if (!altersAnything(props.row)) return <span className="soft">No change: {said(now, now)}</span>;
  return (
    <span className="coming-then" title={`${said(now, later)}, then ${said(later, now)}`}>
      <span className="soft">{said(now, later)}</span>
      <ArrowRight size={14} aria-label="then" />
      <strong>{said(later, now)}</strong>
    </span>
  );
}

/** What differs from another answer in a word or two; the proposal where nothing does. */
function said(of: Answered, other: Answered): string {
  const proposal = PROPOSED_WORDS[of.proposal].toLowerCase().replace('proposed: ', '');
  if (of.power === other.power) return proposal;
  const power = of.power === 'cannot_tell' ? 'power not known' : (POWER_WORDS[of.power].split(',')[0] ?? ''); // prettier-ignore
  return of.proposal === other.proposal ? power : `${power}, ${proposal}`;
}

/** Columns of who lies close to an edge. */
export const EDGE_COLUMNS: readonly DataColumn<EdgeRow>[] = [
  {
    id: 'name',
    header: 'Child',
    width: 'minmax(130px, 1fr)',
    cell: ({ name }) => <strong>{name}</strong>,
  },
  {
    id: 'edge',
    header: 'Edge',
    width: 'minmax(190px, 1fr)',
    cell: ({ kind, rule, limit_miles }) =>
      kind === 'cliff_edge'
        ? `Budget band, ${limit_miles} miles`
        : `${rule === null ? '' : RULE_WORDS[rule]}, ${limit_miles} miles`,
  },
  {
    id: 'margin',
    header: 'Over or under',
    width: '130px',
    align: 'end',
    cell: ({ margin_m }) =>
      `${formatMargin(Math.abs(margin_m))} ${margin_m > 0 ? 'over' : 'under'}`,
  },
  {
    id: 'error',
    header: 'How sure',
    width: '190px',
    cell: ({ within_error }) => (
      <StateMark tone={within_error ? 'warning' : 'neutral'}>
        {within_error ? 'Within the error' : 'Within 5%'}
      </StateMark>
    ),
  },
  {
    id: 'text',
    header: 'Measure',
    width: 'minmax(200px, 2fr)',
    from: 1000,
    cell: ({ text }) => (
      <span className="soft" title={text}>
        {text}
      </span>
    ),
  },
  {
    id: 'school',
    header: 'School',
    width: 'minmax(120px, 1fr)',
    from: 1200,
    cell: ({ school }) => <span className="soft">{school}</span>,
  },
  { id: 'status', header: 'State', width: '120px', from: 800, cell: statusWords },
];
