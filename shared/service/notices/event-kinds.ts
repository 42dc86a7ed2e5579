/** Kinds of event: their words, what each is about, and what must change because of it. */
import type { EventKind } from '../../model/change-notice.ts';

/** What an event of a kind names. */
export type SubjectKind = 'contract' | 'route' | 'client' | 'school' | 'plan';

/** One thing that must be done, by whom, and how many working days before the day it takes effect. */
export interface Consequence {
  readonly what: string;
  readonly who: 'planner' | 'officer' | 'eligibility officer';
  /** Working days before it takes effect; 0: on that day; null: once it is known. */
  readonly days_before: number | null;
}

/** A kind with its words. */
export interface EventKindWords {
  readonly label: string;
  readonly about: SubjectKind;
  /** A person records it by hand; others come with a change of the plan. */
  readonly by_hand: boolean;
  /** How children are carried changes only with a later edit or repair, whose notices are listed with it. */
  readonly awaits_plan: boolean;
  readonly consequences: readonly Consequence[];
}

const PLACE: Consequence = { what: 'Place the children anew in the plan in use', who: 'planner', days_before: null }; // prettier-ignore
const LET: Consequence = { what: 'Let new routes, or have the provider confirm who joins theirs', who: 'officer', days_before: 5 }; // prettier-ignore
const SHEETS: Consequence = { what: 'Withdraw the old sheets and issue new ones', who: 'officer', days_before: 1 }; // prettier-ignore
const TELL: Consequence = { what: 'Tell everyone on the notices', who: 'officer', days_before: 5 };

/** Every kind. Working days are an engineering assumption [A]: they follow the default lead times of the notices. */
export const EVENT_KIND_WORDS: Readonly<Record<EventKind, EventKindWords>> = {
  hand_back: {
    label: 'Contract handed back',
    about: 'contract',
    by_hand: false,
    awaits_plan: true,
    consequences: [PLACE, LET, SHEETS, TELL],
  },
  provider_failure: {
    label: 'Provider cannot run',
    about: 'contract',
    by_hand: true,
    awaits_plan: true,
    consequences: [PLACE, { ...LET, days_before: null }, SHEETS, { ...TELL, days_before: null }],
  },
  contract_ended: {
    label: 'Contract ends',
    about: 'contract',
    by_hand: true,
    awaits_plan: true,
    consequences: [PLACE, LET, SHEETS, TELL],
  },
  change_of_address: {
    label: 'Change of address',
    about: 'client',
    by_hand: true,
    awaits_plan: true,
    consequences: [
      { what: 'Look at the eligibility again from the new home', who: 'eligibility officer', days_before: null }, // prettier-ignore
      { what: 'Have the child picked up at the new home: move or retime in the plan in use', who: 'planner', days_before: 5 }, // prettier-ignore
      SHEETS,
      TELL,
    ],
  },
  change_of_school: {
    label: 'Change of school',
    about: 'client',
    by_hand: true,
    awaits_plan: true,
    consequences: [
      { what: 'Decide transport to the new school', who: 'eligibility officer', days_before: null },
      { what: 'Take the child off the old route and place them on one of the new school', who: 'planner', days_before: 5 }, // prettier-ignore
      SHEETS,
      TELL,
    ],
  },
  suspension: {
    label: 'Suspended or excluded',
    about: 'client',
    by_hand: true,
    awaits_plan: false,
    consequences: [
      { what: 'Stand the run down for the days, under the contract’s rule', who: 'officer', days_before: null }, // prettier-ignore
      { what: 'Tell the provider and the assistant not to call', who: 'officer', days_before: 0 },
      { what: 'Ask the school whether and when the child returns', who: 'officer', days_before: null }, // prettier-ignore
    ],
  },
  timetable: {
    label: 'New timetable or bell time',
    about: 'school',
    by_hand: true,
    awaits_plan: true,
    consequences: [
      { what: 'Retime the routes of the school', who: 'planner', days_before: 10 },
      { what: 'Ask each provider whether their vehicle is free at the new time', who: 'officer', days_before: 10 }, // prettier-ignore
      SHEETS,
      TELL,
    ],
  },
  crew: {
    label: 'New driver, assistant or vehicle',
    about: 'route',
    by_hand: true,
    awaits_plan: false,
    consequences: [
      { what: 'Check badge, DBS date and competences on the register', who: 'officer', days_before: 1 }, // prettier-ignore
      { what: 'Let the children meet them first where their form asks for it', who: 'officer', days_before: 1 }, // prettier-ignore
      TELL,
    ],
  },
  award: {
    label: 'Route let to a provider',
    about: 'route',
    by_hand: false,
    awaits_plan: false,
    consequences: [
      {
        what: 'Have the provider confirm the contract and every child',
        who: 'officer',
        days_before: 5,
      },
      SHEETS,
      TELL,
    ],
  },
  plan_approved: { label: 'Plan approved', about: 'plan', by_hand: false, awaits_plan: false, consequences: [LET, SHEETS, TELL] }, // prettier-ignore
  plan_in_use: { label: 'Plan put in use', about: 'plan', by_hand: false, awaits_plan: false, consequences: [LET, SHEETS, TELL] }, // prettier-ignore
  plan_edit: { label: 'Edit of the plan in use', about: 'plan', by_hand: false, awaits_plan: false, consequences: [SHEETS, TELL] }, // prettier-ignore
  undone: { label: 'Change undone or redone', about: 'plan', by_hand: false, awaits_plan: false, consequences: [SHEETS, TELL] }, // prettier-ignore
};
