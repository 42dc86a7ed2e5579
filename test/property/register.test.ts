/** Laws of the register: nothing out of date passes, and lists give one store in any order. */
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { addDays, isoDate, type IsoDate } from '../../shared/calendar/dates.ts';
import type { Assigned, AssignmentRole } from '../../shared/model/register.ts';
import { gapsOf } from '../../shared/service/register/gaps.ts';
import { csvFile, importInto } from '../helpers/imports.ts';
import { registerOf } from '../helpers/register-content.ts';
import { inVehicle, onContract, REGISTER_DAY as ON, someNeed, someVehicle, someWorker } from '../helpers/register-records.ts'; // prettier-ignore
import { addPlaces, BY_TEST, CONTRACT, madeFolder, madeStore } from '../db/made-store.ts';

const folder = madeFolder();
afterAll(folder.cleanUp);
let made = 0;

const day = fc.integer({ min: -400, max: 400 }).map((days) => addDays(ON, days));
const maybe = fc.option(day, { nil: null });
const NAMED = ['Harness', 'Rescue medication', 'Wheelchair tie-down'] as const;

const person = fc
  .record({
    role: fc.constantFrom<Exclude<AssignmentRole, 'vehicle'>>('driver', 'assistant', 'cover'),
    id: fc.integer({ min: 1, max: 4 }),
    badge_expires_on: maybe,
    dbs_on: fc.option(fc.integer({ min: -1500, max: 0 }).map((days) => addDays(ON, days)), { nil: null }), // prettier-ignore
    training_expires_on: maybe,
    left_on: fc.option(day, { nil: null, freq: 6 }),
    from_on: day,
    to_on: maybe,
    held: fc.uniqueArray(fc.record({ competence: fc.constantFrom(...NAMED), issued_on: maybe, expires_on: maybe }), { selector: ({ competence }) => competence }), // prettier-ignore
  })
  .map(({ role, held, from_on, to_on, ...worker }) =>
    onContract(role, someWorker({ ...worker, name: `Person ${worker.id}` }), held, {
      from_on,
      ...(to_on === null || to_on < from_on ? {} : { to_on }),
    }),
  );
const vehicle = fc
  .record({
    id: fc.integer({ min: 1, max: 3 }),
    plate_expires_on: maybe,
    mot_expires_on: maybe,
    insurance_expires_on: maybe,
    lift_examined_on: fc.option(fc.integer({ min: -400, max: 0 }).map((days) => addDays(ON, days)), { nil: null }), // prettier-ignore
    lift_limit_kg: fc.option(fc.integer({ min: 150, max: 400 }), { nil: null }),
    tie_down_limit_kg: fc.option(fc.integer({ min: 150, max: 400 }), { nil: null }),
    layouts: fc.subarray(['3+0', '2+1', '8+3']),
  })
  .map((given) => inVehicle(someVehicle({ ...given, mark: `GK19 AA${given.id}` })));
const need = fc
  .record({
    assistant: fc.boolean(),
    competences: fc.subarray([...NAMED]),
    wheelchairs: fc.array(fc.record({ child: fc.constant('Kim'), kg: fc.option(fc.integer({ min: 60, max: 350 }), { nil: null }) }), { maxLength: 2 }), // prettier-ignore
    rooms: fc.array(fc.record({ seats: fc.integer({ min: 0, max: 9 }), wheelchairs: fc.integer({ min: 0, max: 3 }) }), { minLength: 1, maxLength: 2 }), // prettier-ignore
  })
  .map((given) => someNeed(given));

const isPast = (until: IsoDate | null): boolean => until !== null && until < ON;
/** Written anew, month by month, so that it does not lean on what it checks. */
function monthsOn(date: IsoDate, months: number): IsoDate {
  const [year = 0, month = 0, at = 0] = date.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(at, last));
  return isoDate(first.toISOString().slice(0, 10));
}
const ran = (date: IsoDate | null, months: number): boolean =>
  date !== null && monthsOn(date, months) <= ON;

