/** Hands that fill a form in by the keyboard. */
import type { Page } from 'playwright-core';

/** Types an answer that the question with the focus takes; returns its key. */
export async function answerHere(page: Page): Promise<string> {
  const [kind, key] = await page.evaluate(() => {
    const field = document.activeElement;
    const row = field?.closest<HTMLElement>('[data-question]');
    const short = field?.getAttribute('placeholder') ?? '';
    return [field?.getAttribute('role') ?? short, row?.dataset['question'] ?? ''];
  });
  const no = ['other_addresses', 'part_time', 'apart', 'sole_occupancy', 'equipment_needed', 'medical_needs', 'rescue_medication']; // prettier-ignore
  if (kind === 'radio')
    await page.keyboard.press(key === 'assistant' || no.includes(key) ? 'n' : 'ArrowRight'); // prettier-ignore
  else if (key.includes('phone')) await page.keyboard.type('01632 960123');
  else if (key.includes('days')) await page.keyboard.type('Mon to Fri');
  else if (kind === 'Day month year')
    await page.keyboard.type(/review|until/.test(key) ? '3/9/27' : '3/9/25');
  else if (key.includes('postcode')) await page.keyboard.type('ME14 1CK');
  else await page.keyboard.type(`Typed for ${key}`);
  return key;
}
