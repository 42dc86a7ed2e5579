import { describe, expect, it } from 'vitest';
import { isoDate } from '../../shared/calendar/dates.ts';
import { chaseSubjects } from '../../shared/casework/reminders/cases.ts';
import {
  addressKey,
  familiesOf,
  type FamilyPerson,
} from '../../shared/casework/reminders/families.ts';
import { nextReminder } from '../../shared/casework/reminders/next-reminder.ts';
import { remind, type NotDue } from '../../shared/casework/reminders/remind.ts';
import { reminderRulesAt } from '../../shared/casework/reminders/rule.ts';
import { DEFAULT_SETTINGS } from '../../shared/costing/default-settings.ts';
import type { Application, Client } from '../../shared/model/client.ts';
import type { IssuedLetter } from '../../shared/model/letter.ts';
import type { CohortMember } from '../../shared/model/school.ts';
import { someClient } from '../helpers/cost-facts.ts';
import { someApplication } from '../helpers/random-county.ts';

const RULE = { first_days: 14, every_days: 14, most: 3 };
const sent = (...days: readonly string[]) =>
  days.map((day, at) => ({ number: at + 1, on: isoDate(day) }));

/** Default rule: 14 days after the event, then every 14 days, up to three. */
const NEXT: readonly (readonly [string, string | null, readonly string[], string, object])[] = [
  ['a day early', '2026-05-01', [], '2026-05-14', { state: 'not_yet', number: 1 }],
  ['on the day', '2026-05-01', [], '2026-05-15', { state: 'due', number: 1, due_on: '2026-05-15' }],
  ['long after', '2026-05-01', [], '2026-08-01', { state: 'due', number: 1 }],
  ['13 days after the first', '2026-05-01', ['2026-05-20'], '2026-06-02', { state: 'not_yet' }],
  [
    '14 days after the first',
    '2026-05-01',
    ['2026-05-20'],
    '2026-06-03',
    { state: 'due', number: 2 },
  ],
  [
    'after two',
    '2026-05-01',
    ['2026-05-20', '2026-06-03'],
    '2026-06-17',
    { state: 'due', number: 3 },
  ],
  [
    'after three',
    '2026-05-01',
    ['2026-05-20', '2026-06-03', '2026-06-17'],
    '2026-12-01',
    { state: 'all_sent', sent: 3, last_on: '2026-06-17' },
  ],
  ['no event', null, [], '2026-08-01', { state: 'no_event' }],
  ['no event but a record', null, ['2026-05-20'], '2026-06-03', { state: 'due', number: 2 }],
  ['over 29 February', '2028-02-15', [], '2028-02-29', { state: 'due', due_on: '2028-02-29' }],
];

describe('the next reminder', () => {
  it.each(NEXT)('%s', (_what, event, recorded, on, expected) => {
    const event_on = event === null ? null : isoDate(event);
    expect(nextReminder(event_on, sent(...recorded), RULE, isoDate(on))).toMatchObject(expected);
  });

  it('counts one reminder in two records once, and waits from the later day', () => {
    const both = [
      { number: 1, on: isoDate('2026-05-20') },
      { number: 1, on: isoDate('2026-05-22') },
    ];
    const next = nextReminder(isoDate('2026-05-01'), both, RULE, isoDate('2026-06-05'));
    expect(next).toEqual({ state: 'due', number: 2, due_on: '2026-06-05' });
  });

  it('goes on from the highest where the record has a gap', () => {
    const second = [{ number: 2, on: isoDate('2026-05-20') }];
    expect(nextReminder(null, second, RULE, isoDate('2026-06-03'))).toMatchObject({ number: 3 });
  });

  it('sends none where the rule says none', () => {
    const next = nextReminder(
      isoDate('2026-01-01'),
      [],
      { ...RULE, most: 0 },
      isoDate('2026-06-03'),
    );
    expect(next).toEqual({ state: 'all_sent', sent: 0, last_on: null });
  });
});

const person = (ref: string, given: Partial<FamilyPerson> = {}): FamilyPerson => ({
  kind: 'client',
  ref,
  surname: 'Rhodes',
  home_address: '12 Mill Road, Ashford',
  postcode: 'TN23 1AA',
  ...given,
});
const sameFamily = (
  people: readonly FamilyPerson[],
  links: Parameters<typeof familiesOf>[1] = [],
): boolean => new Set(familiesOf(people, links, []).values()).size === 1;

