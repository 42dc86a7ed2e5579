import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openStore } from '../../db/open.ts';
import { sectionPages } from '../../electron/files/pdf-pages.ts';
import { decide } from '../../electron/jobs/decide.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import { kerbside } from '../helpers/terminal-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'kerbside-pack-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Signs a refusal on the first application that waits for one. */
function signOne(): string {
  const opened = openStore(join(folder, 'demo.kerbside'), {});
  if (!opened.ok) throw new Error(opened.error.cause);
  const store = opened.value;
  const application = store.applications
    .all()
    .find(({ status, held_reason }) => status === 'checking' && held_reason === '');
  const on = isoDate('2026-08-10');
  const proposed = decide(store, { ref: application?.ref ?? '', on });
  const facts = proposed.ok ? proposed.value.applications[0] : undefined;
  if (application === undefined || facts === undefined) throw new Error('nothing to decide');
  store.write({ who: 'R. Officer', why: 'R. Officer' }, () => {
    store.decisions.sign({
      application,
      decided_on: on,
      given: {
        outcome: 'refused',
        award: null,
        reason: 'Within the limit.',
        signed_by: 'R. Officer',
      },
      departs: true,
      facts,
    });
  });
  store.close();
  return application.ref;
}

describe('kerbside appeal-pack', () => {
  it('writes one .pdf whose index knows its pages, and says what is wanting where nothing is decided', async () => {
    const made = await kerbside(folder, 'demo', '--store', 'demo.kerbside', '--clients', '200');
    expect(made.code, made.err).toBe(0);
    const pack = (ref: string, out: string) =>
      kerbside(
        folder,
        'appeal-pack',
        '--store',
        'demo.kerbside',
        '--ref',
        ref,
        '--out',
        out,
        '--json',
      );
    const none = await pack('KT26-99999', 'none.pdf');
    expect(none.code).toBe(1);
    expect(none.json()).toMatchObject({ code: 'application_not_found' });
    const ref = signOne();
    const done = await pack(ref, 'pack.pdf');
    expect(done.code, done.err).toBe(0);
    const bytes = new Uint8Array(readFileSync(join(folder, 'pack.pdf')));
    expect(done.json()).toMatchObject({ ref, bytes: bytes.byteLength });
    const pages = sectionPages(bytes);
    expect(pages.get('decision')).toBe(2);
    expect(pages.get('history')).toBeGreaterThanOrEqual(3);
  });
});
