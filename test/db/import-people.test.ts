/** The register of providers, people and vehicles from a council's lists: what is taken, what is told, what never changes. */
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Store } from '../../db/store.ts';
import { exportRegister } from '../../electron/jobs/export-register.ts';
import { previewImport } from '../../electron/jobs/import/preview-import.ts';
import type { InputFile } from '../../electron/files/input-file.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import { countsOf, csvFile, importInto, SUMMER, tryImport } from '../helpers/imports.ts';
import { registerOf } from '../helpers/register-content.ts';
import { addPlaces, BY_TEST, CONTRACT, madeFolder, madeStore } from './made-store.ts';

const folder = madeFolder();
afterAll(folder.cleanUp);
let made = 0;

function freshStore(): Store {
  const store = madeStore(join(folder.path, `${++made}.kerbside`));
  addPlaces(store);
  store.write(BY_TEST, () => store.contracts.upsertMany([CONTRACT]));
  return store;
}

const PROVIDERS = csvFile(
  'Providers.csv',
  'Operator,DPS lot,Areas covered,Contact name,Tel,E-mail',
  'BEULT PRIVATE HIRE LTD,8 seats and fewer,Maidstone,Ann Hill,01622 111111,a@beult.example',
  'Swale Minibuses,PSV,All areas,,,',
);
const FLEETS = csvFile(
  'Fleet.csv',
  'Operator,Vehicle type,No of vehicles,Areas',
  'Beult Private Hire,Taxi,6,Maidstone',
  'Beult Private Hire,Minibus,2,',
  'Swale Minibuses,Accessible minibus,3,All',
);
const PEOPLE = csvFile(
  'Drivers and PAs.csv',
  'Staff no,Full name,Driver/PA,Company,Licensing authority,Badge no,Badge expiry,Enhanced DBS,First aid expiry,Competencies',
  'D1,Jo Marsh,Driver,Beult Private Hire,Maidstone,4411,31/03/2027,01/03/2025,01/01/2027,Harness',
  ',Al Reed,Driver,Beult Private Hire Limited,Maidstone,4412,30/04/2027,02/02/2025,,',
  ',Sam Frost,PA,Swale Minibuses,,,,05/05/2025,,MiDAS; Moving & handling',
);
const COMPETENCES = csvFile(
  'Training.csv',
  'Name,Company,Badge number,Licensing authority,Course,Date completed,Valid until',
  'Jo Marsh,Beult Private Hire,4411,Maidstone,Epilepsy rescue,01/09/2025,31/08/2027',
  'Sam Frost,Swale Minibuses,,,PEG,01/02/2026,',
);
const VEHICLES = csvFile(
  'Vehicles.csv',
  'Reg,Operator,Type,Make and model,Plate no,Plate expiry,MOT due,Insured until,LOLER date,SWL,Restraint limit,Layouts',
  'gk19abc,Beult Private Hire,Minibus,Ford Transit,117,31/03/2027,14/01/2027,31/12/2026,,,,12+0',
  'GN68 XYZ,Swale Minibuses,Accessible minibus,Peugeot Boxer,,,20/02/2027,31/12/2026,20/05/2026,300kg,250 kg,8+0; 4+2',
);
const ASSIGNMENTS = csvFile(
  'Assignments.csv',
  'Contract number,Role,Name,Company,Vehicle reg,From',
  'C1,Driver,Jo Marsh,Beult Private Hire,GK19 ABC,01/09/2025',
  'C1,Cover,Al Reed,Beult Private Hire,,01/09/2025',
);
const ALL: readonly InputFile[] = [PROVIDERS, FLEETS, PEOPLE, COMPETENCES, VEHICLES, ASSIGNMENTS];

