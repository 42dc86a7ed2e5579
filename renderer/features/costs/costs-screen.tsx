import './costs.css';
import { ChartColumn } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import type { CostOverview } from '../../../shared/api/views/costs.ts';
import {
  formatPence,
  formatPounds,
  formatPoundsChange,
  formatShortPounds,
} from '../../../shared/format/money.ts';
import { formatCount, formatPercentChange } from '../../../shared/format/number.ts';
import { useChannel } from '../../state/channel.ts';
import { useCommands } from '../../state/commands.ts';
import { select } from '../../state/selection.ts';
import { NoPlanYet } from '../../ui/no-plan-yet.tsx';
import { Headline } from '../../ui/headline.tsx';
import { FailureNotice, Spinner } from '../../ui/states.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { Estimated } from '../../ui/tooltip.tsx';
import { AssumptionsPanel } from './assumptions-panel.tsx';
import { BillPanel } from './bill-panel.tsx';
import { BreakdownPanel } from './breakdown-panel.tsx';
import { ExportButtons } from './export-buttons.tsx';
import { FuelPanel } from './fuel-panel.tsx';
import { OutlookPanel } from './outlook-panel.tsx';
import { PlacementPanel } from './placement-panel.tsx';
import { WhyPanel } from './why-panel.tsx';

type Part = 'why' | 'outlook' | 'bill' | 'breakdown' | 'placement' | 'fuel' | 'assumptions';

const PARTS: readonly { readonly id: Part; readonly label: string }[] = [
  { id: 'why', label: 'Why it changed' },
  { id: 'outlook', label: 'What comes next' },
  { id: 'bill', label: 'Itemised' },
  { id: 'breakdown', label: 'Breakdown' },
  { id: 'placement', label: 'Placement' },
  { id: 'fuel', label: 'Fuel' },
  { id: 'assumptions', label: 'Assumptions and sources' },
];

/** Other words for each part, for the palette. */
const KEYWORDS: Readonly<Record<Part, string>> = {
  why: 'pressure waterfall drivers change',
  outlook: 'forecast scenario budget years monte carlo fan tornado sliders',
  bill: 'bill itemised lines routes prices',
  breakdown: 'district need school table',
  placement: 'fees whole public cost',
  fuel: 'diesel petrol pump price slider',
  assumptions: 'sources rates factors',
};

/** What the plan costs, why that changed, and what it rests on. */
export function CostsScreen() {
  const answer = useChannel('costs/overview', {});
  const [part, setPart] = useState<Part>('why');
  useCommands(
    'costs-parts',
    useMemo(
      () =>
        PARTS.map(({ id, label }) => ({
          id: `costs-${id}`,
          label: `Show costs: ${label.charAt(0).toLowerCase()}${label.slice(1)}`,
          keywords: KEYWORDS[id],
          isEnabled: () => true,
          run: () => {
            setPart(id);
          },
        })),
      [],
    ),
  );
  useEffect(() => {
    // What was chosen elsewhere is not of this screen, and its sheet would take the charts' room.
    select(null);
  }, []);
  if (answer.data === null && answer.error !== null)
    return answer.error.code === 'no_plan' ? (
      <NoPlanYet icon={ChartColumn} title="No costs yet">
        Costs are reckoned from a plan: the contracts that run and the routes planned for new
        clients.
      </NoPlanYet>
    ) : (
      <div className="costs-screen">
        <FailureNotice failure={answer.error} onRetry={answer.refetch} />
      </div>
    );
  if (answer.data === null)
    return (
      <div className="costs-wait">
        <Spinner label="Reckoning the costs" />
      </div>
    );
  const overview = answer.data;
  return (
    <div className="costs-screen">
      <CostsHead overview={overview} />
      <Tabs label="Parts of the costs" tabs={PARTS} selected={part} onSelect={setPart}>
        <div className={`costs-part costs-part-${part}`}>
          {part === 'why' ? <WhyPanel /> : null}
          {part === 'outlook' ? <OutlookPanel /> : null}
          {part === 'bill' ? <BillPanel overview={overview} /> : null}
          {part === 'breakdown' ? <BreakdownPanel overview={overview} /> : null}
          {part === 'placement' ? <PlacementPanel overview={overview} /> : null}
          {part === 'fuel' ? <FuelPanel overview={overview} /> : null}
          {part === 'assumptions' ? <AssumptionsPanel overview={overview} /> : null}
        </div>
      </Tabs>
    </div>
  );
}

function CostsHead({ overview }: { readonly overview: CostOverview }) {
  const { pressure_pence: pressure, last_year_pence: before } = overview;
  return (
    <header className="costs-head">
      <div className="costs-title">
        <h1>Costs of {overview.year}</h1>
        <ExportButtons />
      </div>
      <p className="costs-sentence">{overview.headline.replace(/\.?$/, '.')}</p>
      <div className="costs-numbers">
        <Headline
          value={formatShortPounds(overview.cost_year_pence)}
          label="a year"
          note={
            <>
              {formatPence(overview.cost_year_pence)}{' '}
              {overview.distances === 'by road' ? null : <Estimated why={whyEstimated(overview)} />}
            </>
          }
        />
        <Headline
          value={formatPoundsChange(pressure)}
          label={`on ${overview.last_year}`}
          note={
            before === 0
              ? 'Last year’s cost is not known'
              : `${formatPercentChange(pressure / before)} of ${formatShortPounds(before)}`
          }
        />
        <Headline
          value={formatPounds(overview.cost_day_pence)}
          label="a school day"
          note="All routes, both ways"
        />
        <Headline
          value={formatPounds(overview.per_client_pence)}
          label="a client, a year"
          note={`${formatCount(overview.clients)} clients`}
        />
      </div>
    </header>
  );
}

function whyEstimated({ distances, roads }: CostOverview): string {
  const factor = 'Assumptions and sources has the factor.';
  return distances === 'est.'
    ? `New routes are priced on estimated distances, not yet by road: ${factor}`
    : `Some routes are priced on estimated distances, since the road network (${roads}) does not reach all of their homes or schools: ${factor}`;
}
