import { CalendarClock, FolderInput, Play } from 'lucide-react';
import { formatDateWithDay } from '../../../shared/format/date.ts';
import { formatDate } from '../../../shared/format/date.ts';
import type { PlanSummary } from '../../../shared/api/views/plan.ts';
import type { Today } from '../../../shared/api/views/today.ts';
import { useChannel } from '../../state/channel.ts';
import { go, hrefOf } from '../../state/place.ts';
import { useSession } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { Badge, StateMark } from '../../ui/mark.tsx';
import { EmptyState, FailureNotice } from '../../ui/states.tsx';
import { PLAN_SEED, startPlan } from '../map/plan-actions.ts';
import { CostPart } from './cost-part.tsx';
import { DeadlinePart } from './deadline-part.tsx';
import { GapsPart } from './gaps-part.tsx';
import { RunningPart } from './running-part.tsx';
import { TransportPart } from './transport-part.tsx';
import { WorkPart } from './work-part.tsx';
import './today.css';

/** Where a day starts: children without transport, the deadline, gaps in the data, and the cost last. */
export function TodayScreen() {
  const { data, error, loading, refetch } = useChannel('today/get', {});
  const store = useSession((session) => session.info?.store ?? null);
  if (error !== null && data === null) {
    return (
      <div className="today">
        <h1>Today</h1>
        <FailureNotice failure={error} onRetry={refetch} />
      </div>
    );
  }
  if (loading || data === null || store === null) return <div className="today" aria-busy="true" />;
  return (
    <div className="today">
      <header className="today-head">
        <h1>Today</h1>
        <span className="today-date">
          <CalendarClock size={14} aria-hidden="true" />
          {formatDateWithDay(store.today)}
          {store.demo ? ', the invented county’s own day' : ''}
        </span>
        <span className="today-space" />
        <PlanMark plan={data.plan} />
      </header>
      {data.clients === 0 ? <NothingLoaded /> : <Parts today={data} />}
    </div>
  );
}

function Parts(props: { readonly today: Today }) {
  return (
    <div className="today-parts">
      <TransportPart today={props.today} />
      <DeadlinePart today={props.today} />
      <WorkPart />
      <RunningPart />
      <GapsPart today={props.today} />
      <CostPart today={props.today} />
    </div>
  );
}

function NothingLoaded() {
  return (
    <EmptyState
      icon={FolderInput}
      title="No children are loaded yet"
      action={
        <Button
          variant="primary"
          icon={FolderInput}
          onPress={() => {
            go(hrefOf('data'));
          }}
        >
          Import files
        </Button>
      }
    >
      Drop the applications, the contract register or any other file on this window, or choose them
      under Data. They may come in any order.
    </EmptyState>
  );
}

const PLAN_WORDS = { draft: 'Draft', approved: 'Approved', superseded: 'Superseded' } as const;

/** What makes the plan out of date: the first sentence, and how many more. */
function staleWords([first = '', ...more]: readonly string[]): string {
  return more.length === 0 ? first : `${first} And ${more.length} more.`;
}

function PlanMark(props: { readonly plan: PlanSummary | null }) {
  const { plan } = props;
  if (plan === null) return <StateMark tone="warning">No plan made yet</StateMark>;
  return (
    <span className="today-plan">
      {plan.stale.length > 0 ? (
        <>
          <span title={plan.stale.join('\n')}>
            <StateMark tone="warning">{staleWords(plan.stale)}</StateMark>
          </span>
          <Button size="small" icon={Play} onPress={() => void startPlan(null, PLAN_SEED)}>
            Plan again
          </Button>
        </>
      ) : null}
      <Badge tone={plan.status === 'approved' ? 'good' : 'neutral'}>
        {PLAN_WORDS[plan.status]} plan of {formatDate(plan.made_on)}
      </Badge>
    </span>
  );
}
