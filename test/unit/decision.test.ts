import { describe, expect, it } from 'vitest';
import { isoDate, type IsoDate } from '../../shared/calendar/dates.ts';
import {
  appealDueOn,
  appealEndProblems,
  appealOpening,
  appealProblems,
} from '../../shared/casework/appeals.ts';
import type { CaseRecord, SignedDecision } from '../../shared/casework/case-record.ts';
import { decisionProblems, departs, needsReason } from '../../shared/casework/check-decision.ts';
import { lifeOf, movesFrom } from '../../shared/casework/life.ts';
import { isOutcome } from '../../shared/casework/stage.ts';
import { DEFAULT_SETTINGS } from '../../shared/costing/default-settings.ts';
import { APPLICATION_STATUSES } from '../../shared/model/client.ts';
import type { Appeal, Award, DecisionGiven } from '../../shared/model/decision.ts';
import { decideCase } from '../helpers/eligibility-case.ts';

const ON = isoDate('2026-11-02');
const settings = DEFAULT_SETTINGS;

const SEAT: Award = {
  power: 's508B',
  mode: 'seat',
  legs: 'both',
  days: ['Mon', 'Fri'],
  starts_on: isoDate('2026-11-09'),
  ends_on: null,
  review_on: isoDate('2027-07-01'),
  consent_on: null,
  consent_by: '',
};
const given = (change: Partial<DecisionGiven> = {}): DecisionGiven => ({
  outcome: 'awarded',
  award: SEAT,
  reason: '',
  signed_by: 'R. Officer',
  ...change,
});
const met = decideCase();
const notMet = decideCase({ metres: 100, client: { need: null } });
const elsewhere = {
  proposal: 'not_met',
  power: { ...met.power, name: 'not_ours' },
} as const;
const open = { proposal: 'cannot_tell', power: met.power } as const;

describe('a decision', () => {
  it('that follows the proposal needs a name and nothing more', () => {
    expect(met.proposal).toBe('met');
    expect(decisionProblems(given(), met, ON)).toEqual([]);
    expect(decisionProblems(given({ signed_by: ' ' }), met, ON)).toEqual(['Sign with your name.']);
  });

  it.each([
    ['awarded', met, false],
    ['part_awarded', met, true],
    ['refused', met, true],
    ['withdrawn', met, false],
    ['refused', elsewhere, true],
    ['not_ours', elsewhere, false],
    ['awarded', elsewhere, true],
    ['awarded', open, false],
  ] as const)('%s departs where the proposal says otherwise', (outcome, proposal, expected) => {
    const award = outcome === 'awarded' || outcome === 'part_awarded' ? SEAT : null;
    expect(departs({ outcome, award }, proposal)).toBe(expected);
  });

  it('under another power departs', () => {
    expect(departs({ outcome: 'awarded', award: { ...SEAT, power: 's508C' } }, met)).toBe(true);
  });

  it('that departs, or settles what the rules could not tell, needs its reason', () => {
    const refusal = given({ outcome: 'refused', award: null });
    expect(decisionProblems(refusal, met, ON)).toEqual([
      'The decision departs from the proposal: write the reason.',
    ]);
    expect(decisionProblems({ ...refusal, reason: 'A lift was agreed.' }, met, ON)).toEqual([]);
    expect(needsReason(given(), open)).toBe(true);
    expect(needsReason(given({ outcome: 'withdrawn', award: null }), open)).toBe(false);
    expect(notMet.proposal).not.toBe('met');
  });

  it.each(['ptb', 'mileage', 'travel_training'] as const)('of %s needs consent', (mode) => {
    const award = { ...SEAT, mode };
    expect(decisionProblems(given({ award }), met, ON)).toHaveLength(1);
    const agreed = { ...award, consent_on: ON, consent_by: 'M. Parent' };
    expect(decisionProblems(given({ award: agreed }), met, ON)).toEqual([]);
    const later = { ...agreed, consent_on: isoDate('2026-11-03') };
    expect(decisionProblems(given({ award: later }), met, ON)).toEqual([
      'The consent is dated after today.',
    ]);
    const seat = { ...agreed, mode: 'seat' as const };
    expect(decisionProblems(given({ award: seat }), met, ON)).toHaveLength(1);
  });

  it('names all that is wrong at once', () => {
    const award: Award = {
      ...SEAT,
      days: [],
      ends_on: isoDate('2026-11-08'),
      review_on: isoDate('2026-11-01'),
      mode: 'ptb',
    };
    expect(decisionProblems(given({ award, signed_by: '' }), met, ON)).toHaveLength(5);
    const endless = { ...SEAT, review_on: null };
    expect(decisionProblems(given({ award: endless }), met, ON)).toEqual([
      'Give an end or a review date.',
    ]);
    expect(decisionProblems(given({ award: null }), met, ON)).toEqual(['Say what is awarded.']);
    expect(decisionProblems(given({ outcome: 'withdrawn' }), met, ON)).toHaveLength(1);
  });
});

