import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../db/store.ts';
import { sectionPages } from '../../electron/files/pdf-pages.ts';
import { appealFacts } from '../../electron/jobs/appeal-facts.ts';
import { appealPack } from '../../electron/jobs/appeal-pack.ts';
import { appealPaper } from '../../electron/jobs/appeal-paper.ts';
import { silent } from '../../electron/jobs/context.ts';
import { decide } from '../../electron/jobs/decide.ts';
import { defined } from '../../shared/kernel/assert.ts';
import { wayGiven } from '../helpers/evidence-of.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import { ok } from '../../shared/kernel/result.ts';
import { addClients, addPlaces, BY_TEST, madeFolder, madeStore, ON } from './made-store.ts';

const folder = madeFolder();
let store: Store;
let made = 0;
beforeEach(() => {
  store = madeStore(join(folder.path, `${++made}.kerbside`));
  addPlaces(store);
  addClients(store, [{ ref: 'A', forename: 'Zoë', surname: 'Quillwright', postcode: 'ME14 1CV' }]);
  store.write(BY_TEST, () => {
    store.clients.update(1, {
      home_address: '12 Pennywort Rise',
      section_i: 'Bower Grove School, <word> for word.',
    });
    store.applications.update('A', { received_on: isoDate('2026-06-01') });
  });
});
afterAll(folder.cleanUp);

function sign(): void {
  const application = store.applications.get('A');
  const proposed = decide(store, { ref: 'A', on: isoDate('2026-07-01') });
  if (application === null || !proposed.ok) throw new Error('not proposed');
  const [facts] = proposed.value.applications;
  if (facts === undefined) throw new Error('not proposed');
  store.write(BY_TEST, () => {
    store.decisions.sign({
      application,
      decided_on: isoDate('2026-07-01'),
      given: {
        outcome: 'refused',
        award: null,
        reason: 'Within the limit.',
        signed_by: 'R. Officer',
      },
      departs: false,
      facts,
    });
  });
}

function lodge(): void {
  store.write(BY_TEST, () => {
    store.decisions.lodge(1, {
      stage: 1,
      grounds: ['route_safety'],
      lodged_on: isoDate('2026-07-15'),
      transport_goes_on: true,
      note: 'The lane has no pavement.',
      signed_by: 'P. Chair',
    });
  });
}

async function paperOf(): Promise<string> {
  const pack = appealFacts(store, 'A', ON);
  if (!pack.ok) throw new Error(pack.error.cause);
  return (await appealPaper(pack.value, new Map([['rules', 7]]))).replace(/base64,[^)]*/, '');
}

