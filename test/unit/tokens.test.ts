/** The tokens' promise: every text colour stands at 4.5 to 1 or better on the grounds it is used on. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const RENDERER = new URL('../../renderer/', import.meta.url);
const css = readFileSync(new URL('ui/tokens.css', RENDERER), 'utf8');

function tokensOf(selector: string): ReadonlyMap<string, string> {
  const block = css.slice(css.indexOf(`${selector} {`));
  const body = block.slice(0, block.indexOf('}'));
  return new Map(
    [...body.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6});/gu)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  );
}

/** Relative luminance (WCAG 2.2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const GROUNDS = ['surface', 'raised'];
const TEXTS = ['ink', 'ink-soft', 'accent', 'danger', 'warning', 'good', 'info'];
const PAIRS: readonly (readonly [string, string])[] = [
  ...TEXTS.flatMap((text) => GROUNDS.map((ground) => [text, ground] as const)),
  ...['accent', 'danger', 'warning', 'good', 'info'].map((tone) => [tone, `${tone}-soft`] as const),
  ...['accent-soft', 'danger-soft', 'warning-soft', 'good-soft', 'info-soft', 'sunken'].map(
    (ground) => ['ink', ground] as const,
  ),
  ['ink-soft', 'sunken'],
  ['ink-soft', 'accent-soft'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['on-danger', 'danger'],
  ['raised', 'ink'],
];

describe.each([
  ['light', ':root'],
  ['dark', ":root[data-theme='dark']"],
])('%s', (_name, selector) => {
  const tokens = tokensOf(selector);
  it.each(PAIRS)('%s on %s is read at 4.5 to 1', (text, ground) => {
    const ink = tokens.get(text);
    const paper = tokens.get(ground);
    expect(ink, text).toBeDefined();
    expect(paper, ground).toBeDefined();
    expect(contrast(ink ?? '#000000', paper ?? '#000000')).toBeGreaterThanOrEqual(4.5);
  });
  it('draws a field\u2019s border at 3 to 1', () => {
    expect(
      contrast(tokens.get('line-strong') ?? '', tokens.get('raised') ?? ''),
    ).toBeGreaterThanOrEqual(3);
  });
});

describe('the two themes', () => {
  const blockOf = (selector: string): readonly (readonly [string, string])[] => {
    const block = css.slice(css.indexOf(`${selector} {`));
    return [...block.slice(0, block.indexOf('}')).matchAll(/([a-z-]+):\s*([^;]+);/gu)].map(
      ([, name = '', value = '']) => [name, value] as const,
    );
  };

  // On this rests that a screen is looked at in its second theme for its colours alone (test/helpers/axe).
  it('differ in colours and shadows, and in nothing that has a size', () => {
    const light = new Map(blockOf(':root'));
    const dark = blockOf(":root[data-theme='dark']");
    expect(dark.length).toBeGreaterThan(20);
    const length = String.raw`-?\d+(?:px)?`;
    const colour = String.raw`(?:#[0-9a-f]{6}|rgb\(\d+ \d+ \d+ / \d+%\))`;
    const shadow = `(?:${length} ){2,4}${colour}`;
    const whole = new RegExp(`^(?:${colour}|${shadow}(?:, ${shadow})*)$`, 'u');
    for (const [name, value] of dark) {
      expect(light.has(name), name).toBe(true);
      if (name === 'color-scheme') expect(value).toBe('dark');
      else expect(value, name).toMatch(whole);
    }
  });

  // Besides by `light-dark()`, which can be nothing but a colour.
  it('are told apart in the styles by these tokens alone', () => {
    const styles = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.css')); // prettier-ignore
    expect(styles.length).toBeGreaterThan(20);
    const apart = styles.filter((name) =>
      /data-theme|prefers-color-scheme|style\(/u.test(
        readFileSync(new URL(name, RENDERER), 'utf8'),
      ),
    );
    expect(apart).toEqual(['ui/tokens.css']);
    expect(css.match(/data-theme/gu)).toHaveLength(1);
  });
});
