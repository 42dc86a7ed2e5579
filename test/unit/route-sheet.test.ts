import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { guardWords, secretsOf } from '../../shared/casework/sheets/guard.ts';
import { routeSheet, type SheetFacts } from '../../shared/casework/sheets/route-sheet.ts';
import { NO_CREW } from '../../shared/service/papers/crew.ts';
import { stopAddress } from '../../shared/casework/stop-address.ts';
import { sheetName, sheetStop } from '../../shared/casework/sheets/sheet-stop.ts';
import type { Client } from '../../shared/model/client.ts';
import { ROUTE_FIELDS, STOP_FIELDS } from '../../shared/model/route-sheet.ts';
import type { TifAnswers } from '../../shared/model/tif.ts';
import { someClient, someContract, someSchool, someStop } from '../helpers/cost-facts.ts';
import { someAddress } from '../helpers/random-weeks.ts';
import { madeRoute } from '../db/made-store.ts';

const NO_SECRETS = { surnames: [], values: [] };
const made = (given: Partial<Client>, answers: TifAnswers = {}, may_show = false) => {
  const client = someClient(1, { forename: 'Ada', surname: 'Quillfeather', ...given });
  const secrets = secretsOf(client, [client], []);
  const at = stopAddress(client, 'home', { addresses: [], second: null });
  return sheetStop({ client, stop: someStop(1), at, answers, secrets, may_show });
};

/** What a provider's sheet never carries: Client Transport's list. */
const HELD: readonly (readonly [string, string])[] = [
  ['As in the EHCP, section F', 'the EHCP'],
  ['Free school meals on the bus', 'income'],
  ['Family is on Universal Credit', 'income'],
  ['Goes to mosque on Fridays', 'religion or belief'],
  ['The foster carer meets them', 'care status'],
  ['Looked-after child, ring the social worker', 'care status'],
  ['Autistic, dislikes noise', 'a diagnosis'],
  ['ADHD: cannot wait', 'a diagnosis'],
  ['Not to sit with the boy from Ashford', 'why children are kept apart'],
];

describe('words on a sheet', () => {
  it.each(HELD)('%s: held back for %s', (words, says) => {
    expect(guardWords(words, NO_SECRETS).held).toContain(says);
    expect(guardWords(words, NO_SECRETS).text).toBe('');
  });

  it.each([
    'Loud noise; ear defenders help',
    'Met by parent. Careful with the door',
    'A seizure of five minutes, or as the plan says',
    'At the end of the lane, beside the post box',
    'Take to the grandparents, address with the office',
    'Same crew, assistant beside the client, seat away from the door',
  ])('%s: printed as it is', (words) => {
    expect(guardWords(words, NO_SECRETS)).toEqual({ text: words, held: [] });
  });

  it('let a diagnosis stand in emergency steps, and nothing else', () => {
    expect(guardWords('Cerebral palsy: spasm over a minute', NO_SECRETS, 'emergency').held).toEqual(
      [],
    );
    expect(guardWords('Foster carer has the key', NO_SECRETS, 'emergency').held).toEqual([
      'care status',
    ]);
  });

  it('turn surnames of anybody aboard into initials, in any case and within punctuation', () => {
    const secrets = { surnames: ['O’Neill-Smith', 'Ng'], values: [] };
    expect(guardWords('Jane O’NEILL-SMITH (mother), not Ngaio', secrets).text).toBe(
      'Jane O. (mother), not Ngaio',
    );
  });

  it('hold back whatever the record keeps private of this child, and who may not travel with them', () => {
    const client = someClient(1, { religion_or_belief: 'Quaker', not_with: ['C-9'] });
    const secrets = secretsOf(
      client,
      [client],
      [someClient(9, { forename: 'Bo', surname: 'Okafor' })],
    );
    expect(guardWords('Quaker family', secrets).held).toEqual(['religion or belief']);
    expect(guardWords('Away from Bo Okafor please', secrets).held).toEqual([
      'why children are kept apart',
    ]);
    expect(guardWords('Away from C-9', secrets).held).toEqual(['why children are kept apart']);
  });
});

