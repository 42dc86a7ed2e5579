import { DEFAULT_SETTINGS } from '../costing/default-settings.ts';
import { rateCardAt } from '../costing/read-settings.ts';
import type { Random } from '../kernel/random.ts';
import type { Contract } from '../model/contract.ts';
import type { Vehicle } from '../model/register.ts';
import { OWN_DAY } from './applications.ts';
import { aheadOf, checkedOn } from './register-dates.ts';

/** Makes and models that such vehicles often are; which is whose is invented. */
const MODELS: Readonly<Record<string, readonly string[]>> = {
  taxi: ['Skoda Octavia', 'Toyota Corolla', 'Kia Niro', 'Vauxhall Insignia'],
  accessible_taxi: ['Peugeot Expert, ramp', 'Ford Tourneo, ramp', 'LEVC TX'],
  minibus: ['Ford Transit', 'Volkswagen Caravelle', 'Mercedes Sprinter'],
  accessible_minibus: ['Peugeot Boxer, tail lift', 'Fiat Ducato, tail lift', 'Volkswagen Crafter, tail lift'], // prettier-ignore
};

const { classes } = rateCardAt(DEFAULT_SETTINGS, OWN_DAY);
const LETTERS = 'ABCDEFGHJKLMNOPRSTUVWXYZ';

/** A vehicle for a contract: its own layout, and those of its class. */
export function demoVehicle(
  random: Random,
  {
    contract,
    authority,
    number,
  }: { readonly contract: Contract; readonly authority: string; readonly number: number },
): Omit<Vehicle, 'id'> {
  const { vehicle_class, seats, wheelchairs } = contract;
  const own = classes.find(({ id }) => id === vehicle_class)?.layouts ?? [];
  const layouts = [{ seats, wheelchairs }, ...own].map((each) => `${each.seats}+${each.wheelchairs}`); // prettier-ignore
  const takesChairs = layouts.some((layout) => !layout.endsWith('+0'));
  const [lift, tied] = vehicle_class === 'accessible_minibus' ? [400, 350] : [300, 250];
  // A few bear less than their class is taken to bear.
  const weak = random.chance(0.03) ? 60 : 0;
  return {
    mark: markOf(random, number),
    provider: contract.provider,
    vehicle_class,
    description: random.pick(MODELS[vehicle_class] ?? ['Ford Transit']),
    licensing_authority: authority,
    plate_number: String(100 + number),
    plate_expires_on: aheadOf(random, 365, 0.03),
    mot_expires_on: aheadOf(random, 365, 0.03),
    insurance_expires_on: aheadOf(random, 365, 0.02),
    lift_examined_on: takesChairs ? checkedOn(random, 6, 0.05) : null,
    lift_limit_kg: takesChairs ? lift - weak : null,
    tie_down_limit_kg: takesChairs ? tied - weak : null,
    layouts: [...new Set(layouts)],
    left_on: null,
    notes: '',
  };
}

/** A mark of Kent's letters that no vehicle can have: Q is never among the last three (DVLA INF104). */
function markOf(random: Random, number: number): string {
  const letter = (at: number): string => LETTERS[at % LETTERS.length] ?? 'A';
  const age = random.pick(['18', '68', '19', '69', '20', '70', '21', '71', '22', '72', '23', '73', '24']); // prettier-ignore
  return `G${letter(Math.floor(number / 576))}${age} Q${letter(Math.floor(number / 24))}${letter(number)}`;
}
