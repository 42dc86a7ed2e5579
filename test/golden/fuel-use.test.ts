import { describe, expect, it } from 'vitest';
import { isoDate } from '../../shared/calendar/dates.ts';
import { DEFAULT_SETTINGS } from '../../shared/costing/default-settings.ts';
import { fuelBook } from '../../shared/costing/fuel-use.ts';

const ON = isoDate('2026-08-10');
const withSetting = (key: string, value: unknown) =>
  DEFAULT_SETTINGS.map((each) => (each.key === key ? { ...each, value } : each));
const running = (kinds: Readonly<Record<string, string>>) => fuelBook(withSetting('fuel_of_class', kinds), ON); // prettier-ignore
/** The worked check of the domain: 10 road miles, 4 legs, 190 days. */
const KM = (10 * 1609.344 * 4 * 190) / 1000;

describe('fuel use by the curves of the TAG data book, May 2023', () => {
  it.each([
    ['diesel_car', 6.3],
    ['petrol_car', 7.5],
    ['diesel_van', 8.0],
    ['bus', 30],
  ])('a %s at 40 km/h takes %s litres per 100 km', (kind, litres) => {
    const use = running({ taxi: kind }).perKm('taxi', 40);
    expect(use.litres * 100).toBeCloseTo(litres, kind === 'bus' ? 0 : 1);
    expect(use.basis).toBe('curve');
  });

  it('is 769 litres for the lone pupil at 40 km/h, apart from the check’s own 823 at 6.73', () => {
    expect(Math.round(KM)).toBe(12_231);
    const litresByCurve = KM * fuelBook(DEFAULT_SETTINGS, ON).perKm('taxi', 40).litres;
    // 769.76: the domain quotes the whole litres.
    expect(Math.floor(litresByCurve)).toBe(769);
    expect(litresByCurve).toBeCloseTo(769.76, 1);
    const own = withSetting('fuel_litres_per_100km', { taxi: 6.73 });
    const use = fuelBook(own, ON).perKm('taxi', 40);
    const litres = KM * use.litres;
    expect([Math.round(litres), use.basis]).toEqual([823, 'own_figure']);
    expect(Math.round(litres * 1.435)).toBe(1181);
    expect((litres * 1.435) / 8600).toBeCloseTo(0.137, 3);
    expect(Math.round(litres * 1.891)).toBe(1557);
    expect(use.kg_co2e ?? 0).toBeCloseTo(0.17304, 3);
  });

  it('takes more in slow traffic, and holds speeds within the curves’ range', () => {
    const { perKm } = fuelBook(DEFAULT_SETTINGS, ON);
    expect(perKm('minibus', 20).litres).toBeGreaterThan(perKm('minibus', 60).litres);
    expect(perKm('taxi', 2)).toEqual(perKm('taxi', 10));
    expect(perKm('taxi', 300)).toEqual(perKm('taxi', 120));
    expect(perKm('taxi', null)).toEqual(perKm('taxi', 40));
  });

  it('gives off what DESNZ says a kilometre, and a bus what its litres do', () => {
    expect(fuelBook(DEFAULT_SETTINGS, ON).perKm('taxi', 40).kg_co2e).toBe(0.17304);
    expect(fuelBook(DEFAULT_SETTINGS, ON).perKm('minibus', 40).kg_co2e).toBe(0.28046);
    const bus = running({ minibus: 'bus' }).perKm('minibus', 40);
    expect(bus.kg_co2e).toBeCloseTo(bus.litres * 2.571, 10);
  });

  it('counts kilowatt-hours of an electric car, and no gases: no factor is known', () => {
    const use = running({ taxi: 'electric_car' }).perKm('taxi', 40);
    expect(use).toMatchObject({ litres: 0, kwh: 0.220656352, kg_co2e: null, basis: 'electric' });
  });
});
