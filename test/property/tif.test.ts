/** Whatever is typed, signed, confirmed and imported in whatever order: no answer is lost, and no signed version is ever another one. */
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { Store } from '../../db/store.ts';
import { answerTif } from '../../electron/jobs/tif/answer-tif.ts';
import { confirmTifs } from '../../electron/jobs/tif/confirm-tifs.ts';
import { signTif } from '../../electron/jobs/tif/sign-tif.ts';
import { tifPage } from '../../electron/jobs/tif/tif-page.ts';
import { addDays, isoDate, type IsoDate } from '../../shared/calendar/dates.ts';
import { planningYearOf } from '../../shared/calendar/years.ts';
import { TIF_FORM, questionOf } from '../../shared/casework/tif/form.ts';
import { readAnswer } from '../../shared/casework/tif/read-answer.ts';
import { drawAnswers } from '../../shared/demo/tif-answers.ts';
import { defined } from '../../shared/kernel/assert.ts';
import { seededRandom } from '../../shared/kernel/random.ts';
import { ASSISTANTS } from '../../shared/model/client.ts';
import { csvFile, importInto } from '../helpers/imports.ts';
import { addClients, addPlaces, BY_TEST, madeFolder, madeStore } from '../db/made-store.ts';

const folder = madeFolder();
afterAll(folder.cleanUp);
let made = 0;

const START = isoDate('2026-04-01');
const KEYS = TIF_FORM.flatMap(({ questions }) => questions.map(({ key }) => key));
const OFFICERS = ['R. Officer', 'S. Second'] as const;

/** Answers that planning reads: asked for as often as all the others together. */
const PLANNED = ['assistant', 'sole_occupancy', 'rescue_medication', 'apart', 'handover'] as const;

type Action =
  | { readonly do: 'type'; readonly key: string; readonly typed: string; readonly stale: boolean }
  | { readonly do: 'whole'; readonly seed: number }
  | { readonly do: 'less' }
  | { readonly do: 'sign'; readonly days: number }
  | { readonly do: 'confirm' | 'wait'; readonly days: number }
  | { readonly do: 'import'; readonly assistant: string; readonly handover: string };