const decision = (change: Partial<SignedDecision> = {}): SignedDecision => ({
  ...given({ outcome: 'refused', award: null }),
  id: 1,
  application_ref: 'A1',
  client_id: 1,
  decided_on: isoDate('2026-11-30'),
  departs: false,
  supersedes: null,
  facts: met,
  ...change,
});
const appeal = (change: Partial<Appeal> = {}): Appeal => ({
  id: 1,
  application_ref: 'A1',
  decision_id: 1,
  stage: 1,
  grounds: ['distance'],
  lodged_on: isoDate('2026-12-14'),
  transport_goes_on: false,
  note: '',
  signed_by: 'R. Officer',
  end: null,
  ...change,
});
const ended = (result: 'upheld' | 'part' | 'refused' | 'withdrawn', on: IsoDate) =>
  appeal({ end: { result, on, note: 'As heard.', signed_by: 'P. Chair' } });

describe('an appeal', () => {
  // 20 working days from Monday 30 November 2026 pass over Christmas Day (Fri), the substitute on Mon 28, and New Year's Day.
  it('is lodged within 20 working days, bank holidays of England left out', () => {
    expect(appealOpening(decision(), [], settings)).toEqual({ stage: 1, lodge_by: '2026-12-30' });
  });

  it('is answered in 20 working days at stage 1 and 40 at stage 2', () => {
    expect(appealDueOn(appeal(), settings)).toBe('2027-01-14');
    expect(appealDueOn(appeal({ stage: 2 }), settings)).toBe('2027-02-11');
  });

  it('goes to stage 2 after a refusal, and no further', () => {
    const on = isoDate('2027-01-04');
    const opens = (appeals: readonly Appeal[]) =>
      appealOpening(decision(), appeals, settings)?.stage ?? null;
    expect(opens([appeal()])).toBeNull();
    expect(opens([ended('refused', on)])).toBe(2);
    expect(opens([ended('part', on)])).toBe(2);
    expect(opens([ended('upheld', on)])).toBeNull();
    expect(opens([ended('withdrawn', on)])).toBeNull();
    expect(opens([ended('refused', on), appeal({ id: 2, stage: 2 })])).toBeNull();
    expect(opens([appeal({ decision_id: 9 })])).toBe(1);
    expect(appealOpening(decision({ outcome: 'withdrawn' }), [], settings)).toBeNull();
  });

  it('that comes late is heard with a reason only', () => {
    const next = appealOpening(decision(), [], settings);
    const facts = { decision: decision(), next };
    const today = isoDate('2027-02-01');
    const inTime = appeal({ lodged_on: isoDate('2026-12-30') });
    const late = appeal({ lodged_on: isoDate('2026-12-31') });
    expect(appealProblems(inTime, facts, today)).toEqual([]);
    expect(appealProblems(late, facts, today)).toHaveLength(1);
    expect(appealProblems({ ...late, note: 'In hospital.' }, facts, today)).toEqual([]);
  });

  it('names all that is wrong with it at once', () => {
    const bad = appeal({ stage: 2, grounds: [], signed_by: '', lodged_on: isoDate('2026-11-29') });
    const facts = { decision: decision(), next: appealOpening(decision(), [], settings) };
    expect(appealProblems(bad, facts, isoDate('2026-11-28'))).toHaveLength(5);
    const end = { result: 'upheld', on: isoDate('2026-12-01'), note: '', signed_by: '' } as const;
    expect(appealEndProblems(end, appeal(), isoDate('2026-11-30'))).toHaveLength(4);
    const again = ended('upheld', isoDate('2026-12-20'));
    expect(appealEndProblems({ ...end, on: ON, note: 'x', signed_by: 'x' }, again, ON)).toContain(
      'This appeal has its result already.',
    );
  });
});

