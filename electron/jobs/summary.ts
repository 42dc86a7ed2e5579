import type { Store } from '../../db/store.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';

/** The headline figures, as a terminal and a scheduled job read them. Money in pence. */
export interface Summary {
  /** Children to be carried in the year planned. */
  readonly clients: number;
  /** Not carried on a confirmed contract that runs on their first day. */
  readonly without_transport: number;
  /** No route, whether a plan could not place them or none knows them yet. */
  readonly unallocated: number;
  readonly unallocated_by_reason: Readonly<Record<string, number>>;
  readonly provisional: number;
  /** By the council's own claim. */
  readonly tif_complete: number;
  readonly routes: number;
  readonly cost_day_pence: number;
  readonly cost_year_pence: number;
  /** This year less last year; 0 while there is no plan. */
  readonly pressure_pence: number;
}

/** Reads the headline figures: the same numbers that Today shows. */
export function summarise(store: Store, on: IsoDate): Summary {
  const today = store.read.today(on);
  return {
    clients: today.clients,
    without_transport: today.without_transport.count,
    unallocated: today.unallocated.count,
    unallocated_by_reason: Object.fromEntries(
      today.unallocated_by_reason.map(({ reason, count }) => [reason, count]),
    ),
    provisional: today.provisional.count,
    tif_complete: today.tif_complete.count,
    routes: today.plan?.routes ?? 0,
    cost_day_pence: today.cost_day_pence,
    cost_year_pence: today.cost_year_pence,
    pressure_pence: today.pressure_pence,
  };
}
