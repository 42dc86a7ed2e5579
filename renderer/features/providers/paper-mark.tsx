import { formatDate } from '../../../shared/format/date.ts';
import { formatCount } from '../../../shared/format/number.ts';
import { itemTitle, itemWords } from '../../../shared/service/register/gap-words.ts';
import type { PaperState } from '../../../shared/service/register/paper-state.ts';
import { StateMark } from '../../ui/mark.tsx';

/** How papers stand: out of date, soon, not recorded, or in date; the first of them in full on hover. */
export function PaperMark({ state }: { readonly state: PaperState }) {
  const { out_of_date, running_out, next, not_recorded } = state;
  const first = next === null ? '' : `${itemTitle(next.item)} ${formatDate(next.until)}`;
  if (out_of_date > 0)
    return (
      <StateMark tone="warning">
        <span title={first}>
          {out_of_date === 1 && next !== null
            ? `${itemTitle(next.item)} out of date`
            : `${formatCount(out_of_date)} out of date`}
        </span>
      </StateMark>
    );
  if (running_out > 0)
    return (
      <StateMark tone="info">
        <span title={first}>
          {running_out === 1 ? first : `${formatCount(running_out)} soon, ${first}`}
        </span>
      </StateMark>
    );
  if (not_recorded.length > 0)
    return (
      <span className="soft" title={not_recorded.map(itemWords).join(', ')}>
        {not_recorded.length === 1
          ? `${itemTitle(not_recorded[0] ?? '')} not recorded`
          : `${formatCount(not_recorded.length)} not recorded`}
      </span>
    );
  return (
    <StateMark tone="good">
      <span title={first === '' ? '' : `First: ${first}`}>in date</span>
    </StateMark>
  );
}
