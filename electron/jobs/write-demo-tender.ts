/** One tender of the invented county, out since July: routes whose contracts ended, with the bids of five providers. */
import type { Store } from '../../db/store.ts';
import { WHOLE_WEEK } from '../../shared/calendar/day-mask.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import { numberAt, rateCardAt, travelBasisAt } from '../../shared/costing/read-settings.ts';
import { demoAnswers, demoBids, TENDER_BIDDERS, TENDER_CLOSED, TENDER_LOTS, TENDER_OPENED } from '../../shared/demo/tender.ts'; // prettier-ignore
import { streamOf } from '../../shared/demo/streams.ts';
import { straightLineMetres } from '../../shared/geo/estimate.ts';
import type { Client } from '../../shared/model/client.ts';
import type { Contract, ContractStop } from '../../shared/model/contract.ts';
import { HOME } from '../../shared/model/stop-place.ts';
import { modelDayPence, specify, type LotRoute } from '../../shared/service/lots/specification.ts';
import { tenderSettingsAt } from '../../shared/service/lots/tender-settings-at.ts';
import { lotRef, noteStep } from '../api/lots/put-out.ts';
import { addressOfStop } from '../api/stop-addresses.ts';
import { answersReader } from './sheets/answers-of.ts';

const OFFICER = 'Ruth Okoro';
const PUT_OUT = isoDate('2026-07-24');
const MARKED = isoDate('2026-08-10');
const REF = 'T2026-01';

/** Writes it; a county too small to have such routes has none. */
export function writeDemoTender(store: Store, seed: number): void {
  const all = endedRoutes(store);
  const step = Math.max(1, Math.floor(all.length / TENDER_LOTS));
  const ended = all.filter((_, at) => at % step === 0).slice(0, TENDER_LOTS);
  const counts = Map.groupBy(store.contracts.all(), ({ provider }) => provider);
  const providers = [...counts].toSorted(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1)).map(([name]) => name); // prettier-ignore
  if (ended.length < 3 || providers.length < TENDER_BIDDERS + 2) return;
  const random = streamOf(seed, 'tender');
  const [bidders, others] = [random.shuffle(providers.slice(0, 20)).slice(0, TENDER_BIDDERS), providers.slice(20, 22)]; // prettier-ignore
  const settings = store.settings.all();
  const card = rateCardAt(settings, PUT_OUT);
  const basis = { card, dead_mileage_m: numberAt(settings, 'dead_mileage_m', PUT_OUT) };
  const defaults = tenderSettingsAt(settings, PUT_OUT);
  const answers = answersReader(store);
  const lots = ended.map(({ contract, route }, at) => {
    const specification = specify(route, {
      school: contract.school_urn === null ? null : store.schools.get(contract.school_urn),
      school_given: contract.school_given,
      classes: card.classes,
      client: (id) => store.clients.get(id),
      answers,
      address: (stop) => addressOfStop(store, stop),
    });
    return { ref: lotRef(REF, at + 1), route_ref: route.ref, plan_id: 0, specification, model_day_pence: modelDayPence(specification, basis) }; // prettier-ignore
  });
  store.write({ who: OFFICER, why: 'hand', at: `${PUT_OUT}T09:00:00.000Z` }, () => {
    const tender = store.lots.put(
      {
        ref: REF,
        title: 'Routes from September whose contracts ended in July',
        opens_at: TENDER_OPENED,
        closes_at: TENDER_CLOSED,
        starts_on: isoDate('2026-09-01'),
        ends_on: isoDate('2029-07-31'),
        notice_days: defaults.notice_days,
        rules: defaults.rules,
        made_on: PUT_OUT,
        made_by: OFFICER,
      },
      lots,
      [...bidders, ...others],
    );
    store.lots.recordWritten(tender, [...bidders, ...others], { at: TENDER_OPENED, by: OFFICER });
    for (const each of store.lots.invitationsOf(tender.id))
      store.lots.recordHanded(each, { on: PUT_OUT, by: OFFICER, how: 'by the council’s portal' });
    for (const { route_ref } of lots) noteStep(store, { route_ref, state: 'out_to_tender', on: PUT_OUT, by: OFFICER, why: `tender ${REF}` }); // prettier-ignore
  });
  store.write({ who: OFFICER, why: 'hand', at: '2026-08-07T13:00:00.000Z' }, () => {
    const kept = store.lots.lotsOf(1);
    const asked = kept.map(({ specification: { vehicle, vehicle_class, assistants }, model_day_pence }) => ({ vehicle_name: vehicle, vehicle_class, assistants, model_day_pence })); // prettier-ignore
    for (const { lot, bidder, ...bid } of demoBids(random, asked)) {
      const [of, provider] = [kept[lot], bidders[bidder]];
      if (of === undefined || provider === undefined) continue;
      store.lots.saveBid({ ...bid, lot_id: of.id, provider, file: `${REF}-bid.xlsx` }, []);
      if (bid.problems.length === 0) noteStep(store, { route_ref: of.route_ref, state: 'bids_in', on: isoDate('2026-08-07'), by: OFFICER, why: `bids for tender ${REF}` }); // prettier-ignore
    }
    for (const { bidder, question_id, answer, mark } of demoAnswers(defaults.rules.questions.map(({ id }) => id))) {
      const provider = bidders[bidder] ?? '';
      store.lots.saveAnswers([{ tender_id: 1, provider, question_id, answer }]);
      if (mark !== null) store.lots.recordScore({ tender_id: 1, provider, question_id, ...mark, by: OFFICER, on: MARKED });
    } // prettier-ignore
  });
}

