/** How much of the rise that a provider asks for its costs can explain. */
import type { IsoDate } from '../calendar/dates.ts';
import {
  clausesOf,
  indexedPriceOn,
  priceSetOn,
  type IndexedPrice,
} from '../costing/clauses/contract-clauses.ts';
import { indexBook } from '../costing/clauses/index-book.ts';
import { contractSplitAt } from '../costing/contract-shares.ts';
import { numberAt } from '../costing/read-settings.ts';
import { formatDate } from '../format/date.ts';
import { formatPence, formatPumpPrice } from '../format/money.ts';
import type { Gap } from '../kernel/gap.ts';
import type { Contract } from '../model/contract.ts';
import type { IndexClause } from '../model/index-clause.ts';
import type { CostFacts } from './facts.ts';
import { cpiReading, dieselReading, wageReading, type PriceReading } from './price-facts.ts';

/** The facts that a claim is weighed by. */
export type PriceFacts = Pick<CostFacts, 'on' | 'settings' | 'fuel' | 'cpi' | 'wages'>;

/** One force that moves a provider's costs, from the day the price was set to the day of the claim. */
export interface ClaimForce {
  readonly key: 'fuel' | 'labour' | 'other_prices';
  readonly label: string;
  /** The price on the day it was set and on the day of the claim, in words; '' where it is not known. */
  readonly before: string;
  readonly after: string;
  /** What each is of: `mean of 4 weeks to 16 Mar 2026`. */
  readonly before_of: string;
  readonly after_of: string;
  /** By how much the price rose, a fraction; null where it is not known: nothing is counted. */
  readonly rise: number | null;
  /** Its share of a contract's price, fractions: the lowest and the highest taken. */
  readonly share: readonly [number, number];
  /** What it explains of the contract's price, fractions, lower first. */
  readonly explains: readonly [number, number];
  readonly source: string;
}

/** A claim beside what can explain it. Fractions of the price of the vehicle a day, without assistants. */
export interface Claim {
  readonly contract_ref: string;
  readonly provider: string;
  /** The day the price was set; null: the contract has no dates, and nobody said when. */
  readonly priced_on: IsoDate | null;
  /** The day of the claim. */
  readonly on: IsoDate;
  readonly price_day_pence: number;
  readonly asked: number;
  /** What the rise asked for comes to, pence a day and a year. */
  readonly asked_day_pence: number;
  readonly asked_year_pence: number;
  readonly forces: readonly ClaimForce[];
  /** All forces together, lower first. */
  readonly explained: readonly [number, number];
  /** What of the claim they leave open, lower first; below nothing where they explain more than is asked. */
  readonly open: readonly [number, number];
  readonly open_year_pence: readonly [number, number];
  /** What the contract's own index clauses make of the price today; null: it has none. */
  readonly clauses: IndexedPrice | null;
  /** Fuel alone in one sentence, then the rest. */
  readonly sentences: readonly string[];
  /** What is missing, and what was taken instead; `gaps` its sentences alone. */
  readonly problems: readonly Gap[];
  readonly gaps: readonly string[];
}

/** What is known beside the contract. */
export interface ClaimGiven {
  /** When the price was set, as an officer says it; null or absent: by the contract. */
  readonly priced_on?: IsoDate | null;
  /** Every index clause of the store; those of the contract, or else its provider's, are taken. */
  readonly clauses?: readonly IndexClause[];
}

