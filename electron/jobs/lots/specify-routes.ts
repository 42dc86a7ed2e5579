/** Specifications of routes of the plan in use. */
import type { Store } from '../../../db/store.ts';
import type { IsoDate } from '../../../shared/calendar/dates.ts';
import { numberAt, rateCardAt } from '../../../shared/costing/read-settings.ts';
import type { PlannedRoute } from '../../../shared/model/plan.ts';
import type { LotSpecification } from '../../../shared/model/tender.ts';
import { modelDayPence, specify } from '../../../shared/service/lots/specification.ts';
import { addressOfStop } from '../../api/stop-addresses.ts';
import { answersReader } from '../sheets/answers-of.ts';

/** A route as it would be put out. */
export interface SpecifiedRoute {
  readonly route: PlannedRoute;
  readonly specification: LotSpecification;
  readonly model_day_pence: number;
}

/** Reads what a specification needs once, for as many routes as are asked for. */
export function specifier(store: Store, on: IsoDate): (route: PlannedRoute) => SpecifiedRoute {
  const settings = store.settings.all();
  const card = rateCardAt(settings, on);
  const basis = { card, dead_mileage_m: numberAt(settings, 'dead_mileage_m', on) };
  const answers = answersReader(store);
  return (route) => {
    const { contract_id, school_urn } = route;
    const contract = contract_id === null ? null : store.contracts.get(contract_id);
    const specification = specify(route, {
      school: school_urn === null ? null : store.schools.get(school_urn),
      school_given: contract?.school_given ?? '',
      classes: card.classes,
      client: (id) => store.clients.get(id),
      answers,
      address: (stop) => addressOfStop(store, stop),
    });
    return { route, specification, model_day_pence: modelDayPence(specification, basis) };
  };
}
