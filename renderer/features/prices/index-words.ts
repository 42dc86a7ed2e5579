/** Values of indices as they are shown and typed: pence a litre, points, pounds an hour. */
import type { PriceIndex } from '../../../shared/model/index-clause.ts';

/** What is typed for one unit of what is kept. */
const KEPT_FOR_ONE: Readonly<Record<PriceIndex, number>> = {
  diesel: 100,
  petrol: 100,
  cpi: 1,
  wage_floor: 100,
};

export const INDEX_LABELS: Readonly<Record<PriceIndex, string>> = {
  diesel: 'Diesel at the pump',
  petrol: 'Petrol at the pump',
  cpi: 'Consumer prices',
  wage_floor: 'Wage floor',
}; // prettier-ignore

/** The unit in a heading. */
export const INDEX_UNITS: Readonly<Record<PriceIndex, string>> = {
  diesel: 'p a litre',
  petrol: 'p a litre',
  cpi: 'index',
  wage_floor: '£ an hour',
};

/** As it is shown, without its unit. */
export function shownValue(series: PriceIndex, value: number): string {
  return drawnValue(series, value).toFixed(series === 'cpi' ? 1 : 2);
}

/** In the unit that is drawn. */
export function drawnValue(series: PriceIndex, value: number): number {
  return value / KEPT_FOR_ONE[series];
}

/** What was typed as it is kept; null where it is no number. */
export function keptValue(series: PriceIndex, typed: string): number | null {
  const plain = typed.trim().replace(/^£\s*/, '').replace(/p$/, '').replaceAll(',', '');
  if (!/^\d+(\.\d+)?$/.test(plain)) return null;
  return Math.round(Number(plain) * KEPT_FOR_ONE[series] * 1000) / 1000;
}

/** A per cent that was typed; null where it is empty or no number. */
export function typedPercent(typed: string): number | null {
  const plain = typed.trim().replace(/%$/, '');
  return /^[-−]?\d+(\.\d+)?$/.test(plain) ? Number(plain.replace('−', '-')) : null;
}
