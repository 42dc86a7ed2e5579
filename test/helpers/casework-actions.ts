/** Everything that people do to a summer's casework, for the property test: each through the contract. */
import * as fc from 'fast-check';
import { expect } from 'vitest';
import type { Input } from '../../shared/api/contract.ts';
import type { BulkAction } from '../../shared/api/views/bulk.ts';
import { addDays } from '../../shared/calendar/dates.ts';
import { drawAnswers } from '../../shared/demo/tif-answers.ts';
import { seededRandom } from '../../shared/kernel/random.ts';
import { APPLICATION_STATUSES, type Client } from '../../shared/model/client.ts';
import { APPEAL_RESULTS, DECISION_OUTCOMES } from '../../shared/model/decision.ts';
import { LETTER_KINDS } from '../../shared/model/letter.ts';
import { LIFE_STEPS } from '../../shared/model/life.ts';
import { SCHOOL } from '../db/made-store.ts';
import type { CaseworkDesk } from './casework-desk.ts';
import { wayGiven } from './evidence-of.ts';

/** How often each is done; what it is done to and how come with it. */
const WEIGHTS = {
  bring: 3,
  wait: 6,
  assign: 1,
  status: 1,
  ask: 2,
  answer: 1,
  decide: 5,
  bulk: 4,
  lodge: 3,
  end: 3,
  form: 3,
  sign_form: 2,
  confirm_form: 1,
  step: 4,
  take_back: 1,
  letters: 6,
  withdraw: 2,
  evidence: 2,
  withdraw_evidence: 1,
  section_i: 1,
  edit: 2,
  protect: 1,
  address: 1,
  move: 2,
  after_move: 1,
  link: 1,
  undo: 4,
  redo: 3,
} as const;
type What = keyof typeof WEIGHTS;
/** One action of a sequence. */
interface Action {
  readonly what: What;
  /** Whom it is done to, of those there are. */
  readonly child: number;
  /** Which of the ways. */
  readonly way: number;
}
/** Any one action. */
export const action: fc.Arbitrary<Action> = fc
  .tuple(
    fc.oneof(
      ...Object.entries(WEIGHTS).map(([what, weight]) => ({
        weight,
        arbitrary: fc.constant(what as What),
      })),
    ),
    fc.nat(5),
    fc.nat(1000),
  )
  .map(([what, child, way]) => ({ what, child, way }));

const of = <T>(list: readonly T[], way: number): T => list[way % list.length] as T;

/** One thing that a person does; what is refused changes nothing. */
export async function act(desk: CaseworkDesk, { what, child, way }: Action): Promise<void> {
  const { store, on, who } = desk;
  const clients = store.clients.all();
  if (what === 'wait') return desk.wait(1 + (way % 21));
  if (what === 'bring') return desk.bring(of(['applications', 'later', 'cohort'] as const, way));
  if (clients.length === 0) return;
  const client = of(clients, child);
  await DO[what](desk, { client, client_id: client.id, way, who, on });
}
interface Given {
  readonly client: Client;
  readonly client_id: number;
  readonly way: number;
  readonly who: string;
  readonly on: CaseworkDesk['on'];
}
type Do = (desk: CaseworkDesk, given: Given) => Promise<unknown>;

const record = ({ store }: CaseworkDesk, client_id: number) => {
  const application = store.applications.ofClient(client_id);
  return application === null ? null : store.decisions.record(application);
};

/** Of those who are decided one, so that appeals come often enough; else the child drawn. */
function decidedOr({ store }: CaseworkDesk, client_id: number, way: number): number {
  const decided = store.letters.decisions().map(({ application_ref }) => application_ref);
  const ref = decided.length === 0 ? '' : of(decided, way);
  return store.applications.get(ref)?.client_id ?? client_id;
}

