/** Which answers stand on the client's record, and how each is read from it and written to it. */
import { WEEKDAYS, parseIsoDate, type Weekday } from '../../calendar/dates.ts';
import { ASSISTANTS, MOBILITIES, type Client } from '../../model/client.ts';

/** What a signed form may change of a client. */
export type TifPatch = Partial<Omit<Client, 'id' | 'ref'>>;

/** One answer that the record holds too. */
export interface RecordField {
  readonly key: string;
  readonly field: keyof Client;
  /** The record as an answer; '' where it says nothing. */
  readonly read: (client: Client) => string;
  /** The answer on the record; null where the form does not write it (or it is not understood). */
  readonly write: (answer: string, client: Client) => TifPatch | null;
  /**
   * What an incomplete form may change: only what protects the client more than the record does. Where the two cannot be ranked the record
   * stands.
   */
  readonly protect: (answer: string, client: Client) => TifPatch | null;
}

type TextField =
  | 'home_address'
  | 'second_address'
  | 'wheelchair'
  | 'equipment'
  | 'medical'
  | 'handover'
  | 'carer_name'
  | 'carer_relationship'
  | 'phone'
  | 'language_or_format'
  | 'postcode'
  | 'second_postcode';

function text(key: string, field: TextField): RecordField {
  const write = (answer: string): TifPatch | null => (answer === '' ? null : { [field]: answer });
  return {
    key,
    field,
    read: (client) => client[field],
    write,
    protect: (answer, client) => (client[field] === '' ? write(answer) : null),
  };
}

function ranked(
  key: string,
  field: 'mobility' | 'assistant',
  order: readonly string[],
): RecordField {
  const write = (answer: string): TifPatch | null =>
    order.includes(answer) ? { [field]: answer } : null;
  return {
    key,
    field,
    read: (client) => client[field] ?? '',
    write,
    protect: (answer, client) => {
      const before = client[field];
      // None asked for in part protects nobody; a form that is whole may say so.
      if (order.indexOf(answer) <= 0) return null;
      return before === null || order.indexOf(answer) > order.indexOf(before)
        ? write(answer)
        : null;
    },
  };
}

function flag(key: string, field: 'rescue_medication' | 'sole_occupancy'): RecordField {
  return {
    key,
    field,
    // A file that says nothing and one that says no look alike on the record: only a yes is an answer.
    read: (client) => (client[field] ? 'yes' : ''),
    write: (answer) => (answer === 'yes' || answer === 'no' ? { [field]: answer === 'yes' } : null),
    protect: (answer) => (answer === 'yes' ? { [field]: true } : null),
  };
}

function date(
  key: string,
  field: 'sole_until' | 'risk_assessment_on' | 'transport_start_on',
): RecordField {
  const write = (answer: string): TifPatch | null => {
    const on = parseIsoDate(answer);
    return on === null ? null : { [field]: on };
  };
  return {
    key,
    field,
    read: (client) => client[field] ?? '',
    write,
    protect: (answer, client) => (client[field] === null ? write(answer) : null),
  };
}

function weekdaysIn(answer: string): readonly Weekday[] {
  const given = answer.split(', ');
  return WEEKDAYS.filter((day) => given.includes(day));
}

function days(key: string, field: 'days' | 'second_days'): RecordField {
  return {
    key,
    field,
    read: (client) => client[field].join(', '),
    write: (answer) => {
      const list = weekdaysIn(answer);
      return list.length === 0 ? null : { [field]: list };
    },
    protect: (answer, client) => {
      const both = WEEKDAYS.filter(
        (day) => client[field].includes(day) || weekdaysIn(answer).includes(day),
      );
      return both.length > client[field].length ? { [field]: both } : null;
    },
  };
}

const WEIGHT: RecordField = {
  key: 'occupied_weight_kg',
  field: 'occupied_weight_kg',
  read: (client) => client.occupied_weight_kg?.toString() ?? '',
  write: (answer) => (answer === '' ? null : { occupied_weight_kg: Number(answer) }),
  protect: (answer, client) =>
    Number(answer) > (client.occupied_weight_kg ?? 0)
      ? { occupied_weight_kg: Number(answer) }
      : null,
};

const NOT_WITH: RecordField = {
  key: 'not_with',
  field: 'not_with',
  read: (client) => client.not_with.join(', '),
  write: (answer) => ({ not_with: refsIn(answer) }),
  protect: (answer, client) => {
    const both = [...new Set([...client.not_with, ...refsIn(answer)])];
    return both.length > client.not_with.length ? { not_with: both } : null;
  },
};

function refsIn(answer: string): readonly string[] {
  return answer.split(', ').filter((ref) => ref !== '');
}

const RIDE_LIMIT: RecordField = {
  key: 'ride_limit_min',
  field: 'clinical_limit_s',
  read: (client) =>
    client.clinical_limit_s === null ? '' : String(Math.round(client.clinical_limit_s / 60)),
  write: (answer) => (answer === '' ? null : { clinical_limit_s: Math.round(Number(answer) * 60) }),
  protect: (answer, client) => {
    const seconds = Math.round(Number(answer) * 60);
    return seconds > 0 && seconds < (client.clinical_limit_s ?? Number.POSITIVE_INFINITY)
      ? { clinical_limit_s: seconds }
      : null;
  },
};

/** The school is read, never written: a placement is decided elsewhere. */
const SCHOOL: RecordField = {
  key: 'school',
  field: 'school_given',
  read: (client) => client.school_given,
  write: () => null,
  protect: () => null,
};

/** Those that the record holds, in the order of the form. */
export const RECORD_FIELDS: readonly RecordField[] = [
  text('home_address', 'home_address'),
  text('postcode', 'postcode'),
  text('second_address', 'second_address'),
  text('second_postcode', 'second_postcode'),
  days('second_days', 'second_days'),
  SCHOOL,
  days('days', 'days'),
  date('start_on', 'transport_start_on'),
  ranked('mobility', 'mobility', MOBILITIES),
  text('wheelchair', 'wheelchair'),
  WEIGHT,
  text('equipment', 'equipment'),
  // Own and medically trained cannot be ranked: neither replaces the other on a part of a form.
  { ...ranked('assistant', 'assistant', ASSISTANTS), protect: protectAssistant },
  text('medical', 'medical'),
  flag('rescue_medication', 'rescue_medication'),
  RIDE_LIMIT,
  NOT_WITH,
  flag('sole_occupancy', 'sole_occupancy'),
  date('sole_until', 'sole_until'),
  date('risk_assessment_on', 'risk_assessment_on'),
  text('handover', 'handover'),
  text('carer_name', 'carer_name'),
  text('carer_relationship', 'carer_relationship'),
  text('phone', 'phone'),
  text('language_or_format', 'language_or_format'),
];

function protectAssistant(answer: string, client: Client): TifPatch | null {
  const asked = ASSISTANTS.find((each) => each === answer);
  if (asked === undefined || asked === 'none') return null;
  const { assistant } = client;
  const less = assistant === null || assistant === 'none';
  const more = assistant === 'shared' && asked !== 'shared';
  return less || more ? { assistant: asked } : null;
}
