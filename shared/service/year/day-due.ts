/** Whether a contract ran on a day, and how much of its price is due: by calendar, stand-downs and days its provider did not come. */
import { weekdayOf, type IsoDate, type Weekday } from '../../calendar/dates.ts';
import type { SchoolCalendars } from '../../calendar/school-calendars.ts';
import { addWorkingDays } from '../../calendar/working-days.ts';
import type { Contract } from '../../model/contract.ts';
import type { Absence, StandDownRule, ToldAt } from '../../model/year.ts';

/** A child on a contract, with the days of the week it rides. */
export interface Rider {
  readonly client_id: number;
  readonly urn: number | null;
  readonly year_group: number | null;
  readonly days: readonly Weekday[];
  /** Rides from this day on; null: from the contract's start. */
  readonly from_on: IsoDate | null;
  /** The first day it rides no longer; null: rides still. */
  readonly left_on: IsoDate | null;
}

/** A price that holds from a day on: a variation of the contract. null: as it was. */
export interface PriceChange {
  readonly from_on: IsoDate;
  readonly price_day_pence: number | null;
  readonly assistant_day_pence: number | null;
}

/** A contract with all that decides what is due for it. */
export interface RunningContract {
  readonly contract: Pick<
    Contract,
    | 'id'
    | 'ref'
    | 'provider'
    | 'starts_on'
    | 'ends_on'
    | 'price_day_pence'
    | 'assistant_day_pence'
    | 'school_urn'
    | 'last_indexed_on'
  >;
  /** Empty where no list of children is known: then the contract's school decides. */
  readonly riders: readonly Rider[];
  /** The last day before it was handed back; null where it was not. */
  readonly last_day: IsoDate | null;
  readonly rule: StandDownRule;
  /** In order of their days. */
  readonly prices: readonly PriceChange[];
}

/** Absences that count, by whom they are of. */
export interface AbsenceIndex {
  readonly ofClient: ReadonlyMap<number, readonly Absence[]>;
  readonly ofSchool: ReadonlyMap<number, readonly Absence[]>;
  readonly ofContract: ReadonlyMap<number, readonly Absence[]>;
}

export type DueReason =
  | 'ran'
  | 'told_late'
  | 'stood_down'
  | 'no_show'
  | 'not_open'
  | 'nobody'
  | 'before_start'
  | 'after_end'
  | 'after_hand_back';

/** What is due for one leg of a day: percent of the leg's half of the day's price. */
export interface LegDue {
  readonly percent: number;
  readonly because: DueReason;
  /** In a few words, such as `INSET day`; '' where it ran. */
  readonly why: string;
}

/** Both legs of a day. */
export interface DayDue {
  readonly morning: LegDue;
  readonly afternoon: LegDue;
}

const nothing = (because: DueReason, why: string): LegDue => ({ percent: 0, because, why });
const RAN: LegDue = { percent: 100, because: 'ran', why: '' };

/** Puts absences by whom they are of; withdrawn ones do not count. */
export function absenceIndex(absences: readonly Absence[]): AbsenceIndex {
  const ofClient = new Map<number, Absence[]>();
  const ofSchool = new Map<number, Absence[]>();
  const ofContract = new Map<number, Absence[]>();
  const add = (map: Map<number, Absence[]>, key: number | null, each: Absence): void => {
    if (key === null) return;
    const list = map.get(key);
    if (list === undefined) map.set(key, [each]);
    else list.push(each);
  };
  for (const each of absences) {
    if (each.withdrawn !== null) continue;
    add(ofClient, each.client_id, each);
    add(ofSchool, each.urn, each);
    add(ofContract, each.contract_id, each);
  }
  return { ofClient, ofSchool, ofContract };
}

type Leg = 'morning' | 'afternoon';

const covers = (absence: Absence, day: IsoDate, leg: Leg): boolean =>
  absence.from_on <= day &&
  day <= absence.to_on &&
  (absence.legs === 'both' || absence.legs === leg);

