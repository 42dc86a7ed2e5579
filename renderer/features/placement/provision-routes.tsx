import type { ProvisionRoutes } from '../../../shared/api/views/placements.ts';
import { formatPounds, formatPoundsChange } from '../../../shared/format/money.ts';
import { formatCount, formatQuantity } from '../../../shared/format/number.ts';
import { formatMinutes } from '../../../shared/format/time.ts';
import { Headline } from '../../ui/headline.tsx';
import { NoticeBar } from '../../ui/states.tsx';

/** Its routes as they would be planned: what they cost, what is left behind, and how long children ride. */
export function ProvisionRoutesPart(props: {
  readonly routes: ProvisionRoutes;
  readonly placed: number;
}) {
  const { routes, placed } = props;
  const { leaving } = routes;
  return (
    <>
      <h3>With its routes planned (marginal)</h3>
      <div className="placement-numbers">
        <Headline
          value={formatPoundsChange(routes.change_pence)}
          label="a year of transport, marginal, est."
          note={`${formatPounds(routes.year_pence)} for its routes, ${formatPounds(leaving?.year_pence ?? 0)} left behind`}
        />
        <Headline
          value={formatCount(routes.routes)}
          label={`routes for ${formatQuantity(routes.clients, 'child', 'children')}`}
          note={`of ${formatCount(placed)} placed`}
        />
        <Headline
          value={routes.ride_after_s === null ? 'none' : formatMinutes(routes.ride_after_s)}
          label="ride a child in the morning, est."
          note={
            routes.ride_before_s === null || routes.longest_ride_s === null
              ? ''
              : `now ${formatMinutes(routes.ride_before_s)}; the longest then ${formatMinutes(routes.longest_ride_s)}`
          }
        />
      </div>
      <p className="placement-text">
        Marginal: routes planned from nothing by the rate card, while a contract that goes on
        carrying others keeps its price. The gap to the average method is what contracts would have
        to give back at their next tender.
      </p>
      {routes.unallocated.length === 0 ? null : (
        <NoticeBar
          tone="warning"
          title={`${formatQuantity(routes.unallocated.length, 'child has', 'children have')} no route there`}
        >
          <ul className="placement-list">
            {routes.unallocated.slice(0, 10).map((each) => (
              <li key={each.client_id}>
                {each.name || each.ref}: {each.detail}
              </li>
            ))}
          </ul>
        </NoticeBar>
      )}
    </>
  );
}