describe('the appeal pack', () => {
  it('needs a decision that is signed here', () => {
    expect(appealFacts(store, 'X', ON)).toMatchObject({ error: { code: 'application_not_found' } });
    expect(appealFacts(store, 'A', ON)).toMatchObject({ error: { code: 'no_decision' } });
  });

  it('stands on the facts as they were signed, whatever the record says now', async () => {
    sign();
    store.write(BY_TEST, () => store.clients.update(1, { section_i: 'Another school.' }));
    const paper = await paperOf();
    expect(paper).toContain('Bower Grove School, &#60;word&#62; for word.');
    expect(paper).toContain('Another school.');
    for (const words of [
      'Every rule, on the facts as they stood',
      'Nearest suitable school',
      'Extended rights',
      'Education Act 1996',
      'Within the limit.',
      '12 Pennywort Rise, ME14 1CV',
      'No appeal has been lodged. Stage 1 may be lodged until 29 Jul 2026.',
    ])
      expect(paper, words).toContain(words);
    expect(paper).toContain('<span class="page-no">7</span>');
  });

  it('prints the evidence of the decision, not what came later, and no protected home', async () => {
    const record = (to: string) => {
      const application = defined(store.applications.get('A'), 'A');
      const given = wayGiven({ from: 'the gate of 12 Pennywort Rise', to, measured_on: isoDate('2026-06-20') }); // prettier-ignore
      store.write(BY_TEST, () =>
        store.evidence.record(application, given, { on: isoDate('2026-06-21'), by: 'W. Walker' }),
      );
    };
    record('the north <gate>');
    sign();
    record('the south gate');
    const paper = await paperOf();
    expect(paper).toContain('Evidence, as it lay before the decision');
    expect(paper).toContain('to the north &#60;gate&#62;');
    expect(paper).toContain('<bdi>W. Walker</bdi>');
    const part = /<section class="part" id="evidence">.*?<\/section>/s.exec(paper)?.[0] ?? '';
    expect(part).toContain('north');
    expect(part).not.toContain('south');
    store.write(BY_TEST, () => store.clients.update(1, { protected_address: true }));
    expect(await paperOf()).not.toContain('Pennywort');
  });

  it('has the grounds, and the timeline in working days', async () => {
    sign();
    lodge();
    const paper = await paperOf();
    expect(paper).toContain('Safety of the route');
    expect(paper).toContain('The lane has no pavement.');
    // 1 June to 1 July: 22 working days; on to 15 July: 10.
    const days = [...paper.matchAll(/<td class="number">(\d*)<\/td><td dir="auto">/g)];
    expect(days.map(([, count]) => count)).toEqual(['', '22', '10']);
  });

  it('leaves a protected address out everywhere, also of the history', async () => {
    sign();
    store.write(BY_TEST, () => store.clients.update(1, { protected_address: true }));
    const paper = await paperOf();
    expect(paper).not.toContain('Pennywort');
    expect(paper).not.toContain('ME14');
    expect(paper).toContain('Protected address: left out of this pack');
    expect(paper).toContain('Changes of the protected address are left out.');
  });

  it('takes a protected address out of the words of others, however it is written', async () => {
    sign();
    lodge();
    store.write(BY_TEST, () =>
      store.clients.update(1, {
        section_i: 'He walks from 12  pennywort rise (ME141CV), not from 112 Pennywort Rise.',
      }),
    );
    expect(await paperOf()).toContain('12  pennywort rise (ME141CV)');
    store.write(BY_TEST, () => store.clients.update(1, { protected_address: true }));
    expect(await paperOf()).toContain(
      'He walks from (protected address) ((protected address)), not from 112 Pennywort Rise.',
    );
  });

  it('is printed twice, the index numbered by where the sections fell, and can be cancelled between', async () => {
    sign();
    const printed: string[] = [];
    const printer = (html: string) => {
      printed.push(html);
      return Promise.resolve(ok(new Uint8Array(Buffer.from(PDF))));
    };
    const done = await appealPack(store, { ref: 'A', on: ON }, silent, printer);
    expect(done).toMatchObject({ ok: true, value: { name: 'appeal-pack-A-2026-08-10.pdf' } });
    expect(printed).toHaveLength(2);
    expect(printed[1]).toContain(
      '3. Every rule, on the facts as they stood</span><span class="dots"></span><span class="page-no">3</span>',
    );
    const ctx = { ...silent, cancelled: () => true };
    expect(await appealPack(store, { ref: 'A', on: ON }, ctx, printer)).toMatchObject({
      error: { code: 'cancelled' },
    });
    expect(printed).toHaveLength(3);
  });
});

/** The parts of Chromium's own .pdf that hold pages and destinations: a tree of two levels, pages out of number. */
const PDF = `%PDF-1.4
20 0 obj
<</Type /Pages
/Count 3
/Kids [21 0 R 9 0 R]>>
endobj
21 0 obj
<</Type /Pages
/Parent 20 0 R
/Kids [2 0 R 11 0 R]>>
endobj
22 0 obj
<</decision [11 0 R /XYZ 6 827.6 0]
/rules [9 0 R /XYZ 6 500 0]
/gone [99 0 R /XYZ 6 500 0]>>
endobj
<</Dest [2 0 R /XYZ 1 1 0]>>`;

describe('pages of a .pdf', () => {
  it('are counted along the tree; what is not there has none', () => {
    expect([...sectionPages(new Uint8Array(Buffer.from(PDF)))]).toEqual([
      ['decision', 2],
      ['rules', 3],
    ]);
    expect(sectionPages(new Uint8Array([1, 2, 3])).size).toBe(0);
  });
});
