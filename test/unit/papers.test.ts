import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { isoDate } from '../../shared/calendar/dates.ts';
import { LETTER_TEXTS } from '../../shared/costing/letter-texts.ts';
import {
  fieldsNamed,
  fieldsOfKind,
  TOLD_FIELDS,
  TRANSPORT_LETTERS,
} from '../../shared/model/letter.ts';
import { PAPER_KINDS } from '../../shared/model/paper.ts';
import { STOP_FIELDS, type SheetStop } from '../../shared/model/route-sheet.ts';
import {
  ALLOWED_PAPERS,
  FAMILY_FIELDS,
  SCHOOL_FIELDS,
} from '../../shared/service/papers/allowed.ts';
import { NO_CREW } from '../../shared/service/papers/crew.ts';
import { noteWords, whyDestroy } from '../../shared/service/papers/destroy.ts';
import { schoolList, type SchoolListFacts } from '../../shared/service/papers/school-list.ts';
import { staleSchoolList, staleSheet, staleTold } from '../../shared/service/papers/stale.ts';
import {
  NOTHING_TOLD,
  transportFacts,
  transportLetter,
  type LastTold,
  type TransportCase,
} from '../../shared/service/papers/transport-letters.ts';
import type { LackCode } from '../../shared/service/transport-details.ts';
import { someClient, someStop } from '../helpers/cost-facts.ts';
import { contentOf } from '../db/sheets-writes.ts';
import { madeRoute } from '../db/made-store.ts';

const ON = isoDate('2026-08-10');
const FIRST = isoDate('2026-08-24');
const TOLD = { ...NOTHING_TOLD, first_day: '3 Sep 2026', provider: 'Swift', vehicle: 'Taxi', route: 'R1', pick_up: '08:00', pick_up_place: '1 High Street', arrive: '08:40', assistant: 'no' }; // prettier-ignore
const READY = { client_id: 1, protected_address: false, social_worker: false, told: TOLD, fields: {} as never }; // prettier-ignore
const lacking = (...codes: LackCode[]) => ({ client_id: 1, ref: 'A1', name: 'Ada', lacks: [], codes }); // prettier-ignore
const lastOf = (kind: LastTold['kind'], told = TOLD): LastTold => ({ id: 12, kind, told });
const due = (given: Partial<TransportCase>, on = ON) =>
  transportLetter({ details: READY, last: null, first_day: FIRST, awarded: true, ...given }, { on, arranging_days: 21 }); // prettier-ignore

describe('what each paper may say', () => {
  it('is listed for every kind, each field with words and a source', () => {
    expect(Object.keys(ALLOWED_PAPERS).toSorted()).toEqual([...PAPER_KINDS].toSorted());
    for (const { fields, reader } of Object.values(ALLOWED_PAPERS)) {
      expect(reader).not.toBe('');
      expect(Object.keys(fields).length).toBeGreaterThan(5);
      for (const { label, source } of Object.values(fields)) {
        expect(label).not.toBe('');
        expect(source.length).toBeGreaterThan(15);
      }
    }
  });

  it('holds no address, need or care for a school, and no reference of the council', () => {
    expect(Object.keys(SCHOOL_FIELDS).join(' ')).not.toMatch(/address|need|care|ref\b|phone|ring|support/); // prettier-ignore
    expect(Object.keys(FAMILY_FIELDS)).toEqual(expect.arrayContaining(Object.keys(TOLD_FIELDS)));
  });

  it('wordings of letters about transport name only what such a letter can fill', () => {
    for (const kind of TRANSPORT_LETTERS)
      for (const field of fieldsNamed(LETTER_TEXTS[`letter_${kind}`]))
        expect(fieldsOfKind(kind)).toContain(field);
  });
});

