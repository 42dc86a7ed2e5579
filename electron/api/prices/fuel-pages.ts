/** Fuel use of the plan by class and route, and the routes behind a line of the bill. */
import type { BillRoutes, FuelRouteRow, PlanFuelPage } from '../../../shared/api/views/prices.ts';
import { fuelBook, LEAST_KMH, MOST_KMH, USUAL_KMH } from '../../../shared/costing/fuel-use.ts';
import { rateCardAt } from '../../../shared/costing/read-settings.ts';
import { formatQuantity } from '../../../shared/format/number.ts';
import type { CostKind } from '../../../shared/model/plan.ts';
import type { CostFacts } from '../../../shared/pressure/facts.ts';
import { fuelByClass, fuelReckoner, sumFuel } from '../../../shared/pressure/plan-fuel.ts';

/** More would not be read; the count says how many there are. */
const MOST_SHOWN = 500;

/** Litres, kilowatt-hours and greenhouse gases of the plan's year. */
export function planFuelPage(facts: CostFacts): PlanFuelPage {
  const reckoner = fuelReckoner(facts, fuelBook(facts.settings, facts.on));
  const routes = facts.plan.routes.map(reckoner.of);
  const names = new Map(
    rateCardAt(facts.settings, facts.on).classes.map(({ id, name }) => [id, name]),
  );
  const total = sumFuel('', routes);
  const count = (is: (route: (typeof routes)[number]) => boolean): number =>
    routes.filter(is).length;
  const own = count(({ basis }) => basis === 'own_figure');
  const unknown = count(({ kmh }) => kmh === null);
  const beyond = count(({ kmh }) => kmh !== null && (kmh < LEAST_KMH || kmh > MOST_KMH));
  return {
    classes: fuelByClass(routes).map((each) => ({
      ...each,
      name: names.get(each.vehicle_class) ?? each.vehicle_class,
    })),
    total,
    legs: reckoner.legs,
    notes: [
      ...(facts.plan.distance_basis === 'road'
        ? []
        : [
            'Distances and speeds are estimated where no road network reaches: a speed is then that of the setting for estimates.',
          ]),
      ...(own === 0
        ? []
        : [
            `${formatQuantity(own, 'route')} go by the council’s own litres per 100 km instead of a curve.`,
          ]),
      ...(unknown === 0
        ? []
        : [
            `The speed of ${formatQuantity(unknown, 'route')} is not known: ${USUAL_KMH} km/h is taken.`,
          ]),
      ...(beyond === 0
        ? []
        : [
            `${formatQuantity(beyond, 'route')} ${beyond === 1 ? 'is' : 'are'} slower than ${LEAST_KMH} or faster than ${MOST_KMH} km/h: the curves are used to there and no further.`,
          ]),
      ...(total.without_co2e === 0
        ? []
        : [
            `Greenhouse gases of ${formatQuantity(total.without_co2e, 'route')} by electric car are not counted: no factor for electricity is given.`,
          ]),
    ],
  };
}

/** The routes of a class, the most litres first. */
export function fuelRoutes(facts: CostFacts, vehicle_class: string): readonly FuelRouteRow[] {
  const reckoner = fuelReckoner(facts);
  return facts.plan.routes
    .filter((route) => route.vehicle_class === vehicle_class)
    .map((route) => ({
      ...reckoner.of(route),
      school: facts.schools.get(route.school_urn ?? 0)?.name ?? '',
    }))
    .toSorted((a, b) => b.litres_year - a.litres_year || (a.route_ref < b.route_ref ? -1 : 1))
    .slice(0, MOST_SHOWN);
}

/** The routes that have a line of a kind, the dearest first. */
export function billRoutes(facts: CostFacts, kind: CostKind): BillRoutes {
  const rows = facts.plan.routes.flatMap((route) =>
    route.cost
      .filter((line) => line.kind === kind)
      .map((line) => ({
        route_id: route.id,
        route_ref: route.ref,
        school: facts.schools.get(route.school_urn ?? 0)?.name ?? '',
        provider: route.provider,
        label: line.label,
        working: line.working,
        day_pence: line.pence,
        year_pence: line.pence * route.days_a_year,
        estimated: line.estimated,
      })),
  );
  const sorted = rows.toSorted(
    (a, b) => b.year_pence - a.year_pence || (a.route_ref < b.route_ref ? -1 : 1),
  );
  return { kind, count: rows.length, rows: sorted.slice(0, MOST_SHOWN) };
}
