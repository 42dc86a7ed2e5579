/** What happens to a contract after it was let: notice, variation, default, extension; and what it costs on a day. */
import { addDays, daysBetween, type IsoDate } from '../../calendar/dates.ts';
import { formatDate } from '../../format/date.ts';
import { formatPence } from '../../format/money.ts';
import type { Contract } from '../../model/contract.ts';
import type { ContractEvent, ContractEventKind } from '../../model/tender.ts';

/** An event as a person fills it in. */
export interface ContractEventForm {
  readonly kind: ContractEventKind;
  /** The day a new price begins, the last day by notice or extension, the day of the default. */
  readonly effective_on: IsoDate;
  /** Of a variation. */
  readonly price_day_pence: number;
  readonly assistant_day_pence: number;
  readonly reason: string;
  readonly by: string;
}

type Priced = Pick<Contract, 'price_day_pence' | 'assistant_day_pence' | 'starts_on' | 'ends_on'>;

/** Every problem of an event. `notice_days` null: the contract has none on record. */
export function eventProblems(
  form: ContractEventForm,
  contract: Priced,
  { on, notice_days }: { readonly on: IsoDate; readonly notice_days: number | null },
): readonly string[] {
  const { kind, effective_on: day } = form;
  const same = form.price_day_pence === contract.price_day_pence && form.assistant_day_pence === contract.assistant_day_pence; // prettier-ignore
  const runs = day >= contract.starts_on && day <= contract.ends_on;
  const checks: readonly (readonly [boolean, string])[] = [
    [kind === 'variation' && same, 'The price is the same.'],
    [kind === 'variation' && (form.price_day_pence <= 0 || form.assistant_day_pence < 0), 'Give the new price a day.'], // prettier-ignore
    [kind === 'variation' && !runs, `The contract runs ${formatDate(contract.starts_on)} to ${formatDate(contract.ends_on)}: the new price begins on a day between.`], // prettier-ignore
    [kind === 'notice' && day >= contract.ends_on, `The contract ends on ${formatDate(contract.ends_on)} anyway.`], // prettier-ignore
    [kind === 'notice' && day < on, 'The last day has passed.'],
    [kind === 'extension' && day <= contract.ends_on, `The contract runs until ${formatDate(contract.ends_on)}: give a later day.`], // prettier-ignore
    [kind === 'default' && day > on, 'The day of the default lies ahead.'],
    [kind === 'default' && day < contract.starts_on, 'The contract had not begun.'],
    [form.reason.trim() === '', REASON_ASKED[kind]],
    [form.by.trim() === '', 'Sign with your name.'],
  ];
  const short = kind === 'notice' && notice_days !== null && daysBetween(on, day) < notice_days;
  const told = /\bshort\b|\bagreed\b|\bdefault\b|\bimmediate/i.test(form.reason);
  return [
    ...checks.flatMap(([isWrong, words]) => (isWrong ? [words] : [])),
    ...(short && !told
      ? [`The notice is ${notice_days} days, until ${formatDate(addDays(on, notice_days))}. Choose that day or later, or say in the reason that a short notice is agreed, or that it is for default.`] // prettier-ignore
      : []),
  ];
}

const REASON_ASKED: Readonly<Record<ContractEventKind, string>> = {
  notice: 'Write who gives notice, and why.',
  variation: 'Write what changed, and who agreed to it.',
  default: 'Write what the provider did or did not do.',
  extension: 'Write why, and who agreed to it.',
};

/** Words of each kind. */
export const EVENT_WORDS: Readonly<Record<ContractEventKind, string>> = {
  notice: 'Notice',
  variation: 'Variation',
  default: 'Default',
  extension: 'Extension',
};

/** The event as it is kept: values before and after. */
export function eventOf(
  form: ContractEventForm,
  contract: Priced & { readonly id: number },
  on: IsoDate,
): Omit<ContractEvent, 'id'> {
  const { kind, effective_on } = form;
  const varies = kind === 'variation';
  const ends = kind === 'notice' || kind === 'extension';
  return {
    contract_id: contract.id,
    kind,
    effective_on,
    price_before_pence: contract.price_day_pence,
    price_after_pence: varies ? form.price_day_pence : contract.price_day_pence,
    assistant_before_pence: contract.assistant_day_pence,
    assistant_after_pence: varies ? form.assistant_day_pence : contract.assistant_day_pence,
    ends_before: contract.ends_on,
    ends_after: ends ? effective_on : contract.ends_on,
    signed: { on, by: form.by.trim(), reason: form.reason.trim() },
  };
}

/** The price a day on a day, pence: the contract's own, or what it was before the first variation that begins later. Events in the order recorded. */
export function priceOn(
  contract: Priced,
  events: readonly ContractEvent[],
  day: IsoDate,
): { readonly price_day_pence: number; readonly assistant_day_pence: number } {
  const varied = events.filter(({ kind }) => kind === 'variation');
  const [first] = varied.filter(({ effective_on }) => effective_on > day);
  const { price_day_pence, assistant_day_pence } = contract;
  if (first === undefined) return { price_day_pence, assistant_day_pence };
  // Of those begun, one recorded after it was made of the price that is still to come.
  const begun = varied.filter(({ effective_on }) => effective_on <= day).at(-1);
  return begun !== undefined && begun.id > first.id
    ? { price_day_pence: begun.price_after_pence, assistant_day_pence: begun.assistant_after_pence }
    : {
        price_day_pence: first.price_before_pence,
        assistant_day_pence: first.assistant_before_pence,
      };
}

/** What an event did, in a sentence. */
export function eventSentence(event: ContractEvent): string {
  const whole = (price: number, assistant: number): string => formatPence(price + assistant);
  const { kind, effective_on } = event;
  if (kind === 'variation')
    return `From ${formatDate(effective_on)} ${whole(event.price_after_pence, event.assistant_after_pence)} a day, before ${whole(event.price_before_pence, event.assistant_before_pence)}.`;
  if (kind === 'notice')
    return `Last day ${formatDate(event.ends_after)}, before ${formatDate(event.ends_before)}.`;
  if (kind === 'extension')
    return `Runs until ${formatDate(event.ends_after)}, before ${formatDate(event.ends_before)}.`;
  return `On ${formatDate(effective_on)}.`;
}
