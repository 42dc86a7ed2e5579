import { describe, expect, it } from 'vitest';
import { addDays, isoDate } from '../../shared/calendar/dates.ts';
import { assistantNeeded } from '../../shared/casework/questions.ts';
import { tifComplete, tifSections } from '../../shared/casework/tif.ts';
import { checkForm, type TifGap } from '../../shared/casework/tif/check-form.ts';
import { compareAnswers } from '../../shared/casework/tif/compare.ts';
import { questionOf, TIF_FORM } from '../../shared/casework/tif/form.ts';
import { answerProblem, readAnswer } from '../../shared/casework/tif/read-answer.ts';
import {
  answersOfRecord,
  differencesFrom,
  patchOf,
} from '../../shared/casework/tif/record-answers.ts';
import { RECORD_FIELDS } from '../../shared/casework/tif/record-fields.ts';
import { signatureProblems } from '../../shared/casework/tif/signing.ts';
import { drawAnswers } from '../../shared/demo/tif-answers.ts';
import { defined } from '../../shared/kernel/assert.ts';
import { seededRandom } from '../../shared/kernel/random.ts';
import type { Client } from '../../shared/model/client.ts';
import type { TifAnswers } from '../../shared/model/tif.ts';
import { someClient } from '../helpers/cost-facts.ts';
import { someApplication } from '../helpers/random-county.ts';

const ON = isoDate('2026-08-10');

const child = (given: Partial<Client> = {}): Client =>
  someClient(1, {
    carer_name: 'Jo Rhodes',
    phone: '01632 960001',
    handover: 'Jo Rhodes',
    home_address: '1 High Street',
    postcode: 'ME14 1CK',
    school_given: 'Bower Grove School',
    days: ['Mon', 'Tue'],
    mobility: 'walks',
    assistant: 'none',
    ...given,
  });
const whole = (given: Partial<Client> = {}): TifAnswers =>
  drawAnswers(seededRandom(3), child(given));
const gaps = (answers: TifAnswers): readonly TifGap[] =>
  checkForm(answers, ON).sections.flatMap((section) => section.gaps);
const texts = (answers: TifAnswers): readonly string[] => gaps(answers).map(({ text }) => text);

describe('the form as data', () => {
  it('has every question once, each with the words that its kind needs', () => {
    const keys = TIF_FORM.flatMap(({ questions }) => questions.map(({ key }) => key));
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.length).toBeGreaterThan(70);
    for (const { questions } of TIF_FORM) {
      for (const { kind, choices } of questions) {
        expect(kind === 'choice').toBe(choices !== undefined);
      }
    }
  });

  it('reads and writes the record only by questions that it asks', () => {
    for (const { key } of RECORD_FIELDS) expect(questionOf(key), key).not.toBeNull();
    expect(new Set(RECORD_FIELDS.map(({ field }) => field)).size).toBe(RECORD_FIELDS.length);
  });

  it('asks the family for nothing that is the office’s or a clinician’s', () => {
    const of = (key: string) => defined(questionOf(key), key).who;
    expect(['risk_by', 'sole_authorised_by', 'sole_until', 'school_staff'].map(of)).toEqual(
      Array.from({ length: 4 }, () => 'office'),
    );
    expect(['without_trained', 'ride_limit_min'].map(of)).toEqual(['clinician', 'clinician']);
  });
});

