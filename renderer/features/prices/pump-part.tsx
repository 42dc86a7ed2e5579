import { ChartColumn } from 'lucide-react';
import { useChannel } from '../../state/channel.ts';
import { NoPlanYet } from '../../ui/no-plan-yet.tsx';
import { FailureNotice, Spinner } from '../../ui/states.tsx';
import { FuelPanel } from './fuel-panel.tsx';

/** What another pump price does to the plan's year. */
export function PumpPart() {
  const answer = useChannel('costs/overview', {});
  if (answer.data !== null) return <FuelPanel overview={answer.data} />;
  if (answer.error === null) return <Spinner label="Reckoning the costs" />;
  return answer.error.code === 'no_plan' ? (
    <NoPlanYet icon={ChartColumn} title="No litres yet">
      Fuel is reckoned from a plan’s routes: how far they drive, in which vehicles, how fast.
    </NoPlanYet>
  ) : (
    <FailureNotice failure={answer.error} onRetry={answer.refetch} />
  );
}
