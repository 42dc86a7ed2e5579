import { request } from 'node:http';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HostEvent } from '../../shared/api/views/jobs.ts';
import { serveStore, type ServedStore } from '../helpers/served-store.ts';

let served: ServedStore;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kerbside-page-'));
  mkdirSync(join(folder, 'page/assets'), { recursive: true });
  writeFileSync(join(folder, 'page/index.html'), '<!doctype html><title>Kerbside</title>');
  writeFileSync(join(folder, 'page/assets/app.js'), 'export {};');
  writeFileSync(join(folder, 'page/secret.kerbside'), 'not a page');
  writeFileSync(join(folder, 'outside.html'), 'outside');
  served = await serveStore({ renderer: join(folder, 'page') });
});
afterAll(async () => {
  await served.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A request with exactly these headers and this raw path, which fetch would tidy. */
function raw(
  path: string,
  options: { readonly method?: string; readonly headers?: Record<string, string> } = {},
): Promise<{ readonly status: number; readonly body: string }> {
  const { hostname, port } = new URL(served.origin);
  return new Promise((resolve, reject) => {
    const asked = request(
      { hostname, port, path, method: options.method ?? 'GET', headers: options.headers ?? {} },
      (answer) => {
        let body = '';
        answer.setEncoding('utf8');
        answer.on('data', (part: string) => (body += part));
        answer.on('end', () => {
          resolve({ status: answer.statusCode ?? 0, body });
        });
      },
    );
    asked.on('error', reject);
    asked.end(options.method === 'POST' ? '{}' : undefined);
  });
}

const asPage = (): Record<string, string> => ({
  authorization: `Bearer ${served.token}`,
  origin: served.origin,
});

describe('who is answered', () => {
  it('answers its own page', async () => {
    const answer = await raw('/api/app/info', { method: 'POST', headers: asPage() });
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toMatchObject({ ok: true, value: { shell: 'browser' } });
  });

  it.each<[string, number, () => Record<string, string>]>([
    ['no token', 401, () => ({ origin: served.origin })],
    ['a wrong token', 401, () => ({ ...asPage(), authorization: 'Bearer wrong' })],
    ['the token as another scheme', 401, () => ({ ...asPage(), authorization: served.token })],
    ['the token as a cookie', 401, () => ({ origin: served.origin, cookie: served.token })],
    ['no origin', 403, () => ({ authorization: `Bearer ${served.token}` })],
    ['another origin', 403, () => ({ ...asPage(), origin: 'http://127.0.0.1:1' })],
    ['a null origin', 403, () => ({ ...asPage(), origin: 'null' })],
    ['a page of another site', 403, () => ({ ...asPage(), 'sec-fetch-site': 'cross-site' })],
    ['another port of this machine', 403, () => ({ ...asPage(), 'sec-fetch-site': 'same-site' })],
    ['a name pointed at this machine', 403, () => ({ ...asPage(), host: 'evil.example' })],
    [
      'localhost',
      403,
      () => ({ ...asPage(), host: served.origin.replace('http://127.0.0.1', 'localhost') }),
    ],
  ])('turns away %s', async (_who, status, headers) => {
    for (const path of ['/api/app/info', '/files', '/files/x', '/events']) {
      const answer = await raw(path, { method: 'POST', headers: headers() });
      expect(answer.status, path).toBe(status);
      expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: { code: 'refused' } });
    }
  });

  it('uses no other method', async () => {
    for (const method of ['PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
      expect((await raw('/api/app/info', { method, headers: asPage() })).status).toBe(405);
    }
    expect((await raw('/api/app/info', { headers: asPage() })).status).toBe(404);
  });

  it('shows its page to no other site', async () => {
    expect((await raw('/', { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
    expect((await raw('/', { headers: { host: 'evil.example' } })).status).toBe(403);
    expect((await raw('/', { headers: { 'sec-fetch-site': 'none' } })).status).toBe(200);
  });
});

describe('the page', () => {
  it('comes with its policy and is not kept', async () => {
    const answer = await fetch(served.origin);
    expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(answer.headers.get('content-security-policy')).not.toContain('unsafe-eval');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(await answer.text()).not.toContain(served.token);
  });

  it.each([
    '/../outside.html',
    '/..%2foutside.html',
    '/%2e%2e/outside.html',
    '/assets/../../outside.html',
    '/..%5coutside.html',
    '//outside.html',
    '/%00index.html',
    '/%E0%A4%A',
    '/secret.kerbside',
    '/assets',
  ])('has nothing at %s', async (path) => {
    const answer = await raw(path);
    expect(answer.status).toBe(404);
    expect(answer.body).not.toContain('outside');
  });
});

describe('what passes', () => {
  it('keeps a file by its id, name and bytes', async () => {
    const bytes = Uint8Array.from({ length: 1000 }, (_, at) => at % 256);
    const sent = await fetch(`${served.origin}/files`, {
      method: 'POST',
      headers: { ...asPage(), 'x-file-name': encodeURIComponent('Sömmer 2026.xlsx') },
      body: bytes,
    });
    const { value } = (await sent.json()) as { readonly value: { readonly id: string } };
    const held = served.composed.host.files.get(value.id);
    expect(held).toMatchObject({ ok: true, value: { name: 'Sömmer 2026.xlsx' } });
    const back = await served.post(`/files/${value.id}`, '');
    expect(back.headers.get('cache-control')).toBe('no-store');
    expect(new Uint8Array(await back.arrayBuffer())).toEqual(bytes);
    expect((await served.post('/files/no-such-id', '')).status).toBe(404);
  });

  it('refuses what is not JSON, and what is too large, in a sentence', async () => {
    const broken = await served.post('/api/app/info', '{');
    expect(broken.status).toBe(400);
    expect(await broken.json()).toMatchObject({ ok: false, error: { code: 'bad_input' } });
    const large = await served.post('/api/app/info', `"${'x'.repeat(5 * 1024 ** 2)}"`);
    expect(large.status).toBe(413);
  });

  it('tells events as they happen', async () => {
    const stream = await served.post('/events', '{}');
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toBe('\n');
    served.composed.host.changed('plan', 'applications');
    const line = (await reader?.read())?.value ?? '';
    const event = JSON.parse(line) as HostEvent;
    expect(event).toEqual({ type: 'changed', areas: ['plan', 'applications'] });
    await reader?.cancel();
  });
});
