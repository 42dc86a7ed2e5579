/** What a route costs, thousandths of a penny of a whole school day: a route of some days in the proportion of its week. */
import { MILLI, perSecond, type Instance } from './instance.ts';
import type { SearchState } from './state.ts';

/** A route as it is priced. Kept by the state and filled anew, so that the hot loop makes no objects. */
export interface Asked {
  seats: number;
  chairs: number;
  metres: number;
  /** From the first boarding to the school. */
  seconds: number;
  /** Clients who need an assistant. */
  assisted: number;
  /** Days of a new route, and those of who joined a running one. */
  days: number;
  /** Of the week: 1 where everyone rides every day. */
  share: number;
  /** Competences asked of its assistant. */
  trained: number;
}

/** A route's cost is rounded to the penny, as the bill is: thousandths in, thousandths of whole pence out. */
export function toPenny(cost: number): number {
  return Math.floor((cost + MILLI / 2) / MILLI) * MILLI;
}

/** Cost of a type over a distance on a day that it runs, without an assistant and not rounded; neither hours nor a minimum are in it. */
export function typeCost(instance: Instance, type: number, metres: number): number {
  return (instance.fixed[type] as number) + (instance.perMetre[type] as number) * metres;
}

/**
 * Cost of a type over a run on a day, without an assistant, as the bill has it: distance and hours each rounded to the penny, filled up to the
 * minimum.
 */
export function vehiclePrice(
  instance: Instance,
  type: number,
  metres: number,
  seconds: number,
): number {
  const way = toPenny(typeCost(instance, type, metres));
  if (!instance.isTimed) return way;
  const hours = Math.floor(((instance.perHour[type] as number) * seconds + 1800) / 3600) * MILLI;
  return Math.max(way + hours, instance.minimum[type] as number);
}

/** Cost of a new route with a vehicle of a type. */
export function newRoutePrice(instance: Instance, type: number, asked: Asked): number {
  const helper = asked.assisted > 0 ? instance.assistantCost : 0;
  const day = vehiclePrice(instance, type, asked.metres, asked.seconds) + helper;
  return asked.trained === 0
    ? asked.share * day
    : asked.share * day + trainedPrice(instance, asked.trained);
}

/**
 * Cost of a running route with somebody on it against what it costs now. A provider is not paid less for a loose route that some
 * have left; those who join on some of its days are paid for on these.
 */
export function pinnedPrice(state: SearchState, r: number, asked: Asked): number {
  const { instance } = state;
  const route = instance.pinned[r];
  if (route === undefined) return 0;
  const farther = route.perMetre * (asked.metres - (state.pinnedMetres[r] as number));
  const isNew = asked.assisted > 0 && !route.assistant && state.pinnedAssisted[r] === 0;
  const more = instance.isTimed ? longer(state, r, { farther, seconds: asked.seconds }) : farther;
  const whole = (route.loose && more < 0 ? 0 : more) + (isNew ? instance.assistantCost : 0);
  const joined = toPenny(
    instance.isWeekly ? whole * joinedShare(instance, asked.days, route.days) : whole,
  );
  return joined + trainedPrice(instance, asked.trained & ~route.trained);
}

/** What a running route costs more for its way and its hours; until its minimum is reached that is nothing. */
function longer(
  { instance, pinnedSeconds }: SearchState,
  r: number,
  { farther, seconds }: { readonly farther: number; readonly seconds: number },
): number {
  const { perHour = 0, spare = -Infinity } = instance.pinned[r] ?? {};
  const more = farther + perSecond(perHour) * (seconds - (pinnedSeconds[r] as number));
  return Math.max(more, spare) - Math.max(0, spare);
}

/** What it weighs that a route needs somebody trained in each of some competences: whoever is trained is scarce. */
function trainedPrice({ trainedWeight }: Instance, trained: number): number {
  let price = 0;
  for (let left = trained; left !== 0; left &= left - 1) price += trainedWeight;
  return price;
}

/** The share of a running route's days on which those who joined ride: at most all of them, and all where nobody joined. */
export function joinedShare(instance: Instance, joined: number, runs: number): number {
  if (joined === 0) return 1;
  return Math.min(1, (instance.share[joined] as number) / (instance.share[runs] as number));
}