describe('the letter a family is due', () => {
  it.each<readonly [string, Partial<TransportCase>, string | null, string]>([
    ['confirmed, never told', {}, 'transport_details', 'first'],
    ['confirmed, told so', { last: lastOf('transport_details') }, null, ''],
    ['confirmed, told otherwise', { last: lastOf('transport_details', { ...TOLD, pick_up: '07:50' }) }, 'transport_changes', 'after letter 12'],
    ['changed back after a change', { last: lastOf('transport_changes', { ...TOLD, provider: 'Apex' }) }, 'transport_changes', 'after letter 12'],
    ['confirmed after it was being arranged', { last: lastOf('transport_arranging', NOTHING_TOLD) }, 'transport_details', 'after letter 12'],
    ['not confirmed, two weeks before', { details: lacking('not_confirmed') }, 'transport_arranging', 'first'],
    ['not confirmed, told of before', { details: lacking('no_route'), last: lastOf('transport_details') }, 'transport_arranging', 'after letter 12'],
    ['not confirmed, told so already', { details: lacking('no_route'), last: lastOf('transport_arranging', NOTHING_TOLD) }, null, ''],
    ['not confirmed and not awarded', { details: lacking('no_route'), awarded: false }, null, ''],
    ['not confirmed, first day not known', { details: lacking('no_route'), first_day: null }, null, ''],
    ['the address alone is missing', { details: lacking('address') }, null, ''],
  ])('%s', (_what, given, kind, about) => {
    const letter = due(given);
    expect(letter?.kind ?? null).toBe(kind);
    if (letter !== null) expect(letter.about).toBe(about);
  }); // prettier-ignore

  it('says that it is being arranged from so many days before the first on, and not a day sooner', () => {
    const details = lacking('not_let');
    expect(due({ details }, isoDate('2026-08-02'))).toBeNull();
    expect(due({ details }, isoDate('2026-08-03'))?.kind).toBe('transport_arranging');
    expect(due({ details }, isoDate('2026-09-30'))?.kind).toBe('transport_arranging');
  });

  it('is of transport only for whom a confirmed contract carries: anything missing never says it is arranged', () => {
    const codes: readonly LackCode[] = ['no_route', 'not_let', 'not_confirmed', 'not_this_child', 'address', 'name', 'office']; // prettier-ignore
    const lasts = [null, ...TRANSPORT_LETTERS.map((kind) => lastOf(kind))];
    fc.assert(
      fc.property(fc.subarray([...codes], { minLength: 1 }), fc.constantFrom(...lasts), fc.boolean(), (some, last, awarded) => {
        const letter = due({ details: lacking(...some), last, awarded });
        expect(letter?.kind ?? 'transport_arranging').toBe('transport_arranging');
        expect(transportFacts({ details: lacking(...some), last, first_day: FIRST }).transport_terms).toBeUndefined();
      }),
    ); // prettier-ignore
  });

  it('tells who, when, where; what changes with what it was; and why not, honestly', () => {
    const facts = transportFacts({ details: READY, last: lastOf('transport_details', { ...TOLD, pick_up: '07:50', driver: 'Al' }), first_day: FIRST }); // prettier-ignore
    expect(facts.transport_terms).toContain('- Who collects: Swift, Taxi\n');
    expect(facts.transport_terms).toContain('- Pick-up: 08:00, 1 High Street\n');
    expect(facts.transport_terms).not.toContain('Driver');
    expect(facts.transport_changed).toBe('- Driver: not said (before: Al)\n- Pick-up time: 08:00 (before: 07:50)'); // prettier-ignore
    const why = transportFacts({ details: lacking('not_let', 'address'), last: null, first_day: FIRST }); // prettier-ignore
    expect(why).toEqual({
      first_day: '24 Aug 2026',
      transport_why: 'we have planned a route, and have not yet found a company to run it.',
    });
  });
});

const stop = (name: string, given: Partial<SheetStop> = {}): SheetStop => ({
  ...(Object.fromEntries(Object.keys(STOP_FIELDS).map((key) => [key, ''])) as SheetStop),
  name,
  pick_up: '08:00',
  ...given,
});
const sheet = (stops: readonly SheetStop[], clients: readonly number[] = stops.map((_stop, at) => at)) => ({ content: { ...contentOf('R1'), stops }, clients }); // prettier-ignore

