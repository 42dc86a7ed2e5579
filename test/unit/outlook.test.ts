/** What is coming up: which day, for whom, and what the same facts bring from then on. */
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../shared/calendar/dates.ts';
import { altersAnything } from '../../shared/casework/coming-up-words.ts';
import { DEFAULT_SETTINGS } from '../../shared/costing/default-settings.ts';
import { outlookOf } from '../../shared/eligibility/outlook.ts';
import type { Setting } from '../../shared/model/money.ts';
import { SCHOOL, someCase, TERM, walked, type CaseGiven } from '../helpers/eligibility-case.ts';

const MILE = 1609.344;

interface Given extends CaseGiven {
  readonly days?: number;
  readonly award?: { readonly ends_on: string | null; readonly review_on: string | null };
}

function look(given: Given) {
  const county = {
    settings: given.settings ?? DEFAULT_SETTINGS,
    schools: new Map([[1, SCHOOL]]),
  };
  const award =
    given.award === undefined
      ? null
      : {
          ends_on: given.award.ends_on === null ? null : isoDate(given.award.ends_on),
          review_on: given.award.review_on === null ? null : isoDate(given.award.review_on),
        };
  const cases = [{ facts: someCase(given), award }];
  return outlookOf(county, cases, { on: isoDate(given.on ?? TERM), days: given.days ?? 60 });
}
const born = (date: string, given: Given = {}): Given => ({
  ...given,
  client: { date_of_birth: isoDate(date), ...given.client },
});

/** A setting with another value from a day on. */
function from(key: string, on: string, value: unknown): readonly Setting[] {
  const now = DEFAULT_SETTINGS.find((each) => each.key === key);
  if (now === undefined) throw new Error(key);
  return [
    ...DEFAULT_SETTINGS,
    { ...now, from_on: isoDate(on), value, source: 'Cabinet, November' },
  ];
}

describe('what is coming up', () => {
  it('a move that waits, until it is taken in, also when its day has passed', () => {
    const facts = someCase({});
    const county = { settings: DEFAULT_SETTINGS, schools: new Map([[1, SCHOOL]]) };
    const on = isoDate('2026-10-01');
    const kinds = (day: string) =>
      outlookOf(county, [{ facts, award: null, moves: [{ kind: 'address', on: isoDate(day) }] }], {
        on,
        days: 60,
      }).events.filter(({ kind }) => kind === 'move');
    expect(kinds('2026-11-02')).toMatchObject([
      { on: '2026-11-02', what: expect.stringMatching(/^Moves home on 2 Nov 2026: /) as string },
    ]);
    expect(kinds('2026-09-20')).toHaveLength(1);
    expect(kinds('2026-12-24')).toEqual([]);
  });

  it('an eighth birthday: two and a half miles are met at seven and not at eight', () => {
    const { events } = look(born('2018-11-20', { evidence: walked(2.5 * MILE) }));
    expect(events).toMatchObject([
      {
        kind: 'birthday',
        on: '2026-11-20',
        client_id: 1,
        now: { proposal: 'met' },
        later: { proposal: 'cannot_tell' },
      },
    ]);
    expect(events.every(altersAnything)).toBe(true);
  });

  // Education Act 1996 s8(2), s8(3), s509AA: each turns the power.
  it.each<[string, Given, string, string, string]>([
    ['the prescribed day', born('2021-10-10'), 'prescribed_day', 's508C', 's508B'],
    [
      'the last Friday in June',
      born('2011-05-01', { on: '2027-06-01' }),
      'leaving_day',
      's508B',
      's509AA',
    ],
  ])('%s', (_what, given, kind, now, later) => {
    const { events } = look(given);
    expect(events.filter((each) => each.kind === kind)).toMatchObject([
      { now: { power: now }, later: { power: later } },
    ]);
  });

  it('the review and the end of an award, the end on its own last day too', () => {
    const award = { ends_on: '2026-11-02', review_on: '2027-01-01' };
    expect(
      look({ award }).events.map(({ on, takes_effect_on, kind }) => [kind, on, takes_effect_on]),
    ).toEqual([
      ['award', '2026-11-02', '2026-11-03'],
      ['award', '2027-01-01', '2027-01-01'],
    ]);
    expect(look({ award: { ends_on: '2027-01-02', review_on: null } }).events).toEqual([]);
  });

  it('reaches as many days ahead as it is asked', () => {
    const given = born('2018-12-31');
    expect(look({ ...given, days: 58 }).events).toEqual([]);
    expect(look({ ...given, days: 59 }).events).toHaveLength(1);
  });

  it('a change of policy, only for whom it alters something, and how many', () => {
    const settings = from('walk_limit_over_miles', '2026-12-01', 2);
    const walks = walked(2.5 * MILE);
    const { events, policy_changes } = look({ settings, evidence: walks });
    expect(events).toMatchObject([
      {
        kind: 'policy',
        on: '2026-12-01',
        now: { proposal: 'cannot_tell' },
        later: { proposal: 'met' },
      },
    ]);
    expect(policy_changes).toMatchObject([
      { key: 'walk_limit_over_miles', on: '2026-12-01', source: 'Cabinet, November', alters: 1 },
    ]);
    const far = look({ settings, evidence: walked(4 * MILE) });
    expect(far.events).toEqual([]);
    expect(far.policy_changes).toMatchObject([{ alters: 0 }]);
  });

  it('does not lay at a policy’s door what a birthday brings', () => {
    const settings = from('marginal_percent', '2026-12-01', 6);
    const { events } = look(born('2018-11-20', { settings, evidence: walked(2.5 * MILE) }));
    expect(events.map(({ kind }) => kind)).toEqual(['birthday']);
  });

  it('a change of the own districts and of the bands counts as policy too', () => {
    const settings = from('own_districts', '2026-12-01', ['E07000111']);
    const { events } = look({ settings, client: { district_code: 'E07000110' } });
    expect(events).toMatchObject([{ kind: 'policy', later: { power: 'not_ours' } }]);
  });
});

describe('cases close to an edge', () => {
  it.each([
    // 5% of three miles are 241.4 m; the measured way is out by 5 m.
    ['just within five per cent', 3 * MILE + 241, 1, false],
    ['just beyond', 3 * MILE + 242, 0, false],
    ['within what the measure may be out', 3 * MILE - 5, 1, true],
  ])('%s', (_what, metres, count, within) => {
    const edges = look({ metres: 4000, evidence: walked(metres) }).edges;
    const marginal = edges.filter(({ kind }) => kind === 'marginal');
    expect(marginal).toHaveLength(count);
    if (count > 0) expect(marginal).toMatchObject([{ rule: 'distance', within_error: within, limit_miles: 3 }]); // prettier-ignore
  });

  it('the bands of the budget at five and ten miles, nearest to the edge first', () => {
    const { edges } = look({ metres: 5 * MILE + 100 });
    expect(edges).toMatchObject([{ kind: 'cliff_edge', limit_miles: 5, rule: null }]);
    expect(edges[0]?.text).toContain('100 m over 5 miles, straight line');
    expect(look({ metres: 7 * MILE }).edges).toEqual([]);
  });
});
