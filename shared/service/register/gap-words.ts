/** Gaps as sentences for people. */
import { formatDate } from '../../format/date.ts';
import type { Gap } from './gaps.ts';
import { PAPER_ITEMS, type PaperItem } from './papers.ts';

/** Papers as they are called in a sentence. */
export const PAPER_WORDS: Readonly<Record<PaperItem, string>> = {
  badge: 'badge',
  dbs: 'enhanced DBS check',
  training: 'training',
  plate: 'plate',
  mot: 'MOT',
  insurance: 'insurance',
  lift: 'lift examination',
};

const OTHER_ITEMS: Readonly<Record<string, string>> = {
  lift_limit: 'what the lift bears',
  tie_down_limit: 'what the tie-downs bear',
  layouts: 'layout',
};

/** A paper, a limit or a competence in words. */
export function itemWords(item: string): string {
  const paper = PAPER_ITEMS.find((each) => each === item);
  return paper === undefined ? (OTHER_ITEMS[item] ?? item) : PAPER_WORDS[paper];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The same where it begins a line. */
export function itemTitle(item: string): string {
  return capital(itemWords(item));
}

const SENTENCES: Readonly<Record<Gap['code'], (gap: Gap) => string>> = {
  no_driver: () => 'No driver on the register is assigned.',
  no_assistant: () => 'No passenger assistant on the register is assigned.',
  no_vehicle: () => 'No vehicle on the register is assigned.',
  left: (gap) => `${gap.who} is no longer with the provider${lastDayWords(gap)}.`,
  out_of_date: (gap) => `${gap.who}: ${itemWords(gap.item)} out of date${sinceWords(gap)}.`,
  not_recorded: ({ who, item }) => `${who}: ${itemWords(item)} not recorded.`,
  no_holder: (gap) => `${gap.item}: nobody aboard holds it${ranOutWords(gap)}.`,
  no_cover: (gap) => `${gap.item}: no cover holds it${ranOutWords(gap)}.`,
  no_room: ({ who, item }) => `${who}: its layout (${item}) does not hold everyone.`,
  too_heavy: ({ who, child, item, weighs_kg, bears_kg }) =>
    `${who}: ${child} weighs ${weighs_kg} kg with the wheelchair; ${
      item === 'lift_limit' ? 'the lift bears' : 'the tie-downs bear'
    } ${bears_kg} kg.`,
  weight_not_known: ({ child }) => `${capital(child)}: weight with the wheelchair not known.`,
};

/** A gap as one sentence, with whose it is and since when. */
export function gapWords(gap: Gap): string {
  return SENTENCES[gap.code](gap);
}

function sinceWords({ since }: Gap): string {
  return since === null ? '' : ` since ${formatDate(since)}`;
}

function lastDayWords({ until }: Gap): string {
  return until === null ? '' : `, last day ${formatDate(until)}`;
}

function ranOutWords({ who, until }: Gap): string {
  return until === null ? '' : ` (${who}’s ran out on ${formatDate(until)})`;
}
