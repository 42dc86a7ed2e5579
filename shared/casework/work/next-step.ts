/** What is to be done next on an application, by when, and why, in a sentence. */
import { addDays, daysBetween, type IsoDate } from '../../calendar/dates.ts';
import { formatDate } from '../../format/date.ts';
import { formatQuantity } from '../../format/number.ts';
import { REASON_WORDS, STATUS_WORDS, withinSentence, wordsFor } from '../../model/words.ts';
import { daysAway, decisionWords } from './risks.ts';
import { workStageOf, type WorkStage } from './work-stage.ts';
import type { WorkCase } from './work-case.ts';
import type { WorkRules } from './work-rules.ts';

export interface NextStep {
  readonly stage: WorkStage;
  /** The day by which something should be done; null where nothing is, or no day is known. */
  readonly by: IsoDate | null;
  /** A sentence. */
  readonly text: string;
}

type Teller = (each: WorkCase, rules: WorkRules) => Omit<NextStep, 'stage'>;

/** Missing answers named in a sentence; the rest are counted. */
const NAMED = 2;

function missingWords(missing: readonly string[]): string {
  const named = missing.slice(0, NAMED).map(withinSentence).join(', ');
  const more = missing.length - NAMED;
  return more > 0 ? `${named} and ${formatQuantity(more, 'answer')} more` : named;
}

const decision: Teller = ({ received_on }, { decideBy, on }) =>
  received_on === null
    ? { by: null, text: 'Decide; the day it was received is not known.' }
    : { by: decideBy(received_on), text: decisionWords(decideBy(received_on), on) };

const TELLERS: Readonly<Record<WorkStage, Teller>> = {
  held: (each, rules) => ({
    by: decision(each, rules).by,
    text: `Held: ${each.held_reason}`,
  }),
  to_decide: decision,
  information: (each, rules) => ({
    by: each.chase_on ?? decision(each, rules).by,
    text: `${askedWords(each, rules.on)}${chaseWords(each, rules.on)}.`,
  }),
  new_decision: ({ won_on }) => ({
    by: won_on,
    text: `Sign a new decision: the appeal was won ${won_on === null ? '' : formatDate(won_on)}.`,
  }),
  tif_family: (each, rules) => ({
    by: tifBy(each, rules),
    text:
      each.tif_received_on === null
        ? `TIF not received${firstDayWords(each, rules)}.`
        : `TIF lacks ${missingWords(each.tif_missing)}${firstDayWords(each, rules)}.`,
  }),
  tif_office: (each, rules) => ({
    by: tifBy(each, rules),
    text: `TIF lacks the council’s own part: ${missingWords(each.tif_missing)}.`,
  }),
  hand_over: (each, rules) => ({
    by: each.first_day,
    text: `Decided and TIF complete: hand it to Client Transport${firstDayWords(each, rules)}.`,
  }),
  transport: (each, rules) => ({
    by: each.first_day,
    text: `${transportWords(each)}${firstDayWords(each, rules)}.`,
  }),
  appeal: ({ appeal }, { on }) =>
    appeal === null
      ? { by: null, text: '' }
      : {
          by: appeal.due_on,
          text: `Stage ${appeal.stage} appeal, answer due ${formatDate(appeal.due_on)}, ${daysAway(on, appeal.due_on)}.`,
        },
  done: ({ status, transport }) => ({
    by: null,
    text:
      transport === 'in_place'
        ? 'Transport is in place.'
        : `Closed: ${withinSentence(STATUS_WORDS[status])}.`,
  }),
};

function askedWords({ asked_on, asked_of }: WorkCase, on: IsoDate): string {
  if (asked_on === null) return 'More information is asked; since when is not recorded';
  const whom = asked_of === '' ? 'More information asked' : `Asked of ${asked_of}`;
  return `${whom} ${formatDate(asked_on)}, ${daysAway(on, asked_on)}`;
}

function chaseWords({ chase_on }: WorkCase, on: IsoDate): string {
  return chase_on === null ? '' : `; chase ${formatDate(chase_on)}, ${daysAway(on, chase_on)}`;
}

function tifBy({ first_day }: WorkCase, { tif_days }: WorkRules): IsoDate | null {
  return first_day === null ? null : addDays(first_day, -tif_days);
}

function firstDayWords({ first_day }: WorkCase, { on }: WorkRules): string {
  return first_day === null
    ? ''
    : `; first day ${formatDate(first_day)}, ${daysAway(on, first_day)}`;
}

function transportWords({ transport, reason }: WorkCase): string {
  if (transport === 'planned') return 'Planned, no confirmed contract yet';
  if (reason === '') return 'Not planned yet';
  return `No route: ${withinSentence(wordsFor(REASON_WORDS, reason))}`;
}

/** What comes next on an application. */
export function nextStep(each: WorkCase, rules: WorkRules): NextStep {
  const stage = workStageOf(each);
  return { stage, ...TELLERS[stage](each, rules) };
}

/** Days since an application was received; null where that is not known. */
export function ageDays({ received_on }: WorkCase, on: IsoDate): number | null {
  return received_on === null ? null : Math.max(0, daysBetween(received_on, on));
}
