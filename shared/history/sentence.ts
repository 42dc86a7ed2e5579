import { entityWord, ofRecord } from './entity-words.ts';
import { fieldLabel } from './field-labels.ts';

/** One change as it is kept: a field of a record with its value before and after; field '' is a new record. */
export interface KeptChange {
  readonly entity: string;
  readonly ref: string;
  readonly field: string;
  readonly before: string;
  readonly after: string;
  /** Follows `by`: `import of summer.csv`, `a planner`. */
  readonly why: string;
}

/** The longest value shown in a sentence, in characters; the record holds the rest. */
const LONGEST = 120;

function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

/** Fields whose value tells the whole of what was done; without a value it was undone. */
const TOLD: ReadonlySet<string> = new Set([
  'appeal',
  'move',
  'school_move',
  'move_step',
  'step',
  'information',
  'plan_edit',
  'problem',
  'notice',
  'calendar',
]);

/** What was said before, in brackets; '' for nothing. */
function was(before: string): string {
  return before === '' ? '' : ` (was ${cut(before)})`;
}

/** A change as a sentence: `School changed from Oakley School to Foxwood Academy by import of summer.csv`. */
export function historySentence(change: KeptChange): string {
  const text = sentenceOf(change);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function sentenceOf(change: KeptChange): string {
  const { entity, ref, field, before, after, why } = change;
  const by = why === '' ? '' : ` by ${why}`;
  if (field === '' && ref === '') return `${entityWord(entity, true)}: ${after}${by}`;
  if (field === '') return `${entityWord(entity)} ${ref} ${after}${by}`;
  const label = fieldLabel(field);
  const of = ofRecord(entity, ref);
  if (TOLD.has(field) && after === '') return `${label} taken back${by}: ${cut(before)}`;
  if (field === 'appeal') return `Appeal${by}: ${cut(after)}`;
  if (field === 'address_look') return `Protected address looked at${by}`;
  if (field === 'move' || field === 'school_move' || field === 'move_step')
    return `${cut(after)}${by}`;
  if (field === 'plan_edit') return `${cut(after)}${by}`;
  if (field === 'step') return `${cut(after)}${by}`;
  if (field === 'problem') return `Problem on route ${ref}${by}: ${cut(after)}`;
  if (field === 'notice') return `${cut(after)}${by}`;
  if (field === 'change_event') return `${ref}${by}: ${cut(after)}`;
  if (field === 'round') return `Retender round “${ref}”${by}: ${cut(after)}`;
  if (field === 'contact_look') return `Restricted entry ${ref} of the contact log read${by}`;
  if (field === 'contact') return `Contact log${by}: ${cut(after)}`;
  if (field === 'absence') return `Absence${by}: ${cut(after)}${was(before)}`;
  if (field === 'calendar') return `Calendar of ${ref}${by}: ${cut(after)}${was(before)}`;
  if (field === 'invoice') return `Invoice ${ref}${by}: ${cut(after)}${was(before)}`;
  if (field === 'claim') return `Claim on ${ref}${by}: ${cut(after)}`;
  if (field === 'information') return `More information${by}: ${cut(after)}`;
  if (field === 'note') return `Note${by}: ${cut(after)}`;
  if (field === 'letter')
    return before === ''
      ? `Letter issued${by}: ${cut(after)}`
      : `Letter taken back${by}: ${cut(before)}, ${cut(after)}`;
  if (field === 'evidence' && before === '') return `Evidence recorded${by}: ${cut(after)}`;
  if (field === 'evidence') return `Evidence ${cut(after)}${by} (was ${cut(before)})`;
  if (field === 'walking_route')
    return `Walking route ${ref} assessed${by}: ${cut(after)}${was(before)}`;
  if (before === '') return `${label}${of} set to ${cut(after)}${by}`;
  if (after === '') return `${label}${of} cleared (was ${cut(before)})${by}`;
  return `${label}${of} changed from ${cut(before)} to ${cut(after)}${by}`;
}
