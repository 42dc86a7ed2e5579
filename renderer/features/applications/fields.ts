/** The fields of a client that a person edits, in the groups of the case page. */
import { ASSISTANTS, MOBILITIES, NEEDS, type Client } from '../../../shared/model/client.ts';
import { ASSISTANT_WORDS, MOBILITY_WORDS, NEED_WORDS } from '../../../shared/model/words.ts';

type FieldName = keyof Client;

interface Base {
  readonly name: FieldName;
  readonly label: string;
  readonly hint?: string;
  /** Takes the form's whole width. */
  readonly wide?: boolean;
}

/** One field: how it is typed and what it may be. */
export type Field =
  | (Base & {
      readonly type:
        'text' | 'long' | 'date' | 'number' | 'minutes' | 'yes' | 'days' | 'refs' | 'school';
    })
  | (Base & {
      readonly type: 'choice';
      readonly choices: readonly { readonly id: string; readonly label: string }[];
      /** Whether it may be unknown. */
      readonly nullable: boolean;
    });

/** A group of fields, edited together. */
export interface FieldGroup {
  readonly key: 'child' | 'placement' | 'travel' | 'care';
  readonly title: string;
  readonly fields: readonly Field[];
}

export const FIELD_GROUPS: readonly FieldGroup[] = [
  {
    key: 'child',
    title: 'Child and home',
    fields: [
      { name: 'forename', label: 'First name', type: 'text' },
      { name: 'surname', label: 'Surname', type: 'text' },
      { name: 'date_of_birth', label: 'Date of birth', type: 'date' },
      {
        name: 'year_group',
        label: 'Year group',
        type: 'number',
        hint: '0 reception, -1 nursery, 12 to 14 sixth form',
      },
      { name: 'home_address', label: 'Home address', type: 'text', wide: true },
      { name: 'postcode', label: 'Postcode', type: 'text' },
      { name: 'phone', label: 'Telephone', type: 'text' },
      { name: 'carer_name', label: 'Parent or carer', type: 'text' },
      { name: 'carer_relationship', label: 'Relationship', type: 'text' },
      { name: 'language_or_format', label: 'Language or format', type: 'text' },
      {
        name: 'protected_address',
        label: 'Protected address: hidden on maps, lists and exports',
        type: 'yes',
        wide: true,
      },
    ],
  },
  {
    key: 'placement',
    title: 'Placement',
    fields: [
      { name: 'school_urn', label: 'School', type: 'school', wide: true },
      {
        name: 'section_i',
        label: 'Section I of the EHCP, word for word',
        type: 'long',
        wide: true,
      },
      {
        name: 'need',
        label: 'Primary need',
        type: 'choice',
        nullable: true,
        choices: NEEDS.map((id) => ({ id, label: NEED_WORDS[id] })),
      },
      { name: 'ehcp', label: 'Has an EHCP', type: 'yes' },
      {
        name: 'transport_start_on',
        label: 'First day of transport',
        type: 'date',
        hint: 'Empty: the school’s first day',
      },
      { name: 'days', label: 'Days', type: 'days', wide: true },
    ],
  },
  {
    key: 'travel',
    title: 'Needs for travel',
    fields: [
      {
        name: 'mobility',
        label: 'Mobility',
        type: 'choice',
        nullable: true,
        choices: MOBILITIES.map((id) => ({ id, label: MOBILITY_WORDS[id] })),
      },
      {
        name: 'assistant',
        label: 'Passenger assistant',
        type: 'choice',
        nullable: true,
        choices: ASSISTANTS.map((id) => ({ id, label: ASSISTANT_WORDS[id] })),
      },
      { name: 'wheelchair', label: 'Wheelchair, make and model', type: 'text' },
      { name: 'occupied_weight_kg', label: 'Occupied weight, kg', type: 'number' },
      {
        name: 'sole_occupancy',
        label: 'Sole occupancy: no other child in the vehicle',
        type: 'yes',
        wide: true,
      },
      { name: 'sole_until', label: 'Sole occupancy until', type: 'date' },
      {
        name: 'clinical_limit_s',
        label: 'Clinical ride limit, minutes',
        type: 'minutes',
        hint: 'Empty: the guide by phase',
      },
      { name: 'equipment', label: 'Equipment', type: 'text', wide: true },
      {
        name: 'not_with',
        label: 'May not travel with',
        type: 'refs',
        hint: 'References, with commas',
        wide: true,
      },
    ],
  },
  {
    key: 'care',
    title: 'Care and handover',
    fields: [
      { name: 'medical', label: 'Medical needs', type: 'long', wide: true },
      { name: 'rescue_medication', label: 'Rescue medication', type: 'yes' },
      { name: 'risk_assessment_on', label: 'Individual travel risk assessment of', type: 'date' },
      { name: 'handover', label: 'Handover', type: 'long', wide: true },
      { name: 'notes', label: 'Notes', type: 'long', wide: true },
    ],
  },
];

/** What `applications/update` takes for a field. */
export type FieldValue = string | number | boolean | null | string[];

/** The field's value as the form holds it: text, or a list for days. */
export function toForm(field: Field, client: Client): string | readonly string[] | boolean {
  const value = client[field.name];
  if (field.type === 'yes') return value === true;
  if (field.type === 'days') return Array.isArray(value) ? value.map(String) : [];
  if (field.type === 'refs') return Array.isArray(value) ? value.join(', ') : '';
  if (field.type === 'minutes')
    return typeof value === 'number' ? String(Math.round(value / 60)) : '';
  return value === null ? '' : String(value);
}

/** What the form holds, as the record keeps it; undefined where it cannot be read. */
export function fromForm(
  field: Field,
  held: string | readonly string[] | boolean,
): FieldValue | undefined {
  if (typeof held === 'boolean') return held;
  if (typeof held !== 'string') return [...held];
  const text = held.trim();
  if (field.type === 'refs') {
    return text.split(/[,;\s]+/u).filter((ref) => ref !== '');
  }
  if (field.type === 'number' || field.type === 'minutes' || field.type === 'school') {
    if (text === '') return null;
    const number = Number(text);
    if (!Number.isFinite(number)) return undefined;
    return field.type === 'minutes' ? Math.round(number * 60) : number;
  }
  if (field.type === 'date' || field.type === 'choice') return text === '' ? null : text;
  return text;
}
