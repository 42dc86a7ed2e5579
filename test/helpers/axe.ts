/** What axe-core finds on a screen. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, Result, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { settle } from './journey.ts';

/** The script of axe-core, to be put into a page before it is looked at. */
export const AXE = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

/** The rules of axe-core that read a colour: all that it runs unasked of its own `cat.color`. */
export const COLOUR_RULES: readonly string[] = ['color-contrast', 'link-in-text-block'];

/** What the page is made of, its colours left out. */
const MARKUP = String.raw`document.documentElement.outerHTML
  .replace(/ data-theme="\w+"/, '').replace(/#[0-9a-f]{6}\b|rgba?\([^)]*\)/gi, '')`;

/**
 * Rules of WCAG 2.2 A and AA that axe-core finds broken, each with the first element; in both themes, the one that is shown first.
 * The themes differ in colours alone (`test/unit/tokens`): where the markup is the same to the letter as well, no other rule can answer
 * otherwise, and only those of colour are run again. A page whose markup changes with its theme is looked at whole.
 */
export async function findings(page: Page): Promise<readonly string[]> {
  const isDark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  const [one, other] = isDark ? (['dark', 'light'] as const) : (['light', 'dark'] as const);
  const first = await look(page, one, {});
  const before = await page.evaluate<string>(MARKUP);
  await show(page, other);
  if ((await page.evaluate<string>(MARKUP)) !== before)
    return [...first, ...(await look(page, other, {}))].map(inWords);
  const same = first.filter(({ id }) => !COLOUR_RULES.includes(id));
  const colours = await look(page, other, { runOnly: [...COLOUR_RULES] });
  return [...first, ...same.map((each) => ({ ...each, theme: other })), ...colours].map(inWords);
}

type Theme = 'light' | 'dark';

interface Found extends Result {
  readonly theme: Theme;
}

async function show(page: Page, theme: Theme): Promise<void> {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  await settle(page);
}

async function look(page: Page, theme: Theme, only: RunOptions): Promise<readonly Found[]> {
  await show(page, theme);
  const options: RunOptions = { resultTypes: ['violations'], ...only };
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run(document, ${JSON.stringify(options)})`,
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map((each) => ({ ...each, theme }));
}

function inWords({ theme, id, help, nodes }: Found): string {
  const [first] = nodes;
  return `${theme}: ${id}, ${help}: ${nodes.length} times, ${first?.html.slice(0, 160) ?? ''} ${first?.failureSummary ?? ''}`;
}
