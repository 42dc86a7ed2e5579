/** Debian's Chromium under Playwright: where it is and how it is started. */
import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const PLACES = [
  process.env['KERBSIDE_CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** The browser's program, or null: tests that need it are then skipped, and counted. */
export const CHROMIUM: string | null =
  PLACES.find((path) => path !== undefined && existsSync(path)) ?? null;

let kept: Promise<Browser> | null = null;

/** The Chromium that all files of one process share, each in a context of its own; it ends with the process. Starting one takes over a second. */
export async function sharedChromium(): Promise<Browser> {
  const before = await (kept ??= launchChromium());
  if (before.isConnected()) return before;
  return (kept = launchChromium());
}

/** Starts Chromium without any request of its own. SwiftShader is not forced: it makes canvas maps twenty times slower. */
export function launchChromium(): Promise<Browser> {
  if (CHROMIUM === null) throw new Error('Chromium is not installed: apt-get install chromium');
  return chromium.launch({
    executablePath: CHROMIUM,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      '--no-first-run',
      '--font-render-hinting=none',
    ],
  });
}
