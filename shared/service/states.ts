/** The states of a route between a plan and a vehicle at the door: which follows which, and which one holds on a day. */
import { addDays, type IsoDate } from '../calendar/dates.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { Contract } from '../model/contract.ts';
import type { RouteState, ServiceStep, SignedState } from '../model/service.ts';

/** States in words. */
export const STATE_WORDS: Readonly<Record<RouteState, string>> = {
  drafted: 'Drafted',
  out_to_tender: 'Out to tender',
  bids_in: 'Bids in',
  awarded: 'Awarded',
  confirmed: 'Confirmed',
  running: 'Running',
  ended: 'Ended',
  handed_back: 'Handed back',
};

/**
 * What may be signed next. A tender may be withdrawn or come to nothing (drafted again); a drafted route may be let directly in an
 * emergency; a confirmation may be taken back (awarded) or given again for children who joined since.
 */
const NEXT: Readonly<Record<RouteState, readonly SignedState[]>> = {
  drafted: ['out_to_tender', 'awarded'],
  out_to_tender: ['bids_in', 'drafted'],
  bids_in: ['awarded', 'out_to_tender', 'drafted'],
  awarded: ['confirmed', 'handed_back'],
  confirmed: ['confirmed', 'awarded', 'handed_back'],
  running: ['confirmed', 'awarded', 'handed_back'],
  ended: ['drafted', 'out_to_tender', 'awarded'],
  handed_back: ['drafted', 'out_to_tender', 'awarded'],
};

/** Whether a step may follow on a state, or why not. */
export function mayStep(from: RouteState, to: SignedState): Result<SignedState> {
  if (NEXT[from].includes(to)) return ok(to);
  const [was, is] = [STATE_WORDS[from].toLowerCase(), STATE_WORDS[to].toLowerCase()];
  return fail(
    'not_next_state',
    from === to ? `The route is ${was} already.` : `A route that is ${was} cannot become ${is}.`,
    `From here it can become: ${NEXT[from].map((each) => STATE_WORDS[each].toLowerCase()).join(', ')}.`,
    { from, to },
  );
}

/** What of a contract decides its state: all others of its fields do not matter. */
export type LetContract = Pick<Contract, 'id' | 'confirmed' | 'starts_on' | 'ends_on'>;

/** Where a route stands on a day. */
export interface RouteStanding {
  readonly state: RouteState;
  /** The first day of it; null where it is not known, as for a draft nobody signed. */
  readonly since: IsoDate | null;
  /** The last step that was signed; null where there is none. */
  readonly step: ServiceStep | null;
}

/**
 * The standing of a route on a day, from its steps and the contract it goes on (null: it is not let). A contract has a life of its own: a
 * tender for what comes after it does not change how it runs. A contract of which no step is known stands as the register says.
 */
export function standingOn(
  steps: readonly ServiceStep[],
  contract: LetContract | null,
  on: IsoDate,
): RouteStanding {
  if (contract === null) return standingUnlet(steps, on);
  const own = steps.filter((step) => step.contract_id === contract.id);
  if (own.length === 0)
    return runsFrom(contract, contract.confirmed ? 'confirmed' : 'awarded', on, null);
  const step = lastOf(own, on);
  return step === null ? standingUnlet(steps, on) : runsFrom(contract, step.state, on, step);
}

/** The state of a route on a day; see `standingOn`. */
export function stateOn(
  steps: readonly ServiceStep[],
  contract: LetContract | null,
  on: IsoDate,
): RouteState {
  return standingOn(steps, contract, on).state;
}

/** The step that holds on a day: of the latest day, and of one day the one recorded last. */
function lastOf(steps: readonly ServiceStep[], on: IsoDate): ServiceStep | null {
  let last: ServiceStep | null = null;
  for (const step of steps)
    if (step.on <= on && (last === null || isLater(step, last))) last = step;
  return last;
}

function isLater(a: ServiceStep, b: ServiceStep): boolean {
  return a.on > b.on || (a.on === b.on && a.id > b.id);
}

/** Not let: what was signed since it was last handed back, where it was let before. */
function standingUnlet(steps: readonly ServiceStep[], on: IsoDate): RouteStanding {
  const back = lastOf(
    steps.filter((step) => step.state === 'handed_back'),
    on,
  );
  const step = lastOf(
    steps.filter((each) => each.contract_id === null && (back === null || isLater(each, back))),
    on,
  );
  if (step !== null) return { state: step.state, since: step.on, step };
  return { state: 'drafted', since: back?.on ?? null, step: back };
}

function runsFrom(
  contract: LetContract,
  signed: SignedState,
  on: IsoDate,
  step: ServiceStep | null,
): RouteStanding {
  const since = step?.on ?? null;
  if (signed === 'handed_back') return { state: 'handed_back', since, step };
  if (on > contract.ends_on) return { state: 'ended', since: addDays(contract.ends_on, 1), step };
  if (signed !== 'confirmed') return { state: signed, since, step };
  if (on < contract.starts_on) return { state: 'confirmed', since, step };
  const began = since === null || contract.starts_on > since ? contract.starts_on : since;
  return { state: 'running', since: began, step };
}