describe('completeness', () => {
  it('of a whole form finds nothing missing', () => {
    expect(texts(whole())).toEqual([]);
    expect(texts(whole({ rescue_medication: true, medical: 'Epilepsy', assistant: 'medical', risk_assessment_on: isoDate('2026-05-01') }))).toEqual([]); // prettier-ignore
    expect(texts(whole({ mobility: 'wheelchair_travels', wheelchair: 'Kit', occupied_weight_kg: 61 }))).toEqual([]); // prettier-ignore
  });

  it('of an empty form names every answer that is asked of everybody, by section', () => {
    const { sections, complete } = checkForm({}, ON);
    expect(complete).toBe(false);
    expect(sections.find(({ key }) => key === 'view')?.gaps.map(({ text }) => text)).toEqual([
      'What the client says about the journey',
    ]);
    // Nobody is asked about a wheelchair or a plan before it is known that there is one.
    expect(sections.filter((section) => section.complete).map(({ key }) => key)).toEqual([
      'care_plan',
      'risk',
    ]);
  });

  it.each<readonly [string, string, string]>([
    ['home_address', 'home', 'Home address'],
    ['days', 'school', 'Days of travel'],
    ['mobility', 'mobility', 'How the client moves and travels'],
    ['assistant', 'assistant', 'Whether a passenger assistant is needed'],
    ['rescue_medication', 'medical', 'Whether rescue medication is carried'],
    ['triggers', 'communication', 'What may upset the client, and what helps'],
    ['handover', 'handover', 'Who meets the client at home'],
    ['own_view', 'view', 'What the client says about the journey'],
    ['emergency_name', 'contacts', 'Emergency contact'],
    ['consent_photograph', 'consents', 'Consent: a photograph for the crew'],
  ])('names %s where it is left out', (key, section, text) => {
    const { sections } = checkForm({ ...whole(), [key]: ' ' }, ON);
    const open = sections.filter(({ complete }) => !complete);
    expect(open.map((each) => each.key)).toEqual([section]);
    expect(open[0]?.gaps.map((gap) => [gap.text, gap.kind])).toEqual([[text, 'missing']]);
  });

  it.each<readonly [string, TifAnswers, string, boolean]>([
    [
      'rescue medication and nobody to give it',
      { rescue_medication: 'yes', assistant: 'none' },
      'who gives it?',
      true,
    ],
    [
      'no assistant where a trained one must travel',
      { without_trained: 'no', assistant: 'none' },
      'may not travel without a trained assistant',
      true,
    ],
    [
      'sole occupancy that nobody authorised',
      { sole_occupancy: 'yes' },
      'without authorisation',
      true,
    ],
    [
      'a wheelchair of unknown weight',
      { mobility: 'wheelchair_travels' },
      'occupied weight is not known',
      true,
    ],
    [
      'walking with an occupied weight',
      { mobility: 'walks', occupied_weight_kg: '60' },
      'The client walks, yet',
      false,
    ],
    [
      'walking with a wheelchair',
      { mobility: 'walks_with_aid', wheelchair: 'Kit' },
      'The client walks, yet',
      false,
    ],
    [
      'a plan of tomorrow',
      { medical_needs: 'yes', plan_has: 'yes', plan_on: addDays(ON, 1) },
      'lies in the future',
      false,
    ],
    [
      'a review before its assessment',
      { assistant: 'own', risk_assessment_on: '2026-05-02', risk_review_on: '2026-05-01' },
      'reviewed before it was made',
      false,
    ],
  ])('asks about %s', (_, given, words, blocking) => {
    // prettier-ignore
    const found = gaps({ ...whole(), ...given }).filter(({ kind }) => kind === 'contradiction');
    expect(found.map(({ text }) => text).join(' ')).toContain(words);
    expect(found.some((gap) => gap.blocking)).toBe(blocking);
  });

  it('does not mind what is no longer asked, and does not lose it', () => {
    const answers = { ...whole(), sole_occupancy: 'no', sole_why: 'Was unsafe' };
    expect(texts(answers)).toEqual([]);
    expect(answers.sole_why).toBe('Was unsafe');
  });
});

