/** What stands behind a bar that is no client: savings contract by contract, adjustments, assumed growth, routes that carry nobody. */
import { formatDate } from '../../format/date.ts';
import { formatPence } from '../../format/money.ts';
import type { DayPrices } from '../../money/known-contract.ts';
import type { SavedShare } from './saved.ts';
import type { Split, SplitBarName } from './split-sides.ts';

/** One of them; its pence are what it adds to the bar. */
export interface BehindPart {
  readonly label: string;
  /** How it was reckoned. */
  readonly note: string;
  readonly pence: number;
}

/** All of a bar's, the largest first. Of a bar that clients make, what was moved out of it or into it. */
export function behindParts(split: Split, bar: SplitBarName): readonly BehindPart[] {
  return [...ofNobody(split, bar), ...ofSavings(split, bar), ...ofAdjustments(split, bar)]
    .filter(({ pence }) => pence !== 0)
    .toSorted((a, b) => Math.abs(b.pence) - Math.abs(a.pence) || (a.label < b.label ? -1 : 1));
}

function ofNobody({ nobody }: Split, bar: SplitBarName): readonly BehindPart[] {
  if (bar !== 'no_clients') return [];
  return nobody.map(({ route_ref, from_pence, to_pence }) => ({
    label: route_ref,
    note: `${formatPence(from_pence)} before, ${formatPence(to_pence)} after`,
    pence: to_pence - from_pence,
  }));
}

/** How much of a saving each bar holds, times a share's pence. */
const SAVED_IN: Partial<Record<SplitBarName, (share: SavedShare) => number>> = {
  savings: (share) => -(share.vehicle_pence + share.assistant_pence),
  retender: (share) => share.vehicle_pence,
  assistants: (share) => share.assistant_pence,
};

function ofSavings({ groups }: Split, bar: SplitBarName): readonly BehindPart[] {
  const of = SAVED_IN[bar];
  if (of === undefined) return [];
  const shares = groups.flatMap(({ saved }) => saved);
  const byContract = Map.groupBy(shares, (share) => share.of);
  return [...byContract].map(([saving, own]): BehindPart => {
    const { contract_ref, from_on, before, after } = saving;
    const days = own.reduce((sum, { vehicle_days }) => sum + vehicle_days, 0);
    const price = `${dayWords(before)} a day before ${formatDate(from_on)}, ${dayWords(after)} since; ${String(Math.round(days * 10) / 10)} days of clients carried on both sides`;
    return {
      label: `${contract_ref}: ${saving.saving}`,
      note: bar === 'savings' ? price : `Shown as savings, so it is no part of this bar: ${price}`,
      pence: own.reduce((sum, share) => sum + of(share), 0) + 0,
    };
  });
}

function dayWords({ vehicle, assistant }: DayPrices): string {
  return formatPence(vehicle + assistant);
}

function ofAdjustments({ adjusted }: Split, bar: SplitBarName): readonly BehindPart[] {
  return adjusted.parts.flatMap(({ kind, within, label, note, from_pence, to_pence }) => {
    const pence = to_pence - from_pence;
    if (kind === bar) return [{ label, note, pence }];
    if (within !== bar) return [];
    return [{ label, note: `Has a bar of its own, so it is no part of this one: ${note}`, pence: -pence + 0 }]; // prettier-ignore
  });
}
