import { describe, expect, it } from 'vitest';
import { isoDate } from '../../shared/calendar/dates.ts';
import {
  ROUTE_STATES,
  SIGNED_STATES,
  type ServiceStep,
  type SignedState,
} from '../../shared/model/service.ts';
import { mayStep, standingOn, stateOn } from '../../shared/service/states.ts';

const K = {
  id: 7,
  confirmed: false,
  starts_on: isoDate('2026-09-01'),
  ends_on: isoDate('2027-07-31'),
};
const steps = (
  ...given: readonly (readonly [SignedState, string, number | null])[]
): readonly ServiceStep[] =>
  given.map(([state, on, contract_id], at) => ({
    id: at + 1,
    route_ref: 'MEA-001',
    contract_id,
    state,
    on: isoDate(on),
    by: 'S Clarke',
    why: '',
    said_by: '',
    how: '',
    recorded: '',
  }));
const on = isoDate;

describe('what may follow on a state of a route', () => {
  const MAY: Readonly<Record<string, readonly string[]>> = {
    drafted: ['out_to_tender', 'awarded'],
    out_to_tender: ['drafted', 'bids_in'],
    bids_in: ['drafted', 'out_to_tender', 'awarded'],
    awarded: ['confirmed', 'handed_back'],
    confirmed: ['awarded', 'confirmed', 'handed_back'],
    running: ['awarded', 'confirmed', 'handed_back'],
    ended: ['drafted', 'out_to_tender', 'awarded'],
    handed_back: ['drafted', 'out_to_tender', 'awarded'],
  };
  it.each(ROUTE_STATES)('%s', (from) => {
    expect(SIGNED_STATES.filter((to) => mayStep(from, to).ok)).toEqual(MAY[from]);
  });

  it('is refused with what is possible instead', () => {
    expect(mayStep('handed_back', 'confirmed')).toMatchObject({
      ok: false,
      error: {
        code: 'not_next_state',
        cause: 'A route that is handed back cannot become confirmed.',
        action: 'From here it can become: drafted, out to tender, awarded.',
      },
    });
  });
});

describe('the state of a route on a day', () => {
  it('is drafted without a contract and without a step, since nobody knows when', () => {
    expect(standingOn([], null, on('2026-08-10'))).toEqual({
      state: 'drafted',
      since: null,
      step: null,
    });
  });

  it('follows its tender day by day, and of one day the step recorded last', () => {
    const kept = steps(
      ['drafted', '2026-05-01', null],
      ['out_to_tender', '2026-05-04', null],
      ['bids_in', '2026-05-20', null],
      ['awarded', '2026-05-20', 7],
    );
    const states = ['2026-04-30', '2026-05-03', '2026-05-04', '2026-05-20'].map((day) =>
      stateOn(kept, null, on(day)),
    );
    expect(states).toEqual(['drafted', 'drafted', 'out_to_tender', 'bids_in']);
    expect(stateOn(kept, K, on('2026-05-19'))).toBe('out_to_tender');
    expect(stateOn(kept, K, on('2026-05-20'))).toBe('awarded');
  });

  it('runs from the contract’s first day to its last, both included, once confirmed', () => {
    const kept = steps(['awarded', '2026-06-01', 7], ['confirmed', '2026-07-10', 7]);
    const at = (day: string) => standingOn(kept, K, on(day));
    expect(at('2026-07-09').state).toBe('awarded');
    expect(at('2026-08-31')).toMatchObject({ state: 'confirmed', since: '2026-07-10' });
    expect(at('2026-09-01')).toMatchObject({ state: 'running', since: '2026-09-01' });
    expect(at('2027-07-31').state).toBe('running');
    expect(at('2027-08-01')).toMatchObject({ state: 'ended', since: '2027-08-01' });
  });

  it('never runs while it is only awarded', () => {
    const kept = steps(['awarded', '2026-06-01', 7]);
    expect(stateOn(kept, K, on('2026-10-01'))).toBe('awarded');
    expect(stateOn(kept, K, on('2027-09-01'))).toBe('ended');
  });

  it('runs to the last day of a hand-back that was signed before', () => {
    const kept = steps(['confirmed', '2026-07-10', 7], ['handed_back', '2026-10-24', 7]);
    const ended = { ...K, ends_on: on('2026-10-23') };
    expect(stateOn(kept, ended, on('2026-10-23'))).toBe('running');
    expect(standingOn(kept, ended, on('2026-10-24'))).toMatchObject({
      state: 'handed_back',
      since: '2026-10-24',
    });
  });

  it('is drafted again where a route goes on without the contract that was handed back', () => {
    const kept = steps(
      ['out_to_tender', '2026-05-04', null],
      ['confirmed', '2026-07-10', 7],
      ['handed_back', '2026-10-24', 7],
    );
    expect(standingOn(kept, null, on('2026-10-25'))).toMatchObject({
      state: 'drafted',
      since: '2026-10-24',
    });
    const again = [...kept, ...steps(['out_to_tender', '2026-10-26', null])].map((step, at) => ({
      ...step,
      id: at,
    }));
    expect(stateOn(again, null, on('2026-10-26'))).toBe('out_to_tender');
  });

  it('does not change a running contract by a tender for what comes after it', () => {
    const kept = steps(['confirmed', '2026-07-10', 7], ['out_to_tender', '2027-03-01', null]);
    expect(stateOn(kept, K, on('2027-03-02'))).toBe('running');
    expect(stateOn(kept, null, on('2027-03-02'))).toBe('out_to_tender');
  });

  it('is as the register says where no step is known', () => {
    expect(stateOn([], K, on('2026-10-01'))).toBe('awarded');
    expect(stateOn([], { ...K, confirmed: true }, on('2026-10-01'))).toBe('running');
  });
});
