import type { TermSpan } from '../model/school.ts';
import { words } from './normalise.ts';
import type { Problem } from './problem.ts';
import { rowReader, type RowContext } from './row-reader.ts';
import type { SchoolIndex } from './school-match.ts';
import type { RawRow } from './table.ts';

export interface ParsedSpan {
  readonly line: number;
  readonly span: TermSpan | null;
  readonly problems: readonly Problem[];
}

const CLOSED =
  /inset|closed|closure|holiday|half term|bank|non pupil|training|development day|staff day|break|off/;
const COUNTY = /^(all|all schools|county|default|standard|kent|.* county council|lea|la|)$/;

/** Reads term dates, a span a line; without a school they are the county's (urn 0). A single date is a span of one day. */
export function parseTermDates(
  rows: readonly RawRow[],
  context: RowContext & { readonly schools: SchoolIndex },
): readonly ParsedSpan[] {
  const refuse = (
    code: string,
    reason: string,
    remedy: string,
  ): Omit<Problem, 'column' | 'value'> => ({
    severity: 'refuse',
    code,
    reason,
    remedy,
  });
  const again = 'Correct it in the file and import it again.';
  return rows.map((raw) => {
    const row = rowReader(raw, context);
    const given = row.text('school_given');
    const urnGiven = row.text('school_urn_given');
    const isCounty = urnGiven.replace(/^0+$/, '') === '' && COUNTY.test(words(given));
    const match = isCounty ? null : context.schools.match(given, urnGiven);
    let urn = match?.kind === 'matched' ? match.school.urn : 0;
    if (match !== null && urn === 0) {
      if (/^[1-9]\d{4,6}$/.test(urnGiven)) urn = Number(urnGiven);
      else
        row.add(
          'school_given',
          refuse(
            'school_not_found',
            'The school is not among those imported.',
            'Give its URN, or import the schools first.',
          ),
        );
    }
    const from_on = row.date('from_on', 'refuse');
    const to_on = row.date('to_on', 'refuse') ?? from_on;
    if (row.text('from_on') === '')
      row.add('from_on', refuse('no_date', 'The row has no date.', again));
    if (from_on !== null && to_on !== null && to_on < from_on)
      row.add('to_on', refuse('ends_before_start', 'The span ends before it starts.', again));
    const label = row.text('label');
    const kind: TermSpan['kind'] = CLOSED.test(words(`${row.text('kind')} ${label}`))
      ? 'closed'
      : 'term';
    const span = from_on === null || to_on === null ? null : { urn, kind, from_on, to_on, label };
    return { line: row.line, span, problems: row.problems };
  });
}
