import { describe, expect, it } from 'vitest';
import { isoDate } from '../../shared/calendar/dates.ts';
import { DEFAULT_SETTINGS } from '../../shared/costing/default-settings.ts';
import { demoCounty } from '../../shared/demo/demo-county.ts';
import { parseMark } from '../../shared/intake/registration-mark.ts';
import { registerRulesAt } from '../../shared/service/register/rules.ts';
import { runningOut } from '../../shared/service/register/running-out.ts';

const ON = isoDate('2026-08-10');
const county = demoCounty({ clients: 1000, seed: 3 });
const { register } = county;

describe('the invented register', () => {
  it('has a driver and a vehicle of the provider on every contract that is not over', () => {
    const open = county.contracts.filter(({ ends_on }) => ends_on >= ON);
    for (const contract of open) {
      const own = register.assignments.filter(({ contract_id }) => contract_id === contract.id);
      const roles = own.map(({ role }) => role);
      expect(roles).toEqual(expect.arrayContaining(['driver', 'vehicle']));
      if (contract.assistant) expect(roles).toContain('assistant');
      for (const { worker_id, vehicle_id } of own) {
        const of = worker_id === null ? register.vehicles[(vehicle_id ?? 0) - 1] : register.workers[worker_id - 1]; // prettier-ignore
        expect(of?.provider).toBe(contract.provider);
      }
    }
  });

  it('has marks that no vehicle can have, each once, and badges each once', () => {
    const marks = register.vehicles.map(({ mark }) => mark);
    expect(new Set(marks).size).toBe(marks.length);
    for (const mark of marks) {
      expect(parseMark(mark)).toEqual({ mark, usual: true });
      expect(mark.split(' ')[1]).toContain('Q');
    }
    const badges = register.workers.map((each) => `${each.licensing_authority} ${each.badge_number}`); // prettier-ignore
    expect(new Set(badges).size).toBe(badges.length);
  });

  it('was checked by its own day, and is mostly in date', () => {
    for (const { dbs_on } of register.workers) expect((dbs_on ?? ON) <= ON).toBe(true);
    for (const { lift_examined_on } of register.vehicles)
      expect((lift_examined_on ?? ON) <= ON).toBe(true);
    const book = {
      workers: register.workers.map((each, at) => ({ ...each, id: at + 1 })),
      competences: register.competences,
      vehicles: register.vehicles.map((each, at) => ({ ...each, id: at + 1 })),
    };
    const lines = runningOut(book, registerRulesAt(DEFAULT_SETTINGS, ON), ON);
    const all = register.workers.length + register.vehicles.length;
    expect(lines.length / all).toBeGreaterThan(0.02);
    expect(lines.length / all).toBeLessThan(0.2);
    expect(lines.filter(({ days_left }) => days_left < 0).length / all).toBeLessThan(0.02);
  });

  it('is the same again, and leaves the others as they were', () => {
    expect(demoCounty({ clients: 1000, seed: 3 }).register).toEqual(register);
  });
});