/** Weighs a rise of `asked` (a fraction: 0.12 is +12%) on a contract. Shares are settings; what the contract states goes first. */
export function weighClaim(
  facts: PriceFacts,
  contract: Contract,
  asked: number,
  given: ClaimGiven = {},
): Claim {
  const priced_on = given.priced_on ?? priceSetOn(contract);
  const forces = forcesOf(facts, contract, priced_on);
  const explained = sumOf(forces);
  const open = sorted(asked - explained[1], asked - explained[0]);
  const year = contract.price_day_pence * contract.days_a_year;
  const claim = {
    contract_ref: contract.ref,
    provider: contract.provider,
    priced_on,
    on: facts.on,
    price_day_pence: contract.price_day_pence,
    asked,
    asked_day_pence: Math.round(contract.price_day_pence * asked),
    asked_year_pence: Math.round(year * asked),
    forces,
    explained,
    open,
    open_year_pence: [Math.round(year * open[0]), Math.round(year * open[1])] as const,
    clauses: clausePrice(facts, contract, { set_on: priced_on, clauses: given.clauses ?? [] }),
  };
  const said = given.priced_on !== undefined && given.priced_on !== null;
  const problems = problemsOf(claim, contract, said);
  return { ...claim, sentences: sentencesOf(claim), problems, gaps: problems.map(({ sentence }) => sentence) }; // prettier-ignore
}

function clausePrice(
  facts: PriceFacts,
  contract: Contract,
  { set_on, clauses }: { readonly set_on: IsoDate | null; readonly clauses: readonly IndexClause[] }, // prettier-ignore
): IndexedPrice | null {
  const own = clausesOf(contract, clauses);
  if (own.length === 0) return null;
  const base = { price_pence: contract.price_day_pence, set_on };
  return indexedPriceOn(own, base, { day: facts.on, book: indexBook(facts) });
}

function forcesOf(
  facts: PriceFacts,
  contract: Contract,
  priced_on: IsoDate | null,
): readonly ClaimForce[] {
  const { settings, on } = facts;
  const own = contract.fuel_share_percent;
  const [low, high] = sorted(
    (own ?? numberAt(settings, 'fuel_share_low_percent', on)) / 100,
    (own ?? numberAt(settings, 'fuel_share_high_percent', on)) / 100,
  );
  const split = contractSplitAt(settings, on);
  const standard = (split['fuel'] ?? 0) / 100;
  const driver = (split['driver'] ?? 0) / 100;
  // A dearer share of fuel leaves less for everything else.
  const driverAt = (fuel: number): number => (standard >= 1 ? 0 : driver * ((1 - fuel) / (1 - standard))); // prettier-ignore
  const wages = sorted(driverAt(low), driverAt(high));
  const others = sorted(1 - low - driverAt(low), 1 - high - driverAt(high));
  const force = (
    given: Pick<ClaimForce, 'key' | 'label' | 'share' | 'source'>,
    price: (on: IsoDate) => PriceReading | null,
    words: (price: number) => string,
  ): ClaimForce => {
    const [from, to] = [priced_on === null ? null : price(priced_on), price(on)];
    const rise = from === null || to === null || from.value <= 0 ? null : to.value / from.value - 1;
    return {
      ...given,
      before: from === null ? '' : words(from.value),
      after: to === null ? '' : words(to.value),
      before_of: from?.of ?? '',
      after_of: to?.of ?? '',
      rise,
      explains: sorted((rise ?? 0) * given.share[0], (rise ?? 0) * given.share[1]),
    };
  };
  return [
    force(
      { key: 'fuel', label: 'Fuel', share: [low, high], source: 'DESNZ weekly road fuel prices, diesel with VAT, mean of four weeks; share by the contract, else 13% (Norfolk County Council, April 2022) to a third (rule of thumb)' }, // prettier-ignore
      (day) => dieselReading(facts.fuel, day),
      formatPumpPrice,
    ),
    force(
      { key: 'labour', label: 'Labour', share: wages, source: 'National living wage; the driver’s share of a price is assumed' }, // prettier-ignore
      (day) => wageReading(facts.wages, day),
      (pence) => `${formatPence(pence)} an hour`,
    ),
    force(
      { key: 'other_prices', label: 'Other prices', share: others, source: 'ONS consumer price index D7BT; vehicle, insurance and overhead as the rest of a price' }, // prettier-ignore
      (day) => cpiReading(facts.cpi, day),
      (index) => index.toFixed(1),
    ),
  ];
}

function sumOf(forces: readonly ClaimForce[]): readonly [number, number] {
  // Where fuel's share is high, the others' is low: the pair is taken together.
  const at = (fuel: 0 | 1): number =>
    forces.reduce((sum, { key, share, rise }) => sum + (rise ?? 0) * shareAt(key, share, fuel), 0);
  return sorted(at(0), at(1));
}