const DO: Readonly<Record<Exclude<What, 'wait' | 'bring'>, Do>> = {
  assign: (desk, { client_id, way }) =>
    desk.ask('work/assign', { client_ids: [client_id], officer: of(['', 'Ann', 'Bea'], way) }),
  status: (desk, { client_id, way }) =>
    desk.ask('applications/set-status', {
      client_id,
      status: of(APPLICATION_STATUSES, way),
      note: way % 3 === 0 ? 'Looked at' : '',
    }),
  ask: (desk, { client_id, who, on }) =>
    desk.ask('life/ask', {
      client_id,
      asked_for: 'The plan',
      asked_of: 'The family',
      asked_on: on,
      chase_on: addDays(on, 14),
      signed_by: who,
    }),
  answer: async (desk, { client_id, way, who, on }) => {
    const open = record(desk, client_id)?.information.find(({ answer }) => answer === null);
    if (open === undefined) return;
    const step: Input<'life/answer'>['step'] =
      way % 2 === 0
        ? { kind: 'answered', on, note: '' }
        : { kind: 'chased', on, chase_on: addDays(on, 9) };
    await desk.ask('life/answer', { client_id, request_id: open.id, signed_by: who, step });
  },
  decide: (desk, { client_id, way, who, on }) => {
    const outcome = of(DECISION_OUTCOMES, way);
    const isAward = outcome === 'awarded' || outcome === 'part_awarded';
    const award = {
      power: 's508B',
      mode: 'seat',
      legs: 'both',
      days: ['Mon', 'Fri'],
      starts_on: on,
      ends_on: way % 2 === 0 ? addDays(on, 20) : null,
      review_on: way % 2 === 0 ? null : addDays(on, 200),
      consent_on: null,
      consent_by: '',
    } satisfies Input<'applications/decide'>['award'];
    return desk.ask('applications/decide', {
      client_id,
      outcome,
      award: isAward ? award : null,
      reason: 'The panel said so.',
      signed_by: who,
    });
  },
  bulk: async (desk, { way, who, on }) => {
    const client_ids = desk.store.clients.all().map(({ id }) => id);
    const actions: readonly BulkAction[] = [
      { kind: 'sign', signed_by: who },
      { kind: 'hand_over', signed_by: who, note: '' },
      { kind: 'share', officers: ['Ann', 'Bea'] },
      { kind: 'held', accept: way % 2 === 0, reason: 'Looked at' },
      { kind: 'set_status', status: of(APPLICATION_STATUSES, way), note: '' },
      { kind: 'ask', asked_for: 'A form', asked_of: 'The family', chase_on: addDays(on, 9), signed_by: who }, // prettier-ignore
    ];
    const action = of(actions, way);
    const preview = await desk.ask('work/preview', { action, client_ids });
    await desk.ask('work/apply', { action, client_ids, digest: preview?.digest ?? '' });
    if (preview === null || preview.problems.length > 0) return;
    // What the preview showed is done: nothing of it is left.
    const after = await desk.ask('work/preview', { action, client_ids });
    if (action.kind !== 'ask') expect(after?.changes).toBe(0);
  },
  lodge: (desk, { client_id, way, who, on }) =>
    desk.ask('applications/appeal', {
      client_id: decidedOr(desk, client_id, way),
      step: {
        kind: 'lodge',
        stage: way % 2 === 0 ? 2 : 1,
        grounds: ['distance'],
        lodged_on: on,
        transport_goes_on: true,
        note: 'They were away.',
        signed_by: who,
      },
    }),
  end: async (desk, { way, who, on }) => {
    const open = desk.store.letters.appeals().find((each) => each.end === null);
    const client_id = desk.store.applications.get(open?.application_ref ?? '')?.client_id;
    if (open === undefined || client_id === undefined) return;
    await desk.ask('applications/appeal', {
      client_id,
      step: { kind: 'end', appeal_id: open.id, result: of(APPEAL_RESULTS, way), on, note: 'Heard.', signed_by: who }, // prettier-ignore
    });
  },
  form: async (desk, { client, client_id, way }) => {
    const answers = Object.entries(drawAnswers(seededRandom(way), client));
    const page = await desk.ask('tif/get', { client_id });
    const some = way % 2 === 0 ? answers : answers.slice(0, 4);
    for (const [key, typed] of some)
      await desk.ask('tif/answer', { client_id, key, typed, known: page?.answers[key] ?? '' });
  },
  sign_form: async (desk, { client_id, who, on }) => {
    const page = await desk.ask('tif/get', { client_id });
    await desk.ask('tif/sign', {
      client_id,
      revision: page?.draft?.revision ?? 0,
      signed_by: 'Zara Rhodes',
      signer: 'parent_or_carer',
      relationship: 'Mother',
      signed_on: on,
      received_on: on,
      entered_by: who,
    });
  },
  confirm_form: (desk, { client_id, who, on }) =>
    desk.ask('tif/confirm', { client_id, confirmed_by: 'Zara', relationship: 'Mother', confirmed_on: on, entered_by: who }), // prettier-ignore
  step: (desk, { client_id, way, who, on }) =>
    desk.ask('life/step', {
      refs: [desk.store.applications.ofClient(client_id)?.ref ?? 'none'],
      kind: of(LIFE_STEPS, way),
      on,
      signed_by: who,
      note: 'So.',
      preview: way % 7 === 0,
    }),
  take_back: async (desk, { client_id, who }) => {
    const last = record(desk, client_id)?.steps.at(-1);
    if (last !== undefined)
      await desk.ask('life/take-back', { client_id, step_id: last.id, signed_by: who, why: 'In error' }); // prettier-ignore
  },
  letters: async (desk, { way }) => {
    const due = (await desk.ask('letters/due', {}))?.due ?? [];
    const ready = due.filter(({ lacks }) => lacks.length === 0);
    const kind = of([...LETTER_KINDS, ...ready.map((row) => row.kind)], way);
    const refs = [...new Set(ready.filter((row) => row.kind === kind).map(({ ref }) => ref))];
    if (refs.length === 0) return;
    await desk.ask('letters/issue', { kind, refs });
    // What was ready is written: none of it is due any more.
    const left = (await desk.ask('letters/due', {}))?.due ?? [];
    expect(left.filter((row) => row.kind === kind && refs.includes(row.ref))).toEqual([]);
  },
  withdraw: async (desk, { way }) => {
    const all = desk.store.letters.all().filter(({ withdrawn }) => withdrawn === null);
    if (all.length > 0)
      await desk.ask('letters/withdraw', { ids: [of(all, way).id], reason: 'Not posted' });
  },
  evidence: (desk, { client_id, way, who, on }) =>
    desk.ask('evidence/record', {
      client_id,
      given: { ...wayGiven({ distance_m: 500 + way * 8 }), measured_on: on },
      by: who,
    }),
  withdraw_evidence: async (desk, { client_id, way, who }) => {
    const page = await desk.ask('evidence/page', { client_id });
    if (page !== null && page.records.length > 0)
      await desk.ask('evidence/withdraw', { client_id, id: of(page.records, way).id, reason: 'Wrong child', by: who }); // prettier-ignore
  },
  section_i: (desk, { client_id, who, on }) =>
    desk.ask('evidence/record-section-i', {
      client_id,
      given: { words: 'Bower Grove School', plan_on: on, urns: [SCHOOL], condition: '', named_on: on, review_on: null }, // prettier-ignore
      by: who,
    }),
  edit: (desk, { client_id, way }) =>
    desk.ask('applications/update', {
      client_id,
      changes: of(
        [
          { notes: `note ${way}` },
          { home_address: `${way} Far Lane` },
          { school_urn: way % 2 === 0 ? null : SCHOOL },
          { forename: 'Łucja' },
          { date_of_birth: '2012-02-29' },
          { carer_name: way % 2 === 0 ? '' : 'Ada' },
        ],
        way,
      ),
    }),
  protect: (desk, { client_id, way }) =>
    desk.ask('applications/update', { client_id, changes: { protected_address: way % 2 === 0 } }),
  address: (desk, { client_id, way, on }) =>
    desk.ask('particulars/save-address', {
      client_id,
      id: null,
      address: {
        kind: 'other_parent',
        address: `${way} Other Way`,
        postcode: '',
        days: ['Fri'],
        legs: 'both',
        rhythm: 'daily',
        power: 's508B',
        budget: 'education',
        budget_note: '',
        protected: way % 3 === 0,
        note: 'As agreed',
        from_on: on,
        to_on: null,
      },
    }),
  move: (desk, { client_id, way, who, on }) =>
    desk.ask('particulars/move', {
      client_id,
      on: addDays(on, (way % 40) - 10),
      signed_by: who,
      note: '',
      to:
        way % 3 === 0
          ? { kind: 'school', school_urn: 119037 }
          : { kind: 'address', home_address: `${way} New Road`, postcode: 'ME14 9ZZ' },
    }),
  after_move: async (desk, { client_id, way, who }) => {
    const page = await desk.ask('particulars/get', { client_id });
    if (page !== null && page.moves.length > 0)
      await desk.ask('particulars/after-move', { client_id, move_id: of(page.moves, way).id, signed_by: who, what: 'take_in' }); // prettier-ignore
  },
  link: (desk, { client, way }) =>
    desk.ask('letters/link', { refs: [client.ref, 'C2'], together: way % 3 !== 0 }),
  undo: async (desk, { way }) => {
    const list = await desk.ask('undo/list', { limit: 20 });
    const item = way % 3 === 0 ? list?.items.at(way % 5) : list?.undo;
    if (item) await desk.ask('undo/toggle', { change_id: item.change_id });
  },
  redo: async (desk) => {
    const item = (await desk.ask('undo/list', { limit: 20 }))?.redo;
    if (item) await desk.ask('undo/toggle', { change_id: item.change_id });
  },
};
