/** What axe-core finds on a screen. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { settle } from './journey.ts';

/** The script of axe-core, to be put into a page before it is looked at. */
export const AXE = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

/** Rules of WCAG 2.2 A and AA that axe-core finds broken, each with the first element; in both themes. */
export async function findings(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await settle(page);
    const results = await page.evaluate<AxeResults>(
      'axe.run(document, { resultTypes: ["violations"] })',
    );
    for (const { id, impact, help, nodes } of results.violations) {
      if (impact !== 'serious' && impact !== 'critical') continue;
      const first = nodes[0];
      found.push(
        `${colorScheme}: ${id}, ${help}: ${nodes.length} times, ${first?.html.slice(0, 160) ?? ''} ${first?.failureSummary ?? ''}`,
      );
    }
  }
  return found;
}