describe('gaps', () => {
  it('never let through what is out of date, uncovered, too heavy or too small on the day', () => {
    fc.assert(
      fc.property(
        need,
        fc.array(person, { maxLength: 5 }),
        fc.array(vehicle, { maxLength: 2 }),
        (asked, workers, vehicles) => {
          const assigned: Assigned = { workers, vehicles };
          if (gapsOf(asked, assigned, ON).some(({ blocks }) => blocks)) return;
          const now = workers.filter(({ assignment: { from_on, to_on } }) => from_on <= ON && (to_on === null || to_on >= ON)); // prettier-ignore
          for (const { worker } of now) {
            expect(isPast(worker.badge_expires_on)).toBe(false);
            expect(isPast(worker.training_expires_on)).toBe(false);
            expect(ran(worker.dbs_on, 36)).toBe(false);
            expect(isPast(worker.left_on)).toBe(false);
          }
          for (const { vehicle: each } of vehicles) {
            expect(isPast(each.plate_expires_on) || isPast(each.mot_expires_on) || isPast(each.insurance_expires_on)).toBe(false); // prettier-ignore
            expect(ran(each.lift_examined_on, 6)).toBe(false);
            for (const { kg } of asked.wheelchairs) {
              expect((kg ?? 0) <= (each.lift_limit_kg ?? 999)).toBe(true);
              expect((kg ?? 0) <= (each.tie_down_limit_kg ?? 999)).toBe(true);
            }
            const rooms = each.layouts.map((text) => text.split('+').map(Number));
            expect(
              rooms.length === 0 ||
              rooms.some(([seats = 0, chairs = 0]) => asked.rooms.every((room) => room.seats <= seats && room.wheelchairs <= chairs)), // prettier-ignore
            ).toBe(true);
          }
          for (const competence of asked.competences) {
            const holders = now.filter(({ competences }) => competences.some((each) => each.competence === competence && !isPast(each.expires_on) && (each.issued_on ?? ON) <= ON)); // prettier-ignore
            const crew = holders.filter(({ assignment }) => assignment.role !== 'cover');
            const covers = holders.filter(({ assignment }) => assignment.role === 'cover');
            expect(crew.some((one) => covers.some((other) => other.worker.id !== one.worker.id))).toBe(true); // prettier-ignore
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('block on every paper that is out of date, whoever has it', () => {
    fc.assert(
      fc.property(person, need, (one, asked) => {
        const gaps = gapsOf(asked, { workers: [one], vehicles: [] }, ON);
        const { from_on, to_on } = one.assignment;
        const isNow = from_on <= ON && (to_on === null || to_on >= ON);
        const named = gaps.some((gap) => gap.code === 'out_of_date' && gap.item === 'badge' && gap.blocks); // prettier-ignore
        expect(named).toBe(isNow && isPast(one.worker.badge_expires_on));
      }),
    );
  });
});

describe('lists of the register', () => {
  const PEOPLE = ['D1,Jo Marsh,Driver,Beult Private Hire,Maidstone,4411,31/03/2027', 'D2,Al Reed,Driver,Beult,Maidstone,4412,30/04/2027', ',Sam Frost,PA,Swale Minibuses,Swale,77,']; // prettier-ignore
  const HELD = ['Jo Marsh,Beult Private Hire,4411,Maidstone,Harness,01/09/2025,31/08/2027', 'Sam Frost,Swale Minibuses,77,Swale,PEG,01/02/2026,', 'Sam Frost,Swale Minibuses,77,Swale,Oxygen,,01/02/2028']; // prettier-ignore
  const VEHICLES = ['GK19ABC,Beult Private Hire Ltd,Minibus,14/01/2027', 'GN68 XYZ,Swale Minibuses,Taxi,20/02/2027', 'GK19 ABC,Beult Private Hire,Minibus,13/01/2027']; // prettier-ignore
  const PROVIDERS = ['Swale Minibuses,PSV', 'BEULT PRIVATE HIRE,Small'];

  it('give one store in any order of files and rows, and the second time change nothing', async () => {
    const shuffled = (rows: readonly string[]) => fc.shuffledSubarray([...rows], { minLength: rows.length }); // prettier-ignore
    let expected: unknown = null;
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(shuffled(PEOPLE), shuffled(HELD), shuffled(VEHICLES), shuffled(PROVIDERS)),
        fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
        fc.boolean(),
        async ([people, held, vehicles, providers], order, apart) => {
          const lists = [
            csvFile('people.csv', 'Staff no,Name,Role,Operator,Licensing authority,Badge no,Badge expiry', ...people), // prettier-ignore
            csvFile('training.csv', 'Name,Operator,Badge no,Licensing authority,Course,Issued,Expires', ...held), // prettier-ignore
            csvFile('vehicles.csv', 'Reg,Operator,Type,MOT due', ...vehicles),
            csvFile('providers.csv', 'Operator,Framework', ...providers),
          ];
          const store = madeStore(join(folder.path, `${++made}.kerbside`));
          addPlaces(store);
          store.write(BY_TEST, () => store.contracts.upsertMany([CONTRACT]));
          const files = order.map((at) => lists[at] ?? csvFile('none.csv'));
          if (apart) for (const file of files) await importInto(store, 'register', [file]);
          else await importInto(store, 'register', files);
          const got = registerOf(store);
          expected ??= got;
          expect(got).toEqual(expected);
          const again = await importInto(store, 'register', lists);
          expect(again).toMatchObject({ added: 0, changed: 0 });
          store.close();
        },
      ),
      { numRuns: 8 },
    );
  }, 60_000);
});
