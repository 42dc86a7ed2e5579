import type { VehicleClass } from '../model/money.ts';
import { compact, words } from './normalise.ts';

/** A register's vehicle type as a class of the rate card; `sure` is false where it was told by seats alone. */
export function vehicleClassOf(
  given: string,
  size: { readonly seats: number | null; readonly wheelchairs: number | null },
  classes: readonly VehicleClass[],
): { readonly id: string; readonly sure: boolean } {
  const key = compact(given);
  const exact = classes.find((each) => compact(each.name) === key || compact(each.id) === key);
  if (exact) return { id: exact.id, sure: true };
  const name = words(given);
  const accessible =
    /accessible|wav|wheelchair|tail ?lift|adapted|ramp/.test(name) || (size.wheelchairs ?? 0) > 0;
  const big =
    /minibus|mini bus|coach|psv|bus\b|1[0-9] ?seat|[2-7]\d ?seat/.test(name) ||
    (size.seats ?? 0) > 8;
  const small =
    /taxi|saloon|estate|car\b|mpv|people carrier|hackney|private hire|phv|[4-8] ?seat|cab\b/.test(
      name,
    );
  const wanted = `${accessible ? 'accessible_' : ''}${big ? 'minibus' : 'taxi'}`;
  const found = classes.find((each) => each.id === wanted);
  const id = found?.id ?? nearestBySize(size, classes);
  return { id, sure: found !== undefined && (big || small) && given.trim() !== '' };
}

function nearestBySize(
  size: { readonly seats: number | null; readonly wheelchairs: number | null },
  classes: readonly VehicleClass[],
): string {
  const enough = classes.find((each) =>
    each.layouts.some(
      (layout) =>
        layout.seats >= (size.seats ?? 1) && layout.wheelchairs >= (size.wheelchairs ?? 0),
    ),
  );
  return enough?.id ?? classes[classes.length - 1]?.id ?? '';
}
