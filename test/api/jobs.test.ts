import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { silent } from '../../electron/jobs/context.ts';
import { makeDemo } from '../../electron/jobs/make-demo.ts';
import type { Input } from '../../shared/api/contract.ts';
import type { HostEvent, Job } from '../../shared/api/views/jobs.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { ROOT, serveStore, type ServedStore } from '../helpers/served-store.ts';

const SCHOOLS = join(ROOT, 'test/fixtures/files/schools.csv');
const PASSPHRASE = 'four quiet words here';

let served: ServedStore;
const events: HostEvent[] = [];
let waiting: ((job: Job) => void)[] = [];

/** Serves a store and remembers every event. */
async function start(options: Parameters<typeof serveStore>[0]): Promise<void> {
  served = await serveStore(options);
  served.composed.listen((event) => {
    events.push(event);
    if (event.type === 'job' && event.job.state !== 'running') {
      for (const hear of waiting) hear(event.job);
    }
  });
}
afterEach(async () => {
  waiting = [];
  events.length = 0;
  await served.close();
  expect(served.bugs).toEqual([]);
});

function value<T>(answer: Result<T>): T {
  if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.cause}`);
  return answer.value;
}

/** Channels that answer a job. */
type LongChannel =
  'import/start' | 'plan/start' | 'export/start' | 'store/backup' | 'store/restore';

/** Starts long work and waits for its end. */
async function run<C extends LongChannel>(channel: C, input: Input<C>): Promise<Job> {
  const ended: Job[] = [];
  let wake: () => void = () => undefined;
  waiting.push((job) => {
    ended.push(job);
    wake();
  });
  const { id } = value<Job>(await served.call<LongChannel>(channel, input));
  for (;;) {
    const job = ended.find((each) => each.id === id);
    if (job !== undefined) return job;
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
  }
}

const put = (name: string, bytes: Uint8Array) => served.composed.host.files.put(name, bytes);

describe('a council’s store', () => {
  it('is made, filled by a job, backed up, and restored', async () => {
    await start({ bare: true });
    const path = value(await served.call('store/suggest-path', { county: 'St Anne’s & Co' })).path;
    expect(path).toContain('st-anne-s-co.kerbside');
    const made = value(
      await served.call('store/create', { path, county: 'Kent', passphrase: PASSPHRASE }),
    );
    expect(made.store).toMatchObject({ encrypted: true, demo: false, county: 'Kent' });
    expect(made.recent[0]).toMatchObject({ path, encrypted: true });

    const id = put('schools.csv', readFileSync(SCHOOLS));
    const imported = await run('import/start', { kind: 'schools' as const, file_ids: [id] });
    expect(imported).toMatchObject({ state: 'done', result: { kind: 'import' } });
    if (imported.result?.kind !== 'import') throw new Error('no report');
    const { read, added, held, refused } = imported.result.report;
    expect(added).toBeGreaterThan(0);
    expect(added + held + refused).toBe(read);
    const told = events.filter((event) => event.type === 'changed');
    expect(told.at(-1)?.areas).toContain('data');

    const backup = await run('store/backup', {});
    if (backup.result?.kind !== 'backup') throw new Error('no back-up');
    expect(existsSync(backup.result.path)).toBe(true);

    const again = await run('import/start', { kind: 'schools' as const, file_ids: [id] });
    expect(again.result).toMatchObject({ report: { added: 0, changed: 0 } });

    const restored = await run('store/restore', { path: backup.result.path });
    expect(restored).toMatchObject({ state: 'done', error: null });
    // The store is open again afterwards, under the same passphrase.
    expect(value(await served.call('app/info', {})).store?.path).toBe(path);
    expect(await served.call('schools/search', { text: 'school', limit: 5 })).toMatchObject({
      ok: true,
    });
  });

  it('is backed up once on the day it is first opened', async () => {
    await start({ bare: true });
    const path = join(served.folder, 'own.kerbside');
    await served.call('store/create', { path, county: 'Kent', passphrase: PASSPHRASE });
    const wrong = await served.call('store/open', { path, passphrase: 'wrong' });
    expect(wrong).toMatchObject({ ok: false, error: { code: 'wrong_passphrase' } });

    const ended = new Promise<Job>((resolve) => waiting.push(resolve));
    expect((await served.call('store/open', { path, passphrase: PASSPHRASE })).ok).toBe(true);
    expect(await ended).toMatchObject({ kind: 'backup', state: 'done' });
    const names = readdirSync(join(served.folder, 'backups'));
    expect(names.filter((name) => name.includes('daily'))).toHaveLength(1);
  });
});

describe('long work', () => {
  const demo = async (): Promise<void> => {
    await start({ bare: true });
    const path = join(served.folder, 'demo.kerbside');
    const made = makeDemo(path, { clients: 1000, seed: 1 }, silent);
    if (!made.ok) throw new Error(made.error.cause);
    value(await served.call('store/open', { path }));
  };

  it('is told stage by stage, and ends in a plan', async () => {
    await demo();
    const job = await run('plan/start', { school_urn: null, iterations: 10, seed: 1 });
    expect(job).toMatchObject({ state: 'done', result: { kind: 'plan' } });
    const stages = events.flatMap((event) => (event.type === 'job' ? [event.job.stage] : []));
    expect(stages.length).toBeGreaterThan(2);
    expect(value(await served.call('plan/current', {}))).not.toBeNull();
    expect(value(await served.call('jobs/list', {}))[0]?.id).toBe(job.id);
  });

  it('is cancelled, leaves the store as it was, and keeps a second writer waiting', async () => {
    await demo();
    const ended = new Promise<Job>((resolve) => waiting.push(resolve));
    const input = { school_urn: null, seconds: 600, seed: 1 };
    const { id } = value(await served.call('plan/start', input));
    expect(await served.call('plan/start', input)).toMatchObject({
      ok: false,
      error: { code: 'busy' },
    });
    expect(value(await served.call('jobs/cancel', { id }))).toEqual({ cancelled: true });
    expect(await ended).toMatchObject({ id, state: 'cancelled' });
    expect(value(await served.call('plan/current', {}))).toBeNull();
    expect(value(await served.call('jobs/cancel', { id }))).toEqual({ cancelled: false });
  });

  it('hands a made file over by its id', async () => {
    await demo();
    await run('plan/start', { school_urn: null, iterations: 0, seed: 1 });
    const job = await run('export/start', { report: 'cost-pressure', format: 'csv' });
    if (job.result?.kind !== 'export') throw new Error(job.error?.cause ?? 'no file');
    const sent = await served.post(`/files/${job.result.file_id}`, '');
    expect((await sent.arrayBuffer()).byteLength).toBe(job.result.bytes);
    expect(job.result.name).toMatch(/\.csv$/);
  });

  it('fails with a sentence where its file is gone', async () => {
    await demo();
    const asked = await served.call('import/start', { kind: 'schools', file_ids: ['gone'] });
    expect(asked).toMatchObject({ ok: false, error: { code: 'file_gone' } });
  });
});
