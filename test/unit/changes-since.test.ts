import { describe, expect, it } from 'vitest';
import { NO_CREW } from '../../shared/service/papers/crew.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import { DEFAULT_SETTINGS } from '../../shared/costing/default-settings.ts';
import type { Carriage, PartCarriage } from '../../shared/model/carriage.ts';
import { disruptionPricesAt } from '../../shared/planning/disruption.ts';
import { changesBetween, type ChangeBasis } from '../../shared/service/changes.ts';
import { partWords } from '../../shared/service/part-days.ts';
import { transportDetails, type DetailFacts } from '../../shared/service/transport-details.ts';
import { madeRoute } from '../db/made-store.ts';
import { ON, someClient, someContract, someSchool, someStop } from '../helpers/cost-facts.ts';

const basis: ChangeBasis = {
  prices: disruptionPricesAt(DEFAULT_SETTINGS, ON),
  refOf: (id) => `C-${id}`,
  vehicleName: (id) => id,
  schoolName: (urn) => `School ${urn}`,
  hasSocialWorker: (id) => id === 9,
};

function carriage(client_id: number, given: Partial<Carriage> = {}): Carriage {
  return {
    client_id,
    from_on: isoDate('2026-08-01'),
    plan_id: 1,
    route_ref: 'R1',
    contract_id: 1,
    provider: 'Swift',
    vehicle_class: 'taxi',
    assistant: false,
    school_urn: 1,
    pick_up_s: 28_800,
    arrive_s: 31_200,
    depart_s: 55_000,
    drop_off_s: 57_000,
    confirmed: true,
    ...given,
  };
}

const between = (before: readonly Carriage[], after: readonly Carriage[]) =>
  changesBetween(before, after, basis);
const told = (before: readonly Carriage[], after: readonly Carriage[]) =>
  between(before, after)[0]?.tell.map(({ who, name }) => `${who} ${name}`.trim());

const someDays = (then: readonly string[], now: readonly string[]) => ({
  someDays: { before: new Map([[1, then]]), after: new Map([[1, now]]) },
});
const part: PartCarriage = {
  client_id: 1,
  place: 'address 4',
  from_on: ON,
  plan_id: 1,
  route_ref: 'R2',
  provider: '',
  vehicle_class: 'taxi',
  assistant: true,
  school_urn: 1,
  mornings: 0b11000,
  afternoons: 0b11000,
  pick_up_s: 27_600,
  arrive_s: 31_200,
  depart_s: 55_000,
  drop_off_s: 57_000,
};
const words = { ...basis, addressWords: () => 'Other parent' };

describe('stops of some days', () => {
  it.each<[string, Partial<PartCarriage>, string]>([
    ['both ways', {}, 'Thu, Fri, other parent: R2, pick-up 07:40, at School 1 08:40, leaves it 15:16, home 15:50, taxi, not let yet, with assistant'],
    ['mornings alone', { afternoons: 0, assistant: false }, 'Thu, Fri morning, other parent: R2, pick-up 07:40, at School 1 08:40, taxi, not let yet, no assistant'],
    ['home alone, of a provider', { mornings: 0, provider: 'Swift' }, 'Thu, Fri afternoon, other parent: R2, leaves School 1 15:16, home 15:50, taxi, Swift, with assistant'],
    ['other days each way', { mornings: 0b00001 }, 'Mon morning and Thu, Fri afternoon, other parent: R2, pick-up 07:40, at School 1 08:40, leaves it 15:16, home 15:50, taxi, not let yet, with assistant'],
  ])('read %s', (_, given, expected) => {
    expect(partWords({ ...part, ...given }, words)).toBe(expected);
  }); // prettier-ignore

  it('are listed where they differ, before and now, and those that stay are not', () => {
    const same = [carriage(1)];
    const [change] = changesBetween(same, same, basis, someDays(['Mon', 'Fri'], ['Mon', 'Thu']));
    expect(change).toMatchObject({ kind: 'changed', small: false, changes: [{ field: 'some_days', old: 'Fri', now: 'Thu' }] }); // prettier-ignore
    expect(changesBetween(same, same, basis, someDays(['Mon'], ['Mon']))).toEqual([]);
  });

  it('carry a child: who keeps one is not lost, who gets the first has joined', () => {
    const kindOf = (...args: Parameters<typeof changesBetween>) => changesBetween(...args)[0]?.kind;
    expect(kindOf([carriage(1)], [], basis, someDays(['Mon'], ['Mon']))).toBe('changed');
    expect(kindOf([], [], basis, someDays(['Mon'], []))).toBe('lost');
    expect(kindOf([], [], basis, someDays([], ['Mon']))).toBe('joined');
  });

  it('go with the hours of the school, of those who are carried still', () => {
    const hours = { schoolDays: { before: new Map([[1, '08:50 to 15:15']]), after: new Map([[1, '09:10 to 15:35']]) } }; // prettier-ignore
    const [change] = changesBetween([carriage(1)], [carriage(1)], basis, hours);
    expect(change?.changes).toEqual([{ field: 'school_day', old: '08:50 to 15:15', now: '09:10 to 15:35' }]); // prettier-ignore
    const [lost] = changesBetween([carriage(1)], [], basis, hours);
    expect(lost?.changes.map(({ field }) => field)).not.toContain('school_day');
  });
});

