/** Hands that have a keyboard only: nothing is clicked, and the focus must always stand somewhere. */
import { expect } from 'vitest';
import type { ElementHandle, Locator, Page } from 'playwright-core';

/** Stops of the tab key before a control counts as out of reach. */
const FAR = 90;

/** What holds the focus, in words; throws where nothing that can be seen does. */
export async function focused(page: Page): Promise<string> {
  const held = await page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return null;
    const { width, height, bottom, right } = element.getBoundingClientRect();
    const label = element.getAttribute('aria-label') ?? element.textContent ?? '';
    return {
      seen: width > 0 && height > 0 && bottom > 0 && right > 0,
      words: `${element.tagName.toLowerCase()} ${label.trim().slice(0, 60)}`,
    };
  });
  if (held === null) throw new Error(`The focus is lost at ${page.url().replace(/^.*#/, '#')}.`);
  if (!held.seen) throw new Error(`The focus cannot be seen: ${held.words}`);
  return held.words;
}

/** Waits until the focus stands somewhere: what comes instead of a control may take a moment. */
export async function keepsFocus(page: Page): Promise<void> {
  await expect.poll(() => focused(page).catch(() => ''), { timeout: 5000 }).not.toBe('');
}

/** Presses a key, and looks that the focus stands somewhere afterwards. */
export async function press(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key);
  await keepsFocus(page);
}

/** The control itself: to find it by its role anew at each stop would read the whole page each time. */
async function found(target: Locator): Promise<ElementHandle> {
  await target.first().waitFor();
  const element = await target.first().elementHandle();
  if (element === null) throw new Error(`It went as it came: ${String(target)}.`);
  return element;
}

/** Goes on with Tab (or back with Shift+Tab) until a control has the focus. */
export async function tabTo(
  page: Page,
  target: Locator,
  key: 'Tab' | 'Shift+Tab' = 'Tab',
): Promise<void> {
  let aim = await found(target);
  const passed: string[] = [];
  // Beyond the last stop the focus goes to the browser's own frame once, and then begins again.
  let wrapped = false;
  for (let stop = 0; stop < FAR; stop += 1) {
    const stands = await aim.evaluate((element) => {
      if (element === document.activeElement) return 'on it';
      return element.isConnected ? 'elsewhere' : 'gone';
    });
    if (stands === 'on it') return;
    if (stands === 'gone') {
      aim = await found(target);
      continue;
    }
    await page.keyboard.press(key);
    const now = await focused(page).catch((lost: unknown) => {
      if (wrapped) throw lost;
      wrapped = true;
      return 'the frame of the browser';
    });
    passed.push(now);
  }
  throw new Error(`Out of the keyboard's reach: ${String(target)}. Passed:\n${passed.join('\n')}`);
}

/** Goes to a control and presses Enter on it. */
export async function enterOn(
  page: Page,
  target: Locator,
  key: 'Tab' | 'Shift+Tab' = 'Tab',
): Promise<void> {
  await tabTo(page, target, key);
  await press(page, 'Enter');
}

/** Takes out what a field holds and types. */
export async function retype(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await page.keyboard.type(text);
}