describe('answers as they are typed', () => {
  const read = (key: string, typed: string): string =>
    readAnswer(defined(questionOf(key), key), typed, ON);
  const problem = (key: string, typed: string): string | null =>
    answerProblem(defined(questionOf(key), key), read(key, typed));

  it.each([
    ['plan_on', '3/9/25', '2025-09-03'],
    ['plan_on', '3 September 2025', '2025-09-03'],
    ['school_starts', '8.50', '08:50'],
    ['school_ends', '3:15 pm', '15:15'],
    ['occupied_weight_kg', '61 kg', '61'],
    ['mobility', 'Walks with', 'walks_with_aid'],
    ['mobility', 'walks', 'walks'],
    ['must_be_met', 'Y', 'yes'],
    ['days', 'Mon to Wed', 'Mon, Tue, Wed'],
    ['postcode', 'me141ck', 'ME14 1CK'],
    ['not_with', 'A1; A2', 'A1, A2'],
    ['rescue_dose', '5 mg, half after 10 minutes', '5 mg, half after 10 minutes'],
    ['own_view', 'يحب الجلوس قرب النافذة', 'يحب الجلوس قرب النافذة'],
    ['carer_name', 'Ø', 'Ø'],
    ['carer_name', 'N'.repeat(100), 'N'.repeat(100)],
  ])('%s: %s is kept as %s', (key, typed, kept) => {
    expect(read(key, typed)).toBe(kept);
    expect(problem(key, typed)).toBeNull();
  });

  it.each([
    ['occupied_weight_kg', 'about sixty', 'a weight from 1 to 600 kg'],
    ['occupied_weight_kg', '-5', 'a weight'],
    ['occupied_weight_kg', '6100', 'a weight'],
    ['plan_on', '31/02/2026', 'a date'],
    ['plan_on', '46000', 'a date'],
    ['school_starts', '25:00', 'a time'],
    ['mobility', 'w', 'one of the choices'],
    ['phone', 'ex directory', 'no digits'],
  ])('%s: %s is kept as typed, with a sentence', (key, typed, words) => {
    expect(read(key, typed)).toBe(typed);
    expect(problem(key, typed)).toContain(words);
    expect(checkForm({ ...whole(), [key]: typed, plan_has: 'yes', medical_needs: 'yes', mobility: key === 'mobility' ? typed : 'wheelchair_travels' }, ON).complete).toBe(false); // prettier-ignore
  });
});

describe('what planning may rely on', () => {
  const signed = (answers: TifAnswers, before: Client): Client => ({
    ...before,
    ...patchOf(answers, before, checkForm(answers, ON).complete),
  });
  const careful = child({
    assistant: 'shared',
    mobility: 'wheelchair_travels',
    occupied_weight_kg: 60,
    sole_occupancy: true,
    sole_until: isoDate('2027-07-31'),
    rescue_medication: true,
    not_with: ['A9'],
    clinical_limit_s: 1800,
    days: ['Mon', 'Tue', 'Wed'],
  });
  const less: TifAnswers = {
    assistant: 'none',
    mobility: 'walks',
    sole_occupancy: 'no',
    rescue_medication: 'no',
    apart: 'no',
    days: 'Mon',
    ride_limit_min: '60',
  };

  it('of an incomplete form takes nothing away from a child', () => {
    const after = signed(less, careful);
    expect(after).toEqual(careful);
    expect(assistantNeeded(after)).toBe('shared');
  });

  it('of an incomplete form takes what protects a child more', () => {
    const after = signed(
      { assistant: 'own', mobility: 'wheelchair_travels', occupied_weight_kg: '70', sole_occupancy: 'yes', rescue_medication: 'yes', apart: 'yes', not_with: 'A9, A7', days: 'Fri', ride_limit_min: '20' }, // prettier-ignore
      { ...careful, sole_occupancy: false, rescue_medication: false },
    );
    expect(after).toMatchObject({
      assistant: 'own',
      occupied_weight_kg: 70,
      sole_occupancy: true,
      rescue_medication: true,
      not_with: ['A9', 'A7'],
      clinical_limit_s: 1200,
      days: ['Mon', 'Tue', 'Wed', 'Fri'],
    });
    expect(assistantNeeded(after)).toBe('own');
  });

  it('does not rank an assistant of one’s own and one medically trained', () => {
    for (const [on_record, asked] of [
      ['own', 'medical'],
      ['medical', 'own'],
    ] as const) {
      // prettier-ignore
      expect(signed({ assistant: asked }, child({ assistant: on_record })).assistant).toBe(on_record);
    }
  });

  it('of a complete form is all that it says, also where it says no', () => {
    const after = signed(whole(), careful);
    expect(after).toMatchObject({
      assistant: 'none',
      mobility: 'walks',
      occupied_weight_kg: null,
      sole_occupancy: false,
      sole_until: null,
      rescue_medication: false,
      not_with: [],
      days: ['Mon', 'Tue'],
    });
    expect(assistantNeeded(after)).toBe('none');
  });

  it('never writes an answer that is not understood, or that is no longer asked', () => {
    const before = child({ mobility: 'wheelchair_travels', occupied_weight_kg: 60 });
    expect(signed({ mobility: 'wheelchair_travels', occupied_weight_kg: 'heavy' }, before)).toEqual(before); // prettier-ignore
    expect(patchOf({ apart: 'no', not_with: 'A1' }, before, true).not_with).toEqual([]);
  });

  it('reads back from the record what it wrote', () => {
    const answers = whole({ second_address: '2 Low Road', second_postcode: 'ME14 2CK', second_days: ['Fri'], not_with: ['A2'], equipment: 'Booster' }); // prettier-ignore
    expect(checkForm(answers, ON).complete).toBe(true);
    const record = answersOfRecord(signed(answers, child()));
    for (const [key, value] of Object.entries(record)) expect(answers[key], key).toBe(value);
  });
});

