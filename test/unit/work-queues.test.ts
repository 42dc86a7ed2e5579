import { describe, expect, it } from 'vitest';
import { isoDate } from '../../shared/calendar/dates.ts';
import { nextStep } from '../../shared/casework/work/next-step.ts';
import { partsOf, QUEUE, QUEUES, queueLines } from '../../shared/casework/work/queues.ts';
import { risksOf } from '../../shared/casework/work/risks.ts';
import { workStageOf } from '../../shared/casework/work/work-stage.ts';
import { median, mondayOf, workloads } from '../../shared/casework/work/workload.ts';
import type { WorkCase } from '../../shared/casework/work/work-case.ts';
import { rulesOn, someWork } from '../helpers/work-case.ts';

const day = isoDate;
const AWARDED: Partial<WorkCase> = { status: 'awarded' };
const APPEAL = { stage: 1, lodged_on: day('2026-07-01'), due_on: day('2026-07-29') } as const;

describe('the stage of an application', () => {
  it.each<[string, Partial<WorkCase>]>([
    ['to_decide', {}],
    ['to_decide', { status: 'checking' }],
    ['held', { held_reason: 'Born twice.' }],
    ['held', { ...AWARDED, held_reason: 'Born twice.' }],
    // A refusal of a held application is final: nothing is left to look at.
    ['done', { status: 'refused', held_reason: 'Born twice.' }],
    ['information', { status: 'more_information' }],
    ['tif_family', { ...AWARDED, tif_missing: ['Handover'] }],
    [
      'tif_office',
      { ...AWARDED, tif_missing: ['Date of the risk assessment'], tif_for_office: true },
    ],
    ['transport', AWARDED],
    ['transport', { ...AWARDED, transport: 'planned' }],
    ['hand_over', { ...AWARDED, handed_on: null }],
    ['done', { ...AWARDED, transport: 'in_place' }],
    ['done', { ...AWARDED, handed_on: null, transport: 'in_place' }],
    ['new_decision', { status: 'refused', won_on: day('2026-07-20') }],
    ['appeal', { status: 'refused', appeal: APPEAL }],
    // What the child needs comes before what the panel does.
    ['transport', { status: 'part_awarded', appeal: APPEAL }],
    ['done', { status: 'withdrawn' }],
    ['done', { status: 'not_ours' }],
    ['done', { status: 'ended' }],
  ])('%s', (stage, given) => {
    expect(workStageOf(someWork(given))).toBe(stage);
  });
});

describe('risks', () => {
  const risks = (given: Partial<WorkCase>, on: string) =>
    risksOf(someWork(given), rulesOn(on)).map(({ risk }) => risk);

  it.each<[string, string, readonly string[], Partial<WorkCase>]>([
    // Received 1 July: 42 days are up on 12 August, so the seventh day before is 5 August.
    ['eight days left', '2026-08-04', [], { late: true }],
    ['seven days left', '2026-08-05', ['decision'], { late: true }],
    // The deadline for letters is 1 August: 14 days before it is 18 July.
    ['15 days to the deadline', '2026-07-17', [], {}],
    ['14 days to the deadline', '2026-07-18', ['deadline'], {}],
    ['a late one has no deadline to keep', '2026-07-18', [], { late: true }],
    // The first day is 3 September: 28 days before it is 6 August, 14 days is 20 August.
    ['a TIF 29 days before', '2026-08-05', [], { ...AWARDED, tif_missing: ['Handover'] }],
    ['a TIF 28 days before', '2026-08-06', ['tif'], { ...AWARDED, tif_missing: ['Handover'] }],
    ['transport 15 days before', '2026-08-19', [], AWARDED],
    ['transport 14 days before', '2026-08-20', ['transport'], AWARDED],
    ['in place', '2026-09-03', [], { ...AWARDED, transport: 'in_place' }],
    ['an appeal 8 days before', '2026-07-21', [], { status: 'refused', appeal: APPEAL }],
    ['an appeal 7 days before', '2026-07-22', ['appeal'], { status: 'refused', appeal: APPEAL }],
    ['held', '2026-07-01', ['held'], { held_reason: 'Born twice.', late: true }],
    ['nothing where the day is not known', '2026-07-01', [], { received_on: null, late: true }],
  ])('%s', (_name, on, expected, given) => {
    expect(risks(given, on)).toEqual(expected);
  });

  it('say what is wrong, by when and how far off', () => {
    const [risk] = risksOf(someWork({ late: true }), rulesOn('2026-08-15'));
    expect(risk).toEqual({
      risk: 'decision',
      on: '2026-08-12',
      text: 'Decision was due 12 Aug 2026, 3 days ago.',
    });
  });
});

