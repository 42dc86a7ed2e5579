import type { ColumnMapping } from '../model/import.ts';
import type { Field } from './field.ts';
import { compact } from './normalise.ts';

/** Which column holds which field. */
export interface Columns {
  /** Field -> column, counted from 0. */
  readonly at: ReadonlyMap<string, number>;
  readonly headings: readonly string[];
  /** Required fields without a column. */
  readonly missing: readonly Field[];
}

const WHOSE =
  /^(the|childs?|pupils?|students?|clients?|learners?|youngpersons?|passengers?|home)(?=.{3})/;

/** A heading in the forms it is tried in, the surest first. */
function formsOf(heading: string): { whole: string; bare: string; plain: string } {
  const whole = compact(heading);
  const bare = compact(
    heading.replace(/\([^)]*\)|\[[^\]]*\]/g, ' ').replace(/\b(?:20)?\d\d\b|gbp|£/gi, ' '),
  );
  return { whole, bare, plain: bare.replace(WHOSE, '') };
}

/** How surely a heading means a field: a higher number wins; 0 for not at all. */
function likeness(forms: ReturnType<typeof formsOf>, each: Field): number {
  if (forms.whole === '') return 0;
  if (each.headings.has(forms.whole)) return 4;
  if (each.pattern?.test(forms.whole)) return 3;
  if (each.headings.has(forms.bare)) return 2;
  return each.headings.has(forms.plain) ? 1 : 0;
}

/**
 * Gives every column the field it most surely means, each field once, the surest first and then from the left. A mapping
 * given by a person (heading -> field, '' leaves the column out) goes before it all.
 */
export function matchHeadings(
  headings: readonly string[],
  fields: readonly Field[],
  mapping: ColumnMapping | null,
): Columns {
  const at = new Map<string, number>();
  const left = new Set(headings.keys());
  const known = new Set(fields.map((each) => each.field));
  for (const [column, heading] of headings.entries()) {
    const given = mapping?.[heading] ?? mapping?.[heading.trim()];
    if (given === undefined) continue;
    left.delete(column);
    if (known.has(given) && !at.has(given)) at.set(given, column);
  }
  const pairs = [...left].flatMap((column) => {
    const forms = formsOf(headings[column] ?? '');
    return fields.flatMap((each) => {
      const score = likeness(forms, each);
      return score > 0 ? [{ column, field: each.field, score }] : [];
    });
  });
  pairs.sort((a, b) => b.score - a.score || a.column - b.column);
  for (const { column, field } of pairs) {
    if (at.has(field) || !left.has(column)) continue;
    at.set(field, column);
    left.delete(column);
  }
  return { at, headings, missing: fields.filter((each) => each.required && !at.has(each.field)) };
}

/** One text for a set of headings, by which a mapping is remembered. */
export function headingSignature(headings: readonly string[]): string {
  return headings.map(compact).filter(Boolean).sort().join('|');
}
