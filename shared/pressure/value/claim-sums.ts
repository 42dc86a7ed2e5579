/** A claim on several contracts of one provider, added up; of one contract it says what `weighClaim` says. */
import { formatPounds } from '../../format/money.ts';
import { formatPercentChange, formatQuantity } from '../../format/number.ts';
import type { ClaimWeighed } from '../../model/claim.ts';
import type { Contract } from '../../model/contract.ts';
import type { Claim } from '../claim.ts';

/** A contract and its claim. */
export interface ContractClaim {
  readonly contract: Contract;
  readonly claim: Claim;
}

/** Adds claims up, each contract by its vehicle's price a year; null of none, and where the contracts cost nothing. */
export function sumClaims(each: readonly ContractClaim[]): ClaimWeighed | null {
  const [first] = each;
  if (first === undefined) return null;
  const year_pence = each.reduce((sum, { contract }) => sum + yearOf(contract), 0);
  if (year_pence <= 0) return null;
  const share = (of: (claim: Claim) => readonly [number, number]): readonly [number, number] => [
    each.reduce((sum, { contract, claim }) => sum + yearOf(contract) * of(claim)[0], 0) / year_pence, // prettier-ignore
    each.reduce((sum, { contract, claim }) => sum + yearOf(contract) * of(claim)[1], 0) / year_pence, // prettier-ignore
  ];
  const fuel = share(({ forces }) => forces.find(({ key }) => key === 'fuel')?.explains ?? [0, 0]);
  const explained = share((claim) => claim.explained);
  const sums = {
    on: first.claim.on,
    contracts: each.length,
    year_pence,
    asked_year_pence: each.reduce((sum, { claim }) => sum + claim.asked_year_pence, 0),
    fuel,
    explained,
  };
  if (each.length === 1)
    return { ...sums, sentences: first.claim.sentences, gaps: first.claim.gaps };
  return { ...sums, sentences: sentencesOf(first.claim, sums), gaps: gapsOf(each) };
}

function yearOf(contract: Contract): number {
  return contract.price_day_pence * contract.days_a_year;
}

function sentencesOf(
  { provider, asked }: Claim,
  sums: Omit<ClaimWeighed, 'sentences' | 'gaps'>,
): readonly string[] {
  const range = ([low, high]: readonly [number, number]): string => {
    const [a, b] = [signless(low), signless(high)];
    return a === b ? a : `between ${a} and ${b}`;
  };
  const pounds = ([low, high]: readonly [number, number]): string =>
    `${formatPounds(Math.round(sums.year_pence * low))} to ${formatPounds(Math.round(sums.year_pence * high))} a year`;
  return [
    `${provider} asks for ${formatPercentChange(asked)} on ${formatQuantity(sums.contracts, 'contract')}, ${formatPounds(sums.asked_year_pence)} a year: fuel since each price was set explains ${range(sums.fuel)} (${pounds(sums.fuel)}).`,
    `With labour and other prices it is ${range(sums.explained)} (${pounds(sums.explained)}).`,
  ];
}

/** A range’s end: a minus where prices fell, no plus where they rose. */
function signless(fraction: number): string {
  return formatPercentChange(fraction).replace(/^\+/u, '');
}

/** What several contracts lack alike is told once, with how many. */
function gapsOf(each: readonly ContractClaim[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { claim } of each)
    for (const gap of new Set(claim.gaps)) counts.set(gap, (counts.get(gap) ?? 0) + 1);
  return [...counts].map(([gap, count]) => (count === each.length ? gap : `${formatQuantity(count, 'contract')}: ${gap}`)); // prettier-ignore
}
