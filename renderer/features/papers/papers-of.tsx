import type { Input } from '../../../shared/api/contract.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { useChannel } from '../../state/channel.ts';
import { hrefOf } from '../../state/place.ts';
import { StateMark } from '../../ui/mark.tsx';
import { FailureNotice } from '../../ui/states.tsx';
import { whyWords } from './paper-columns.tsx';
import { HANDED_WORDS, KIND_WORDS, PAPER_STATE_WORDS } from './paper-words.ts';
import './papers.css';

/** The papers about one route, child or provider: who has which version, and whether it stands. */
export function PapersOf(props: {
  readonly of: Input<'papers/of'>;
  /** What the log is searched for. */
  readonly find: string;
  /** Says nothing where there is none. */
  readonly quiet?: boolean;
}) {
  const { data, error, refetch } = useChannel('papers/of', props.of);
  if (data === null && error !== null) return <FailureNotice failure={error} onRetry={refetch} />;
  const rows = data?.rows ?? [];
  if (rows.length === 0 && (props.quiet === true || data === null)) return null;
  return (
    <section className="papers-of" aria-label="Papers given out">
      <h3>Papers given out</h3>
      {rows.length === 0 ? <p className="soft">None yet.</p> : null}
      <ul>
        {rows.slice(0, SHOWN).map((row) => (
          <li key={row.key}>
            <span>
              {KIND_WORDS[row.kind][0]}, {row.of}
              {row.version === 0 ? '' : `, version ${row.version}`}, {formatDate(row.issued_on)} to{' '}
              <bdi>{row.recipient}</bdi> {HANDED_WORDS[row.how]}
            </span>
            <StateMark tone={PAPER_STATE_WORDS[row.state].tone}>
              {PAPER_STATE_WORDS[row.state].label}
            </StateMark>
            {whyWords(row) === '' ? null : <span className="soft">{whyWords(row)}</span>}
          </li>
        ))}
      </ul>
      {rows.length > 0 ? (
        <a href={hrefOf('routes', ['papers'], { find: props.find })}>
          {rows.length > SHOWN ? `All ${rows.length} in the log` : 'In the log of papers'}
        </a>
      ) : null}
    </section>
  );
}

const SHOWN = 6;