describe('a paper that has gone stale', () => {
  const ada = stop('Ada Q.');
  const bo = stop('Bo L.');
  it('says what, and who left and joined; nothing where all is as it was', () => {
    expect(staleSheet(sheet([ada, bo]), sheet([ada, bo]))).toEqual([]);
    expect(staleSheet(sheet([ada, bo], [1, 2]), sheet([{ ...bo, pick_up: '08:10' }, stop('Cy M.')], [2, 3]))).toEqual([
      { kind: 'left', words: 'Ada Q. is no longer on it' },
      { kind: 'changed', words: 'Bo L.: Pick-up 08:10, was 08:00' },
      { kind: 'joined', words: 'Cy M. joins' },
    ]); // prettier-ignore
  });

  it('tells children of one name apart, and goes by name on sheets of an earlier Kerbside', () => {
    expect(staleSheet(sheet([ada, ada], [1, 2]), sheet([ada], [2]))).toMatchObject([{ kind: 'left' }]); // prettier-ignore
    expect(staleSheet(sheet([ada, bo], []), sheet([ada, bo], [1, 2]))).toEqual([]);
    expect(staleSheet(sheet([ada, ada], []), sheet([ada], [1]))).toMatchObject([{ kind: 'left' }]);
    expect(staleSheet(sheet([ada, bo], [1, 2]), sheet([bo, ada], [2, 1]))).toEqual([
      { kind: 'changed', words: 'The stops are in another order' },
    ]);
  });

  it('never repeats an address, a number to ring or what is said of a child', () => {
    const was = stop('Ada Q.', { address: '1 High Street', ring: '01632 1', support: 'Sits alone', emergency: 'A' }); // prettier-ignore
    const now = stop('Ada Q.', { address: '9 Hush Row', ring: '01632 2', support: 'Sits in front', emergency: 'B' }); // prettier-ignore
    const words = staleSheet(sheet([was]), sheet([now])).map((each) => each.words).join('; '); // prettier-ignore
    expect(words).toContain('Pick-up place is another');
    expect(words).not.toMatch(/High|Hush|01632|Sits/);
    expect(staleTold(TOLD, { ...TOLD, pick_up_place: '9 Hush Row' })).toEqual([
      { kind: 'changed', words: 'Pick-up place is another' },
    ]);
    expect(staleTold(TOLD, null)).toMatchObject([{ kind: 'gone' }]);
  });

  it('asks for the sheet back only where its reader may not keep it', () => {
    const before = { recipient: 'Swift', clients: [1, 2], content: contentOf('R1') };
    const now = { recipient: 'Swift', clients: [1, 2, 3], version: 2 };
    expect(whyDestroy(before, now)).toBe('');
    expect(whyDestroy(before, { ...now, clients: [2] })).toBe('Version 2 replaces it; a child on it is no longer carried.'); // prettier-ignore
    expect(whyDestroy(before, { ...now, recipient: 'Apex' })).toBe('The route now runs for Apex.');
    const note = { id: 1, sheet_id: 1, route_ref: 'R1', version: 1, recipient: 'Swift', reason: 'The contract was handed back.', prepared_on: ON, prepared_by: 'S', told: null, destroyed: null }; // prettier-ignore
    expect(noteWords(note, '01632 960000')).toContain('Please destroy every copy');
  });
});

describe('a school’s list', () => {
  const ada = someClient(1, { forename: 'Ada', surname: 'Quillfeather', home_address: '9 Hush Row', postcode: 'ME1 1AA', medical: 'Epilepsy', care_status: 'Looked after' }); // prettier-ignore
  const bo = someClient(2, { forename: 'Bo', surname: 'Li' });
  const facts: SchoolListFacts = {
    school: 'Oakley School',
    office: '01632 960000',
    draft: false,
    client: (id) => (id === 1 ? ada : id === 2 ? bo : null),
    answers: (client) => (client.id === 1 ? { school_staff: 'Mr Dean', school_bay: '2' } : { school_staff: 'The autism base' }), // prettier-ignore
    vehicleName: () => 'Minibus',
    crew: () => NO_CREW,
    isInPlace: (id) => id === 1,
  };
  const route = { ...madeRoute('R1', [], 1), provider: 'Swift', confirmed: true, assistant: true, stops: [{ ...someStop(1), mornings: 0b00011 }, { ...someStop(1), place: 'second', mornings: 0b11100, afternoons: 0 }, someStop(2)] }; // prettier-ignore

  it('has one line a child and route with the listed fields alone, and never a home', () => {
    const { content, clients } = schoolList([route], facts);
    expect(clients).toEqual([1, 2]);
    for (const line of content.lines)
      expect(Object.keys(line).toSorted()).toEqual(Object.keys(SCHOOL_FIELDS).toSorted());
    expect(content.lines[0]).toMatchObject({ child: 'Ada Quillfeather', days: 'Mon to Fri', receives: 'Mr Dean, bay 2', assistant: 'Yes', confirmed: 'Yes' }); // prettier-ignore
    expect(content.lines[1]).toMatchObject({ receives: 'Ring the office.', confirmed: 'Not yet' });
    expect(JSON.stringify(content)).not.toMatch(/Hush|ME1|Epilepsy|Looked|second|autism/i);
  });

  it('says that a plan is a draft, and what changed since', () => {
    const before = schoolList([route], facts);
    const now = schoolList([{ ...route, stops: [someStop(2)], arrive_s: route.arrive_s + 600 }], { ...facts, draft: true }); // prettier-ignore
    expect(now.content.warnings).toHaveLength(1);
    const kinds = staleSchoolList(before, now).map(({ kind }) => kind);
    expect(kinds).toEqual(['left', 'changed', 'changed']);
    expect(staleSchoolList(before, before)).toEqual([]);
  });
});
