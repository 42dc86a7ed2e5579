import { formatShortPounds } from '../../../shared/format/money.ts';
import { drawsOver } from '../../../shared/pressure/forecast/budget-words.ts';
import type { NextYear as NextYearView } from '../../../shared/pressure/forecast/next-year.ts';
import { useChannel } from '../../state/channel.ts';
import { hrefOf } from '../../state/place.ts';
import { Headline } from '../../ui/headline.tsx';

/** What the year after the plan's may cost and how sure that is, opening what it rests on. */
export function NextYear() {
  const { data, error, loading } = useChannel('costs/next-year', {});
  if (error !== null || (data === null && !loading)) return null;
  const href = hrefOf('costs', ['outlook']);
  // Its place is kept while it is drawn, so that nothing beside it moves.
  if (data === null) return <Headline value="…" label="next year" href={href} note="Being drawn" />;
  return (
    <Headline
      value={formatShortPounds(data.p50_pence)}
      label={`in ${data.year}, est.`}
      href={href}
      note={`8 chances in 10: ${formatShortPounds(data.p10_pence)} to ${formatShortPounds(data.p90_pence)}${overWords(data)}`}
    />
  );
}

/** '' where no budget is recorded: then no chance is told. */
function overWords({ budget_pence, over_budget }: NextYearView): string {
  if (budget_pence === null || over_budget === null) return '';
  return `; above the budget of ${formatShortPounds(budget_pence)} ${drawsOver(over_budget)}`;
}
