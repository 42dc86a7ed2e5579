/**
 * Runs the real main.ts on the stand-in, tries its walls from inside the page, and prints what happened as JSON.
 * Started by the test as `node --import ./register.ts drive.ts --store=FILE`.
 */
import type { Page } from 'playwright-core';
import { BrowserWindow, isBlocked } from './electron.ts';
import { log } from './log.ts';

await import('../../../electron/main.ts');

const page = await firstPage();
const heading = await page
  .locator('h1, h2')
  .first()
  .textContent({ timeout: 15_000 })
  .catch(() => null);
const inside = await page.evaluate(tryFromInside);
const printed = await page.evaluate(printFromInside);
const outside = await tryWalls(page);
const shot = process.env['KERBSIDE_SHOT'];
if (shot !== undefined) await page.screenshot({ path: shot });
process.stdout.write(`${JSON.stringify({ heading, inside, printed, outside, log })}\n`);
for (const window of BrowserWindow.getAllWindows()) await window.end();
process.exit(0);

async function firstPage(): Promise<Page> {
  for (;;) {
    const opened = BrowserWindow.getAllWindows()[0]?.webContents.page ?? null;
    if (opened !== null && log.shown > 0) return opened;
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
  }
}

/** Runs in the page: what it can reach, and what the bridge answers. */
async function tryFromInside() {
  const bridge: unknown = Reflect.get(window, 'kerbside');
  if (bridge === null || typeof bridge !== 'object') return null;
  const method = (name: string, ...input: unknown[]): Promise<unknown> =>
    Promise.resolve(Reflect.apply(Reflect.get(bridge, name) as () => unknown, bridge, input));
  const failed = (work: Promise<unknown>) => work.then(() => 'allowed', String);
  const bytes = new Uint8Array([0, 1, 254, 255]);
  const id = await method('putFile', 'a.bin', bytes);
  const back = await method('getFile', id);
  return {
    exposed: Object.keys(bridge).sort(),
    info: await method('call', 'app/info', {}),
    badInput: await method('call', 'store/open', { path: '' }),
    unknown: await failed(method('call', 'no/such', {})),
    bytes: back instanceof Uint8Array ? [...back] : null,
    node: ['process', 'require', 'module', 'Buffer'].filter((name) => name in window),
    network: await failed(fetch('https://example.org/')),
  };
}

/** Runs in the page: exports the committee's paper, which a worker makes and the host prints. */
async function printFromInside() {
  const bridge: unknown = Reflect.get(window, 'kerbside');
  if (bridge === null || typeof bridge !== 'object') return null;
  const method = (name: string, ...input: unknown[]): unknown =>
    Reflect.apply(Reflect.get(bridge, name) as () => unknown, bridge, input);
  interface Ended {
    readonly type: string;
    readonly job: { readonly state: string; readonly error: unknown; readonly result: unknown };
  }
  const ended = new Promise<Ended['job']>((resolve) => {
    method('onEvent', (event: Ended) => {
      if (event.type === 'job' && event.job.state !== 'running') resolve(event.job);
    });
  });
  const started = await method('call', 'export/start', { report: 'cost-pressure', format: 'pdf' });
  const job = await ended;
  const id: unknown = Reflect.get(Object(job.result), 'file_id');
  const bytes = id === undefined ? null : await method('getFile', id);
  return {
    started,
    state: job.state,
    error: job.error,
    head: bytes instanceof Uint8Array ? String.fromCharCode(...bytes.subarray(0, 5)) : '',
  };
}

async function tryWalls(page: Page) {
  const before = page.url();
  await page.evaluate(() => {
    window.open('https://example.org/popup');
  });
  await page.evaluate(() => {
    window.location.href = 'https://example.org/away';
  });
  await page.waitForTimeout(200);
  const answer = await page.goto(page.url());
  return {
    stayed: page.url() === before,
    policy: answer?.headers()['content-security-policy'] ?? '',
    blocked: ['https://example.org/x', 'file:///etc/passwd', 'app://other/'].map(isBlocked),
    own: isBlocked('app://kerbside/index.html'),
  };
}
