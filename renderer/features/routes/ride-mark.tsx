import { formatMinutes, formatMinutesNumber } from '../../../shared/format/time.ts';
import type { PlannedStop } from '../../../shared/model/plan.ts';
import { StateMark } from '../../ui/mark.tsx';

/** One ride and its limit in words; over a clinical limit is a broken rule, over the guide is to be explained. */
export function RideMark(
  props: Pick<PlannedStop, 'ride_s' | 'limit_s' | 'limit_kind' | 'direct_s'>,
) {
  const { ride_s, limit_s, limit_kind, direct_s } = props;
  const limit = `${limit_kind === 'clinical' ? 'clinical limit' : 'guide'} ${formatMinutesNumber(limit_s)}`;
  if (ride_s <= limit_s)
    return (
      <span>
        {formatMinutes(ride_s)} <span className="soft">of {limit}</span>
      </span>
    );
  if (limit_kind === 'clinical')
    return (
      <StateMark tone="danger">
        {formatMinutes(ride_s)}, over {limit}
      </StateMark>
    );
  return (
    <StateMark tone="warning">
      {formatMinutes(ride_s)}, over {limit}: direct {formatMinutesNumber(direct_s)}
    </StateMark>
  );
}
