/** A period as monitoring shows it, to be kept. */
import type { ClosingGiven } from '../../../db/closings-aggregate.ts';
import type { IsoDate } from '../../../shared/calendar/dates.ts';
import type { ShownLine } from '../../../shared/money/money-facts.ts';
import type { Monitor } from '../../../shared/money/monitor.ts';
import { termsOf } from '../../../shared/money/restated.ts';

/** Every line with its amounts and the contracts behind them, and every contract’s prices and children. */
export function closingGiven(
  { at, lines, position }: Monitor,
  { on, by, reason }: { readonly on: IsoDate; readonly by: string; readonly reason: string },
): ClosingGiven {
  const { year, period, known_on } = at;
  return {
    year,
    period,
    known_on,
    closed_on: on,
    closed_by: by,
    reason,
    terms: Object.fromEntries([...position.contracts].map(([ref, each]) => [ref, termsOf(each)])), // prettier-ignore
    lines: lines.map(({ line, original_pence, current_pence, actual_pence, accrual_pence, commitment_pence, plan_pence, basis }) => ({
      line, original_pence, current_pence, actual_pence, accrual_pence, commitment_pence, plan_pence, basis,
      contracts: contractsOn(line, position),
    })), // prettier-ignore
  };
}

function contractsOn(
  line: ShownLine,
  { contracts }: Monitor['position'],
): Record<string, readonly [number, number]> {
  if (line === 'not_mapped') return {};
  const of: Record<string, readonly [number, number]> = {};
  for (const [ref, each] of contracts) {
    const amounts = [each.accrual.get(line) ?? 0, each.commitment.get(line) ?? 0] as const;
    if (amounts[0] !== 0 || amounts[1] !== 0) of[ref] = amounts;
  }
  return of;
}
