/** Days on which invented children are carried in invented ways, for the laws of change notices. */
import * as fc from 'fast-check';
import { isoDate } from '../../shared/calendar/dates.ts';
import { disruptionPricesAt } from '../../shared/planning/disruption.ts';
import { DEFAULT_SETTINGS } from '../../shared/costing/default-settings.ts';
import type { Carriage } from '../../shared/model/carriage.ts';
import type { ChangeBasis } from '../../shared/service/changes.ts';

const ON = isoDate('2026-10-05');

/** What a comparison needs; every third child has a social worker. */
export const CARRIAGE_BASIS: ChangeBasis = {
  prices: disruptionPricesAt(DEFAULT_SETTINGS, ON),
  refOf: (id) => `KT-${id}`,
  vehicleName: (id) => id,
  schoolName: (urn) => (urn === null ? 'no listed school' : `School ${urn}`),
  hasSocialWorker: (id) => id % 3 === 0,
};

const route = fc.record({
  at: fc.integer({ min: 0, max: 3 }),
  provider: fc.constantFrom('Apex', 'Beult', 'Swift'),
  confirmed: fc.boolean(),
  assistant: fc.boolean(),
  school_urn: fc.constantFrom(1, 2),
  vehicle_class: fc.constantFrom('taxi', 'minibus'),
  arrive_s: fc.constantFrom(31_000, 31_200, 33_000),
});

/** A day of so many children; each is on one of four routes, or on none. */
export function carriageDay(children: number): fc.Arbitrary<readonly Carriage[]> {
  const seat = fc.record({
    on: fc.option(fc.integer({ min: 0, max: 3 }), { freq: 6 }),
    pick_up_s: fc.constantFrom(28_000, 28_120, 29_400),
  });
  return fc
    .tuple(
      fc.array(route, { minLength: 4, maxLength: 4 }),
      fc.array(seat, { minLength: children, maxLength: children }),
    )
    .map(([routes, seats]) =>
      seats.map(({ on, pick_up_s }, index): Carriage => {
        const of = on === null ? undefined : routes[on];
        return of === undefined || on === null
          ? { ...NOWHERE, client_id: index + 1 }
          : {
              ...NOWHERE,
              client_id: index + 1,
              route_ref: `R${on}`,
              contract_id: on + 1,
              provider: of.confirmed ? of.provider : '',
              confirmed: of.confirmed,
              vehicle_class: of.vehicle_class,
              assistant: of.assistant,
              school_urn: of.school_urn,
              pick_up_s,
              arrive_s: of.arrive_s,
              depart_s: 55_000,
              drop_off_s: 57_000,
            };
      }),
    );
}

const NOWHERE: Carriage = {
  client_id: 0,
  from_on: ON,
  plan_id: 1,
  route_ref: '',
  contract_id: null,
  provider: '',
  vehicle_class: '',
  assistant: false,
  school_urn: null,
  pick_up_s: null,
  arrive_s: null,
  depart_s: null,
  drop_off_s: null,
  confirmed: false,
};
