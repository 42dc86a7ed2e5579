import { Printer } from 'lucide-react';
import { useChannel } from '../../state/channel.ts';
import { Button } from '../../ui/button.tsx';
import { StateMark } from '../../ui/mark.tsx';
import { FailureNotice, Spinner } from '../../ui/states.tsx';
import { LetterSheet } from '../letters/letter-sheet.tsx';
import '../letters/letters.css';
import { LIST_STATE_WORDS } from './school-words.ts';
import { WhyStale } from './why-stale.tsx';

/** One school's list as it prints, and what of the one in its hands is no longer so. */
export function SchoolPanel(props: {
  readonly urn: number;
  readonly onGiveOut: (urns: readonly number[]) => void;
}) {
  const { data, error, refetch } = useChannel('papers/school', { urn: props.urn });
  return (
    // Scrolls, so the keyboard must be able to reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <aside className="papers-panel" aria-label="The school’s list" tabIndex={0}>
      {data === null ? (
        error === null ? (
          <Spinner label="Making the list" />
        ) : (
          <FailureNotice failure={error} onRetry={refetch} />
        )
      ) : (
        <>
          <div className="papers-panel-head">
            <h2>{data.school}</h2>
            <StateMark tone={LIST_STATE_WORDS[data.state].tone}>
              {LIST_STATE_WORDS[data.state].label}
            </StateMark>
            <span className="papers-space" />
            <Button
              size="small"
              icon={Printer}
              onPress={() => {
                props.onGiveOut([data.urn]);
              }}
            >
              {data.state === 'current' ? 'Print again' : `Give out version ${data.version}`}
            </Button>
          </div>
          <WhyStale what="The list in the school’s hands" why={data.why} />
          <LetterSheet html={data.html} title={`List of ${data.school} as it prints`} isAcross />
        </>
      )}
    </aside>
  );
}