describe('the check of a case', () => {
  const request = someApplication(1, { received_on: isoDate('2026-05-01') });

  it('is the last signed form’s, for the year that it stands for', () => {
    const state = (given: Partial<Client>) => tifComplete({ ...child(), ...given }, request);
    expect(state({ tif_signed: 'complete', tif_year: 2026 })).toBe(true);
    expect(state({ tif_signed: 'complete', tif_year: 2025 })).toBe(false);
    expect(state({ tif_signed: 'incomplete', tif_year: 2026 })).toBe(false);
    expect(state({ tif_signed: 'none', tif_year: null })).toBe(true);
  });

  it('names the confirmation that a form of last year lacks', () => {
    const client = { ...child(), tif_signed: 'complete', tif_year: 2025 } as const;
    const form = { answers: whole(), signed: true, on: ON };
    const open = tifSections(client, request, form).filter(({ complete }) => !complete);
    expect(open.map(({ missing }) => missing)).toEqual([['Confirmation for 2026/27']]);
  });

  it('keeps what is the office’s apart from what the family is asked', () => {
    const answers = { ...whole(), school_staff: '', own_view: '' };
    const sections = tifSections(child(), request, { answers, signed: false, on: ON });
    expect(sections.flatMap(({ missing }) => missing)).toEqual([
      'Who receives the client at school',
      'What the client says about the journey',
      'Signature of the parent, carer or young person',
    ]);
    expect(sections.flatMap(({ for_office }) => for_office)).toEqual([
      'Who receives the client at school',
    ]);
  });
});

describe('signing and comparing', () => {
  const given = {
    signed_by: 'Jo Rhodes',
    signer: 'parent_or_carer',
    relationship: 'Mother',
    signed_on: ON,
    received_on: ON,
  } as const;

  it.each([
    [{}, ''],
    [{ signed_by: '' }, 'Say who signed'],
    [{ relationship: '' }, 'how the person who signed is related'],
    [{ signer: 'young_person', relationship: '' }, ''],
    [{ signed_on: addDays(ON, 1), received_on: addDays(ON, 1) }, 'in the future'],
    [{ received_on: addDays(ON, -1) }, 'received before it was signed'],
  ] as const)('a signature with %j: %s', (change, words) => {
    const problems = signatureProblems({ ...given, ...change }, ON);
    if (words === '') expect(problems).toEqual([]);
    else expect(problems.join(' ')).toContain(words);
  });

  it('shows every answer that differs, in words, in the form’s order', () => {
    const before = { assistant: 'none', days: 'Mon', mobility: 'walks' };
    const after = { assistant: 'own', mobility: 'walks', plan_on: '2026-05-01' };
    expect(
      compareAnswers(before, after).map((each) => [each.label, each.before, each.after]),
    ).toEqual([
      ['Days of travel', 'Mon', ''],
      ['Whether a passenger assistant is needed', 'None', 'Own'],
      ['Date of the health care plan', '', '1 May 2026'],
    ]);
  });

  it('finds where a file contradicts what was signed', () => {
    const client = child({ mobility: 'wheelchair_travels', rescue_medication: true });
    const answers = { mobility: 'wheelchair_travels', rescue_medication: 'yes', handover: 'Jo' };
    const file = {
      mobility: 'walks',
      rescue_medication: false,
      handover: '',
      assistant: 'own',
    } as const;
    expect(
      differencesFrom(answers, file, client).map(({ field, other }) => [field, other]),
    ).toEqual([
      ['mobility', 'walks'],
      ['rescue_medication', 'no'],
      ['handover', ''],
    ]);
    expect(differencesFrom(answers, { mobility: 'wheelchair_travels' }, client)).toEqual([]);
  });
});