describe('a queue', () => {
  it('puts first what is due first, then the oldest, and names what comes next', () => {
    const cases = [
      someWork({ client_id: 1, ref: 'A1', received_on: day('2026-07-10') }),
      someWork({ client_id: 2, ref: 'A2', received_on: day('2026-06-10') }),
      someWork({ client_id: 3, ref: 'A3', received_on: null }),
      someWork({ client_id: 4, ref: 'A4', status: 'awarded' }),
    ];
    const lines = queueLines('to_decide', cases, { rules: rulesOn() });
    expect(lines.map(({ client_id }) => client_id)).toEqual([3, 2, 1]);
    expect(lines[1]?.why).toBe('Decision due 22 Jul 2026, today.');
    expect(lines[0]?.why).toBe('Decide; the day it was received is not known.');
  });

  it('says since when more is asked, and how much of the form is missing', () => {
    const step = (given: Partial<WorkCase>) => nextStep(someWork(given), rulesOn()).text;
    expect(step({ status: 'more_information', asked_on: day('2026-07-15') })).toBe(
      'More information asked 15 Jul 2026, 7 days ago.',
    );
    const missing = ['Handover', 'Telephone number', 'Days of travel'];
    expect(step({ ...AWARDED, tif_missing: missing })).toContain(
      'TIF lacks handover, telephone number and 1 answer more; first day 3 Sep 2026, in 43 days.',
    );
  });

  it('is narrowed to one part, and its parts are counted', () => {
    const cases = [
      someWork({ client_id: 1, tif_missing: ['Handover'] }),
      someWork({ client_id: 2, tif_missing: ['Handover'], tif_received_on: null }),
      someWork({ client_id: 3, status: 'refused', tif_missing: ['Handover'] }),
    ];
    const rules = rulesOn();
    expect(partsOf('no_tif', cases, rules).map(({ part, count }) => [part, count])).toEqual([
      ['answers', 1],
      ['none', 1],
    ]);
    const none = queueLines('no_tif', cases, { rules, part: 'none' });
    expect(none.map(({ client_id }) => client_id)).toEqual([2]);
  });

  it('tells its meaning and its rule with the days that are set', () => {
    for (const name of QUEUES) {
      expect(QUEUE[name].meaning).toMatch(/\.$/);
      expect(QUEUE[name].rule(rulesOn())).toMatch(/\.$/);
    }
    expect(QUEUE.at_risk.rule({ ...rulesOn(), tif_days: 33 })).toContain('33 days');
  });
});

describe('workload', () => {
  it('counts open work by whose it is and this week’s decisions by who signed', () => {
    const rules = rulesOn('2026-07-22');
    const own = { assigned_to: 'Ann' };
    const decided = { ...AWARDED, transport: 'in_place', decided_on: day('2026-07-21') } as const;
    const lines = workloads(
      [
        someWork({ ...own, received_on: day('2026-07-12') }),
        someWork({ ...own, received_on: day('2026-07-02') }),
        someWork({ ...own, ...decided, decided_by: 'Bea' }),
        someWork({ ...own, ...decided }),
        someWork({ ...own, ...decided, decided_on: day('2026-07-19') }),
        someWork({}),
      ],
      rules,
      ['Ann', 'Cal'],
    );
    expect(lines).toEqual([
      {
        officer: 'Ann',
        open: 2,
        undecided: 2,
        at_risk: 2,
        decided_this_week: 1,
        median_age_days: 15,
      },
      {
        officer: 'Bea',
        open: 0,
        undecided: 0,
        at_risk: 0,
        decided_this_week: 1,
        median_age_days: null,
      },
      {
        officer: 'Cal',
        open: 0,
        undecided: 0,
        at_risk: 0,
        decided_this_week: 0,
        median_age_days: null,
      },
      { officer: '', open: 1, undecided: 1, at_risk: 1, decided_this_week: 0, median_age_days: 21 },
    ]);
    expect(mondayOf(day('2026-07-26'))).toBe('2026-07-20');
    expect([median([]), median([3]), median([4, 1]), median([9, 1, 5])]).toEqual([null, 3, 2.5, 5]);
  });
});
