/** The actions on many applications: their words, what their form starts with, and what it asks. */
import {
  ArrowRightLeft,
  BellRing,
  FileCheck,
  GraduationCap,
  Hand,
  MessageCircleQuestion,
  PenLine,
  RotateCw,
  Scale,
  Truck,
  UserRoundPlus,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { addWorkingDays } from '../../../shared/calendar/working-days.ts';
import type { IsoDate } from '../../../shared/calendar/dates.ts';
import type { BulkAction } from '../../../shared/api/views/bulk.ts';
import { formatQuantity } from '../../../shared/format/number.ts';

/** Working days after which an answer is chased unless the officer says otherwise [A]. */
const CHASE_AFTER = 10;

export interface BulkKind {
  readonly id: string;
  readonly label: string;
  readonly icon: LucideIcon;
  /** Stands in the bar itself; the others are under More. */
  readonly isMain: boolean;
  /** What it does and what it never does, a sentence. */
  readonly about: string;
  readonly start: (at: { readonly on: IsoDate; readonly me: string }) => BulkAction;
  /** The button: `Sign 120 decisions`. */
  readonly verb: (count: number) => string;
  /** What is told when it is done. */
  readonly done: (count: number) => string;
}

const applications = (count: number): string => formatQuantity(count, 'application');

/** On children who are carried already, from the page of renewals. */
export const RENEWAL_KINDS = {
  renew: {
    id: 'renew',
    label: 'Create renewals',
    icon: RotateCw,
    isMain: false,
    about:
      'Makes an application of the type Renewal for each, with the reference RN, the year and the child’s own. An award signed before is carried over only where the rules answer as before and nothing has to be looked at; the others wait to be decided. A child is renewed once.',
    start: ({ on, me }) => ({ kind: 'renew', received_on: on, signed_by: me }),
    verb: (count) => `Create ${formatQuantity(count, 'renewal')}`,
    done: (count) => `${formatQuantity(count, 'renewal')} created.`,
  },
  roll_years: {
    id: 'roll_years',
    label: 'Roll year groups on',
    icon: GraduationCap,
    isMain: false,
    about:
      'Puts each child one year group up. Whoever is taught out of year by decision (deferred entry, held back, put ahead) keeps the difference; whoever is recorded in the year of their age already stays. It is undone as one.',
    start: () => ({ kind: 'roll_years' }),
    verb: (count) => `Roll ${formatQuantity(count, 'child', 'children')} on`,
    done: (count) => `${formatQuantity(count, 'child', 'children')} rolled on to the new year.`,
  },
  confirm_tif: {
    id: 'confirm_tif',
    label: 'Confirm TIFs',
    icon: FileCheck,
    isMain: false,
    about:
      'Says of each signed form that nothing changed for the year planned, as the carer told. Unsigned and changed forms are left out.',
    start: ({ me }) => ({ kind: 'confirm_tif', signed_by: me }),
    verb: (count) => `Confirm ${formatQuantity(count, 'TIF')}`,
    done: (count) => `${formatQuantity(count, 'TIF')} confirmed.`,
  },
  expect: {
    id: 'expect',
    label: 'Expect to apply',
    icon: BellRing,
    isMain: false,
    about:
      'Puts them among the children whose families are reminded to apply, up to three times. Nothing is sent by itself: the letters are made under Letters.',
    start: ({ on }) => ({ kind: 'expect', told_on: on }),
    verb: (count) => `Expect ${formatQuantity(count, 'child', 'children')}`,
    done: (count) => `${formatQuantity(count, 'child', 'children')} expected to apply.`,
  },
} as const satisfies Readonly<Record<string, BulkKind>>;

/** In the order of the work. */
export const BULK_KINDS: readonly BulkKind[] = [
  {
    id: 'assign',
    label: 'Assign',
    icon: UserRoundPlus,
    isMain: true,
    about: 'Gives all of them to one officer, or to nobody.',
    start: ({ me }) => ({ kind: 'assign', officer: me }),
    verb: (count) => `Assign ${applications(count)}`,
    done: (count) => `${applications(count)} assigned.`,
  },
  {
    id: 'sign',
    label: 'Sign decisions',
    icon: PenLine,
    isMain: true,
    about:
      'Signs what the rules propose where it is met or not met and nothing has to be looked at: nothing marginal, no note, no date that changes it before long. Each decision keeps its own facts. What is awarded is a seat both ways on the child’s days, to be reviewed at the end of the year.',
    start: ({ me }) => ({ kind: 'sign', signed_by: me }),
    verb: (count) => `Sign ${formatQuantity(count, 'decision')}`,
    done: (count) => `${formatQuantity(count, 'decision')} signed.`,
  },
  {
    id: 'hand_over',
    label: 'Hand over',
    icon: Truck,
    isMain: true,
    about: 'Hands to Client Transport what is awarded and has a complete TIF.',
    start: ({ me }) => ({ kind: 'hand_over', signed_by: me, note: '' }),
    verb: (count) => `Hand over ${applications(count)}`,
    done: (count) => `${applications(count)} handed to Client Transport.`,
  },
  {
    id: 'share',
    label: 'Share out evenly',
    icon: Scale,
    isMain: false,
    about:
      'Gives each the officer who has least open. Children of one home stay with one officer; the same choice gives the same answer.',
    start: () => ({ kind: 'share', officers: [] }),
    verb: (count) => `Share out ${applications(count)}`,
    done: (count) => `${applications(count)} shared out.`,
  },
  {
    id: 'set_status',
    label: 'Set state',
    icon: ArrowRightLeft,
    isMain: false,
    about:
      'Sets where they stand on the way to a decision. A decided outcome is signed, never set.',
    start: () => ({ kind: 'set_status', status: 'checking', note: '' }),
    verb: (count) => `Set the state of ${applications(count)}`,
    done: (count) => `State of ${applications(count)} set.`,
  },
  {
    id: 'ask',
    label: 'Ask for information',
    icon: MessageCircleQuestion,
    isMain: false,
    about: 'Records on each what is asked of whom; they wait for the answer.',
    start: ({ on, me }) => ({
      kind: 'ask',
      asked_for: '',
      asked_of: 'Parent or carer',
      chase_on: addWorkingDays(on, CHASE_AFTER),
      signed_by: me,
    }),
    verb: (count) => `Ask on ${applications(count)}`,
    done: (count) => `Asked on ${applications(count)}.`,
  },
  {
    id: 'accept_held',
    label: 'Take held into use',
    icon: Hand,
    isMain: false,
    about: 'Takes what is held into use; the same reason does not hold it again.',
    start: () => ({ kind: 'held', accept: true, reason: '' }),
    verb: (count) => `Take ${applications(count)} into use`,
    done: (count) => `${applications(count)} taken into use.`,
  },
  {
    id: 'refuse_held',
    label: 'Refuse held',
    icon: Hand,
    isMain: false,
    about: 'Refuses what is held; nobody plans for it.',
    start: () => ({ kind: 'held', accept: false, reason: '' }),
    verb: (count) => `Refuse ${applications(count)}`,
    done: (count) => `${applications(count)} refused.`,
  },
];
