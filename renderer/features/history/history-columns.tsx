import type { HistoryLineView } from '../../../shared/api/views/history.ts';
import { entityWord } from '../../../shared/history/entity-words.ts';
import type { DataColumn } from '../../ui/data-list.tsx';
import { formatMoment } from '../data/words.ts';
import { hrefOfRecord } from './record-link.ts';

/** The child or record in words, leading to it. */
function Record(props: { readonly line: HistoryLineView }) {
  const { line } = props;
  const { name, ref, entity } = line;
  const words =
    name === '' ? `${entityWord(entity)}${ref === '' ? '' : ` ${ref}`}` : `${name}, ${ref}`;
  const href = hrefOfRecord(line);
  return href === null ? (
    <span className="soft" title={words}>
      {words}
    </span>
  ) : (
    <a href={href} title={words}>
      {words}
    </a>
  );
}

/** When, who and by what stand once a change, with its first line. */
export const HISTORY_COLUMNS: readonly DataColumn<HistoryLineView>[] = [
  {
    id: 'at',
    header: 'When',
    width: '144px',
    cell: (line) => (line.follows ? '' : formatMoment(line.at)),
  },
  {
    id: 'who',
    header: 'Who',
    width: 'minmax(72px, 130px)',
    from: 700,
    cell: (line) => (line.follows ? '' : line.who),
  },
  {
    id: 'what',
    header: 'What',
    width: 'minmax(200px, 3.4fr)',
    cell: (line) => <span title={line.sentence}>{line.sentence}</span>,
  },
  {
    id: 'record',
    header: 'Child or record',
    width: 'minmax(190px, 1.6fr)',
    cell: (line) => <Record line={line} />,
  },
];