describe('changes since a day', () => {
  it('are none where everyone is carried as before, also under another plan and in another order', () => {
    const before = [carriage(1), carriage(2)];
    expect(between(before, [carriage(2, { plan_id: 9 }), carriage(1, { plan_id: 9 })])).toEqual([]);
  });

  it('of a shared route weigh the call at each child’s own school', () => {
    const other = carriage(2, { school_urn: 2, arrive_s: 30_000 });
    const later = { ...other, arrive_s: 31_200 };
    const found = between([carriage(1), other], [carriage(1), later]);
    expect(found.map(({ client_id, disrupts }) => [client_id, disrupts])).toEqual([[2, ['school_run']]]); // prettier-ignore
  });

  it('say old and new values side by side, with whom to tell', () => {
    const [change] = between(
      [carriage(1)],
      [
        carriage(1, {
          route_ref: 'R2',
          contract_id: 2,
          provider: 'Apex',
          pick_up_s: 27_900,
          assistant: true,
        }),
      ],
    );
    expect(change).toMatchObject({
      kind: 'changed',
      small: false,
      changes: [
        { field: 'route', old: 'R1', now: 'R2' },
        { field: 'provider', old: 'Swift', now: 'Apex' },
        { field: 'assistant', old: 'no', now: 'yes' },
        { field: 'pick_up', old: '08:00', now: '07:45' },
      ],
    });
    expect(change?.disrupts).toEqual(expect.arrayContaining(['provider', 'assistant', 'pick_up']));
    expect(change?.tell).toEqual([
      { who: 'family', name: '' },
      { who: 'school', name: 'School 1' },
      { who: 'old_provider', name: 'Swift' },
      { who: 'new_provider', name: 'Apex' },
      { who: 'assistant', name: 'R2' },
    ]);
  });

  it('tell companions of a child who joined their route, and their provider, but not the school', () => {
    const changes = between([carriage(1)], [carriage(1), carriage(2)]);
    expect(changes.map(({ client_id, kind }) => [client_id, kind])).toEqual([[1, 'changed'], [2, 'joined']]); // prettier-ignore
    expect(changes[0]?.changes).toEqual([{ field: 'companions', old: 'nobody', now: 'C-2' }]);
    expect(changes[0]?.tell.map(({ who }) => who)).toEqual(['family', 'new_provider']);
  });

  it('say who lost a place, and tell the provider who carried them', () => {
    expect(
      told([carriage(9)], [carriage(9, { route_ref: '', provider: '', contract_id: null })]),
    ).toEqual(['family', 'school School 1', 'old_provider Swift', 'social_worker']);
    expect(between([carriage(1)], [])).toMatchObject([{ kind: 'lost' }]);
    expect(between([carriage(1, { route_ref: '' })], [])).toEqual([]);
  });

  it('mark times within the planner’s tolerance as small, and put the weightiest first', () => {
    const before = [carriage(1), carriage(2, { route_ref: 'R2', contract_id: 2 })];
    const after = [carriage(1, { pick_up_s: 28_740 }), carriage(2, { route_ref: 'R2', contract_id: 2, provider: 'Apex', vehicle_class: 'minibus' })]; // prettier-ignore
    const changes = between(before, after);
    expect(changes.map(({ client_id, small }) => [client_id, small])).toEqual([[2, false], [1, true]]); // prettier-ignore
    // Within the same minute nothing reads differently.
    expect(between([carriage(1)], [carriage(1, { pick_up_s: 28_801 })])).toEqual([]);
  });
});

const facts = (given: Partial<DetailFacts> = {}): DetailFacts => ({
  client: someClient(1, {
    carer_name: 'Jo Example',
    home_address: '1 High Street',
    postcode: 'ME1 1AA',
  }),
  ride: {
    route: { ...madeRoute('R1', [1], 1), provider: 'Swift', confirmed: true },
    stop: someStop(1),
  },
  others: [],
  contract: someContract(1),
  in_place: true,
  why_not: '',
  school: someSchool(1, { name: 'Oakley School' }),
  vehicle: 'Minibus',
  crew: NO_CREW,
  first_day: isoDate('2026-09-03'),
  meets: '',
  office: '01632 960000',
  ...given,
});

describe('what a family is told', () => {
  it('is route, provider, vehicle, times and place', () => {
    expect(transportDetails(facts())).toMatchObject({
      fields: {
        addressee: 'Jo Example',
        child: 'Ada Example 1',
        route: 'R1',
        provider: 'Swift',
        vehicle: 'Minibus',
        pick_up: '08:00',
        pick_up_place: '1 High Street, ME1 1AA',
        first_day: '3 Sep 2026',
        assistant: 'no',
        ring: '01632 960000',
      },
    });
    const thursdays = { ...someStop(1), place: 'address 12', mornings: 8, afternoons: 0 };
    const others = [{ route: madeRoute('R9', [1], 1), stop: thursdays }];
    expect(transportDetails(facts({ others }))).toMatchObject({
      fields: { other_days: 'Thu, the other address: route R9, pick-up 08:00.' },
    });
    const meets = transportDetails(facts({ meets: 'At the end of the lane' }));
    expect(meets).toMatchObject({ fields: { pick_up_place: 'At the end of the lane' } });
  });

  it.each<[string, Partial<DetailFacts>, string]>([
    ['no route', { ride: null, contract: null }, 'No route in the plan in use'],
    ['a route without a contract', { contract: null }, 'The route is not let yet'],
    [
      'a contract not confirmed',
      { contract: someContract(1, { confirmed: false }), in_place: false },
      'The contract is not confirmed by the provider',
    ],
    [
      'a place on a running contract that its provider has not confirmed',
      { in_place: false, why_not: 'Provider has not confirmed this child (R1)' },
      'Provider has not confirmed this child (R1)',
    ],
    ['no address', { client: someClient(1) }, 'Home address'],
    [
      'no office to ring',
      { office: '' },
      'How a family reaches the team (setting "Who writes the letters")',
    ],
  ])('is not told with %s', (_what, given, lacks) => {
    expect(transportDetails(facts(given))).toMatchObject({ lacks: [lacks] });
  });
});
