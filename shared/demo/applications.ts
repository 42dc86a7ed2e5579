import { addDays, daysBetween, isoDate, weekdayOf, type IsoDate } from '../calendar/dates.ts';
import { blockingQuestions } from '../casework/questions.ts';
import type { Random } from '../kernel/random.ts';
import type { Application, ApplicationStatus, Client } from '../model/client.ts';

/** The day the demonstration stands at. */
export const OWN_DAY = isoDate('2026-08-10');
/** Letters are due by 1 August; what comes after is late. */
const DEADLINE = isoDate('2026-08-01');
/** Families are told to apply from this day on. */
export const OPENS = isoDate('2026-03-02');

/** Kinds of request with their share and the year groups they come from, `[year, weight]` [A]. */
export interface RequestType {
  readonly type: string;
  readonly share: number;
  readonly years: readonly (readonly [number, number])[];
  /** Share of TIFs complete by 10 August: 95% is Kent's secondary transfer cohort of 2022; the others [A]. */
  readonly tif_complete: number;
  /** Share carried last year, on a contract that no longer carries them [A]. */
  readonly carried_before: number;
}

const range = (from: number, to: number): (readonly [number, number])[] =>
  Array.from({ length: to - from + 1 }, (_, at) => [from + at, 1] as const);

export const REQUEST_TYPES: readonly RequestType[] = [
  {
    type: 'Secondary transfer',
    share: 35,
    years: [[7, 1]],
    tif_complete: 0.975,
    carried_before: 0.5,
  },
  {
    type: 'New EHCP',
    share: 26,
    years: [[0, 5], ...range(1, 10)],
    tif_complete: 0.74,
    carried_before: 0,
  },
  { type: 'Post-16', share: 16, years: [[12, 5], [13, 1], [15, 0.6]], tif_complete: 0.8, carried_before: 0.42 }, // prettier-ignore
  {
    type: 'Change of school',
    share: 12,
    years: range(1, 11),
    tif_complete: 0.72,
    carried_before: 0.45,
  },
  {
    type: 'Change of address',
    share: 6,
    years: range(1, 13),
    tif_complete: 0.7,
    carried_before: 0.4,
  },
  {
    type: 'Renewal',
    share: 5,
    years: [...range(8, 11), [13, 3], [14, 2]],
    tif_complete: 0.86,
    carried_before: 0.8,
  },
];

/** What one application is drawn from. */
export interface RequestPlan {
  readonly ref: string;
  readonly type: RequestType;
  readonly late: boolean;
}

/** A client as their form left them, and the application. */
export interface Requested {
  readonly client: Client;
  readonly application: Application;
}

/** Draws the application of a client: when it came, how far it is, and what of the form is there. */
export function drawRequest(random: Random, client: Client, plan: RequestPlan): Requested {
  const received_on = plan.late ? drawLateDay(random) : drawDay(random, plan.type);
  const status = drawStatus(random, received_on);
  const tif = drawTif(random, plan, received_on);
  const answered = tif.tif_claimed_complete
    ? leaveOut(random, client, 0.045)
    : leaveOut(random, client, 1);
  return {
    client: answered,
    application: {
      ref: plan.ref,
      client_id: client.id,
      type: plan.type.type,
      received_on,
      status,
      ...tif,
      held_reason: '',
      held_accepted: '',
      questions: blockingQuestions(answered),
      assigned_to: '',
      assigned_on: null,
      decided_on: null,
    },
  };
}

function workingDay(day: IsoDate): IsoDate {
  const name = weekdayOf(day);
  if (name === 'Sat') return addDays(day, -1);
  return name === 'Sun' ? addDays(day, -2) : day;
}

/** Secondary transfers come from March on, once places are named on 15 February; the rest pile up in July [A]. */
function drawDay(random: Random, { type }: RequestType): IsoDate {
  const span = daysBetween(OPENS, isoDate('2026-07-31'));
  const early = type === 'Secondary transfer';
  const share = early ? random.next() ** 1.5 : 1 - random.next() ** 1.7;
  return workingDay(addDays(OPENS, Math.floor(share * span)));
}

/** Late ones arrive between 3 and 10 August: the days of work since the deadline. */
function drawLateDay(random: Random): IsoDate {
  return random.pick([3, 4, 5, 6, 7, 10].map((day) => addDays(DEADLINE, day - 1)));
}

type StatusWeights = readonly (readonly [ApplicationStatus, number])[];

/** Decisions take about six weeks, so the age of a request tells how far it is [A]. */
function drawStatus(random: Random, received_on: IsoDate): ApplicationStatus {
  const age = daysBetween(received_on, OWN_DAY);
  return random.weighted(statusWeights(age));
}

function statusWeights(age: number): StatusWeights {
  if (age <= 9) {
    return [['received', 62], ['checking', 26], ['more_information', 5], ['awarded', 6], ['withdrawn', 1]]; // prettier-ignore
  }
  if (age <= 45) {
    return [['received', 5], ['checking', 24], ['more_information', 14], ['awarded', 50], ['part_awarded', 2], ['refused', 4], ['withdrawn', 1]]; // prettier-ignore
  }
  return [['checking', 3], ['more_information', 4], ['awarded', 79], ['part_awarded', 4], ['refused', 7], ['withdrawn', 2], ['not_ours', 0.6], ['ended', 0.4]]; // prettier-ignore
}

type Tif = Pick<
  Application,
  'tif_received_on' | 'tif_claimed_complete' | 'reminder_1_on' | 'reminder_2_on' | 'reminder_3_on'
>;

/** Up to three reminders to send the form, three weeks apart, until it is there. */
function drawTif(random: Random, plan: RequestPlan, received_on: IsoDate): Tif {
  const complete = random.chance(plan.late ? plan.type.tif_complete * 0.4 : plan.type.tif_complete);
  const sent = complete || random.chance(0.42);
  const until = daysBetween(received_on, OWN_DAY);
  const delay = Math.min(until, Math.floor(90 * random.next() ** 2.2));
  const tif_received_on = sent ? addDays(received_on, delay) : null;
  const waited = tif_received_on === null ? until : delay;
  const reminder = (number: number): IsoDate | null =>
    waited > number * 21 ? workingDay(addDays(received_on, number * 21)) : null;
  return {
    tif_received_on,
    tif_claimed_complete: complete,
    reminder_1_on: reminder(1),
    reminder_2_on: reminder(2),
    reminder_3_on: reminder(3),
  };
}

/** With a chance, leaves one or two answers of the form out: what the council takes for complete is not always. */
function leaveOut(random: Random, client: Client, chance: number): Client {
  if (!random.chance(chance)) return client;
  const once = leaveOutOne(random, client);
  return random.chance(0.4) ? leaveOutOne(random, once) : once;
}

function leaveOutOne(random: Random, client: Client): Client {
  const part = random.weighted([
    ['handover', 30],
    ['mobility', 14],
    ['assistant', 18],
    ['phone', 8],
    ['days', 6],
    ['risk', 24],
  ] as const);
  if (part === 'handover') return { ...client, handover: '' };
  if (part === 'mobility') {
    // A child who travels in a wheelchair is known for it, whatever the form leaves out.
    return client.mobility === 'wheelchair_travels'
      ? { ...client, occupied_weight_kg: null }
      : { ...client, mobility: null };
  }
  if (part === 'assistant' && !client.rescue_medication) return { ...client, assistant: null };
  if (part === 'phone') return { ...client, phone: '' };
  if (part === 'days') return { ...client, days: [] };
  return client.risk_assessment_on === null
    ? { ...client, handover: '' }
    : { ...client, risk_assessment_on: null };
}
