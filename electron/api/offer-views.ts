/** Places as the screens show them: with names, and with what the map may draw. */
import type { Store } from '../../db/store.ts';
import type { OffersView, OfferView } from '../../shared/api/views/offers.ts';
import { rateCardAt } from '../../shared/costing/read-settings.ts';
import type { PlannedRoute } from '../../shared/model/plan.ts';
import type { Offer } from '../../shared/planning/desk/to-offer.ts';
import type { Offers } from '../../shared/planning/offers.ts';
import type { PlanDesk } from '../jobs/plan-desk.ts';
import { shownPlace } from './plan-views.ts';
import { wayOfRoute } from './route-ways.ts';
import { addressOfStop } from './stop-addresses.ts';

/** The answer for one child with everything a screen needs. */
export function offersView(store: Store, desk: PlanDesk, found: Offers): OffersView {
  const { facts, plan } = desk;
  const { offers, new_route, ...rest } = found;
  const client = facts.clients.get(found.client_id);
  return {
    ...rest,
    ref: client?.ref ?? '',
    name: nameOf(desk, found.client_id),
    school: facts.schools.get(found.school_urn)?.name ?? '',
    offers: offers.map((offer) => offerView(store, desk, offer)),
    new_route: new_route === null ? null : offerView(store, desk, new_route),
    stale: store.plans.stale(),
    approved: plan.status === 'approved',
  };
}

function nameOf({ facts }: PlanDesk, client_id: number): string {
  const client = facts.clients.get(client_id);
  return client === undefined ? '' : `${client.forename} ${client.surname}`.trim();
}

function offerView(store: Store, desk: PlanDesk, offer: Offer): OfferView {
  const { route, disruption, affected, vehicle_before, ...rest } = offer;
  const { classes } = rateCardAt(desk.facts.settings, desk.facts.on);
  const vehicle = (id: string) => classes.find((each) => each.id === id)?.name ?? id;
  return {
    ...rest,
    vehicle_before,
    vehicle: vehicle(offer.vehicle_class),
    vehicle_was: vehicle_before === null ? null : vehicle(vehicle_before),
    seats: route.seats,
    wheelchairs: route.wheelchairs,
    distance_basis: route.distance_basis ?? 'estimated',
    cost: route.cost,
    affected: affected.map((each) => ({ ...each, name: nameOf(desk, each.client_id) })),
    disruption_pence: disruption.pence,
    disruption: disruption.children.map((child) => child.sentence),
    way: wayOfRoute(store, route, desk.facts.on),
    stops_on_map: stopsOnMap(store, route),
  };
}

/** Protected homes and those without a position are left off the map. */
function stopsOnMap(store: Store, route: PlannedRoute): OfferView['stops_on_map'] {
  return route.stops.flatMap((stop, at) => {
    const { client_id, place, pick_up_s } = stop;
    const where = shownPlace(addressOfStop(store, stop));
    return where === null ? [] : [{ client_id, place, ...where, number: at + 1, pick_up_s }];
  });
}
