import type { TransportAnswer } from '../../../shared/api/views/service.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { NOT_YET_WORDS, reasonWords } from '../../../shared/service/reasons.ts';
import type { DataColumn } from '../../ui/data-list.tsx';
import { StateMark } from '../../ui/mark.tsx';
import { byWords, confirmedWords, mainRide, rideDays, timeWords } from './answer-words.ts';

/** Child, school, who collects them, when, and whether it is confirmed. */
export const WHO_COLUMNS: readonly DataColumn<TransportAnswer>[] = [
  {
    id: 'name',
    header: 'Child',
    width: 'minmax(140px, 1.2fr)',
    cell: ({ name, ref }) => <strong title={ref}>{name === '' ? ref : name}</strong>,
  },
  {
    id: 'school',
    header: 'School',
    width: 'minmax(120px, 1.2fr)',
    from: 1040,
    cell: ({ school }) => (
      <span className="soft" title={school}>
        {school}
      </span>
    ),
  },
  {
    id: 'on',
    header: 'Day',
    width: '104px',
    from: 760,
    cell: ({ on }) => formatDate(on),
  },
  {
    id: 'by',
    header: 'Who collects',
    width: 'minmax(150px, 1.5fr)',
    cell: (answer) => {
      const words = byWords(answer);
      return words === '' ? <span className="soft">Nobody yet</span> : <span title={words}>{words}</span>; // prettier-ignore
    },
  },
  {
    id: 'when',
    header: 'When',
    width: '124px',
    from: 620,
    cell: (answer) => {
      const ride = mainRide(answer);
      return <span title={ride === undefined ? '' : rideDays(ride)}>{timeWords(ride)}</span>;
    },
  },
  {
    id: 'confirmed',
    header: 'Is it confirmed?',
    width: 'minmax(190px, 2fr)',
    cell: (answer) => {
      const [first, ...others] = answer.reasons;
      if (first === undefined) return <StateMark tone="good">{confirmedWords(answer)}</StateMark>;
      return (
        <span title={answer.reasons.map(reasonWords).join('\n')}>
          <StateMark tone="danger">
            {first.item === '' || first.code === 'ended'
              ? NOT_YET_WORDS[first.code]
              : `${NOT_YET_WORDS[first.code]}: ${first.item}`}
            {others.length === 0 ? '' : ` and ${others.length} more`}
          </StateMark>
        </span>
      );
    },
  },
  {
    id: 'since',
    header: 'Since',
    width: '104px',
    from: 900,
    cell: ({ reasons }) => {
      const since = reasons[0]?.since ?? null;
      if (since !== null) return formatDate(since);
      return reasons.length === 0 ? null : <span className="soft">not known</span>;
    },
  },
];
