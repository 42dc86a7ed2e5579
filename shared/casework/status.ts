/** Where an application and its client stand: active, late, provisional, with or without transport. */
import { daysBetween, type IsoDate } from '../calendar/dates.ts';
import { applicationDeadline } from '../costing/read-casework-settings.ts';
import { CLOSED_STATUSES, type Application, type Client, type Phase } from '../model/client.ts';
import type { Contract } from '../model/contract.ts';
import type { RuleBasis } from './ride-limit.ts';
import { blockingQuestions } from './questions.ts';
import { tifComplete } from './tif.ts';

/** Whether a request can still lead to transport: not refused, withdrawn, not ours or ended. */
export function isOpen(application: Pick<Application, 'status'>): boolean {
  return !CLOSED_STATUSES.includes(application.status);
}

/** Whether a child is to be carried in the year planned: an open request, or a seat on a running contract. */
export function isActive(
  application: Pick<Application, 'status'> | null,
  carried: boolean,
): boolean {
  return carried || (application !== null && isOpen(application));
}

/**
 * By how many days a request came after the deadline of its kind and phase in the year planned; 0 where it is on time or its day is
 * not known.
 */
export function daysLate(
  application: Pick<Application, 'received_on' | 'type'>,
  phase: Phase | null,
  basis: RuleBasis,
): number {
  const { received_on, type } = application;
  if (received_on === null) return 0;
  const deadline = applicationDeadline(basis.settings, basis.year, basis.on, { type, phase });
  return Math.max(0, daysBetween(deadline, received_on));
}

/** An award has been made, in whole or in part. */
export function isDecided(application: Pick<Application, 'status'>): boolean {
  return application.status === 'awarded' || application.status === 'part_awarded';
}

/**
 * Planned all the same, but the plan cannot be approved: no award yet, the TIF not complete by Kerbside's
 * own check, or a question open that blocks. A client carried already, with no request this summer, is not.
 */
export function isProvisional(client: Client, application: Application | null): boolean {
  if (blockingQuestions(client).length > 0) return true;
  if (application === null) return false;
  return !isDecided(application) || !tifComplete(client, application);
}

/** Whether a contract runs on a day and its provider has confirmed it. */
export function isConfirmedOn(
  contract: Pick<Contract, 'confirmed' | 'starts_on' | 'ends_on'>,
  day: IsoDate,
): boolean {
  return contract.confirmed && contract.starts_on <= day && day <= contract.ends_on;
}

/** The client's own first day: their start where the TIF gives one, else the school's first day of the year. */
export function firstDayNeeded(
  client: Pick<Client, 'transport_start_on'>,
  school_first_day: IsoDate,
): IsoDate {
  const own = client.transport_start_on;
  return own !== null && own > school_first_day ? own : school_first_day;
}

/** What decides a client's state. */
export interface TransportFacts {
  readonly active: boolean;
  /** Carried on a contract confirmed for their first day, and on that route in the plan where there is one. */
  readonly confirmed: boolean;
  /** On a route of the current plan. */
  readonly on_route: boolean;
  /** A plan has been made that knew of this client. */
  readonly plan_made: boolean;
}

/** One word for a client's transport; see `TransportState` of the contract. */
export function transportState(
  facts: TransportFacts,
): 'in_place' | 'planned' | 'unallocated' | 'not_planned' | 'closed' {
  if (!facts.active) return 'closed';
  if (facts.confirmed) return 'in_place';
  if (facts.on_route) return 'planned';
  return facts.plan_made ? 'unallocated' : 'not_planned';
}
