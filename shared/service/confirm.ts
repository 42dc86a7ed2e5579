/** What keeps a contract from being recorded as confirmed by its provider: every reason at once. */
import type { IsoDate } from '../calendar/dates.ts';
import { formatDate } from '../format/date.ts';
import type { SaidHow, ServiceStep } from '../model/service.ts';
import { STATE_WORDS, standingOn } from './states.ts';
import type { ContractRecord, RegisterGap } from './service-records.ts';

/** How a provider said it, in words. */
export const HOW_WORDS: Readonly<Record<Exclude<SaidHow, ''>, string>> = {
  email: 'by email',
  telephone: 'by telephone',
  letter: 'by letter',
  portal: 'on its portal',
  meeting: 'at a meeting',
};

/** A confirmation as an officer enters it, for one contract or many. */
export interface ConfirmationGiven {
  /** Who at the provider said so. */
  readonly said_by: string;
  readonly how: SaidHow;
  /** The day they said it. */
  readonly on: IsoDate;
  readonly note: string;
  readonly by: string;
}

/** What is missing in what was entered, whatever the contract. */
export function givenProblems(given: ConfirmationGiven, today: IsoDate): readonly string[] {
  return [
    ...(given.said_by.trim() === '' ? ['Write who at the provider confirmed.'] : []),
    ...(given.how === '' ? ['Say how they confirmed.'] : []),
    ...(given.on > today ? [`${formatDate(given.on)} lies ahead: give the day on which they confirmed.`] : []), // prettier-ignore
    ...(given.by.trim() === '' ? ['Sign with your name.'] : []),
  ];
}

/** A contract with whom it is to carry, as confirming it looks at them. */
export interface ToConfirm {
  readonly contract: ContractRecord;
  readonly steps: readonly ServiceStep[];
  /** Children on its routes of the plan in use, by reference. */
  readonly aboard: readonly { readonly ref: string; readonly wheelchair: boolean; readonly needs_assistant: boolean }[]; // prettier-ignore
  /** A route of the plan in use has an assistant, by the contract or added. */
  readonly plan_has_assistant: boolean;
  /** What blocks on the first day that it is to run, by the register. */
  readonly gaps: readonly RegisterGap[];
}

/** The first day on which a confirmed contract is to run: its start, or today where that has passed. */
export function firstRun(
  { starts_on }: Pick<ContractRecord, 'starts_on'>,
  today: IsoDate,
): IsoDate {
  // prettier-ignore
  return starts_on > today ? starts_on : today;
}

/** Why it cannot be confirmed, as sentences; empty: it can. */
export function confirmProblems(to: ToConfirm, today: IsoDate): readonly string[] {
  const { contract, steps } = to;
  const back = steps.find((step) => step.contract_id === contract.id && step.state === 'handed_back'); // prettier-ignore
  const { state } = standingOn(steps, contract, today);
  const chairs = to.aboard.filter(({ wheelchair }) => wheelchair);
  const assisted = to.aboard.filter(({ needs_assistant }) => needs_assistant);
  return [
    ...(back === undefined ? [] : [`It was handed back, signed by ${back.by}: ${back.why}`]),
    ...(back === undefined && contract.ends_on < today
      ? [`It ended on ${formatDate(contract.ends_on)}.`]
      : []),
    ...(back === undefined && contract.ends_on >= today && !MAY.has(state)
      ? [`Its route is ${STATE_WORDS[state].toLowerCase()}: award it first.`]
      : []),
    ...(to.aboard.length === 0 ? ['No route of the plan in use runs on it: there is nobody to confirm.'] : []), // prettier-ignore
    ...(chairs.length > 0 && contract.wheelchairs === 0
      ? [`It has no wheelchair space, and ${named(chairs)} in a wheelchair.`]
      : []),
    ...(assisted.length > 0 && !contract.assistant && !to.plan_has_assistant
      ? [`It has no passenger assistant, and ${named(assisted)} with one.`]
      : []),
    ...new Set(to.gaps.map(({ text }) => `${text}.`)),
  ];
}

const MAY: ReadonlySet<string> = new Set(['awarded', 'confirmed', 'running']);

/** `KT26-0001 travels`, or of several `KT26-0001 and 2 others travel`. */
function named(children: readonly { readonly ref: string }[]): string {
  const [first, ...others] = children;
  if (others.length === 0) return `${first?.ref ?? ''} travels`;
  return `${first?.ref ?? ''} and ${others.length} ${others.length === 1 ? 'other' : 'others'} travel`;
}
