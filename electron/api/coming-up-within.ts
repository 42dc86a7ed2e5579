/** What is coming up within some days: looked at once, and kept until something changes. */
import type { Store } from '../../db/store.ts';
import type { ComingUp } from '../../shared/api/views/coming-up.ts';
import { addDays, type IsoDate } from '../../shared/calendar/dates.ts';
import { numberAt } from '../../shared/costing/read-settings.ts';
import { outlook } from '../jobs/outlook.ts';

/** Horizons that are kept: the days asked for are cut out of the next one, so that few are ever worked out. */
const HORIZONS = [60, 120, 400] as const;
type Horizon = (typeof HORIZONS)[number];

/** The horizon that the days asked for are cut out of. */
export function horizonOf(store: Store, on: IsoDate, asked: number | null): Horizon {
  const days = daysOf(store, on, asked);
  return HORIZONS.find((each) => each >= days) ?? 400;
}

function daysOf(store: Store, on: IsoDate, asked: number | null): number {
  return asked ?? numberAt(store.settings.all(), 'changes_ahead_days', on);
}

/** What is ahead within a horizon, as text. */
export function comingUpText(store: Store, on: IsoDate, horizon: Horizon): string {
  return store.read.derived(`coming_up ${horizon}`, on, () =>
    JSON.stringify(outlook(store, { on, days: horizon })),
  );
}

/** What is ahead within some days, by the setting where none are named. */
export function comingUpWithin(store: Store, on: IsoDate, asked: number | null): ComingUp {
  const days = daysOf(store, on, asked);
  const all = JSON.parse(comingUpText(store, on, horizonOf(store, on, asked))) as ComingUp;
  const until = addDays(on, days);
  return {
    ...all,
    days,
    until,
    events: all.events.filter((event) => event.on <= until),
    policy_changes: all.policy_changes.filter((change) => change.on <= until),
  };
}
