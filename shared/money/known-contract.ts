/** A contract as it was known on a day: without what was signed, handed back or recorded later. */
import type { IsoDate } from '../calendar/dates.ts';
import {
  academicYearOf,
  firstDateOf,
  lastDateOf,
  planningYearOf,
  previousYear,
} from '../calendar/years.ts';
import { beganWithin, splitPence } from '../costing/attribute.ts';
import type { ContractEvent } from '../model/tender.ts';
import { pricesOn, type PriceChange, type RunningContract } from '../service/year/day-due.ts';
import type { DaysOf } from './days-run.ts';
import type { ContractSource } from './money-facts.ts';

/** Prices of a day, whole pence. */
export interface DayPrices {
  readonly vehicle: number;
  readonly assistant: number;
}

/** A contract that counts, as it was known. */
export interface KnownContract extends DaysOf {
  readonly source: ContractSource;
  /** The last day that counts, by contract, hand-back or what is known of its confirmation. */
  readonly last: IsoDate;
  readonly priceOn: (day: IsoDate) => DayPrices;
  /** Days on which the price changes, in order: between two of them it is one. */
  readonly price_days: readonly IsoDate[];
  /** What of its prices is told apart when two standpoints are compared. */
  readonly prices_key: string;
}

/**
 * The contract as known on a day, or null where nothing of it counts. Confirmed ones count. The register's mark is for the year planned: before that
 * year every contract that had begun is taken to have run. A contract that took over within the year ran before at the price that the register
 * has for the year before, unless the register holds the contract that did.
 */
export function knownContract(
  source: ContractSource,
  known_on: IsoDate,
  on: IsoDate,
): KnownContract | null {
  // prettier-ignore
  const { contract, confirmed_on, hand_backs, events } = source;
  const planned = planningYearOf(on);
  const isConfirmed = contract.confirmed && (confirmed_on === null || confirmed_on <= known_on);
  if (!isConfirmed && contract.starts_on >= firstDateOf(planned)) return null;
  const ends = endsOn(source, known_on);
  const before_planned = lastDateOf(previousYear(planned));
  const counted = isConfirmed || ends < before_planned ? ends : before_planned;
  const back = hand_backs.filter((each) => each.on <= known_on).at(-1) ?? null;
  const last = back !== null && back.last_day < counted ? back.last_day : counted;
  const running: RunningContract = {
    contract: { ...contract, ends_on: counted },
    riders: source.riders,
    last_day: back?.last_day ?? null,
    rule: source.rule,
    prices: pricesKnown(contract.starts_on, events, known_on),
  };
  const before = pricesBefore(source);
  const first = before === null ? contract.starts_on : firstDateOf(previousYear(academicYearOf(contract.starts_on))); // prettier-ignore
  return {
    source,
    running,
    days_a_year: contract.days_a_year,
    first,
    last,
    priceOn: (day) => (before !== null && day < contract.starts_on ? before : pricesOn(running, day)), // prettier-ignore
    price_days: [contract.starts_on, ...running.prices.map(({ from_on }) => from_on)].toSorted(),
    prices_key: JSON.stringify(running.prices),
  };
}

/** Where the register knows it, what the route cost a day before this contract took it over; the assistant's part as it is now. */
function pricesBefore({ contract, has_earlier }: ContractSource): DayPrices | null {
  const { previous_day_pence, price_day_pence, assistant_day_pence } = contract;
  if (has_earlier || previous_day_pence === null || previous_day_pence === 0) return null;
  if (beganWithin(contract, academicYearOf(contract.starts_on))) return null;
  const [vehicle = 0, assistant = 0] = splitPence(previous_day_pence, [price_day_pence, assistant_day_pence]); // prettier-ignore
  return { vehicle, assistant };
}

/** Prices by day: those before the first change, then each change that was signed by the day. */
function pricesKnown(
  starts_on: IsoDate,
  events: readonly ContractEvent[],
  known_on: IsoDate,
): readonly PriceChange[] {
  // prettier-ignore
  const changes = events
    .filter((each) => each.price_before_pence !== each.price_after_pence || each.assistant_before_pence !== each.assistant_after_pence) // prettier-ignore
    .toSorted((a, b) => (a.effective_on < b.effective_on ? -1 : a.effective_on > b.effective_on ? 1 : a.id - b.id)); // prettier-ignore
  const [first] = changes;
  if (first === undefined) return [];
  return [
    { from_on: starts_on, price_day_pence: first.price_before_pence, assistant_day_pence: first.assistant_before_pence }, // prettier-ignore
    ...changes
      .filter(({ signed }) => signed.on <= known_on)
      .map((each) => ({ from_on: each.effective_on, price_day_pence: each.price_after_pence, assistant_day_pence: each.assistant_after_pence })), // prettier-ignore
  ];
}

/** The contract's last day as it was then. */
function endsOn({ contract, events }: ContractSource, known_on: IsoDate): IsoDate {
  const later = events.find(({ signed, ends_before, ends_after }) => signed.on > known_on && ends_before !== ends_after); // prettier-ignore
  return later?.ends_before ?? contract.ends_on;
}
