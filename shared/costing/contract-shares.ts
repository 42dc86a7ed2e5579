/** What a vehicle contract's price pays for. */
import type { IsoDate } from '../calendar/dates.ts';
import type { Setting } from '../model/money.ts';
import { isShares, read } from './read-settings.ts';

/** Parts of a vehicle contract's price by name (`driver`, `fuel`, ...), per cent. */
export function contractSplitAt(
  settings: readonly Setting[],
  on: IsoDate,
): Readonly<Record<string, number>> {
  return read(settings, 'contract_split_percent', on, isShares);
}
