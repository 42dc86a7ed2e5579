/** Placement fees of a file: what a school asks a year, of every child or of one need or phase. */
import { formatPence, formatPounds } from '../format/money.ts';
import type { Need, Phase } from '../model/client.ts';
import { isFee, MOST_FEE_PENCE, type PlacementFee } from '../model/placement.ts';
import { words } from './normalise.ts';
import { parseNeed } from './parse-codes.ts';
import { parseWhole } from './parse-number.ts';
import type { Parsed } from './prices.ts';
import type { Problem } from './problem.ts';
import { rowReader, type RowContext, type RowReader } from './row-reader.ts';
import type { SchoolIndex } from './school-match.ts';
import { isForeign, isPounds, parseSignedMoney } from './signed-money.ts';
import type { RawRow } from './table.ts';

/** Below this a year's fee may be a week's or a term's [A]: a thousand pounds. */
const ODDLY_LOW_PENCE = 100_000;

const AGAIN = 'Correct it in the file and import it again.';
const refuse = (code: string, reason: string, remedy = AGAIN): Omit<Problem, 'column' | 'value'> => ({ severity: 'refuse', code, reason, remedy }); // prettier-ignore
const warn = (code: string, reason: string, remedy: string): Omit<Problem, 'column' | 'value'> => ({ severity: 'warn', code, reason, remedy }); // prettier-ignore

/** Reads fees, a line each. A source that is not given stays '' for whoever keeps it to fill. */
export function parseFees(
  rows: readonly RawRow[],
  context: RowContext & { readonly schools: SchoolIndex },
): readonly Parsed<PlacementFee>[] {
  const isPence = /pence|\bp\b/iu.test(headingOf(context, 'fee'));
  return rows.map((raw) => {
    const row = rowReader(raw, context);
    const school_urn = readSchool(row, context.schools);
    const need = readNeed(row);
    const phase = readPhase(row);
    const from_on = row.date('from_on', 'refuse');
    if (row.text('from_on') === '')
      row.add('from_on', refuse('no_date', 'The row does not say from which day the fee is in force.', 'Give its first day, and import the file again.')); // prettier-ignore
    const fee_pence = readFee(row, isPence);
    const source = row.text('source').slice(0, 400);
    const isWhole = row.problems.every(({ severity }) => severity !== 'refuse');
    const record =
      isWhole && school_urn !== null && from_on !== null && fee_pence !== null
        ? { school_urn, from_on, need, phase, fee_pence, source }
        : null;
    return { line: row.line, record, problems: row.problems };
  });
}

function headingOf({ columns }: RowContext, name: string): string {
  return columns.headings[columns.at.get(name) ?? -1] ?? '';
}

/** The school's URN; a fee that no school of the list can be found for is refused: it would stand beside nothing. */
function readSchool(row: RowReader, schools: SchoolIndex): number | null {
  const [given, urn] = [row.text('school_given'), row.text('school_urn_given')];
  const column = given === '' ? 'school_urn_given' : 'school_given';
  const match = schools.match(given, urn);
  if (match.kind === 'matched') {
    if (match.how === 'by_name')
      row.add('school_urn_given', warn('urn_not_known', `The URN is not in the list; the school was found by its name as ${match.school.urn}.`, 'Check the URN.')); // prettier-ignore
    if (match.how === 'other_name')
      row.add('school_given', warn('school_other_name', `The list calls the school of this URN ${match.school.name}; the URN was followed.`, 'Check that name and URN are of one school.')); // prettier-ignore
    return match.school.urn;
  }
  if (match.kind === 'none_given')
    row.add('school_given', refuse('no_school', 'The row names no school.'));
  else if (match.kind === 'not_found')
    row.add(column, refuse('school_not_found', 'No school of the list has this name or URN.', 'Import the schools first, or correct the name or the URN in the file.')); // prettier-ignore
  else
    row.add(column, refuse('school_ambiguous', `${match.count} schools of the list have this name.`, 'Give the school’s URN in the file.')); // prettier-ignore
  return null;
}

