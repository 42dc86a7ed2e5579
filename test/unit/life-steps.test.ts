import { describe, expect, it } from 'vitest';
import { isoDate } from '../../shared/calendar/dates.ts';
import {
  askProblems,
  nextStep,
  stepProblems,
  type StepFacts,
} from '../../shared/casework/check-step.ts';
import { lifeOf } from '../../shared/casework/life.ts';
import { NO_STANDING, shownStage, signedStage } from '../../shared/casework/stage.ts';
import { DEFAULT_SETTINGS } from '../../shared/costing/default-settings.ts';
import { APPLICATION_STATUSES } from '../../shared/model/client.ts';
import type { LifeStepKind } from '../../shared/model/life.ts';

const ON = isoDate('2026-08-10');
const application = (
  status: (typeof APPLICATION_STATUSES)[number] = 'awarded',
  held_reason = '',
) => ({
  status,
  held_reason,
  received_on: isoDate('2026-06-01'),
});
const facts = (change: Partial<StepFacts> = {}): StepFacts => ({
  application: application(),
  decided_on: isoDate('2026-07-01'),
  last: null,
  is_carried: false,
  first_day: isoDate('2026-09-02'),
  ...change,
});
const given = (kind: LifeStepKind, change = {}) => ({
  kind,
  on: ON,
  signed_by: 'R. Officer',
  note: 'Moved away.',
  ...change,
});
const handed = { kind: 'handed_over', on: isoDate('2026-07-10') } as const;

describe('a step after the decision', () => {
  it('comes in order: handed over once awarded, in place once carried', () => {
    expect(nextStep(facts())).toBe('handed_over');
    expect(nextStep(facts({ last: handed }))).toBeNull();
    expect(nextStep(facts({ last: handed, is_carried: true }))).toBe('in_place');
    for (const status of APPLICATION_STATUSES) {
      const can = status === 'awarded' || status === 'part_awarded';
      expect(nextStep(facts({ application: application(status) })) !== null, status).toBe(can);
    }
    expect(nextStep(facts({ application: application('awarded', 'Out of year.') }))).toBeNull();
  });

  it('never claims transport in place without a contract confirmed for the first day', () => {
    const problems = stepProblems(given('in_place'), facts({ last: handed }), ON);
    expect(problems).toEqual([
      'No contract that is confirmed for the first day, 2 Sep 2026, carries this child.',
    ]);
    expect(stepProblems(given('in_place'), facts({ last: handed, is_carried: true }), ON)).toEqual(
      [],
    );
    expect(stepProblems(given('in_place'), facts({ is_carried: true }), ON)).toEqual([
      'Hand it to Client Transport first.',
    ]);
  });

  it('names all that is wrong at once', () => {
    const bad = given('ended', { on: isoDate('2026-08-11'), signed_by: ' ', note: '' });
    expect(stepProblems(bad, facts(), ON)).toHaveLength(3);
    const early = given('handed_over', { on: isoDate('2026-06-30') });
    expect(stepProblems(early, facts(), ON)).toEqual([
      'The step is dated before what came before it (1 Jul 2026).',
    ]);
    expect(stepProblems(given('handed_over'), facts({ last: handed }), ON)).toEqual([
      'It is signed already: handed to Client Transport.',
    ]);
  });
});

describe('the stage', () => {
  it('is the status until it is decided, then the last step, an open appeal before it', () => {
    const step = 'handed_over' as const;
    expect(signedStage({ status: 'checking' }, { ...NO_STANDING, step })).toBe('checking');
    expect(signedStage({ status: 'awarded' }, NO_STANDING)).toBe('decided');
    expect(signedStage({ status: 'awarded' }, { ...NO_STANDING, step })).toBe('handed_over');
    expect(signedStage({ status: 'awarded' }, { ...NO_STANDING, step, appealed: true })).toBe(
      'appealed',
    );
    expect(signedStage({ status: 'refused' }, { ...NO_STANDING, step })).toBe('decided');
    expect(signedStage({ status: 'ended' }, { ...NO_STANDING, step: 'ended' })).toBe('ended');
    // Ended, then decided again: the way begins anew.
    expect(signedStage({ status: 'awarded' }, { ...NO_STANDING, step: 'ended' })).toBe('decided');
  });

  it('is in place only while a confirmed contract carries the child', () => {
    expect(shownStage('in_place', true)).toBe('in_place');
    expect(shownStage('in_place', false)).toBe('handed_over');
    expect(shownStage('ended', false)).toBe('ended');
  });
});

describe('asking for information', () => {
  const asked = {
    asked_for: 'A letter of the paediatrician',
    asked_of: 'The parent',
    asked_on: ON,
    chase_on: isoDate('2026-08-24'),
    signed_by: 'R. Officer',
  };

  it('needs what, of whom, and a later day to chase it', () => {
    expect(askProblems(asked, application('received'), ON)).toEqual([]);
    const empty = { ...asked, asked_for: '', asked_of: ' ', signed_by: '', chase_on: ON };
    expect(askProblems(empty, application('received'), ON)).toHaveLength(4);
    expect(askProblems(asked, application('refused'), ON)).toHaveLength(1);
  });

  it('is a step of the life and falls due until the answer comes', () => {
    const request = { ...asked, id: 1, application_ref: 'A', chased_on: [], answer: null };
    const record = {
      application: { ref: 'A', ...application('more_information') },
      moves: [],
      decisions: [],
      appeals: [],
      steps: [],
      information: [request],
    };
    const later = isoDate('2026-08-25');
    const due = lifeOf(record, DEFAULT_SETTINGS, later).due.find(({ what }) => what === 'chase');
    expect(due).toEqual({ what: 'chase', stage: null, on: '2026-08-24', overdue: true });
    const answer = { on: later, by: 'R. Officer', note: '' };
    const done = lifeOf(
      { ...record, information: [{ ...request, answer }] },
      DEFAULT_SETTINGS,
      later,
    );
    expect(done.due.map(({ what }) => what)).toEqual(['decision']);
    expect(done.steps.map(({ kind }) => kind)).toEqual(['received', 'asked', 'answered']);
  });
});
