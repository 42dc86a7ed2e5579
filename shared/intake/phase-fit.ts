import type { School } from '../model/school.ts';
import { words } from './normalise.ts';

/** First and last national curriculum year taken. */
interface Years {
  readonly from: number;
  readonly to: number;
}

/** Years by type of school (Education Act 1996 ss2 and 5; colleges take learners from 16). Special schools and others: not said. */
const YEARS_BY_TYPE: Readonly<Record<string, Years>> = {
  nursery: { from: -1, to: 0 },
  primary: { from: -1, to: 6 },
  secondary: { from: 7, to: 14 },
  fe_college: { from: 12, to: 14 },
  higher_education: { from: 12, to: 14 },
};

/**
 * Whether a year group can be at a school: by the school's ages where they are known (with a year's grace at the young end), else by its
 * type, else by its name. Null where that cannot be told.
 */
export function phaseFits(
  yearGroup: number,
  school: Pick<School, 'age_from' | 'age_to' | 'type_group' | 'name'> | null,
  nameGiven: string,
): boolean | null {
  if (typeof school?.age_from === 'number' && typeof school.age_to === 'number')
    return school.age_from <= yearGroup + 5 && yearGroup + 4 < school.age_to;
  const years = YEARS_BY_TYPE[school?.type_group ?? ''] ?? yearsByName(school, nameGiven);
  return years === null ? null : years.from <= yearGroup && yearGroup <= years.to;
}

/** Only a name that says one phase and no other, of a school whose type is not known. */
function yearsByName(
  school: Pick<School, 'type_group' | 'name'> | null,
  nameGiven: string,
): Years | null {
  if (school !== null && school.type_group !== '' && school.type_group !== 'not_known') return null;
  const name = words(school?.name ?? nameGiven);
  if (/\b(special|through|centre|unit|provision)\b/.test(name)) return null;
  const primary = /\b(primary|infants?|junior)\b/.test(name);
  const secondary = /\b(secondary|grammar|high|senior)\b/.test(name);
  if (primary && !secondary) return { from: -1, to: 6 };
  if (secondary && !primary) return { from: 7, to: 14 };
  return null;
}
