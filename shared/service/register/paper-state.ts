import { daysBetween, type IsoDate } from '../../calendar/dates.ts';

/** How the papers of one person or vehicle stand on a day. */
export interface PaperState {
  readonly out_of_date: number;
  readonly running_out: number;
  /** The first that runs out or ran out, whenever that is; null where nothing has a last day. */
  readonly next: { readonly item: string; readonly until: IsoDate } | null;
  /** Papers wanted that have no day recorded. */
  readonly not_recorded: readonly string[];
}

/** Counts papers and competences by their last days; `ahead_days` are looked ahead. */
export function paperState(
  papers: readonly { readonly item: string; readonly until: IsoDate | null }[],
  ahead_days: number,
  on: IsoDate,
): PaperState {
  let out_of_date = 0;
  let running_out = 0;
  let next: PaperState['next'] = null;
  const not_recorded: string[] = [];
  for (const { item, until } of papers) {
    if (until === null) {
      not_recorded.push(item);
      continue;
    }
    if (next === null || until < next.until) next = { item, until };
    if (until < on) out_of_date += 1;
    else if (daysBetween(on, until) <= ahead_days) running_out += 1;
  }
  return { out_of_date, running_out, next, not_recorded };
}
