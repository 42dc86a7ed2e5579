import './costs.css';
import { ChartColumn } from 'lucide-react';
import { Suspense, useEffect, useMemo } from 'react';
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
import { go, hrefOf, usePlace } from '../../state/place.ts';
import { select } from '../../state/selection.ts';
import { NoPlanYet } from '../../ui/no-plan-yet.tsx';
import { Headline } from '../../ui/headline.tsx';
import { FailureNotice, Spinner } from '../../ui/states.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { Estimated } from '../../ui/tooltip.tsx';
import { COST_PARTS, type CostPart } from './cost-parts.tsx';
import { NextYear } from './next-year.tsx';
import { ExportButtons } from './export-buttons.tsx';

/** What the plan costs, why that changed, and what it rests on. */
export function CostsScreen() {
  const id = usePlace((place) => place.path[0]);
  const part = COST_PARTS.find((each) => each.id === id) ?? COST_PARTS[0];
  useCommands(
    'costs-parts',
    useMemo(
      () =>
        COST_PARTS.map((each) => ({
          id: `costs-${each.id}`,
          label: `Show costs: ${each.label.charAt(0).toLowerCase()}${each.label.slice(1)}`,
          keywords: each.keywords,
          isEnabled: () => true,
          run: () => {
            go(hrefOf('costs', [each.id]));
          },
        })),
      [],
    ),
  );
  useEffect(() => {
    // What was chosen elsewhere is not of this screen, and its sheet would take the charts' room.
    select(null);
  }, []);
  if (part === undefined) return null;
  return (
    <div className="costs-screen">
      <Tabs
        label="Parts of the costs"
        tabs={COST_PARTS}
        selected={part.id}
        onSelect={(chosen) => {
          go(hrefOf('costs', [chosen]));
        }}
      >
        {'Screen' in part ? (
          <Suspense fallback={<div className="app-loading" aria-busy="true" />}>
            <part.Screen />
          </Suspense>
        ) : (
          <OfThePlan part={part} />
        )}
      </Tabs>
    </div>
  );
}

/** A part that shows the plan's cost, under its headline; without a plan, the way to one. */
function OfThePlan({ part }: { readonly part: Extract<CostPart, { readonly Panel: unknown }> }) {
  const answer = useChannel('costs/overview', {});
  if (answer.data !== null)
    return (
      <>
        <CostsHead overview={answer.data} />
        <div className={`costs-part costs-part-${part.id}`}>
          <part.Panel overview={answer.data} />
        </div>
      </>
    );
  if (answer.error === null)
    return (
      <div className="costs-wait">
        <Spinner label="Reckoning the costs" />
      </div>
    );
  return answer.error.code === 'no_plan' ? (
    <NoPlanYet icon={ChartColumn} title="No costs yet">
      Costs are reckoned from a plan: the contracts that run and the routes planned for new clients.
    </NoPlanYet>
  ) : (
    <FailureNotice failure={answer.error} onRetry={answer.refetch} />
  );
}

function CostsHead({ overview }: { readonly overview: CostOverview }) {
  const { pressure_pence: pressure, beside_pence: beside } = overview;
  const before = overview.last_year_pence + overview.last_beside_pence;
  return (
    <header className="costs-head">
      <div className="costs-title">
        <h1>Costs of {overview.year}</h1>
        <ExportButtons />
      </div>
      <p className="costs-sentence">{overview.headline.replace(/\.?$/, '.')}</p>
      <div className="costs-numbers">
        <Headline
          value={formatShortPounds(overview.cost_year_pence + beside)}
          label="a year"
          href={hrefOf('costs', ['bill'])}
          note={
            <>
              {formatPence(overview.cost_year_pence)}
              {beside === 0 ? ' ' : ' on routes, '}
              {beside === 0 ? null : (
                <span className="costs-date">{formatPence(beside)} beside them </span>
              )}
              {overview.distances === 'by road' ? null : <Estimated why={whyEstimated(overview)} />}
            </>
          }
        />
        <Headline
          value={formatPoundsChange(pressure)}
          label={`on ${overview.last_year}`}
          href={hrefOf('costs', ['why'])}
          note={
            before === 0
              ? 'Last year’s cost is not known'
              : `${formatPercentChange(pressure / before)} of ${formatShortPounds(before)}`
          }
        />
        <NextYear />
        <Headline
          value={formatPounds(overview.cost_day_pence)}
          label="a school day"
          href={hrefOf('costs', ['bill'])}
          note="All routes, both ways"
        />
        <Headline
          value={formatPounds(overview.per_client_pence)}
          label="a client, a year"
          href={hrefOf('costs', ['breakdown'])}
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
