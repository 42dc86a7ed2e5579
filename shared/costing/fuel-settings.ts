/** How much fuel vehicles use by class and speed, and what that gives off: dated, sourced, the council's to change. */

/** Keys of the settings for fuel use. */
export const FUEL_KEYS = [
  'fuel_curves',
  'fuel_of_class',
  'electric_kwh_per_km',
  'co2e_kg_per_km',
  'co2e_kg_per_litre',
] as const;
type Key = (typeof FUEL_KEYS)[number];

/** Litres a kilometre = a / v + b + c v + d v^2, v in km/h. */
export interface FuelCurve {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
}

/** What a class may run on besides the curves. */
export const ELECTRIC = 'electric_car';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isCoefficient = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && Math.abs(value) < 100;

/** Whether a value is curves by name. */
export function isFuelCurves(value: unknown): value is Readonly<Record<string, FuelCurve>> {
  return (
    isRecord(value) &&
    Object.values(value).every(
      (each) => isRecord(each) && ['a', 'b', 'c', 'd'].every((key) => isCoefficient(each[key])),
    )
  );
}

/** Whether a value is names of curves by vehicle class. */
export function isFuelOfClass(value: unknown): value is Readonly<Record<string, string>> {
  return isRecord(value) && Object.values(value).every((each) => typeof each === 'string' && each !== ''); // prettier-ignore
}

/** Whether a value is factors by name, 0 to 10 each. */
export function isFactors(value: unknown): value is Readonly<Record<string, number>> {
  return isRecord(value) && Object.values(value).every((each) => isFactor(each));
}

/** Whether a value is one factor, 0 to 10. */
export function isFactor(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= 10;
}

/** What each may be. */
export const FUEL_CHECKS: Readonly<Record<Key, (value: unknown) => value is unknown>> = {
  fuel_curves: isFuelCurves,
  fuel_of_class: isFuelOfClass,
  electric_kwh_per_km: isFactor,
  co2e_kg_per_km: isFactors,
  co2e_kg_per_litre: isFactor,
};

/** One default: `[key, from, value, unit, label, source, estimated]`. */
export const FUEL_ROWS: readonly (readonly [Key, string, unknown, string, string, string, boolean])[] = [
  [
    'fuel_curves',
    '2023-05-01',
    {
      petrol_car: { a: 0.4519468, b: 0.096046026, c: -0.001094078, d: 0.000007246 },
      diesel_car: { a: 0.481912969, b: 0.069094402, c: -0.000664707, d: 0.000005238 },
      diesel_van: { a: 1.045268333, b: 0.057901415, c: -0.000432895, d: 0.0000080252 },
      bus: { a: 4.115603124, b: 0.306464813, c: -0.00420643, d: 0.0000365263 },
    },
    'litres a km = a / v + b + c v + d v², v in km/h',
    'Fuel use by kind of vehicle and speed',
    'DfT TAG data book, May 2023: petrol and diesel car; the older set of the data book for diesel van and bus',
    false,
  ],
  [
    'fuel_of_class',
    '2025-09-01',
    { taxi: 'diesel_car', accessible_taxi: 'diesel_van', minibus: 'diesel_van', accessible_minibus: 'diesel_van' },
    'petrol_car, diesel_car, diesel_van, bus or electric_car',
    'What each vehicle class is taken to run on',
    'Planning assumption: the register does not say',
    true,
  ],
  [
    'electric_kwh_per_km',
    '2023-05-01',
    0.220656352,
    'kWh a km',
    'Electricity an electric car uses',
    'DfT TAG data book, May 2023',
    false,
  ],
  [
    'co2e_kg_per_km',
    '2025-06-01',
    { diesel_car: 0.17304, petrol_car: 0.16272, diesel_van: 0.28046 },
    'kg CO2e a vehicle-km',
    'Greenhouse gases by kind of vehicle',
    'DESNZ conversion factors 2025: diesel and petrol car; 2026: van class III, diesel',
    false,
  ],
  [
    'co2e_kg_per_litre',
    '2025-06-01',
    2.571,
    'kg CO2e a litre',
    'Greenhouse gases a litre, for a kind of vehicle without a factor a kilometre',
    'Worked back from DESNZ 2025 for a diesel car (0.17304 kg a km at 6.73 litres per 100 km) [A]',
    true,
  ],
]; // prettier-ignore