describe('lists of the register', () => {
  it('are taken with the headings that councils write', async () => {
    const store = freshStore();
    const report = await importInto(store, 'register', ALL);
    expect(report.rows).toEqual([]);
    expect(countsOf(report)).toMatchObject({ read: 14, added: 14, changed: 0, refused: 0 });
    const { register } = store;
    expect(register.providers()).toMatchObject([
      { name: 'Beult Private Hire', framework: '8 seats and fewer', districts: ['E07000110'], phone: '01622 111111' }, // prettier-ignore
      { name: 'Swale Minibuses', districts: [] },
    ]);
    expect(register.fleets()).toEqual([
      { provider: 'Beult Private Hire', vehicle_class: 'minibus', count: 2, districts: [] },
      { provider: 'Beult Private Hire', vehicle_class: 'taxi', count: 6, districts: ['E07000110'] },
      { provider: 'Swale Minibuses', vehicle_class: 'accessible_minibus', count: 3, districts: [] },
    ]);
    const jo = register.workers().find(({ name }) => name === 'Jo Marsh');
    expect(jo).toMatchObject({ ref: 'D1', role: 'driver', badge_expires_on: '2027-03-31', dbs_on: '2025-03-01' }); // prettier-ignore
    expect(register.competencesOf(jo?.id ?? 0)).toMatchObject([
      { competence: 'First aid', expires_on: '2027-01-01' },
      { competence: 'Harness', expires_on: null },
      { competence: 'Rescue medication', issued_on: '2025-09-01', expires_on: '2027-08-31' },
    ]);
    expect(register.workers().map(({ ref }) => ref)).toContain('MAIDSTONE 4412');
    expect(register.vehicles()).toMatchObject([
      { mark: 'GK19 ABC', vehicle_class: 'minibus', layouts: ['12+0'] },
      { mark: 'GN68 XYZ', lift_limit_kg: 300, tie_down_limit_kg: 250, layouts: ['8+0', '4+2'] },
    ]);
    expect(register.assignments().map(({ role }) => role)).toEqual(['driver', 'vehicle', 'cover']);
    store.close();
  });

  it('change nothing the second time, and lose nothing to a list that says less', async () => {
    const store = freshStore();
    await importInto(store, 'register', ALL);
    const before = registerOf(store);
    const again = await importInto(store, 'register', ALL);
    expect(again).toMatchObject({ added: 0, changed: 0, unchanged: 14 });
    await importInto(store, 'register', [csvFile('fewer.csv', 'Reg,MOT', 'GK19 ABC,')]);
    expect(registerOf(store)).toEqual(before);
    store.close();
  });

  it('give one store in any order, together or one by one', async () => {
    const store = freshStore();
    await importInto(store, 'register', ALL);
    const expected = registerOf(store);
    store.close();
    for (const order of [
      [5, 4, 3, 2, 1, 0],
      [3, 1, 4, 0, 2, 5],
    ]) {
      const together = freshStore();
      await importInto(together, 'register', order.map((at) => ALL[at] ?? PEOPLE)); // prettier-ignore
      expect(registerOf(together)).toEqual(expected);
      together.close();
    }
    // Assignments need people and vehicles; every other list may come first.
    const apart = freshStore();
    for (const file of [COMPETENCES, VEHICLES, PEOPLE, FLEETS, PROVIDERS, ASSIGNMENTS])
      await importInto(apart, 'register', [file]);
    expect(registerOf(apart)).toEqual(expected);
    apart.close();
  });

  it('take a provider’s spelling from the contracts, whichever comes first', async () => {
    const store = madeStore(join(folder.path, `${++made}.kerbside`));
    addPlaces(store);
    await importInto(store, 'register', [PROVIDERS, VEHICLES]);
    expect(store.register.vehicles()[0]?.provider).toBe('BEULT PRIVATE HIRE LTD');
    await importInto(store, 'contracts', [
      csvFile('contracts.csv', 'Contract,Operator,Daily rate,Client ref', 'C1,Beult Private Hire,100,K1'), // prettier-ignore
    ]);
    expect(store.register.vehicles()[0]?.provider).toBe('Beult Private Hire');
    expect(store.register.providers()[0]?.name).toBe('Beult Private Hire');
    store.close();
  });
});

describe('the workbook of the register', () => {
  it('imports back unchanged, here and into an empty store', async () => {
    const store = freshStore();
    await importInto(store, 'register', ALL);
    const before = registerOf(store);
    const { bytes, name } = await exportRegister(store, SUMMER);
    const file = { name, source: { bytes } };
    const again = await importInto(store, 'register', [file]);
    expect(again).toMatchObject({ added: 0, changed: 0, refused: 0, warnings: 0 });
    expect(registerOf(store)).toEqual(before);
    const empty = freshStore();
    await importInto(empty, 'register', [file]);
    expect(registerOf(empty)).toEqual(before);
    empty.close();
    store.close();
  });
});

