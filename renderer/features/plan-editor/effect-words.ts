/** An edit's effect in words. */
import type { EditAnswer } from '../../../shared/api/views/edits.ts';
import { formatPence } from '../../../shared/format/money.ts';
import { formatMinutes } from '../../../shared/format/time.ts';

/** `£12.40 a day more`, `£3.10 a day less`, `costs the same`. */
export function moneyWords(pence: number): string {
  if (pence === 0) return 'costs the same';
  return `${formatPence(Math.abs(pence))} a day ${pence > 0 ? 'more' : 'less'}`;
}

/** `rides 23 min, was 18 min`; of who comes or goes the one ride there is. */
export function rideWords(ride: EditAnswer['effect']['rides'][number]): string {
  const { before, after } = ride;
  if (after === null) return 'is on no route any more';
  if (before === null) return `rides ${formatMinutes(after.ride_s)}`;
  const now = formatMinutes(after.ride_s);
  const was = formatMinutes(before.ride_s);
  return now === was ? `rides ${now} as before` : `rides ${now}, was ${was}`;
}

/** The ride of one stop in an edit; null where it does not change. Without a place the client's ride that comes. */
export function rideOf(
  answer: EditAnswer,
  { client_id, place }: { readonly client_id: number; readonly place: string | null },
): EditAnswer['effect']['rides'][number] | null {
  return (
    answer.effect.rides.find(
      (each) =>
        each.client_id === client_id &&
        (place === null ? each.before === null : each.place === place),
    ) ?? null
  );
}

/** `MEA-004 runs with an Accessible taxi, not with a Taxi`, of each route whose vehicle an edit changes. */
export function vehicleWords({ effect }: EditAnswer): readonly string[] {
  return effect.routes.flatMap(({ ref, vehicle_before, vehicle_after }) =>
    vehicle_before === null || vehicle_after === null || vehicle_before === vehicle_after
      ? []
      : [`Vehicle of ${ref}: ${vehicle_after}, was ${vehicle_before}`],
  );
}
