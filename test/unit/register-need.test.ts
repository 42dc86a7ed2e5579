import { describe, expect, it } from 'vitest';
import { dayMask, WHOLE_WEEK } from '../../shared/calendar/day-mask.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import type { Client } from '../../shared/model/client.ts';
import { providerKey } from '../../shared/intake/provider-name.ts';
import { routeNeed } from '../../shared/service/register/need.ts';
import { runningOut } from '../../shared/service/register/running-out.ts';
import { REGISTER_DAY, someNeed, someVehicle, someWorker } from '../helpers/register-records.ts';

const { rules } = someNeed();

function child(given: Partial<Client>): Client {
  // Only what a need is read from.
  return {
    ref: 'K1',
    forename: 'Kim',
    surname: 'Lee',
    mobility: 'walks',
    occupied_weight_kg: null,
    assistant: 'none',
    rescue_medication: false,
    equipment: '',
    ...given,
  } as Client;
}
const all = { answers: {}, mornings: WHOLE_WEEK, afternoons: WHOLE_WEEK };

describe('what a route needs', () => {
  it('is the fullest day’s seats, an assistant’s own among them', () => {
    const monday = dayMask(['Mon']);
    const need = routeNeed(
      [
        { ...all, client: child({}) },
        { ...all, client: child({ ref: 'K2', assistant: 'own' }) },
        { ...all, client: child({ ref: 'K3', mobility: 'wheelchair_travels' }), mornings: monday, afternoons: 0 }, // prettier-ignore
      ],
      { assistant: false, rules },
    );
    expect(need.assistant).toBe(true);
    expect(need.rooms).toEqual([
      { seats: 3, wheelchairs: 1 },
      { seats: 3, wheelchairs: 0 },
    ]);
    expect(need.wheelchairs).toEqual([{ child: 'Kim Lee', kg: null }]);
    expect(need.competences).toEqual(['Wheelchair tie-down']);
  });

  it('counts the assistant whom a contract brings, once', () => {
    const need = routeNeed([{ ...all, client: child({}) }], { assistant: true, rules });
    expect(need.rooms).toEqual([{ seats: 2, wheelchairs: 0 }]);
    const shared = child({ rescue_medication: true, assistant: 'shared' });
    expect(routeNeed([{ ...all, client: shared }], { assistant: true, rules })).toMatchObject({
      rooms: [{ seats: 2, wheelchairs: 0 }],
      competences: ['Rescue medication'],
    });
  });
});

describe('a provider’s name', () => {
  it.each([
    ['Beult Private Hire Ltd.', 'BEULT PRIVATE HIRE'],
    ['Smith & Sons Limited', 'Smith and Sons'],
    ['A1 Cars (UK) Ltd', 'A1 cars'],
    ['O’Brien’s Taxis', "O'Briens Taxis"],
    ['Acme Ltd t/a Swift Cars', 'ACME'],
  ])('%s and %s are one', (one, other) => {
    expect(providerKey(one)).toBe(providerKey(other));
  });

  it.each([
    ['Beult Taxis', 'Beult Cars'],
    ['Limited', ''],
  ])('%s and %s are two', (one, other) => {
    expect(providerKey(one)).not.toBe(providerKey(other));
  });
});

describe('what runs out', () => {
  const book = (badge: string | null, mot: string | null) => ({
    workers: [someWorker({ badge_expires_on: badge === null ? null : isoDate(badge) })],
    competences: [
      { worker_id: 1, competence: 'Harness', issued_on: null, expires_on: isoDate('2026-10-09') },
      { worker_id: 1, competence: 'Oxygen', issued_on: null, expires_on: null },
    ],
    vehicles: [someVehicle({ mot_expires_on: mot === null ? null : isoDate(mot) })],
  });

  it.each([
    // Sixty days after 10 August 2026 is 9 October.
    ['2026-10-09', 60],
    ['2026-10-10', null],
    ['2026-08-10', 0],
    ['2026-08-09', -1],
    [null, null],
  ])('has a badge to %s: %s', (until, days) => {
    const badge = runningOut(book(until, null), rules, REGISTER_DAY).find(({ item }) => item === 'badge'); // prettier-ignore
    expect(badge?.days_left ?? null).toBe(days);
  });

  it('begins with what is longest out of date and leaves out who has left', () => {
    const full = book('2026-08-01', '2026-07-01');
    expect(runningOut(full, rules, REGISTER_DAY).map(({ item }) => item)).toEqual([
      'mot',
      'badge',
      'Harness',
    ]);
    const gone = {
      ...full,
      workers: full.workers.map((each) => ({ ...each, left_on: isoDate('2026-08-09') })),
    };
    expect(runningOut(gone, rules, REGISTER_DAY).map(({ item }) => item)).toEqual(['mot']);
  });
});
