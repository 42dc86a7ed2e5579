import { Check, EyeOff, Languages, TriangleAlert } from 'lucide-react';
import type { LetterDue } from '../../../shared/api/views/letters.ts';
import { formatDateOrDash } from '../../../shared/format/date.ts';
import { withinSentence } from '../../../shared/model/words.ts';
import type { DataColumn } from '../../ui/data-list.tsx';
import { Badge, StateMark } from '../../ui/mark.tsx';

/** The columns of the letters due; `isChosen` says which go into the batch. */
export function dueColumns(
  isChosen: (row: LetterDue) => boolean,
): readonly DataColumn<LetterDue>[] {
  return [
    {
      id: 'tick',
      header: '',
      width: '44px',
      cell: (row) =>
        row.lacks.length > 0 ? (
          <span className="letters-tick letters-tick-none">
            <TriangleAlert size={14} aria-label="Cannot be written yet" />
          </span>
        ) : (
          <span className={isChosen(row) ? 'letters-tick letters-tick-on' : 'letters-tick'}>
            {isChosen(row) ? (
              <Check size={12} strokeWidth={3} aria-label="In the batch" />
            ) : (
              <span className="visually-hidden">Left out</span>
            )}
          </span>
        ),
    },
    {
      id: 'name',
      header: 'Child',
      width: 'minmax(140px, 1.3fr)',
      cell: (row) => (
        <span className="apps-name">
          <span>{row.name}</span>
          {row.protected_address ? <EyeOff size={14} aria-label="Protected address" /> : null}
          {row.language_or_format === '' ? null : (
            <Languages size={14} aria-label={`Wants ${row.language_or_format}`} />
          )}
        </span>
      ),
    },
    {
      id: 'ref',
      header: 'Reference',
      width: '112px',
      from: 660,
      cell: (row) => <span className="soft">{row.ref}</span>,
    },
    {
      id: 'about',
      header: 'What stands out',
      width: 'minmax(150px, 1.6fr)',
      cell: (row) => <StandsOut row={row} />,
    },
    {
      id: 'school',
      header: 'School',
      width: 'minmax(120px, 1.2fr)',
      from: 820,
      cell: (row) => row.school,
    },
    {
      id: 'since',
      header: 'Since',
      width: '104px',
      align: 'end',
      cell: (row) => formatDateOrDash(row.since),
    },
  ];
}

function StandsOut(props: { readonly row: LetterDue }) {
  const { lacks, social_worker, language_or_format, note, protected_address } = props.row;
  if (lacks.length > 0)
    return <StateMark tone="warning">Missing: {lacks.map(withinSentence).join('; ')}</StateMark>;
  return (
    <span className="letters-marks">
      {protected_address ? <Badge tone="info">Protected</Badge> : null}
      {social_worker ? <Badge tone="info">Social worker</Badge> : null}
      {language_or_format === '' ? null : <Badge tone="info">{language_or_format}</Badge>}
      {note === '' ? null : <span className="soft">Without terms</span>}
    </span>
  );
}