describe('the life of an application', () => {
  const record = (change: Partial<CaseRecord> = {}): CaseRecord => ({
    application: { ref: 'A1', status: 'checking', received_on: isoDate('2026-10-01') },
    moves: [{ to: 'checking', on: isoDate('2026-10-05'), by: 'Officer' }],
    decisions: [],
    appeals: [],
    steps: [],
    information: [],
    ...change,
  });

  it('counts its age against the six weeks advertised', () => {
    const now = lifeOf(record(), settings, ON);
    expect([now.age_days, now.target_days]).toEqual([32, 42]);
    expect(now.due).toEqual([{ what: 'decision', stage: null, on: '2026-11-12', overdue: false }]);
    expect(lifeOf(record(), settings, isoDate('2026-11-13')).due[0]?.overdue).toBe(true);
  });

  it('stops the clock at the first decision, and knows nothing of one made elsewhere', () => {
    const status = 'refused' as const;
    const application = { ref: 'A1', status, received_on: isoDate('2026-10-01') };
    const at = lifeOf(
      record({ application, decisions: [decision()] }),
      settings,
      isoDate('2027-05-01'),
    );
    expect(at.age_days).toBe(60);
    expect(lifeOf(record({ application, moves: [] }), settings, ON).age_days).toBeNull();
  });

  it('keeps every step in order, with who signed it', () => {
    const steps = lifeOf(
      record({
        decisions: [
          decision(),
          decision({ id: 2, decided_on: isoDate('2027-01-06'), supersedes: 1 }),
        ],
        appeals: [ended('upheld', isoDate('2027-01-05'))],
      }),
      settings,
      isoDate('2027-02-01'),
    ).steps;
    expect(steps.map(({ kind, by }) => `${kind} ${by}`)).toEqual([
      'received ',
      'moved Officer',
      'decided R. Officer',
      'appeal_lodged R. Officer',
      'appeal_ended P. Chair',
      'decided R. Officer',
    ]);
  });

  it('asks for a new decision when an appeal was won, and for the review of an award', () => {
    const won = lifeOf(
      record({
        application: { ref: 'A1', status: 'refused', received_on: null },
        decisions: [decision()],
        appeals: [ended('upheld', isoDate('2027-01-05'))],
      }),
      settings,
      isoDate('2027-01-06'),
    );
    expect(won.due.map(({ what }) => what)).toEqual(['new_decision']);
    const award = decision({ outcome: 'awarded', award: SEAT });
    const running = lifeOf(
      record({
        application: { ref: 'A1', status: 'awarded', received_on: null },
        decisions: [award],
      }),
      settings,
      ON,
    );
    expect(running.due).toEqual([
      { what: 'review', stage: null, on: '2027-07-01', overdue: false },
    ]);
  });

  it('lets no outcome be set by hand', () => {
    for (const status of APPLICATION_STATUSES) {
      expect(movesFrom(status).filter(isOutcome), status).toEqual([]);
    }
    expect(movesFrom('refused')).toEqual([]);
    expect(movesFrom('withdrawn')).toEqual(['checking']);
  });
});