describe('a family', () => {
  it.each<[string, Partial<FamilyPerson>, boolean]>([
    ['the same line', {}, true],
    ['another surname there', { surname: 'Okafor' }, true],
    ['case, marks and short words', { home_address: '12, MILL RD., Ashford' }, true],
    ['another house', { home_address: '13 Mill Road, Ashford' }, false],
    ['another postcode', { postcode: 'TN23 1AB' }, false],
    ['no address, same surname and postcode', { home_address: '' }, true],
    ['no address, another surname', { home_address: '', surname: 'Okafor' }, false],
    ['no address and no postcode', { home_address: '', postcode: '' }, false],
  ])('%s', (_what, given, expected) => {
    expect(sameFamily([person('A'), person('B', given)])).toBe(expected);
  });

  it('is not made by having no home, nor by one of nobody', () => {
    const none = { home_address: 'No fixed abode', postcode: 'ZZ99 3VZ' };
    expect(sameFamily([person('A', none), person('B', { ...none, surname: 'Okafor' })])).toBe(
      false,
    );
  });

  it('is made by hand, whatever the addresses', () => {
    const links = ['A', 'B'].map((ref) => ({ kind: 'client' as const, ref, family: 7 }));
    expect(sameFamily([person('A'), person('B', { home_address: '', postcode: '' })], links)).toBe(
      true,
    );
  });

  it('keeps accents and other scripts apart from each other', () => {
    expect(addressKey('1 Rue de l’École')).toBe(addressKey('1 rue de l ecole'.replace(' e', 'e')));
    expect(addressKey('1 شارع')).not.toBe(addressKey('1 طريق'));
  });
});

const ON = isoDate('2026-08-10');
const member = (ref: string, given: Partial<CohortMember> = {}): CohortMember => ({
  ref,
  forename: 'Bo',
  surname: `Cohort ${ref}`,
  date_of_birth: isoDate('2015-02-01'),
  postcode: 'ME14 1CV',
  school_urn: null,
  school_given: 'Oakley School',
  carer_name: '',
  application_ref: '',
  home_address: `${ref.length} Elm Lane, ${ref}`,
  told_on: isoDate('2026-06-01'),
  ...given,
});
const asked = (id: number, given: Partial<Client> = {}) =>
  someClient(id, { home_address: `${id} Oak Way`, postcode: 'ME14 1CV', ...given });

interface Given {
  readonly clients?: readonly Client[];
  readonly applications?: readonly Application[];
  readonly cohort?: readonly CohortMember[];
  readonly issued?: readonly IssuedLetter[];
  readonly lacks?: (ref: string) => readonly string[];
}

function reminded(given: Given, on = ON) {
  const { clients = [], applications = [], cohort = [], issued = [] } = given;
  const subjects = chaseSubjects({ clients, applications, cohort, links: [] });
  return remind(
    subjects.map(({ each }) => each),
    {
      on,
      issued,
      rules: reminderRulesAt(DEFAULT_SETTINGS, on),
      lacks: ({ ref }) => given.lacks?.(ref) ?? [],
    },
  );
}
const codes = (given: Given, on = ON): Readonly<Record<string, NotDue | 'due'>> => {
  const { due, not_due } = reminded(given, on);
  return Object.fromEntries([
    ...due.map(({ ref }) => [ref, 'due'] as const),
    ...not_due.map(({ ref, code }) => [ref, code] as const),
  ]);
};

const WAITING = { tif_received_on: null };
/** A client with every answer; the form itself decides. */
const FULL: Partial<Client> = {
  handover: 'Met by parent',
  carer_name: 'Zara Rhodes',
  phone: '01632 960 001',
  school_given: 'Oakley School',
};
const TIF: readonly (readonly [string, Partial<Client>, Partial<Application>, NotDue | 'due'])[] = [
  ['no form', FULL, WAITING, 'due'],
  ['a form with an answer missing', { ...FULL, phone: '' }, {}, 'due'],
  ['a complete form', FULL, {}, 'tif_complete'],
  [
    'a complete form that the council calls incomplete',
    FULL,
    { tif_claimed_complete: false },
    'tif_complete',
  ],
  ['refused', FULL, { ...WAITING, status: 'refused' }, 'closed'],
  ['withdrawn', FULL, { ...WAITING, status: 'withdrawn' }, 'closed'],
  ['held', FULL, { ...WAITING, held_reason: 'Outside the county.' }, 'held'],
  ['no date', FULL, { ...WAITING, received_on: null }, 'no_event'],
  ['received 13 days ago', FULL, { ...WAITING, received_on: isoDate('2026-07-28') }, 'not_yet'],
  ['received 14 days ago', FULL, { ...WAITING, received_on: isoDate('2026-07-27') }, 'due'],
  ['only the office’s part missing', { ...FULL, equipment: 'Harness' }, {}, 'for_office'],
  ['reminded today by the council', FULL, { ...WAITING, reminder_1_on: ON }, 'not_yet'],
  ['three by the council', FULL, { ...WAITING, reminder_3_on: isoDate('2026-07-01') }, 'all_sent'],
];