function shareAt(key: ClaimForce['key'], share: ClaimForce['share'], fuel: 0 | 1): number {
  return key === 'fuel' ? share[fuel] : share[fuel === 0 ? 1 : 0];
}

function sorted(a: number, b: number): readonly [number, number] {
  return a <= b ? [a, b] : [b, a];
}

type Weighed = Omit<Claim, 'sentences' | 'problems' | 'gaps'>;

function sentencesOf(claim: Weighed): readonly string[] {
  const fuel = claim.forces.find(({ key }) => key === 'fuel');
  const asks = `The provider asks for ${percent(claim.asked)}`;
  const first =
    claim.priced_on === null
      ? `${asks}: the contract has no dates, so nothing can be said of what prices did since its price was set`
      : fuel?.rise === null || fuel === undefined
        ? `${asks}: the pump price on ${formatDate(claim.priced_on)} is not known, so fuel explains nothing here`
        : `${asks}: fuel since the price was set on ${formatDate(claim.priced_on)} explains ${range(fuel.explains)}`;
  const [low, high] = claim.open;
  const rest =
    high <= 0
      ? 'They explain all of it.'
      : low <= 0
        ? `They may explain all of it; at the least ${percent(high)} is left open.`
        : `${capital(range(claim.open))} (${yearly(claim.open_year_pence)} a year) is left for the provider to show.`;
  return [`${first}.`, `With labour and other prices it is ${range(claim.explained)}. ${rest}`];
}

function yearly([low, high]: readonly [number, number]): string {
  return low === high ? formatPence(low) : `${formatPence(low)} to ${formatPence(high)}`;
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** `between 1.9% and 4.8%`; one figure where both are the same. */
function range([low, high]: readonly [number, number]): string {
  const [a, b] = [percent(low), percent(high)];
  return a === b ? a : `between ${a} and ${b}`;
}

function percent(fraction: number): string {
  const tenths = Math.round(fraction * 1000) / 10;
  return `${tenths < 0 ? '−' : ''}${Math.abs(tenths).toFixed(1)}%`;
}

function problemsOf(claim: Weighed, contract: Contract, said: boolean): readonly Gap[] {
  const { priced_on, on, forces } = claim;
  const one = (code: string, sentence: string): readonly Gap[] => [{ code, sentence }];
  if (priced_on === null)
    return one('no_dates', 'The contract has no dates and nobody said when its price was set: no rise of prices is counted. Give the day above, or correct the register.'); // prettier-ignore
  const unknown = forces
    .filter(({ rise }) => rise === null)
    .map(({ key, label, before }): Gap => ({ code: `no_price_${key}`, sentence: `${label}: no price is known for ${before === '' ? 'the day the price was set' : formatDate(on)}; nothing is counted. Import the series.` })); // prettier-ignore
  const indexed = said
    ? one('day_said', `That the price was set on ${formatDate(priced_on)} is what was said with the claim; the contract has ${formatDate(priceSetOn(contract) ?? priced_on)}.`) // prettier-ignore
    : contract.last_indexed_on === null
      ? one(
          'start_taken',
          'The contract does not say when it was last indexed: its start is taken.',
        )
      : [];
  const assumed = !said && contract.last_indexed_on === null && contract.starts_on.endsWith('-09-01') ? one('start_usual', 'It starts on 1 September, which is also taken where the register gave no start: check it.') : []; // prettier-ignore
  const share = contract.fuel_share_percent === null ? one('share_taken', 'The contract states no share of fuel: a low and a high one are taken.') : []; // prettier-ignore
  const future = contract.starts_on > on ? one('starts_later', `The contract starts on ${formatDate(contract.starts_on)}, after the day of the claim.`) : []; // prettier-ignore
  const clauses = (claim.clauses?.gaps ?? []).map((sentence) => ({ code: 'clause', sentence }));
  return [...unknown, ...indexed, ...assumed, ...share, ...future, ...clauses];
}