describe('a child on a sheet', () => {
  it('is a first name and an initial', () => {
    expect(sheetName({ forename: ' Ada ', surname: 'quill' })).toBe('Ada Q.');
    expect(sheetName({ forename: 'Ada', surname: '' })).toBe('Ada');
    expect(sheetName({ forename: '', surname: 'Quill' })).toBe('Ring the office.');
  });

  it('has a protected address only where an officer said so', () => {
    const home = {
      home_address: '1 Secret Lane',
      postcode: 'ME1 1AA',
      phone: '01632 960001',
      protected_address: true,
    };
    expect(made(home).stop).toMatchObject({ address: 'Ring the office.', ring: '' });
    expect(JSON.stringify(made(home))).not.toContain('Secret');
    expect(made(home, {}, true).stop).toMatchObject({
      address: '1 Secret Lane, ME1 1AA',
      ring: '01632 960001',
    });
  });

  it('has emergency steps, and a pointer to the office where only a need is known', () => {
    const steps = {
      rescue_name: 'Buccal midazolam',
      rescue_dose: '5 mg',
      rescue_when: 'A seizure of five minutes',
      without_trained: 'no',
    };
    expect(made({ rescue_medication: true, medical: 'Epilepsy' }, steps).stop.emergency).toBe(
      'Buccal midazolam 5 mg: A seizure of five minutes. Given only by the assistant trained for it. Ring 999, then the office.',
    );
    expect(made({ rescue_medication: true }).stop.emergency).toMatch(
      /Ring the office for the steps/,
    );
    const pointed = made({ medical: 'Prader-Willi syndrome' }).stop;
    expect(pointed.emergency).toMatch(/Ring the office before the first run/);
    expect(JSON.stringify(pointed)).not.toContain('Prader');
    expect(made({}).stop.emergency).toBe('');
  });

  it('says seat, restraint and chair', () => {
    const chair = {
      mobility: 'wheelchair_travels',
      wheelchair: 'Zippie 2',
      occupied_weight_kg: 71.6,
    } as const;
    expect(made(chair, { crash_tested: 'yes', headrest: 'yes' }).stop.seat).toBe(
      'Travels in the wheelchair, tied down. Zippie 2, 72 kg with the child, crash tested. Headrest',
    );
    expect(made({ mobility: 'walks', equipment: 'Harness, medium' }).stop.seat).toBe(
      'Seat with belt. Harness, medium',
    );
  });

  it('names held-back fields to the office and prints who to ask in their place', () => {
    const found = made(
      {},
      { triggers: 'Autistic, dislikes noise', behaviour_what: 'Say hello first' },
    );
    expect(found.stop.support).toBe('Say hello first. Ring the office');
    expect(found.held).toEqual([{ ref: 'C-1', field: 'support', says: ['a diagnosis'] }]);
  });
});

const facts = (clients: readonly Client[], given: Partial<SheetFacts> = {}): SheetFacts => ({
  plan: { id: 7, status: 'approved' },
  violations: [],
  contract: someContract(1),
  not_confirmed: 0,
  school: someSchool(1, { name: 'Oakley School' }),
  schoolOf: () => null,
  vehicle_name: 'Minibus',
  client: (id) => clients.find((each) => each.id === id) ?? null,
  address: () => null,
  byRef: (ref) => clients.find((each) => each.ref === ref) ?? null,
  answers: () => ({}),
  office: '01632 960000',
  crew: NO_CREW,
  shown: [],
  ...given,
});

