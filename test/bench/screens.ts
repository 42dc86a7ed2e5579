/** Figures of the screens in headless Chromium: first screen, search as you type, a step of the fuel slider, frames of the map. */
import type { Browser, Page } from 'playwright-core';
import { CHROMIUM, launchChromium } from '../helpers/chromium.ts';
import type { Figure, Skipped } from './measure.ts';
import { benchMap } from './map.ts';
import { serve, stop } from './serve.ts';
import { timeCommand } from './terminal.ts';

const STARTS = 5;
const SEARCHES = ['ab', 'abar', 'meadow', 'kt26-0', 'me14', 'oak', 'zoe', 'taxi', 'sem', 'wil'];
const STEPS = 20;

/** All figures that need a browser, on a store of 20,000 applications and 200,000 history rows, which is planned first. */
export async function benchScreens(store: string): Promise<readonly (Figure | Skipped)[]> {
  if (CHROMIUM === null) return [{ name: 'screens', skipped: 'Chromium is not installed' }];
  timeCommand(['plan', '--store', store, '--all', '--iterations', '0']);
  const browser = await launchChromium();
  try {
    const starts: number[] = [];
    for (let run = 0; run < STARTS; run++) starts.push(await timeFirstScreen(browser, store));
    const served = await serve(store);
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    await page.goto(served.url);
    await page.getByText('children without transport').first().waitFor();
    const searches = await timeSearches(page);
    const palette = await timePalette(page);
    const cases = await timeCases(page);
    const steps = await timeFuelSteps(page);
    await stop(served.process);
    const frames = await benchMap(browser, store);
    const note = '20,000 applications, 200,000 history rows, headless Chromium without a GPU';
    return [
      {
        name: 'first screen in browser mode after start',
        unit: 's',
        runs: starts,
        target: 1.5,
        note,
      },
      {
        name: 'search as you type: key to rows drawn',
        unit: 'ms',
        runs: searches,
        target: 50,
        note,
      },
      {
        name: 'search box: key to hits drawn',
        unit: 'ms',
        runs: palette,
        target: 50,
        note,
      },
      {
        name: 'open a case: address to case drawn',
        unit: 'ms',
        runs: cases,
        target: 100,
        note,
      },
      {
        name: 'fuel slider step: key to figures drawn',
        unit: 'ms',
        runs: steps,
        target: 100,
        note,
      },
      ...frames,
    ];
  } finally {
    await browser.close();
  }
}

async function timeFirstScreen(browser: Browser, store: string): Promise<number> {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  const started = performance.now();
  const served = await serve(store);
  await page.goto(served.url);
  await page.getByText('children without transport').first().waitFor();
  const seconds = (performance.now() - started) / 1000;
  await page.close();
  await stop(served.process);
  return seconds;
}

/**
 * Milliseconds from an action in the page until the watched text has changed and a frame has been drawn.
 * Timed inside the page, so that the driver's own messages do not count.
 */
async function timeChange(page: Page, watched: string, act: () => Promise<void>): Promise<number> {
  const seen = page.evaluate(
    (selector) =>
      new Promise<number>((resolve, reject) => {
        let began = 0;
        const mark = (): void => {
          if (began === 0) began = performance.now();
        };
        addEventListener('keydown', mark, { capture: true, once: true });
        const target = document.querySelector(selector);
        if (target === null) throw new Error(`Nothing at ${selector}`);
        const before = target.textContent;
        // A count that is taken away while the host searches may come back as it was.
        let wasEmpty = false;
        setTimeout(() => {
          reject(new Error(`Nothing changed at ${selector}: ${before}`));
        }, 10_000);
        const observer = new MutationObserver(() => {
          const now = target.textContent;
          if (now === '') wasEmpty = true;
          if (began === 0 || now === '' || (now === before && !wasEmpty)) return;
          observer.disconnect();
          requestAnimationFrame(() => {
            resolve(performance.now() - began);
          });
        });
        observer.observe(target, {
          childList: true,
          subtree: true,
          characterData: true,
          attributes: true,
        });
      }),
    watched,
  );
  await act();
  return seen;
}

async function timeSearches(page: Page): Promise<readonly number[]> {
  const box = page.getByPlaceholder('Name, reference, school or postcode');
  await page.keyboard.press('Control+2');
  await box.waitFor();
  const runs: number[] = [];
  for (const words of SEARCHES) {
    for (const letter of words.slice(0, 2)) {
      await page.waitForTimeout(400);
      runs.push(await timeChange(page, '.apps-count', () => box.press(letter)));
    }
    await page.waitForTimeout(400);
    await box.fill('');
  }
  return runs;
}

/** Words as written and misspelt into the one box, a figure each letter from the second on. */
const ASKED = ['smith', 'jonson', 'shaun', 'meado', 'harne'];

async function timePalette(page: Page): Promise<readonly number[]> {
  const runs: number[] = [];
  for (const words of ASKED) {
    await page.keyboard.press('Control+k');
    const box = page.getByRole('combobox');
    await box.waitFor();
    await box.press(words.slice(0, 1));
    for (const letter of words.slice(1, 4)) {
      await page.waitForTimeout(400);
      runs.push(await timeChange(page, '.palette output', () => box.press(letter)));
    }
    await page.waitForTimeout(400);
    // The last letter tells apart what is written and what is only similar.
    runs.push(await timeChange(page, '.palette output', () => box.press(words.slice(4, 5))));
    await page.keyboard.press('Escape');
    await box.waitFor({ state: 'detached' });
  }
  return runs;
}

const OPENED = 12;

/** From the case's address until its facts stand there and a frame has been drawn, timed inside the page. */
async function timeCases(page: Page): Promise<readonly number[]> {
  await page.keyboard.press('Control+2');
  const runs: number[] = [];
  for (let turn = 1; turn <= OPENED; turn++) {
    await page.waitForTimeout(600);
    const seen = await page.evaluate(
      (href) =>
        new Promise<number>((resolve, reject) => {
          const before = document.querySelector('.case-head')?.textContent;
          const began = performance.now();
          const observer = new MutationObserver(() => {
            const head = document.querySelector('.case-head')?.textContent ?? '';
            if (head === '' || head === before || document.querySelector('.case-parts') === null) {
              return;
            }
            observer.disconnect();
            requestAnimationFrame(() => {
              resolve(performance.now() - began);
            });
          });
          observer.observe(document.body, { childList: true, subtree: true, characterData: true });
          setTimeout(() => {
            reject(new Error(`The case ${href} was not drawn.`));
          }, 10_000);
          window.location.hash = href;
        }),
      `#/applications/case/${turn * 97}`,
    );
    runs.push(seen);
  }
  return runs;
}

async function timeFuelSteps(page: Page): Promise<readonly number[]> {
  await page.keyboard.press('Control+6');
  await page.getByRole('tab', { name: 'Prices', exact: true }).click();
  await page.getByRole('tab', { name: 'Another pump price' }).click();
  const slider = page.getByRole('slider', { name: 'Diesel at the pump' });
  await slider.focus();
  const runs: number[] = [];
  for (let step = 0; step < STEPS; step++) {
    await page.waitForTimeout(100);
    runs.push(await timeChange(page, '.fuel-card', () => slider.press('PageUp')));
    await page.waitForTimeout(100);
    runs.push(await timeChange(page, '.fuel-card', () => slider.press('PageDown')));
  }
  return runs;
}
