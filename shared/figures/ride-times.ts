import { formatMinutes } from '../format/time.ts';
import { formatQuantity } from '../format/number.ts';
import type { FigureColours } from './colours.ts';
import { figureBase, nameAxis, type Figure } from './figure.ts';

/** One client's ride, seconds. */
export interface Ride {
  readonly client_id: number;
  readonly ride_s: number;
  readonly limit_s: number;
  readonly limit_kind: 'advisory' | 'clinical';
}

/** Dots are spread over this many pixels so that they do not hide one another. */
const SPREAD = 26;

/** A strip of ride times for each limit, with the limit drawn; rides over it are diamonds, not only another colour. */
export function rideTimesFigure(rides: readonly Ride[], colours: FigureColours): Figure {
  const strips = stripsOf(rides);
  const over = rides.filter((ride) => ride.ride_s > ride.limit_s);
  const dots = (late: boolean) =>
    strips.flatMap((strip, at) =>
      strip.rides
        .filter((ride) => ride.ride_s > ride.limit_s === late)
        .map((ride) => ({
          name: String(ride.client_id),
          value: [ride.ride_s / 60, at],
          symbolOffset: [0, spreadOf(ride.client_id)],
        })),
    );
  return {
    ...figureBase(
      colours,
      `Ride times of ${formatQuantity(rides.length, 'client')}; ${formatQuantity(over.length, 'ride')} over the limit.`,
    ),
    xAxis: {
      type: 'value',
      min: 0,
      axisLabel: { color: colours.ink_soft, formatter: '{value} min' },
      splitLine: { lineStyle: { color: colours.line } },
    },
    yAxis: nameAxis(
      colours,
      strips.map((strip) => strip.label),
    ),
    series: [
      {
        type: 'scatter',
        name: 'Within the limit',
        symbolSize: 4,
        itemStyle: { color: colours.accent, opacity: 0.55 },
        data: dots(false),
      },
      {
        type: 'scatter',
        name: 'Over the limit',
        symbol: 'diamond',
        symbolSize: 9,
        itemStyle: { color: colours.danger },
        data: dots(true),
      },
      {
        type: 'scatter',
        name: 'Limit',
        symbol: 'rect',
        symbolSize: [2, SPREAD + 10],
        silent: true,
        itemStyle: { color: colours.ink },
        data: strips.map((strip, at) => [strip.limit_s / 60, at]),
      },
    ],
  };
}

interface Strip {
  readonly label: string;
  readonly limit_s: number;
  readonly rides: readonly Ride[];
}

/** The guides first, then each clinical limit, shorter before longer. */
function stripsOf(rides: readonly Ride[]): Strip[] {
  const strips = new Map<string, { limit_s: number; kind: Ride['limit_kind']; rides: Ride[] }>();
  for (const ride of rides) {
    const key = `${ride.limit_kind} ${ride.limit_s}`;
    const strip = strips.get(key) ?? { limit_s: ride.limit_s, kind: ride.limit_kind, rides: [] };
    strip.rides.push(ride);
    strips.set(key, strip);
  }
  return [...strips.values()]
    .sort((a, b) => (a.kind === b.kind ? a.limit_s - b.limit_s : a.kind === 'advisory' ? -1 : 1))
    .map(({ limit_s, kind, rides: within }) => ({
      limit_s,
      rides: within,
      label: `${kind === 'advisory' ? 'Guide' : 'Clinical'} ${formatMinutes(limit_s)}`,
    }));
}

/** The same client stands at the same height every time: a spread by the id, not by chance. */
function spreadOf(id: number): number {
  return ((id * 7919) % SPREAD) - SPREAD / 2;
}