/** Words that people, other scripts and slips of the keyboard bring; sometimes what a question wants. */
const typed = fc.oneof(
  fc.constantFrom('yes', 'no', 'none', 'own', 'walks', '61', '3/5/26', 'Mon', '', ' ', '08:50'),
  fc.string({ maxLength: 120 }),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.constantFrom('שלום', 'محمد', 'x'.repeat(2000), '=1+1', "O'Brien; DROP TABLE client"),
);
const action: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('type' as const),
      key: fc.oneof(fc.constantFrom(...KEYS), fc.constantFrom(...PLANNED)),
      typed,
      stale: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('whole' as const), seed: fc.nat(50) }),
  },
  { weight: 2, arbitrary: fc.constant({ do: 'less' as const }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('sign' as const),
      days: fc.integer({ min: -3, max: 3 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('confirm', 'wait'),
      days: fc.integer({ min: 0, max: 200 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('import' as const),
      assistant: fc.constantFrom('None', 'Shared', 'Own', ''),
      handover: fc.constantFrom('', 'Gran', 'Met by parent'),
    }),
  },
);

/** What makes a form whole whatever was typed before. */
const BASICS = {
  home_address: '1 High Street',
  postcode: 'ME14 1CK',
  school: 'Bower Grove School',
  days: 'Mon to Fri',
  carer_name: 'Jo',
  phone: '01632 960001',
};
const PLAIN = {
  start_on: '',
  school_starts: '',
  school_ends: '',
  emergency_2_name: '',
  ride_limit_min: '',
  other_addresses: 'no',
  part_time: 'no',
  mobility: 'walks',
  wheelchair: '',
  occupied_weight_kg: '',
  equipment_needed: 'no',
  assistant: 'shared',
  assistant_why: 'Runs',
  medical_needs: 'no',
  rescue_medication: 'no',
  sole_occupancy: 'no',
  apart: 'no',
  handover: 'Jo',
  must_be_met: 'no',
  behaviour_plan: 'no',
};

/** One child's form, what the test knows of it, and the laws. */
class World {
  private on: IsoDate = START;
  private readonly expected = new Map<string, string>();
  private readonly frozen: string[] = [];
  private readonly confirmed: string[] = [];

  private readonly store: Store;

  constructor(store: Store) {
    this.store = store;
  }

  private page() {
    const page = tifPage(this.store, 1, this.on);
    if (!page.ok) throw new Error(page.error.cause);
    return page.value;
  }

  private type(key: string, text: string, stale: boolean): void {
    const question = defined(questionOf(key), key);
    const before = this.page().answers[key] ?? '';
    const known = stale ? `${before}?` : before;
    const change = { who: OFFICERS[text.length % 2] ?? OFFICERS[0], why: 'a test' };
    const kept = answerTif(this.store, { client_id: 1, key, typed: text, known }, { change, on: this.on }); // prettier-ignore
    const answer = readAnswer(question, text, this.on);
    if (stale && answer !== before) {
      expect(kept).toMatchObject({ ok: false, error: { code: 'answered_since' } });
      return;
    }
    expect(kept.ok).toBe(true);
    if (answer !== before) this.expected.set(key, answer);
  }

  private sign(days: number): void {
    const page = this.page();
    const before = defined(this.store.clients.get(1), 'client');
    const day = addDays(this.on, days);
    const signed = signTif(
      this.store,
      { client_id: 1, revision: page.draft?.revision ?? 0, signed_by: 'Jo', signer: 'parent_or_carer', relationship: 'Mother', signed_on: day, received_on: day, entered_by: OFFICERS[0] }, // prettier-ignore
      { on: this.on, settle: () => undefined },
    );
    if (days > 0) expect(signed.ok).toBe(false);
    if (!signed.ok) return;
    const version = defined(signed.value.versions.at(-1), 'version');
    expect(version.answers).toEqual(page.answers);
    const after = defined(this.store.clients.get(1), 'client');
    if (version.complete) return;
    // An incomplete form takes nothing away.
    const rank = (each: typeof after): number => ASSISTANTS.indexOf(each.assistant ?? 'none');
    if (rank(before) > 0) expect(rank(after)).toBeGreaterThan(0);
    expect(after.sole_occupancy || !before.sole_occupancy).toBe(true);
    expect(after.rescue_medication || !before.rescue_medication).toBe(true);
    expect(after.not_with).toEqual(expect.arrayContaining([...before.not_with]));
    expect(after.clinical_limit_s ?? 1e9).toBeLessThanOrEqual(before.clinical_limit_s ?? 1e9);
  }

  private async import(assistant: string, handover: string): Promise<void> {
    const before = defined(this.store.clients.get(1), 'client');
    const signed = this.store.tif.lastSigned(1);
    const head = 'Reference,Surname,Passenger assistant,Handover';
    const file = csvFile('late.csv', head, `A1,Rhodes,${assistant},${handover}`);
    await importInto(this.store, 'applications', [file], { on: this.on });
    const after = defined(this.store.clients.get(1), 'client');
    if (signed?.complete !== true) return;
    // The file has these columns: what was signed stands on the record as it stood.
    expect([after.assistant, after.handover]).toEqual([before.assistant, before.handover]);
  }

  async act(step: Action): Promise<void> {
    if (step.do === 'type') this.type(step.key, step.typed, step.stale);
    else if (step.do === 'whole') {
      const client = defined(this.store.clients.get(1), 'client');
      const whole = { ...BASICS, ...drawAnswers(seededRandom(step.seed), client), ...PLAIN };
      for (const [key, text] of Object.entries(whole)) this.type(key, text, false);
      this.sign(0);
    } else if (step.do === 'less') {
      // A form that asks for less than the record has, and does not say how the client communicates.
      for (const key of ['sole_occupancy', 'rescue_medication', 'apart'])
        this.type(key, 'no', false);
      this.type('assistant', 'none', false);
      this.type('communication', '', false);
      this.sign(0);
    } else if (step.do === 'sign') this.sign(step.days);
    else if (step.do === 'import') await this.import(step.assistant, step.handover);
    else if (step.do === 'wait') this.on = addDays(this.on, step.days);
    else {
      confirmTifs(this.store, {
        confirmed: [{ client_id: 1, confirmed_by: 'Jo', relationship: 'Mother' }],
        year: planningYearOf(this.on),
        confirmed_on: this.on,
        entered_by: OFFICERS[1],
        on: this.on,
      });
    }
    this.check();
  }

  private check(): void {
    const page = this.page();
    // Every answer ever given is there, as it was given last.
    for (const [key, answer] of this.expected) expect(page.answers[key] ?? '').toBe(answer);
    const versions = page.versions.map((version) => JSON.stringify(version));
    expect(versions.slice(0, this.frozen.length)).toEqual(this.frozen);
    this.frozen.splice(0, this.frozen.length, ...versions);
    const confirmed = page.confirmations.map((each) => JSON.stringify(each));
    expect(confirmed.slice(0, this.confirmed.length)).toEqual(this.confirmed);
    this.confirmed.splice(0, this.confirmed.length, ...confirmed);
    expect(page.versions.map(({ number }) => number)).toEqual(versions.map((_, at) => at + 1));
    const signed = page.versions.findLast(({ kind }) => kind === 'signed');
    const state = signed === undefined ? 'none' : signed.complete ? 'complete' : 'incomplete';
    expect(page.signed).toBe(state);
  }

  end(): void {
    expect(this.store.drift(this.on)).toEqual([]);
    expect(this.store.integrity()).toEqual([]);
  }
}

describe('a form, whatever is done with it', () => {
  it('loses no answer and never changes a signed version', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 5, maxLength: 20 }), async (steps) => {
        const store = madeStore(join(folder.path, `${++made}.kerbside`));
        addPlaces(store);
        addClients(store, [{ ref: 'A1', surname: 'Rhodes' }]);
        store.write(BY_TEST, () =>
          store.clients.update(1, { assistant: 'shared', sole_occupancy: true, not_with: ['A9'] }),
        );
        const world = new World(store);
        for (const step of steps) await world.act(step);
        world.end();
        store.close();
      }),
      { numRuns: 15 },
    );
  }, 120_000);
});
