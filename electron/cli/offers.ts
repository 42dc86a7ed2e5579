/** `kerbside offers`: the three best places for a late applicant. */
import { formatQuantity } from '../../shared/format/number.ts';
import { formatPence, formatPounds } from '../../shared/format/money.ts';
import { formatMinutes, formatTimeOfDay } from '../../shared/format/time.ts';
import { ok } from '../../shared/kernel/result.ts';
import type { Offer } from '../../shared/planning/desk/to-offer.ts';
import { offersFor, type Offers } from '../../shared/planning/offers.ts';
import { clientOfRef, planDesk } from '../jobs/plan-desk.ts';
import type { Answer, Command } from './command.ts';
import { ON_FLAG, PASSPHRASE_FLAG, STORE_FLAG, textFlag, withStore } from './common-flags.ts';

export const offersCommand: Command = {
  name: 'offers',
  summary: 'the three best places on the plan in use for a late applicant',
  flags: {
    store: STORE_FLAG,
    ref: { value: 'REF', help: 'the child, or one of their requests', required: true },
    on: ON_FLAG,
    'passphrase-file': PASSPHRASE_FLAG,
  },
  notes:
    'It changes nothing. A child who travels from two addresses, or to two schools, gets places for each journey. For a child who has a place already, the places are those without it. Ends with 1 when no place breaks no rule.',
  run: (input) =>
    withStore(input, ({ store, on }) => {
      const ref = textFlag(input, 'ref') ?? '';
      const id = clientOfRef(store, ref);
      if (!id.ok) return id;
      const desk = planDesk(store, on);
      if (!desk.ok) return desk;
      const { county, facts } = desk.value;
      const found = offersFor(county, id.value);
      if (!found.ok) return found;
      const own = facts.clients.get(id.value)?.ref ?? ref;
      const named = (offers: Offers) => ({
        ref: own,
        school: facts.schools.get(offers.school_urn)?.name ?? '',
      });
      const first = answer(found.value, named(found.value));
      const others = found.value.journeys.filter(({ place }) => place !== found.value.place);
      if (others.length === 0) return ok(first);
      return ok(
        together(
          first,
          others.map(({ place, words }) => {
            const other = offersFor(county, id.value, place);
            return other.ok
              ? answer(other.value, named(other.value))
              : {
                  exit: 1 as const,
                  json: { words, problem: other.error.cause },
                  lines: [`${words}: ${other.error.cause}`],
                };
          }),
        ),
      );
    }),
};

/** The places of a child's other journeys after those of the first; 1 where one of them has none. */
function together(first: Offered, others: readonly Offered[]): Answer {
  return {
    exit: Math.max(first.exit, ...others.map((each) => each.exit)) === 0 ? 0 : 1,
    json: { ...first.json, other_journeys: others.map((each) => each.json) },
    lines: [first, ...others].flatMap((each) => each.lines),
  };
}

interface Offered {
  readonly exit: 0 | 1;
  readonly json: Readonly<Record<string, unknown>>;
  readonly lines: readonly string[];
}

function answer(
  found: Offers,
  { ref, school }: { readonly ref: string; readonly school: string },
): Offered {
  const { offers, new_route, not_offered } = found;
  const words = found.journeys.find((each) => each.place === found.place)?.words ?? '';
  const isOne = found.journeys.length < 2;
  const lawful = offers.filter((each) => each.passes).length;
  return {
    exit: lawful > 0 ? 0 : 1,
    json: {
      ref,
      ...(isOne ? {} : { journey: words }),
      school_urn: found.school_urn,
      school,
      on_ref: found.on_ref,
      routes_looked_at: found.routes,
      offers: offers.map((offer, at) => ({ rank: at + 1, ...plain(offer) })),
      new_route: new_route === null ? null : plain(new_route),
      not_offered,
    },
    lines: [
      `${ref}${isOne ? '' : ` (${words})`} to ${school}: ${formatQuantity(offers.length, 'place')} of ${formatQuantity(found.routes, 'route')} and a new one${found.on_ref === null ? '' : `; now on ${found.on_ref}`}.`,
      ...offers.map((offer, at) => `${at + 1}. ${sentence(offer)}`),
      ...not_offered.map((each) => `   Not ${each.ref}: ${each.because}`),
    ],
  };
}

/** An offer without its whole route. */
function plain(offer: Offer) {
  const { disruption, route, affected, ...rest } = offer;
  return {
    ...rest,
    pick_up: formatTimeOfDay(offer.pick_up_s),
    seats: route.seats,
    wheelchairs: route.wheelchairs,
    distance_basis: route.distance_basis ?? 'estimated',
    cost: route.cost,
    affected,
    disruption: {
      pence: disruption.pence,
      children: disruption.children.map((child) => child.sentence),
    },
  };
}

function sentence(offer: Offer): string {
  const where =
    offer.kind === 'new'
      ? `a new route (${offer.vehicle_class})`
      : `${offer.ref}${offer.provider === '' ? '' : ` of ${offer.provider}`}, stop ${offer.stop_order} of ${offer.stops}`;
  const others =
    offer.affected.length === 0
      ? 'nobody else is affected'
      : `affects ${offer.affected.map((each) => `${each.ref} (picked up ${minutes(each.pick_up_change_s)}, home ${minutes(each.drop_off_change_s)})`).join(', ')}`;
  const rules = offer.passes
    ? ''
    : ` Breaks: ${offer.violations.map((each) => each.text).join(' ')}`;
  const now = offer.is_current ? ' (where they are now)' : '';
  return `${where}${now}: ${formatPence(offer.added_day_pence)} a day, ${formatPounds(offer.added_year_pence)} a year${offer.added_days_a_year === 0 ? '' : ` (the route then runs ${formatQuantity(offer.added_days_a_year, 'day')} more)`}; picked up ${formatTimeOfDay(offer.pick_up_s)}, rides ${formatMinutes(offer.ride_s)}, home ${formatTimeOfDay(offer.drop_off_s)} after ${formatMinutes(offer.home_ride_s)} (limit ${formatMinutes(offer.limit_s)}); ${others}.${rules}`;
}

function minutes(change_s: number): string {
  const by = formatMinutes(Math.abs(change_s));
  return change_s < 0 ? `${by} earlier` : `${by} later`;
}
