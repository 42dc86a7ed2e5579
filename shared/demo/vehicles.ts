import { defined } from '../kernel/assert.ts';

/** A vehicle as a contract register words it, and the class of the rate card that it belongs to. */
export interface Vehicle {
  readonly given: string;
  readonly vehicle_class: 'taxi' | 'accessible_taxi' | 'minibus' | 'accessible_minibus';
  readonly seats: number;
  readonly wheelchairs: number;
  /** Pence a day, and pence a morning kilometre, before the operator's own margin [A]. */
  readonly fixed_pence: number;
  readonly per_km_pence: number;
}

/** The four classes of the rate card, and two sizes between that registers know. */
export const VEHICLES = {
  taxi: vehicle('Taxi', 'taxi', [3, 0], [7000, 90]),
  mpv: vehicle('MPV, 6 seats', 'minibus', [6, 0], [10_500, 105]),
  minibus_8: vehicle('Minibus, 8 seats', 'minibus', [8, 0], [12_500, 120]),
  minibus: vehicle('Minibus', 'minibus', [12, 0], [15_000, 130]),
  accessible_taxi: vehicle('Accessible taxi', 'accessible_taxi', [2, 1], [9500, 110]),
  accessible_minibus: vehicle('Accessible minibus', 'accessible_minibus', [8, 3], [19_000, 150]),
} as const;

const BY_SIZE: readonly Vehicle[] = [
  VEHICLES.taxi,
  VEHICLES.mpv,
  VEHICLES.minibus_8,
  VEHICLES.minibus,
  VEHICLES.accessible_taxi,
  VEHICLES.accessible_minibus,
];

/** The first vehicle of the list, cheapest first, with the seats and wheelchair spaces. */
export function smallestFor(seats: number, wheelchairs: number): Vehicle {
  return defined(
    BY_SIZE.find((each) =>
      wheelchairs > 0
        ? each.wheelchairs >= wheelchairs && each.seats >= seats
        : each.wheelchairs === 0 && each.seats >= seats,
    ),
    `vehicle for ${seats} seats and ${wheelchairs} wheelchairs`,
  );
}

function vehicle(
  given: string,
  vehicle_class: Vehicle['vehicle_class'],
  [seats, wheelchairs]: readonly [number, number],
  [fixed_pence, per_km_pence]: readonly [number, number],
): Vehicle {
  return { given, vehicle_class, seats, wheelchairs, fixed_pence, per_km_pence };
}
