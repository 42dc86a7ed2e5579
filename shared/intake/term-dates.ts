import { dayMask, WHOLE_WEEK } from '../calendar/day-mask.ts';
import type { DayRule, DayRuleKind } from '../calendar/school-calendars.ts';
import type { TermSpan } from '../model/school.ts';
import { schoolKey, words } from './normalise.ts';
import { parseYearGroup } from './parse-codes.ts';
import type { Problem } from './problem.ts';
import { rowReader, type RowContext, type RowReader } from './row-reader.ts';
import type { SchoolIndex } from './school-match.ts';
import type { RawRow } from './table.ts';

export interface ParsedSpan {
  readonly line: number;
  readonly span: TermSpan | null;
  /** A day, or days, for some year groups, an early finish, or days of the week: kept beside the spans. */
  readonly rule: DayRule | null;
  readonly problems: readonly Problem[];
}

const CLOSED =
  /\b(inset|closed|closure|holidays?|half term|bank|non pupil|training|development day|staff day|break|day off)\b/;
/** Some year groups begin on a day of their own. */
const STARTS = /\b(first day|starts?|begins?|returns?|staggered)\b/;
const COUNTY = /^(all|all schools|county|default|standard|kent|.* county council|lea|la|)$/;
const AGAIN = 'Correct it in the file and import it again.';

const refuse = (code: string, reason: string): Omit<Problem, 'column' | 'value'> => ({
  severity: 'refuse',
  code,
  reason,
  remedy: AGAIN,
});

/** Reads term dates, a span a line; without a school they are the county's (urn 0). A single date is a span of one day. */
export function parseTermDates(
  rows: readonly RawRow[],
  context: RowContext & { readonly schools: SchoolIndex },
): readonly ParsedSpan[] {
  return rows.map((raw) => {
    const row = rowReader(raw, context);
    const from_on = row.date('from_on', 'refuse');
    const to_on = row.date('to_on', 'refuse') ?? from_on;
    if (row.text('from_on') === '') row.add('from_on', refuse('no_date', 'The row has no date.'));
    if (from_on !== null && to_on !== null && to_on < from_on)
      row.add('to_on', refuse('ends_before_start', 'The span ends before it starts.'));
    const label = row.text('label');
    const isClosed = CLOSED.test(words(`${row.text('kind')} ${label}`));
    const kind: TermSpan['kind'] = isClosed ? 'closed' : 'term';
    const owner = ownerOf(row, context.schools, label);
    const period = from_on === null || to_on === null ? null : { from_on, to_on };
    const rule = period === null ? null : ruleOf(row, { ...owner, ...period, isClosed });
    const span = period === null || rule !== null ? null : { ...owner, kind, ...period };
    return { line: row.line, span, rule, problems: row.problems };
  });
}

/** Year groups of a cell: `7, 9-11`, `R`; empty for none, with a problem where it is not understood. */
function yearGroupsOf(row: RowReader): readonly number[] {
  const groups: number[] = [];
  for (const part of row.text('year_groups').split(/[,;/]|\band\b|&/u)) {
    const [first = '', last] = part.split(/\s*(?:-|–|\bto\b)\s*/u).map((each) => each.trim());
    if (first === '') continue;
    const from = parseYearGroup(first);
    const to = last === undefined ? from : parseYearGroup(last);
    if (from === null || to === null || to < from) {
      row.add('year_groups', refuse('year_groups', 'The year groups were not understood.'));
      return [];
    }
    for (let at = from; at <= to; at++) groups.push(at);
  }
  return groups;
}

/** A row that is more than a term or a closed day for all: null where it is one of those. */
function ruleOf(
  row: RowReader,
  { urn, label, from_on, to_on, isClosed }: Pick<TermSpan, 'urn' | 'label' | 'from_on' | 'to_on'> & { readonly isClosed: boolean }, // prettier-ignore
): DayRule | null {
  const year_groups = yearGroupsOf(row);
  const ends_s = row.time('ends_at');
  const week = row.text('week') === '' ? null : row.days('week');
  const starts = year_groups.length > 0 && STARTS.test(words(`${row.text('kind')} ${label}`));
  const kind: DayRuleKind | null = starts
    ? 'starts'
    : week !== null
      ? 'days'
      : ends_s !== null
        ? 'early'
        : isClosed && year_groups.length > 0
          ? 'closed'
          : null;
  if (kind === null) return null;
  if (urn < 0)
    row.add('school_given', refuse('school_not_found', 'The school is not among those imported.'));
  return {
    urn,
    kind,
    from_on,
    to_on: kind === 'starts' ? from_on : to_on,
    year_groups,
    days: kind === 'days' && week !== null ? dayMask(week) : WHOLE_WEEK,
    ends_s: kind === 'early' ? ends_s : null,
    why: label,
  };
}

function ownerOf(
  row: RowReader,
  schools: SchoolIndex,
  label: string,
): Pick<TermSpan, 'urn' | 'label'> {
  const given = row.text('school_given');
  const urnGiven = row.text('school_urn_given').replace(/^0+$/, '');
  if (urnGiven === '' && COUNTY.test(words(given))) return { urn: 0, label };
  const match = schools.match(given, urnGiven);
  if (match.kind === 'matched') return { urn: match.school.urn, label };
  if (/^[1-9]\d{4,6}$/.test(urnGiven)) return { urn: Number(urnGiven), label };
  row.add('school_given', {
    severity: 'hold',
    code: 'school_not_found',
    reason: `${given || `URN ${urnGiven}`} is not among the schools imported. The dates are kept and used once it is.`,
    remedy: 'Import a list of schools that has it, or give its URN.',
  });
  return waiting(given || urnGiven, label);
}

const SEPARATOR = ' · ';

/**
 * Dates of a school that is not known yet: under a number below 0 that no school has, with the school's name before
 * the label.
 */
function waiting(name: string, label: string): Pick<TermSpan, 'urn' | 'label'> {
  let hash = 0;
  for (const letter of schoolKey(name))
    hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 999_999_937;
  return { urn: -1 - hash, label: `${name}${SEPARATOR}${label}` };
}

/** Spans of schools that were not known, matched to those that now are: to be taken out, and to be put in. */
export function matchWaiting(
  spans: readonly TermSpan[],
  schools: SchoolIndex,
): { readonly gone: readonly number[]; readonly found: readonly TermSpan[] } {
  const gone = new Set<number>();
  const found: TermSpan[] = [];
  for (const span of spans) {
    if (span.urn >= 0) continue;
    const at = span.label.indexOf(SEPARATOR);
    const match = schools.match(span.label.slice(0, at), '');
    if (match.kind !== 'matched') continue;
    gone.add(span.urn);
    found.push({ ...span, urn: match.school.urn, label: span.label.slice(at + SEPARATOR.length) });
  }
  return { gone: [...gone], found };
}