/** Words for every child: no need, or no phase, in particular. */
const EVERY = /^(all|any|every|each|both|all (needs|phases|ages)|n a|na|none)?$/u;

/** One need; null for every one. Several in a cell are refused: taking one of them would leave the others without a fee. */
function readNeed(row: RowReader): Need | null {
  const text = row.text('need');
  if (EVERY.test(words(text))) return null;
  const several = new Set(text.split(/[,;/+&]|\band\b/iu).map(parseNeed).filter((need) => need !== null)); // prettier-ignore
  const need = parseNeed(text);
  if (several.size > 1)
    row.add('need', refuse('several_needs', 'The row names several needs.', 'Give each need a row of its own, or leave the cell empty for every need.')); // prettier-ignore
  else if (need === null)
    row.add('need', refuse('need_not_known', 'The need was not understood.', 'Write its code, such as ASD or SEMH, or leave the cell empty for every need.')); // prettier-ignore
  return need;
}

const PHASE_NAMES: readonly (readonly [RegExp, Phase])[] = [
  [/early|nursery|eyfs|pre ?school|under 5/u, 'early_years'],
  [/prim|infant|junior|\bks ?[12]\b|key stage [12]\b/u, 'primary'],
  [/second|\bks ?[34]\b|key stage [34]\b/u, 'secondary'],
  [/sixth|6th|post ?16|\bks ?5\b|key stage 5\b|16 (to )?(18|19)\b/u, 'sixth_form'],
  [/adult|post ?19|19 (to )?25\b/u, 'adult'],
];

function readPhase(row: RowReader): Phase | null {
  const text = words(row.text('phase'));
  if (EVERY.test(text)) return null;
  const found = PHASE_NAMES.filter(([pattern]) => pattern.test(text));
  const [only] = found;
  if (found.length === 1 && only !== undefined) return only[1];
  if (found.length > 1)
    row.add('phase', refuse('several_phases', 'The row names several phases.', 'Give each phase a row of its own, or leave the cell empty for every phase.')); // prettier-ignore
  else
    row.add('phase', refuse('phase_not_known', 'The phase was not understood.', 'Write early years, primary, secondary, sixth form or adult, or leave the cell empty for every phase.')); // prettier-ignore
  return null;
}

/** Pence a year. What is not understood is refused: a fee is never taken for nothing. */
function readFee(row: RowReader, isPence: boolean): number | null {
  const text = row.text('fee');
  const currency = row.text('currency');
  const because =
    text === ''
      ? refuse('no_fee', 'The row gives no fee.')
      : text.startsWith('=')
        ? refuse('formula_fee', 'The fee is a formula, which is never run.')
        : isForeign(text) || !isPounds(currency)
          ? refuse('wrong_currency', 'The fee is not in pounds.')
          : null;
  if (because !== null) {
    row.add('fee', because);
    return null;
  }
  const pence = isPence ? parseWhole(text) : parseSignedMoney(text);
  if (pence === null) {
    row.add('fee', refuse('fee_not_understood', isPence ? 'The fee was not understood as whole pence.' : 'The fee was not understood as pounds.')); // prettier-ignore
    return null;
  }
  if (!isFee(pence)) {
    row.add('fee', refuse('fee_range', pence < 0 ? 'The fee is below nothing.' : `The fee is over ${formatPounds(MOST_FEE_PENCE)} a year.`, isPence ? AGAIN : 'Give pounds a year; where the column holds pence, say pence in its heading.')); // prettier-ignore
    return null;
  }
  if (pence < ODDLY_LOW_PENCE)
    row.add('fee', warn('fee_low', `${formatPence(pence)} a year is little for a placement: it may be a week’s or a term’s fee.`, 'Check that it is the fee of a whole year.')); // prettier-ignore
  return pence;
}
