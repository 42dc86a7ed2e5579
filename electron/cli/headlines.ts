import { formatPounds } from '../../shared/format/money.ts';
import type { summarise } from '../jobs/summary.ts';

/** The headline figures as lines for a terminal. */
export function headlines(figures: ReturnType<typeof summarise>): readonly string[] {
  const { clients, cost_day_pence, cost_year_pence, pressure_pence } = figures;
  const change = pressure_pence >= 0 ? 'more' : 'less';
  return [
    `${figures.without_transport} of ${clients} children without transport, ${figures.unallocated} unallocated`,
    `${figures.routes} routes, ${figures.provisional} children provisional, ${figures.tif_complete} TIFs complete`,
    `${formatPounds(cost_day_pence)} a day, ${formatPounds(cost_year_pence)} a year, ${formatPounds(Math.abs(pressure_pence))} ${change} than last year`,
  ];
}
