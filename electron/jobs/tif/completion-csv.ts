/** Completion of TIFs as rows of a .csv file. */
import type { TifCompletion, TifCompletionRow } from '../../../shared/api/views/tif.ts';
import type { Cell } from '../../../shared/figures/table.ts';

/** One heading line and all groups below one another; percentages of requests, rounded to a tenth. */
export function completionTables(completion: TifCompletion): {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
} {
  const { on, target, commissioning } = completion;
  const headings = [
    'Day',
    'Grouped by',
    'Group',
    'Open requests',
    'TIF complete',
    'TIF not complete',
    'Complete (%)',
    'Target (%)',
    'Commissioning line (%)',
    'Forms short of the commissioning line',
  ];
  const percent = (share: number): number => Math.round(share * 1000) / 10;
  const rowOf = (by: string, row: TifCompletionRow): readonly Cell[] => [
    on,
    by,
    row.label,
    row.asked.count,
    row.complete.count,
    row.incomplete.count,
    percent(row.share),
    percent(target.share),
    percent(commissioning.share),
    row.short,
  ];
  const { all, by_type, by_phase, by_school, by_district, curve } = completion;
  return {
    headings,
    rows: [
      rowOf('All', all),
      ...by_type.map((row) => rowOf('Kind of application', row)),
      ...by_phase.map((row) => rowOf('Phase', row)),
      ...by_school.map((row) => rowOf('School', row)),
      ...by_district.map((row) => rowOf('District', row)),
      ...curve.map(({ on: day, asked, complete, share }) => [
        day,
        'Day',
        'All open requests',
        asked,
        complete,
        asked - complete,
        percent(share),
        percent(target.share),
        percent(commissioning.share),
        null,
      ]),
    ],
  };
}