describe('what is wrong with a row', () => {
  it.each([
    [
      'a badge used twice',
      [
        'Name,Company,Licensing authority,Badge no',
        'Jo Marsh,Beult Private Hire,Maidstone,4411',
        'Al Reed,Beult Private Hire,Maidstone,4411',
      ],
      ['badge_twice', 'badge_twice'],
    ],
    [
      'a competence that runs out before it was issued',
      [
        'Name,Company,Course,Issued,Expires',
        'Jo Marsh,Beult Private Hire,Harness,01/09/2026,31/08/2026',
        'Jo Marsh,Beult Private Hire,Oxygen,,',
      ],
      ['expires_before_issue', 'person_not_listed'],
    ],
    [
      'a competence that nobody names',
      [
        'Name,Company,Course',
        'Jo Marsh,Beult Private Hire,Juggling',
        'Jo Marsh,Beult Private Hire,Oxygen',
      ],
      ['competence_not_known', 'person_not_listed'],
    ],
    [
      'a provider that nobody knows',
      ['Reg,Operator,MOT due', 'GK19 ABC,Beult Coaches,14/01/2027'],
      ['provider_not_known'],
    ],
    [
      'a class that is not on the rate card',
      [
        'Operator,Vehicle type,No of vehicles',
        'Beult Private Hire,Hovercraft,2',
        'Beult Private Hire,Taxi,2',
      ],
      ['class_not_known'],
    ],
    [
      'two MOTs of one vehicle',
      [
        'Reg,Operator,MOT due',
        'GK19 ABC,Beult Private Hire,14/01/2027',
        'GK19 ABC,Beult Private Hire,14/01/2026',
      ],
      ['mot_twice', 'mot_twice'],
    ],
    [
      'a lift examined on a day that lies ahead',
      ['Reg,Operator,LOLER date', 'GK19 ABC,Beult Private Hire,14/01/2027'],
      ['date_ahead'],
    ],
    [
      'an assignment to a contract that is not there',
      ['Contract,Name,Company', 'C9,Jo Marsh,Beult Private Hire', 'C1,Jo Marsh,Beult Private Hire'],
      ['contract_not_known', 'person_not_known', 'person_not_known'],
    ],
  ] as const)('%s is named', async (_what, lines, codes) => {
    const store = freshStore();
    const report = await tryImport(store, 'register', [csvFile('list.csv', ...lines)]);
    const rows = report.ok ? report.value.rows : (report.error.details?.['rows'] as readonly { code: string }[]); // prettier-ignore
    expect(rows.map(({ code }) => code)).toEqual(codes);
    store.close();
  });

  it('keeps the people of a badge used twice without it, and the earlier of two MOTs', async () => {
    const store = freshStore();
    await importInto(store, 'register', [
      csvFile('people.csv', 'Name,Company,Licensing authority,Badge no', 'Jo Marsh,Beult Private Hire,Maidstone,4411', 'Al Reed,Beult Private Hire,Maidstone,4411'), // prettier-ignore
      csvFile('vehicles.csv', 'Reg,Operator,MOT due', 'GK19 ABC,Beult Private Hire,14/01/2027', 'gk19 abc,Beult Private Hire,14/01/2026'), // prettier-ignore
    ]);
    expect(store.register.workers().map(({ badge_number }) => badge_number)).toEqual(['', '']);
    expect(store.register.vehicles().map((each) => each.mot_expires_on)).toEqual(['2026-01-14']);
    store.close();
  });

  it('keeps what an officer corrected against the file that still has the old value', async () => {
    const store = freshStore();
    await importInto(store, 'register', [VEHICLES]);
    const mot_expires_on = isoDate('2027-02-01');
    store.write({ who: 'S Clarke', why: 'hand' }, () =>
      store.register.upsertVehicles([{ mark: 'GK19 ABC', mot_expires_on }]),
    );
    await importInto(store, 'register', [VEHICLES]);
    expect(store.register.vehicles()[0]?.mot_expires_on).toBe('2027-02-01');
    const newer = csvFile(
      'new.csv',
      'Reg,Operator,MOT due',
      'GK19 ABC,Beult Private Hire,01/03/2028',
    );
    await importInto(store, 'register', [newer]);
    expect(store.register.vehicles()[0]?.mot_expires_on).toBe('2028-03-01');
    store.close();
  });

  it('refuses a file that is none of the lists', async () => {
    const store = freshStore();
    const answer = await tryImport(store, 'register', [csvFile('x.csv', 'Colour,Weight', 'red,1')]);
    expect(answer).toMatchObject({ ok: false, error: { code: 'headings_not_understood' } });
    store.close();
  });
});

describe('the preview', () => {
  it.each(ALL.map((file) => [file.name, file] as const))(
    'knows %s for a list',
    async (_name, file) => {
      const store = freshStore();
      const seen = await previewImport(store, { kind: null, files: [file], mapping: null });
      expect(seen).toMatchObject({ ok: true, value: { kind: 'register', missing: [] } });
      store.close();
    },
  );
});
