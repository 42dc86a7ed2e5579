/** What changes by hand are made on: the plan in use, and the county sorted once. */
import type { DisruptionBasis } from '../disruption.ts';
import { disruptionPricesAt } from '../disruption.ts';
import { rateCardAt } from '../../costing/read-settings.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { PlannedRoute, Violation } from '../../model/plan.ts';
import { sortCounty, type CountyFacts, type CountyWork } from '../county.ts';
import type { DeskPlan } from './lay-desk.ts';

/** Rules of the independent audit that some routes break or that it notices, as the host passes them in: planning never meets the audit. */
export type Judge = (routes: readonly PlannedRoute[], facts: CountyFacts) => readonly Violation[];

/** A plan and the county it answers to, measured alike. */
export interface CountyDesk {
  readonly plan: DeskPlan;
  readonly facts: CountyFacts;
  readonly work: CountyWork;
  readonly judge: Judge;
}

/**
 * Opens the desk. A plan has one measure: one that was estimated is changed by estimates though roads were loaded since; one
 * measured on roads that are not loaded any more cannot be changed.
 */
export function openDesk(plan: DeskPlan, facts: CountyFacts, judge: Judge): Result<CountyDesk> {
  const roads = plan.roads ?? '';
  if (roads === '') {
    const { travel: _, ...estimated } = facts;
    return ok({ plan, facts: estimated, work: sortCounty(estimated), judge });
  }
  if (facts.travel?.source !== roads)
    return fail(
      'roads_changed',
      `The plan was measured on the roads of ${roads}, which are not loaded any more.`,
      'Plan again, then look for a place.',
    );
  return ok({ plan, facts, work: sortCounty(facts), judge });
}

/** How disruption is told and weighed by the county's settings: children by reference. */
export function disruptionBasis(facts: CountyFacts): DisruptionBasis {
  const { classes } = rateCardAt(facts.settings, facts.on);
  return {
    prices: disruptionPricesAt(facts.settings, facts.on),
    refOf: (id) => facts.clients.get(id)?.ref ?? `client ${id}`,
    vehicleName: (id) => classes.find((each) => each.id === id)?.name ?? id,
    schoolName: (urn) =>
      urn === null ? 'a school of no list' : (facts.schools.get(urn)?.name ?? `school ${urn}`),
  };
}

/** Whether a client also travels from another address or to another school on some days. */
export function hasOtherJourneys({ work }: Pick<CountyDesk, 'work'>, client_id: number): boolean {
  return (
    work.schools.some((school) => school.others.some((each) => each.client.id === client_id)) ||
    work.unallocated.some((each) => each.client_id === client_id && each.days !== undefined)
  );
}

/** The county's facts with everybody off one contract, as if a person had released each seat of it. */
export function handingBack(facts: CountyFacts, contract_id: number): CountyFacts {
  return {
    ...facts,
    stops: facts.stops.map((stop) =>
      stop.contract_id === contract_id && stop.left_on === null
        ? { ...stop, released: true }
        : stop,
    ),
  };
}

/** The county's facts with clients taken off their contracts, as if a person had released them. */
export function releasing(facts: CountyFacts, clients: ReadonlySet<number>): CountyFacts {
  return {
    ...facts,
    stops: facts.stops.map((stop) =>
      clients.has(stop.client_id) && stop.left_on === null ? { ...stop, released: true } : stop,
    ),
  };
}
