/** The register through the host: every problem of a form at once, a crew assigned and replaced, and all of it undone. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../db/store.ts';
import { defined } from '../../shared/kernel/assert.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import type { Result } from '../../shared/kernel/result.ts';
import type { Input } from '../../shared/api/contract.ts';
import { knownName } from '../../electron/jobs/lots/framework.ts';
import { nameElsewhere } from '../helpers/named-elsewhere.ts';
import { makeDemoStore, type DemoStore } from '../helpers/demo-store.ts';
import { serveStore, TEST_DAY, type ServedStore } from '../helpers/served-store.ts';

let demo: DemoStore;
let served: ServedStore;

beforeAll(async () => {
  demo = makeDemoStore(300);
  served = await serveStore({ store: demo.path });
}, 60_000);
afterAll(async () => {
  await served.close();
  demo.remove();
});

function must<T>(answer: Result<T>): T {
  if (!answer.ok) throw new Error(answer.error.cause);
  return answer.value;
}
const store = (): Store => must(served.composed.host.store());

const PERSON: Input<'register/save-person'> = {
  id: null,
  ref: '',
  name: 'Jo  Marsh ',
  provider: 'Beult Cars',
  role: 'both',
  licensing_authority: 'Maidstone',
  badge_number: '99a1',
  badge_expires_on: isoDate('2027-03-31'),
  dbs_on: isoDate('2025-03-01'),
  training: '',
  training_expires_on: null,
  phone: '',
  left_on: null,
  notes: '',
  competences: [{ competence: 'Harness', issued_on: null, expires_on: null }],
};
const VEHICLE: Input<'register/save-vehicle'> = {
  id: null,
  mark: 'gk19 qqq',
  provider: 'Beult Cars',
  vehicle_class: 'taxi',
  description: '',
  licensing_authority: '',
  plate_number: '',
  plate_expires_on: null,
  mot_expires_on: isoDate('2027-01-14'),
  insurance_expires_on: null,
  lift_examined_on: null,
  lift_limit_kg: null,
  tie_down_limit_kg: null,
  layouts: ['3 + 0'],
  left_on: null,
  notes: '',
};

describe('the register of the invented county', () => {
  it('is told on every page of one store alike', async () => {
    const { rows, ahead_days } = must(await served.call('register/providers', {}));
    const people = must(await served.call('register/people', {}));
    const vehicles = must(await served.call('register/vehicles', {}));
    const out = must(await served.call('register/running-out', {}));
    const due = must(await served.call('register/due', {}));
    expect(ahead_days).toBe(60);
    expect(people.rows.length).toBeGreaterThan(100);
    expect(rows.reduce((sum, row) => sum + row.vehicles, 0)).toBe(vehicles.rows.length);
    const listed = rows.reduce((sum, row) => sum + row.out_of_date + row.running_out, 0);
    expect(listed).toBe(out.rows.length);
    expect(due).toMatchObject({ due: out.rows.length, register_empty: false });
    const counted = [...people.rows, ...vehicles.rows].reduce((sum, row) => sum + row.out_of_date + row.running_out, 0); // prettier-ignore
    expect(counted).toBe(out.rows.length);
    const [first] = rows;
    const page = must(await served.call('register/provider', { key: first?.key ?? '' }));
    expect(page.row).toEqual(first);
    expect(page.contracts).toHaveLength(first?.contracts ?? -1);
  });

  it('has a crew in a fitting vehicle on most contracts', async () => {
    const contracts = store().contracts.all().filter(({ ends_on }) => ends_on >= TEST_DAY); // prettier-ignore
    let blocked = 0;
    for (const { id } of contracts) {
      const crew = must(await served.call('register/crew', { contract_id: id }));
      expect(crew.lines.some(({ role }) => role === 'driver')).toBe(true);
      if (crew.gaps.some(({ blocks }) => blocks)) blocked += 1;
    }
    expect(blocked / contracts.length).toBeLessThan(0.25);
  });
});

describe('what is entered by hand', () => {
  it('is kept tidy, found by the search, and tells every problem of a form at once', async () => {
    const { id } = must(await served.call('register/save-person', PERSON));
    expect(store().register.worker(id)).toMatchObject({ name: 'Jo Marsh', ref: 'MAIDSTONE 99A1', badge_number: '99A1' }); // prettier-ignore
    const [hit] = must(await served.call('search/all', { text: 'jo mar', limit: 10 })).filter(({ kind }) => kind === 'worker'); // prettier-ignore
    expect(hit).toMatchObject({ id, title: 'Jo Marsh' });
    const again = await served.call('register/save-person', {
      ...PERSON,
      name: 'Al Reed',
      dbs_on: isoDate('2026-12-01'),
      competences: [
        {
          competence: 'Harness',
          issued_on: isoDate('2026-01-01'),
          expires_on: isoDate('2025-01-01'),
        },
        { competence: 'Harness', issued_on: null, expires_on: null },
      ],
    });
    expect(again).toMatchObject({ ok: false, error: { code: 'not_complete' } });
    const said = again.ok ? [] : (again.error.details?.['problems'] as readonly string[]);
    expect(said).toEqual([
      'The badge is Jo Marsh’s on the register.',
      'The reference MAIDSTONE 99A1 is somebody else’s: give another, or a badge.',
      'The enhanced DBS check lies ahead (1 Dec 2026): give the day it was made.',
      'Harness runs out before it was issued.',
      'Harness stands twice.',
    ]);
  });

  it('names what is wrong with a vehicle, and finds a right one by its mark', async () => {
    const wrong = await served.call('register/save-vehicle', {
      ...VEHICLE,
      mark: '?',
      layouts: ['eight'],
      lift_examined_on: isoDate('2026-12-01'),
    });
    expect(wrong.ok ? [] : wrong.error.details?.['problems']).toEqual([
      'Give the registration mark, such as GK19 ABC.',
      'eight is no layout: write seats and wheelchair spaces as 8+0 or 4+2.',
      'The examination of the lift lies ahead: give the day it was made.',
    ]);
    const { id } = must(await served.call('register/save-vehicle', VEHICLE));
    expect(store().register.vehicle(id)).toMatchObject({ mark: 'GK19 QQQ', layouts: ['3+0'] });
    const hits = must(await served.call('search/all', { text: 'gk19q', limit: 10 }));
    expect(hits).toContainEqual(
      expect.objectContaining({ kind: 'vehicle', id, title: 'GK19 QQQ' }),
    );
    const twice = await served.call('register/save-vehicle', VEHICLE);
    expect(twice).toMatchObject({
      ok: false,
      error: { cause: 'GK19 QQQ is on the register already.' },
    });
  });

  it('keeps a provider with its fleet, and refuses one class and area twice', async () => {
    const given = {
      key: null,
      name: 'Beult Cars',
      framework: '8 seats and fewer',
      districts: ['E07000110'],
      contact_name: '',
      phone: '',
      email: '',
      notes: '',
      fleet: [
        { vehicle_class: 'taxi', count: 4, districts: [] },
        { vehicle_class: 'taxi', count: 2, districts: ['E07000110'] },
      ],
    };
    const { key } = must(await served.call('register/save-provider', given));
    const page = must(await served.call('register/provider', { key }));
    expect(new Set(page.fleet.map(({ count }) => count))).toEqual(new Set([2, 4]));
    expect(page.row).toMatchObject({ fleet: 6, on_register: true });
    const twice = await served.call('register/save-provider', {
      ...given,
      key,
      fleet: [...given.fleet, { vehicle_class: 'taxi', count: 1, districts: [] }],
    });
    expect(twice).toMatchObject({ ok: false, error: { code: 'not_complete' } });
    const renamed = must(await served.call('register/save-provider', { ...given, key, name: 'Beult Cabs' })); // prettier-ignore
    const moved = must(await served.call('register/provider', renamed));
    expect(moved.row).toMatchObject({ key: 'beult cabs', fleet: 6, drivers: 1, vehicles: 1 });
    expect((await served.call('register/provider', { key })).ok).toBe(false);
    const named = store().contracts.providers()[0] ?? '';
    const own = must(await served.call('register/providers', {})).rows.find(({ name }) => name === named); // prettier-ignore
    const refused = await served.call('register/save-provider', { ...given, key: own?.key ?? '', name: 'Other' }); // prettier-ignore
    const contracts = store()
      .contracts.all()
      .filter(({ provider }) => provider === named).length;
    expect(refused).toMatchObject({ ok: false, error: { code: 'contracts_name_it', details: { contracts } } }); // prettier-ignore
    const wrong = await served.call('register/save-provider', { ...given, key: own?.key ?? '', name: 'Other', with_contracts: contracts + 1 }); // prettier-ignore
    expect(wrong).toMatchObject({ ok: false, error: { code: 'contracts_name_it' } });
    const notices = store().notices.standing().length;
    const plan =
      store()
        .plans.current()
        ?.routes.some(({ provider }) => provider === named) ?? false;
    const elsewhere = nameElsewhere(store(), named);
    must(await served.call('register/save-provider', { ...given, key: own?.key ?? '', name: 'Other', fleet: [], with_contracts: contracts })); // prettier-ignore
    // What names it today is renamed with it; what it bid keeps its name, and so does the invitation beside it.
    expect(elsewhere()).toEqual({ claim: 'Other', clause: 'Other', contact: 'Other', invited: ['Other', named], trial: plan ? false : null }); // prettier-ignore
    expect(
      knownName(store(), defined(store().lots.tenderByRef('T2026-08'), 'a tender').id)(` ${named}`),
    ).toBe('Other');
    expect(store().providerNames.today()(named)).toBe('Other');
    const { rows } = must(await served.call('history/page', { filter: { field: 'provider' }, offset: 0, limit: 400 })); // prettier-ignore
    expect(new Set(rows.filter(({ to }) => to === 'Other').map(({ entity }) => entity))).toEqual(new Set(['contract', 'claim', 'index_clause', 'contact', 'tender', 'worker', 'vehicle'])); // prettier-ignore
    const all = () =>
      store()
        .contracts.all()
        .map(({ provider }) => provider);
    expect(all().filter((name) => name === 'Other')).toHaveLength(contracts);
    expect(all()).not.toContain(named);
    const routes = () => store().plans.current()?.routes.filter(({ provider }) => provider === named || provider === 'Other') ?? []; // prettier-ignore
    expect(routes().map(({ provider }) => provider)).not.toContain(named);
    // The same provider by another name: nobody is told of a change.
    expect(store().notices.standing()).toHaveLength(notices);
    const { undo } = store().undo.list(5);
    must(store().undo.toggle(defined(undo, 'an undo').change_id, 'Test'));
    expect(all().filter((name) => name === named)).toHaveLength(contracts);
    expect(routes().map(({ provider }) => provider)).not.toContain('Other');
    expect(elsewhere()).toEqual({ claim: named, clause: named, contact: named, invited: [named, named], trial: plan ? true : null }); // prettier-ignore
    expect(store().providerNames.today()('Other')).toBe(named);
    expect(store().notices.standing()).toHaveLength(notices);
    must(await served.call('register/save-provider', { ...given, key: renamed.key }));
    const gone = must(await served.call('register/save-provider', { ...given, key, fleet: [] }));
    expect(must(await served.call('register/provider', gone)).fleet).toEqual([]);
  });
});

describe('an assignment', () => {
  it('replaces whoever has the role from a day on, blocks while out of date, and is undone', async () => {
    const contract = defined(
      store().contracts.all().find(({ starts_on, ends_on }) => starts_on < TEST_DAY && ends_on > '2027-01-01'), // prettier-ignore
      'a running contract',
    );
    const contract_id = contract.id;
    const before = must(await served.call('register/crew', { contract_id }));
    const driver = defined(
      before.lines.find(({ role }) => role === 'driver'),
      'a driver',
    );
    const { id: subject_id } = must(
      await served.call('register/save-person', {
        ...PERSON,
        name: 'Late Comer',
        provider: contract.provider,
        badge_number: '5555',
        badge_expires_on: isoDate('2026-08-01'),
      }),
    );
    const { workers } = must(await served.call('register/candidates', { contract_id, all: false }));
    expect(workers.find(({ id }) => id === subject_id)).toMatchObject({
      out_of_date: 1,
      routes: 0,
    });
    const asked = { contract_id, role: 'driver', subject_id, from_on: TEST_DAY, to_on: null, instead: true } as const; // prettier-ignore
    // Today: whoever knew the driver before is to be told first, or the change goes on with a reason.
    const held = await served.call('register/assign', asked);
    expect(held).toMatchObject({ ok: false, error: { code: 'notices_open' } });
    expect(must(await served.call('register/crew', { contract_id })).lines).toEqual(before.lines);
    const notices = { reason: 'The driver was taken ill.', effective_on: null };
    const crew = must(await served.call('register/assign', { ...asked, notices }));
    const now = crew.lines.filter(({ role, is_on }) => role === 'driver' && is_on);
    expect(now.map(({ who }) => who)).toEqual(['Late Comer']);
    expect(crew.lines.find(({ id }) => id === driver.id)).toMatchObject({ to_on: '2026-08-09', is_on: false }); // prettier-ignore
    expect(crew.gaps).toContainEqual({ text: 'Late Comer: badge out of date since 2 Aug 2026.', blocks: true }); // prettier-ignore
    const again = await served.call('register/assign', asked);
    expect(again).toMatchObject({ ok: false, error: { code: 'not_complete' } });
    const { items } = must(await served.call('undo/list', { limit: 5 }));
    must(await served.call('undo/toggle', { change_id: items[0]?.change_id ?? 0 }));
    const back = must(await served.call('register/crew', { contract_id }));
    expect(back.lines).toEqual(before.lines);
  });

  it('is refused as what the person is not registered for, and after the contract', async () => {
    const { id: contract_id, ends_on } = defined(store().contracts.all().find((each) => each.ends_on > TEST_DAY), 'a contract'); // prettier-ignore
    const aide = defined(store().register.workers().find(({ role }) => role === 'assistant'), 'an assistant'); // prettier-ignore
    const wrong = await served.call('register/assign', {
      contract_id,
      role: 'driver',
      subject_id: aide.id,
      from_on: isoDate('2099-01-01'),
      to_on: isoDate('2098-01-01'),
      instead: false,
    });
    expect(ends_on < '2099-01-01').toBe(true);
    expect(wrong.ok ? [] : wrong.error.details?.['problems']).toEqual([
      'The last day lies before the first.',
      'The contract has ended by then.',
      `${aide.name} is on the register as a passenger assistant, not as a driver.`,
    ]);
  });
});