interface Ended {
  readonly contract: Contract;
  readonly route: LotRoute;
}

/** Routes whose contracts ended on 31 July and still carry somebody, with their way estimated along the homes. */
function endedRoutes(store: Store): readonly Ended[] {
  const { factor } = travelBasisAt(store.settings.all(), PUT_OUT);
  const stops = Map.groupBy(store.contracts.stops().filter((stop) => stop.left_on === null), ({ contract_id }) => contract_id); // prettier-ignore
  return store.contracts
    .all()
    .filter((each) => !each.confirmed && each.ends_on === '2026-07-31' && stops.has(each.id))
    .flatMap((contract) => {
      const school = contract.school_urn === null ? null : store.schools.get(contract.school_urn);
      const aboard = (stops.get(contract.id) ?? []).flatMap((stop) => {
        const client = store.clients.get(stop.client_id);
        return client === null ? [] : [{ stop, client }];
      });
      if (school === null || school.lat === null || school.lon === null || aboard.length === 0)
        return [];
      const at = { lat: school.lat, lon: school.lon };
      const distance_m = wayOf(aboard.map(({ client }) => client), at) * factor; // prettier-ignore
      return [{ contract, route: routeOf(contract, aboard, distance_m) }];
    });
}

interface Place {
  readonly lat: number;
  readonly lon: number;
}

/** Straight lines from home to home to school, metres. */
function wayOf(clients: readonly Client[], school: Place): number {
  const places = [...clients.flatMap(({ lat, lon }) => (lat === null || lon === null ? [] : [{ lat, lon }])), school]; // prettier-ignore
  return places.slice(1).reduce((sum, place, at) => sum + straightLineMetres(places[at] ?? place, place), 0); // prettier-ignore
}

function routeOf(
  contract: Contract,
  aboard: readonly { readonly stop: ContractStop; readonly client: Client }[],
  distance_m: number,
): LotRoute {
  const [arrive_s, depart_s] = [contract.arrives_s ?? 31_200, contract.departs_s ?? 55_200];
  const first = Math.min(...aboard.map(({ stop }) => stop.pick_up_s ?? arrive_s));
  const { route_ref, vehicle_class, seats, wheelchairs, assistant, days_a_year } = contract;
  return {
    ref: route_ref,
    vehicle_class,
    seats,
    wheelchairs,
    assistant,
    arrive_s,
    depart_s,
    duration_s: arrive_s - first,
    home_duration_s: arrive_s - first,
    distance_m,
    home_m: distance_m,
    distance_basis: 'estimated',
    days_a_year,
    stops: aboard.map(({ stop, client }, at) => ({
      client_id: client.id,
      place: HOME,
      mornings: WHOLE_WEEK,
      afternoons: WHOLE_WEEK,
      pick_up_s: stop.pick_up_s ?? first,
      ride_s: arrive_s - (stop.pick_up_s ?? first),
      limit_s: 0,
      limit_kind: 'advisory',
      direct_s: 0,
      direct_m: 0,
      drop_off_order: aboard.length - at,
      drop_off_s: depart_s + arrive_s - (stop.pick_up_s ?? first),
      home_ride_s: arrive_s - (stop.pick_up_s ?? first),
      home_direct_s: 0,
      fixed: true,
      provisional: false,
    })),
  };
}
