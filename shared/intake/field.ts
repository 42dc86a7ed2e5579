import { compact } from './normalise.ts';

/** A fact that a column may hold. */
export interface Field {
  readonly field: string;
  /** Shown where columns are mapped. */
  readonly label: string;
  /** Without such a column the file is refused. */
  readonly required: boolean;
  /** Headings that mean it, as councils write them, reduced to lower-case letters and digits. */
  readonly headings: ReadonlySet<string>;
  /** A heading that changes with the year or release, such as `lad25cd`, over lower-case letters and digits. */
  readonly pattern?: RegExp;
}

/** Declares a field; `headings` are divided by `|`. */
export function field(name: string, label: string, headings = '', pattern?: RegExp): Field {
  const all = [label, name, ...headings.split('|')].map(compact).filter(Boolean);
  const base = { field: name, label, required: false, headings: new Set(all) };
  return pattern ? { ...base, pattern } : base;
}

/** Declares a field that the file cannot do without. */
export function required(name: string, label: string, headings = '', pattern?: RegExp): Field {
  return { ...field(name, label, headings, pattern), required: true };
}