describe('reminders to complete the TIF', () => {
  it.each(TIF)('%s', (_what, client, application, expected) => {
    const given = { clients: [asked(1, client)], applications: [someApplication(1, application)] };
    expect(codes(given)).toEqual({ 'A-1': expected });
  });

  it('chase the latest application of a child alone', () => {
    const applications = [
      someApplication(1, { ...WAITING, ref: 'A-1', received_on: isoDate('2026-04-01') }),
      someApplication(1, { ...WAITING, ref: 'A-2', received_on: isoDate('2026-05-01') }),
    ];
    const expected = { 'A-1': 'later_application', 'A-2': 'due' };
    expect(codes({ clients: [asked(1)], applications })).toEqual(expected);
  });
});

describe('reminders to apply', () => {
  it.each<[string, Partial<CohortMember>, NotDue | 'due']>([
    ['told ten weeks ago', {}, 'due'],
    ['told last week', { told_on: isoDate('2026-08-03') }, 'not_yet'],
    ['not known when told', { told_on: null }, 'no_event'],
    ['applied', { application_ref: 'A-1' }, 'applied'],
  ])('%s', (_what, given, expected) => {
    expect(codes({ cohort: [member('U1', given)] })).toEqual({ U1: expected });
  });

  it('ask whose the application is that stands for two children of one name', () => {
    const twins = ['U1', 'U2'].map((ref) => member(ref, { application_ref: 'A-1' }));
    expect(codes({ cohort: twins })).toEqual({ U1: 'applied', U2: 'which_applied' });
  });
});

describe('one family on one day', () => {
  const clients = [1, 2].map((id) => asked(id, { home_address: '1 Oak Way', surname: `S${id}` }));
  const applications = [1, 2].map((id) => someApplication(id, WAITING));

  it('has one letter; the other waits, and is due the day after', () => {
    expect(codes({ clients, applications })).toEqual({ 'A-1': 'due', 'A-2': 'family_today' });
    const issued = [letter('tif', 'A-1', 1, '2026-08-10', 'client C-1')];
    expect(codes({ clients, applications, issued })).toEqual({
      'A-1': 'not_yet',
      'A-2': 'family_today',
    });
    const tomorrow = isoDate('2026-08-11');
    expect(codes({ clients, applications, issued }, tomorrow)).toMatchObject({ 'A-2': 'due' });
  });

  it('goes over both chases, the longest overdue first', () => {
    const sibling = member('U1', { home_address: '1 Oak Way', surname: 'S1' });
    expect(codes({ clients, applications, cohort: [sibling] })).toMatchObject({
      'A-1': 'due',
      U1: 'family_today',
    });
  });

  it('is not kept waiting by a letter that cannot be written', () => {
    const lacks = (ref: string) => (ref === 'A-1' ? ['School'] : []);
    expect(codes({ clients, applications, lacks })).toEqual({
      'A-1': 'family_today',
      'A-2': 'due',
    });
  });

  it('counts a reminder that the council’s own system records for the day', () => {
    const [first, second] = applications;
    if (!first || !second) throw new Error('two applications');
    const given = { clients, applications: [{ ...first, reminder_1_on: ON }, second] };
    expect(codes(given)).toMatchObject({ 'A-2': 'family_today' });
  });
});

describe('every child', () => {
  it('stands in one list, once, with a sentence where nothing is due', () => {
    const clients = [1, 2, 3].map((id) => asked(id));
    const applications = [1, 2, 3].map((id) => someApplication(id, id === 1 ? {} : WAITING));
    const { due, not_due } = reminded({ clients, applications, cohort: [member('U1')] });
    expect([...due, ...not_due].map(({ ref }) => ref).toSorted()).toEqual([
      'A-1',
      'A-2',
      'A-3',
      'U1',
    ]);
    for (const { reason } of not_due) expect(reason).toMatch(/^[A-Z].*\.$/);
  });
});

function letter(
  kind: 'apply' | 'tif',
  ref: string,
  number: 1 | 2 | 3,
  day: string,
  family: string,
): IssuedLetter {
  const issued_on = isoDate(day);
  return {
    id: 1,
    kind,
    ref,
    number,
    about: '',
    issued_on,
    issued_by: '',
    withdrawn: null,
    family,
    client_id: null,
    batch: 1,
    addressee: '',
    reason: '',
  };
}
