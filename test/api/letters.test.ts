/** Letters through the handlers: lists, reasons, families, the council's wording, batches made by the worker. */
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Input, Output } from '../../shared/api/contract.ts';
import type { Job } from '../../shared/api/views/jobs.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { matters } from '../../shared/casework/coming-up-words.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import { CHROMIUM } from '../helpers/chromium.ts';
import { makeDemoStore, type DemoStore } from '../helpers/demo-store.ts';
import { serveStore, type ServedStore } from '../helpers/served-store.ts';

let demo: DemoStore;
let served: ServedStore;
beforeAll(async () => {
  demo = makeDemoStore(400);
  served = await serveStore({ store: demo.path });
});
afterAll(async () => {
  await served.close();
  demo.remove();
  expect(served.bugs).toEqual([]);
  expect(existsSync(demo.path)).toBe(false);
});

function value<T>(answer: Result<T>): T {
  if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.cause}`);
  return answer.value;
}
const today = async (): Promise<Output<'letters/due'>> =>
  value(await served.call('letters/due', {}));
const text = (file_id: string): string => {
  const file = value(served.composed.host.files.get(file_id));
  return new TextDecoder().decode('bytes' in file.source ? file.source.bytes : new Uint8Array());
};

async function ended(job: Job): Promise<Job> {
  for (;;) {
    const now = served.composed.host.jobs().find(({ id }) => id === job.id);
    if (now !== undefined && now.state !== 'running') return now;
    await new Promise((wake) => setTimeout(wake, 20));
  }
}

describe('what is due', () => {
  it('counts each kind as its list has it, and everyone else has a reason', async () => {
    const { due, kinds, not_due } = await today();
    for (const { kind, number, due: count, lacking } of kinds) {
      const rows = due.filter((row) => row.kind === kind && row.number === number);
      expect(rows).toHaveLength(count);
      expect(rows.filter(({ lacks }) => lacks.length > 0)).toHaveLength(lacking);
    }
    const all = value(await served.call('letters/not-due', { chase: null, code: null, text: '' }));
    const counted = [...Object.values(not_due.apply), ...Object.values(not_due.tif)];
    expect(all.total).toBe(counted.reduce((sum, count) => sum + count, 0));
    expect(all.rows.every(({ reason }) => reason.endsWith('.'))).toBe(true);
    const held = value(await served.call('letters/not-due', { chase: 'tif', code: 'tif_complete', text: '' })); // prettier-ignore
    expect(held.total).toBe(not_due.tif.tif_complete);
  });

  it('is counted on Today as the lists have it', async () => {
    const { due } = await today();
    const ahead = value(await served.call('coming-up/get', { days: 7 }));
    const isChased = ({ kind }: { readonly kind: string }) => kind === 'apply' || kind === 'tif';
    expect(value(await served.call('work/due', {}))).toEqual({
      reminders: due.filter(isChased).length,
      letters: due.filter((row) => !isChased(row)).length,
      changes: ahead.events.filter(matters).length,
      changes_days: 7,
    });
  });

  it('gives a child’s own letters alone, and says of each reminder whether it is due or why not', async () => {
    const { due } = await today();
    const all = value(await served.call('letters/not-due', { chase: null, code: null, text: '' }));
    const issued = value(await served.call('letters/issued', { text: '', batch: null }));
    const ids = [due, all.rows, issued.rows].map(
      (rows) => rows.find(({ client_id }) => client_id !== null)?.client_id,
    );
    for (const client_id of ids) {
      if (client_id === undefined || client_id === null) throw new Error('No child to ask about.');
      const own = value(await served.call('letters/case', { client_id }));
      const isOwn = (row: { readonly client_id: number | null }) => row.client_id === client_id;
      expect(own.due.map(({ at }) => at)).toEqual(due.filter(isOwn).map(({ at }) => at));
      expect(own.issued).toEqual(issued.rows.filter(isOwn));
      expect(own.not_due).toEqual(all.rows.filter(isOwn));
      expect(own.due.length + own.issued.length + own.not_due.length).toBeGreaterThan(0);
    }
  });

  it('shows no address in any list or file of lists', async () => {
    const { due } = await today();
    const store = value(served.composed.host.store());
    const homes = store.clients.all().map(({ home_address }) => home_address);
    const shown = JSON.stringify(due);
    expect(homes.filter((home) => home !== '' && shown.includes(home))).toEqual([]);
    const name = value(await served.call('letters/export', { list: 'due', kind: null, text: '' }));
    const file = text(name.file_id);
    expect(file.split('\r\n').length - 2).toBe(due.length);
    expect(homes.filter((home) => home !== '' && file.includes(home))).toEqual([]);
  });

  it('takes a reason for a refusal that the record has none of, and then prints it', async () => {
    const lacking = (await today()).due.find((row) => row.mend === 'reason');
    if (lacking === undefined) throw new Error('The demonstration has no letter without a reason.');
    const { kind, number, ref, about } = lacking;
    const before = value(await served.call('letters/preview', { kind, number, ref, about }));
    expect(before.html).toBeNull();
    const words = 'The walk <b>is</b> 1.2 miles.';
    const after = value(await served.call('letters/reason', { kind, ref, about, text: words }));
    expect(after.due.find((row) => row.ref === ref && row.kind === kind)?.lacks).toEqual([]);
    const shown = value(await served.call('letters/preview', { kind, number, ref, about }));
    expect(shown.html).toContain('The walk &#60;b&#62;is&#60;/b&#62; 1.2 miles.');
    expect(shown.html).toContain('Invented data');
  });

  it('refuses a letter that is not called for', async () => {
    const key = { kind: 'refused', number: 0, ref: 'KT26-99999', about: '' } as const;
    expect(await served.call('letters/preview', key)).toMatchObject({ error: { code: 'not_due' } });
  });
});

describe('families', () => {
  it('are proposed, linked and unlinked', async () => {
    const { due } = await today();
    const ids = [...new Set(due.flatMap(({ client_id }) => client_id ?? []))].slice(0, 2);
    for (const client_id of ids) {
      const changes = { surname: 'Quill', phone: '01632 960 123' };
      value(await served.call('applications/update', { client_id, changes }));
    }
    const page = value(await served.call('letters/families', { text: '' }));
    const [group] = page.proposed;
    if (group === undefined) throw new Error('The demonstration proposes no siblings.');
    const refs = group.members.map(({ ref }) => ref);
    value(await served.call('letters/link', { refs, together: true }));
    const linked = value(await served.call('letters/families', { text: '' }));
    expect(linked.linked[0]?.members.map(({ ref }) => ref).toSorted()).toEqual(refs.toSorted());
    expect(linked.proposed.some((each) => each.members[0]?.ref === refs[0])).toBe(false);
    value(await served.call('letters/link', { refs, together: false }));
    expect(value(await served.call('letters/families', { text: '' })).linked).toEqual([]);
    const name = group.members[0]?.name ?? '';
    const found = value(await served.call('letters/families', { text: name.toUpperCase() })).found;
    expect(found.map(({ ref }) => ref)).toContain(refs[0]);
  });
});

describe('the council’s wording', () => {
  const wording = (given: Partial<Input<'letters/set-wording'>>): Input<'letters/set-wording'> => ({
    kind: 'tif',
    number: 1,
    from_on: isoDate('2026-08-10'),
    source: 'Agreed by the team',
    subject: 'Form for {child}',
    paragraphs: ['Please send it by {nonsense}.'],
    ...given,
  });

  it('is refused with fields that the letter cannot fill, all named', async () => {
    const paragraphs = ['By {nonsense}, {appeal_by}.'];
    expect(
      await served.call('letters/set-wording', wording({ paragraphs, subject: ' ' })),
    ).toMatchObject({
      error: {
        code: 'bad_wording',
        details: {
          problems: [
            'The subject is empty.',
            '{nonsense} is not a field of this letter.',
            '{appeal_by} is not a field of this letter.',
          ],
        },
      },
    });
  });

  it('is tried on a case before it is saved, and counts from its day on', async () => {
    const paragraphs = ['Dear reader of {ref}.', '- one\n- two'];
    const { ref = '' } = (await today()).due.find((row) => row.kind === 'tif' && row.number === 1 && row.lacks.length === 0) ?? {}; // prettier-ignore
    const tried = value(
      await served.call('letters/try', { kind: 'tif', number: 1, ref, subject: '{child}', paragraphs }), // prettier-ignore
    );
    expect(tried.html).toContain(`Dear reader of ${ref}.`);
    expect(tried.html).toContain('<ul><li dir="auto">one</li><li dir="auto">two</li></ul>');
    value(await served.call('letters/set-wording', wording({ paragraphs })));
    const shown = value(await served.call('letters/preview', { kind: 'tif', number: 1, ref, about: '' })); // prettier-ignore
    expect(shown.html).toContain(`Dear reader of ${ref}.`);
    const all = value(await served.call('settings/list', {}));
    expect(all.filter(({ key }) => key === 'letter_tif_1').map(({ source }) => source)).toEqual([
      "Kerbside's own wording, November 2026; put your council's here",
      'Agreed by the team',
    ]);
  });
});

describe.skipIf(CHROMIUM === null)('a batch', () => {
  const writable = async (): Promise<readonly string[]> =>
    (await today()).due
      .filter((row) => row.kind === 'received' && row.lacks.length === 0)
      .map(({ ref }) => ref);

  it('that is cancelled records nothing', async () => {
    const refs = await writable();
    const batches = value(await served.call('letters/issued', { text: '', batch: null })).batches;
    const job = value(await served.call('letters/issue', { kind: 'received', refs: [...refs] }));
    value(await served.call('jobs/cancel', { id: job.id }));
    expect(await ended(job)).toMatchObject({ state: 'cancelled' });
    expect(await writable()).toEqual(refs);
    const after = value(await served.call('letters/issued', { text: '', batch: null })).batches;
    expect(after).toEqual(batches);
  });

  it('is summed up, made, recorded, printed again and withdrawn', async () => {
    const refs = (await writable()).slice(0, 5);
    const plan = value(await served.call('letters/plan', { kind: 'received', refs: [...refs] }));
    expect(plan).toMatchObject({ letters: 5, left_out: [] });
    // One letter of a child left out by what it is about: the others stay.
    const { about = '' } = (await today()).due.find(({ kind, ref }) => kind === 'received' && ref === refs[0]) ?? {}; // prettier-ignore
    const except = [{ ref: refs[0] ?? '', about }];
    expect(value(await served.call('letters/plan', { kind: 'received', refs: [...refs], except }))).toMatchObject({ letters: 4 }); // prettier-ignore
    const others = [{ ref: refs[0] ?? '', about: 'another' }];
    expect(value(await served.call('letters/plan', { kind: 'received', refs: [...refs], except: others }))).toMatchObject({ letters: 5 }); // prettier-ignore
    served.composed.host.setOfficer('Ruth Okoro');
    const job = value(await served.call('letters/issue', { kind: 'received', refs: [...refs] }));
    const done = await ended(job);
    if (done.result?.kind !== 'letters') throw new Error(JSON.stringify(done.error));
    expect([...done.result.files].toSorted()).toEqual([...plan.files].toSorted());
    const { batch } = done.result;
    const page = value(await served.call('letters/issued', { text: '', batch }));
    expect(page.rows.map(({ ref }) => ref).toSorted()).toEqual([...refs].toSorted());
    expect(page.rows.every((row) => row.has_text && row.issued_by === 'Ruth Okoro')).toBe(true);
    expect(await writable()).not.toContain(refs[0]);

    const ids = page.rows.map(({ id }) => id);
    const again = await ended(value(await served.call('letters/reprint', { ids })));
    if (again.result?.kind !== 'export') throw new Error(JSON.stringify(again.error));
    expect(text(again.result.file_id).slice(0, 4)).toBe(plan.protected_addresses > 0 ? 'PK\u0003\u0004' : '%PDF'); // prettier-ignore

    expect(await served.call('letters/withdraw', { ids, reason: ' ' })).toMatchObject({
      error: { code: 'no_reason' },
    });
    const reason = 'The post room was closed.';
    expect(value(await served.call('letters/withdraw', { ids, reason }))).toEqual({ withdrawn: 5 });
    expect((await writable()).slice(0, 5)).toEqual(refs);
    const [row] = value(await served.call('letters/issued', { text: '', batch })).rows;
    expect(row?.withdrawn).toEqual({ on: '2026-08-10', by: 'Ruth Okoro', reason });
  });

  it('refuses what is no longer due', async () => {
    const job = value(
      await served.call('letters/issue', { kind: 'received', refs: ['KT26-99999'] }),
    );
    expect(await ended(job)).toMatchObject({
      state: 'failed',
      error: { code: 'application_not_found' },
    });
  });
});