describe('a sheet', () => {
  it('carries the listed fields and no other, each with a source', () => {
    const { content } = routeSheet(
      madeRoute('R1', [1, 2], 1),
      facts([someClient(1), someClient(2)]),
    );
    expect(Object.keys(content.route)).toEqual(Object.keys(ROUTE_FIELDS));
    for (const stop of content.stops) expect(Object.keys(stop)).toEqual(Object.keys(STOP_FIELDS));
    for (const { source } of Object.values({ ...ROUTE_FIELDS, ...STOP_FIELDS }))
      expect(source).toMatch(/list|contract/);
    expect(content.warnings).toEqual([]);
  });

  it('names every school of a shared route in the order of its calls, and each child’s own', () => {
    const names = new Map([[1, 'Oakley School'], [2, 'Harbour School']]); // prettier-ignore
    const route = madeRoute('R1', [1, 2], 1);
    const calls = [
      { school_urn: 1, arrive_s: 31_200, depart_s: 55_800, home_order: 2 },
      { school_urn: 2, arrive_s: 31_800, depart_s: 55_200, home_order: 1 },
    ];
    const stops = route.stops.map((stop, at) => ({ ...stop, school_urn: at + 1 }));
    const { content } = routeSheet(
      { ...route, school_urn: 2, calls, stops },
      facts([someClient(1), someClient(2)], {
        schoolOf: (urn) => someSchool(urn, { name: names.get(urn) ?? '' }),
      }),
    );
    expect(content.route).toMatchObject({
      school: 'Oakley School; then Harbour School',
      arrive: '08:40 Oakley School, 08:50 Harbour School',
      depart: '15:20 Harbour School, 15:30 Oakley School',
    });
    expect(content.stops.map((stop) => stop.at_school)).toEqual([
      'To Oakley School',
      'To Harbour School',
    ]);
  });

  it('warns of a draft, an unconfirmed contract and broken rules, without saying who is kept apart', () => {
    const broken = (code: string, text: string) => ({
      code,
      text,
      severity: 'broken' as const,
      route_ref: 'R1',
      client_id: 1,
    });
    const { content } = routeSheet(
      madeRoute('R1', [1], 1),
      facts([someClient(1, { surname: 'Quill' })], {
        plan: { id: 7, status: 'draft' },
        contract: someContract(1, { confirmed: false }),
        violations: [
          broken('arrives_late', 'C-1 arrives late on R1.'),
          broken('not_with', 'C-1 and C-2 may not travel together.'),
        ],
      }),
    );
    expect(content.warnings).toEqual([
      'Draft plan: do not run from this sheet until it is approved.',
      'The contract is not confirmed yet.',
      'Ada Q. arrives late on R1.',
      'The check of this route found 1 broken rule: ring the office before you run it.',
    ]);
  });

  it('says of whom the provider has not confirmed that it carries them', () => {
    const { content } = routeSheet(madeRoute('R1', [1], 1), facts([someClient(1)], { not_confirmed: 1 })); // prettier-ignore
    expect(content.warnings).toEqual(['You have not confirmed 1 child of this sheet yet: do so before you run it.']); // prettier-ignore
  });

  it('prints another address on its own days, and not whose it is', () => {
    const foster = someAddress(12, { kind: 'foster', address: '2 Far Lane', postcode: 'ME15 1AA' });
    const client = someClient(1, { home_address: '1 Near Road', postcode: 'ME14 1XX' });
    const route = madeRoute('R1', [1, 1], 1);
    const days = [
      { place: 'home', mornings: 7, afternoons: 15 },
      { place: 'address 12', mornings: 24, afternoons: 0 },
    ];
    const stops = route.stops.map((stop, at) => ({ ...stop, ...days[at] }));
    const { content } = routeSheet(
      { ...route, stops },
      facts([client], {
        address: ({ place }) => stopAddress(client, place, { addresses: [foster], second: null }),
      }),
    );
    expect(content.stops.map((stop) => [stop.address, stop.days])).toEqual([
      ['1 Near Road, ME14 1XX', 'To school Mon, Tue, Wed only. Home Mon, Tue, Wed, Thu only'],
      ['2 Far Lane, ME15 1AA', 'To school Thu, Fri only'],
    ]);
    expect(content.stops[1]?.home_time).toBe('Not brought here');
    expect(JSON.stringify(content).toLowerCase()).not.toContain('foster');
  });

  it('never lets a private value through, wherever a family wrote it', () => {
    const secret = fc.constantFrom(
      'Zoroastrian',
      'Kinvara House',
      'Pupil grant XQ',
      'Named in part two',
      'Quillfeather',
    );
    const noise = fc.constantFrom('meets them', 'at the gate', 'please', '(mother)', 'from');
    const text = fc.tuple(noise, secret, noise).map((parts) => parts.join(' '));
    const fields = [
      'handover',
      'triggers',
      'behaviour_what',
      'risk_controls',
      'nobody_in',
      'school_staff',
      'school_bay',
      'access_where',
      'access_notes',
      'rescue_name',
      'rescue_when',
      'walking_aid',
      'equipment',
      'wheelchair',
    ] as const;
    fc.assert(
      fc.property(
        fc.constantFrom(...fields),
        text,
        fc.constantFrom('walks_with_aid' as const, 'wheelchair_travels' as const),
        (field, words, mobility) => {
          const client = someClient(1, {
            surname: 'Quillfeather',
            religion_or_belief: 'Zoroastrian',
            care_status: 'Kinvara House',
            low_income_basis: 'Pupil grant XQ',
            section_i: 'Named in part two',
            rescue_medication: true,
            mobility,
            handover: field === 'handover' ? words : '',
            equipment: field === 'equipment' ? words : '',
            wheelchair: field === 'wheelchair' ? words : '',
          });
          const answers = { access: 'walk', rescue_name: 'x', rescue_when: 'y', [field]: words };
          const { content } = routeSheet(
            madeRoute('R1', [1], 1),
            facts([client], { answers: () => answers }),
          );
          const printed = JSON.stringify(content).toLowerCase();
          for (const value of ['zoroastrian', 'kinvara', 'xq', 'part two', 'quillfeather'])
            expect(printed).not.toContain(value);
        },
      ),
    );
  });
});
