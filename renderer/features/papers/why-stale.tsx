import type { StaleReason } from '../../../shared/service/papers/stale.ts';
import { NoticeBar } from '../../ui/states.tsx';
import './papers.css';

/** What of a paper in force is no longer so. A child who is no longer on it comes first: its reader must not keep it. */
export function WhyStale(props: { readonly what: string; readonly why: readonly StaleReason[] }) {
  const { why } = props;
  if (why.length === 0) return null;
  const mustBack = why.some(({ kind }) => kind === 'gone' || kind === 'left');
  return (
    <NoticeBar
      tone="warning"
      title={`${props.what} has gone stale${mustBack ? ', and its reader must not keep it' : ''}`}
    >
      <ul className="papers-why">
        {why.map(({ words }) => (
          <li key={words}>{words}.</li>
        ))}
      </ul>
    </NoticeBar>
  );
}
