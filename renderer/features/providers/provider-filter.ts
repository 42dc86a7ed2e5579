/** Which providers the list shows, and in what order. Pure, so that it is tried without a screen. */
import type { ProviderRow } from '../../../shared/service/register/provider-rows.ts';

export const PROVIDER_MARKS = ['unconfirmed', 'out_of_date', 'running_out', 'not_listed'] as const;
export type ProviderMark = (typeof PROVIDER_MARKS)[number];

export const PROVIDER_SORTS = [
  'name',
  'contracts',
  'clients',
  'day',
  'year',
  'people',
  'vehicles',
  'running_out',
] as const;
export type ProviderSort = (typeof PROVIDER_SORTS)[number];

const HOLDS: Readonly<Record<ProviderMark, (row: ProviderRow) => boolean>> = {
  unconfirmed: (row) => row.unconfirmed > 0,
  out_of_date: (row) => row.out_of_date > 0,
  running_out: (row) => row.running_out > 0,
  not_listed: (row) => !row.on_register,
};

const collator = new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base' });

/** Drivers and assistants; somebody who does both counts in both and stands in neither twice. */
const COMPARE: Readonly<Record<ProviderSort, (a: ProviderRow, b: ProviderRow) => number>> = {
  name: (a, b) => collator.compare(a.name, b.name),
  contracts: (a, b) => a.contracts - b.contracts,
  clients: (a, b) => a.clients - b.clients,
  day: (a, b) => a.day_pence - b.day_pence,
  year: (a, b) => a.year_pence - b.year_pence,
  people: (a, b) => a.drivers - b.drivers || a.assistants - b.assistants,
  vehicles: (a, b) => a.vehicles - b.vehicles,
  running_out: (a, b) => a.out_of_date - b.out_of_date || a.running_out - b.running_out,
};

/** The providers whose name or framework has every word and that carry every mark, sorted. */
export function siftProviders(
  rows: readonly ProviderRow[],
  filter: { readonly text: string; readonly marks: readonly ProviderMark[] },
  sort: { readonly by: ProviderSort; readonly descending: boolean },
): readonly ProviderRow[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  const direction = sort.descending ? -1 : 1;
  return rows
    .filter((row) => {
      const text = `${row.name} ${row.framework}`.toLowerCase();
      return (
        words.every((word) => text.includes(word)) && filter.marks.every((mark) => HOLDS[mark](row))
      );
    })
    .toSorted((a, b) => direction * COMPARE[sort.by](a, b) || collator.compare(a.name, b.name));
}

/** Sums of the providers shown. */
export function totalProviders(rows: readonly ProviderRow[]) {
  const sum = (pick: (row: ProviderRow) => number): number =>
    rows.reduce((total, row) => total + pick(row), 0);
  return {
    contracts: sum((row) => row.contracts),
    clients: sum((row) => row.clients),
    vehicles: sum((row) => row.vehicles),
    day_pence: sum((row) => row.day_pence),
    year_pence: sum((row) => row.year_pence),
  };
}
