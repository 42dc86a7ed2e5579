/** A page on browser mode in Chromium, watched: any console error or request beyond 127.0.0.1 fails the test. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchChromium, sharedChromium } from './chromium.ts';
import { ROOT, serveStore, type ServedStore, type ServedStoreOptions } from './served-store.ts';

/** Where a person can look at each screen after a run. */
export const SCREENS = join(ROOT, 'build/screens');

/** A page under watch. */
export interface Watched {
  readonly page: Page;
  readonly served: ServedStore;
  /** Console errors, page errors, failed or foreign requests, bugs in the host: each a line. */
  readonly problems: string[];
  /** Writes build/screens/NAME.png. */
  readonly screenshot: (name: string) => Promise<void>;
  /** Throws when there were problems, and ends pages, server and store. */
  readonly close: () => Promise<void>;
}

/** Opens Kerbside in Chromium on a store of its own. */
export async function openInBrowser(
  options: ServedStoreOptions & {
    readonly width?: number;
    readonly height?: number;
    /** A Chromium started for this page alone: where pictures are compared to the point. */
    readonly ownChromium?: boolean;
  } = {},
): Promise<Watched> {
  const served = await serveStore(options);
  const isOwn = options.ownChromium === true;
  const browser = isOwn ? await launchChromium() : await sharedChromium();
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1400, height: options.height ?? 900 },
    acceptDownloads: true,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  });
  const page = await context.newPage();
  // With a listener from the start file choosers are always caught: turning that on with the key that opens one may come late.
  page.on('filechooser', () => undefined);
  const problems: string[] = [];
  watch(page, served, problems);
  await page.goto(served.url);
  await listening(page);
  return {
    page,
    served,
    problems,
    screenshot: async (name) => {
      mkdirSync(SCREENS, { recursive: true });
      await page.screenshot({ path: join(SCREENS, `${name}.png`) });
    },
    close: () => close(isOwn ? browser : context, served, problems),
  };
}

/** Waits until the app is drawn and hears keys: a key pressed before falls on an empty page. */
async function listening(page: Page): Promise<void> {
  await page.locator('main:not([aria-busy])').first().waitFor();
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestIdleCallback(() => {
          resolve();
        });
      }),
  );
}

function watch(page: Page, served: ServedStore, problems: string[]): void {
  const isOwn = (url: string): boolean =>
    url.startsWith(`${served.origin}/`) || /^(data|blob|about):/.test(url);
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => {
    problems.push(`page: ${error.message}`);
  });
  page.on('request', (request) => {
    if (!isOwn(request.url())) problems.push(`request beyond this machine: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${response.status()} for ${response.url()}`);
  });
}

async function close(
  opened: Browser | BrowserContext,
  served: ServedStore,
  problems: string[],
): Promise<void> {
  await opened.close();
  await served.close();
  const all = [...problems, ...served.bugs];
  if (all.length > 0) throw new Error(`The page had problems:\n${all.join('\n')}`);
}