/** What is due for a contract on a day, leg by leg. */
export function dayDue(
  running: RunningContract,
  day: IsoDate,
  facts: { readonly calendars: SchoolCalendars; readonly absences: AbsenceIndex },
): DayDue {
  const never = outside(running, day);
  if (never !== null) return { morning: never, afternoon: never };
  const riders = ridersOn(running, day);
  const open = riders.filter(({ urn, year_group }) => facts.calendars.runsOn(urn, year_group, day));
  if (open.length === 0) {
    const shut = notOpen(running, riders, day, facts.calendars);
    return { morning: shut, afternoon: shut };
  }
  const leg = (of: Leg): LegDue => legDue({ running, open, day, leg: of }, facts.absences);
  return { morning: leg('morning'), afternoon: leg('afternoon') };
}

/** A day on which the contract does not run at all; null where it does. */
function outside({ contract, last_day }: RunningContract, day: IsoDate): LegDue | null {
  if (day < contract.starts_on) return nothing('before_start', 'before the contract began');
  if (last_day !== null && day > last_day)
    return nothing('after_hand_back', 'after the contract was handed back');
  if (day > contract.ends_on) return nothing('after_end', 'after the contract ended');
  return null;
}

/** Who is to be carried on a day, by the days of the week each rides; where no child is known, whoever the school has. */
function ridersOn({ contract, riders }: RunningContract, day: IsoDate): readonly Rider[] {
  if (riders.length === 0)
    return [
      {
        client_id: 0,
        urn: contract.school_urn,
        year_group: null,
        days: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'],
        from_on: null,
        left_on: null,
      },
    ];
  const weekday = weekdayOf(day);
  return riders.filter(
    ({ days, from_on, left_on }) =>
      days.some((each) => each === weekday) &&
      (from_on === null || from_on <= day) &&
      (left_on === null || day < left_on),
  );
}

/** Why no school of any child aboard is open. */
function notOpen(
  { contract }: RunningContract,
  riders: readonly Rider[],
  day: IsoDate,
  calendars: SchoolCalendars,
): LegDue {
  const [first] = riders;
  const at =
    first === undefined
      ? calendars.dayOf(contract.school_urn, null, day)
      : calendars.dayOf(first.urn, first.year_group, day);
  return at.open ? nothing('nobody', 'nobody to carry') : nothing('not_open', at.why);
}

interface LegFacts {
  readonly running: RunningContract;
  /** Children aboard whose school is open. */
  readonly open: readonly Rider[];
  readonly day: IsoDate;
  readonly leg: Leg;
}

function legDue({ running, open, day, leg }: LegFacts, absences: AbsenceIndex): LegDue {
  const none = absences.ofContract.get(running.contract.id)?.find((each) => covers(each, day, leg));
  if (none !== undefined) return nothing('no_show', none.why || 'the provider did not come');
  const away = open.map(({ client_id, urn }) =>
    [
      ...(absences.ofClient.get(client_id) ?? []),
      ...(urn === null ? [] : (absences.ofSchool.get(urn) ?? [])),
    ].filter((each) => covers(each, day, leg)),
  );
  if (away.some((each) => each.length === 0)) return RAN;
  // Nobody is left aboard: called off in time for every one of them, or paid whole.
  const isInTime = away.every((each) =>
    each.some(({ told }) => told !== null && inTime(told, running.rule, day)),
  );
  const why = away[0]?.[0]?.why || 'everybody was away';
  if (!isInTime) return { percent: 100, because: 'told_late', why };
  return { percent: running.rule.share_percent, because: 'stood_down', why };
}

/** Whether the provider was told by the rule's hour, so many working days before the day. */
function inTime(told: ToldAt, rule: StandDownRule, day: IsoDate): boolean {
  const last = rule.days_before === 0 ? day : addWorkingDays(day, -rule.days_before);
  return told.on < last || (told.on === last && told.s <= rule.by_s);
}

/** Whether the contract ran on a day: for a child whose school was open, by contract, and neither stood down nor left standing. */
export function didRun({ morning, afternoon }: DayDue): boolean {
  return [morning, afternoon].some(({ because }) => because === 'ran' || because === 'told_late');
}

/** The price of a day that holds on it, of the vehicle and of the assistant, whole pence. */
export function pricesOn(
  { contract, prices }: RunningContract,
  day: IsoDate,
): { readonly vehicle: number; readonly assistant: number } {
  let vehicle = contract.price_day_pence;
  let assistant = contract.assistant_day_pence;
  for (const change of prices) {
    if (change.from_on > day) break;
    vehicle = change.price_day_pence ?? vehicle;
    assistant = change.assistant_day_pence ?? assistant;
  }
  return { vehicle, assistant };
}
