import { describe, expect, it } from 'vitest';
import { createLabelPlacer } from '../../renderer/map/label-placer.ts';
import { metresPerPixel, positionOf, worldX, worldY } from '../../renderer/map/mercator.ts';
import { ROUTE_COLOURS, routeStyle } from '../../renderer/map/route-style.ts';
import { scaleBar } from '../../renderer/map/scale.ts';

/** Relative luminance (WCAG 2.2) from linear parts. */
const luminance = ([r = 0, g = 0, b = 0]: readonly number[]): number =>
  0.2126 * r + 0.7152 * g + 0.0722 * b;

const linear = (hex: string): number[] =>
  [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });

const contrast = (a: string, b: string): number => {
  const [high = 0, low = 0] = [luminance(linear(a)), luminance(linear(b))].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
};

/** Machado, Oliveira and Fernandes, IEEE TVCG 15 (2009), severity 1, on linear RGB. */
const SIGHTS: Readonly<Record<string, readonly number[]>> = {
  normal: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [
    0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998,
  ],
  deuteranopia: [
    0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881,
  ],
  tritanopia: [
    1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039,
  ],
};

const seen = (hex: string, sight: readonly number[]): number[] => {
  const [r = 0, g = 0, b = 0] = linear(hex);
  const row = (at: number): number =>
    Math.min(
      1,
      Math.max(0, (sight[at] ?? 0) * r + (sight[at + 1] ?? 0) * g + (sight[at + 2] ?? 0) * b),
    );
  return [row(0), row(3), row(6)];
};

/** OKLab (Ottosson, 2020). */
const oklab = ([r = 0, g = 0, b = 0]: readonly number[]): number[] => {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
};

const apart = (a: string, b: string, sight: readonly number[]): number => {
  const [one, two] = [oklab(seen(a, sight)), oklab(seen(b, sight))];
  return Math.hypot(...one.map((part, at) => part - (two[at] ?? 0)));
};

describe('route colours', () => {
  it.each([
    ['light', ROUTE_COLOURS.light, '#efece5', 0.09],
    ['dark', ROUTE_COLOURS.dark, '#2b2d2c', 0.08],
  ] as const)(
    'on the %s map stand out from the land and from one another',
    (_, set, land, least) => {
      expect(new Set(set).size).toBe(8);
      for (const colour of set) expect(contrast(colour, land)).toBeGreaterThanOrEqual(3);
      for (const sight of Object.values(SIGHTS))
        for (const [at, colour] of set.entries())
          for (const other of set.slice(at + 1))
            expect(apart(colour, other, sight)).toBeGreaterThan(least);
    },
  );

  it('repeat with another dash', () => {
    const [first, ninth] = [routeStyle(0, false), routeStyle(8, false)];
    expect(ninth.colour).toBe(first.colour);
    expect(ninth.dash).not.toEqual(first.dash);
  });
});

describe('the projection', () => {
  it('goes there and back', () => {
    const there = positionOf(worldX(0.52), worldY(51.27));
    expect(there.lat).toBeCloseTo(51.27, 9);
    expect(there.lon).toBeCloseTo(0.52, 9);
  });

  it('has a scale bar of a round length that fits', () => {
    const bar = scaleBar(51.27, 10, 120);
    expect(bar.label).toBe('5 miles');
    expect(bar.width).toBeCloseTo((5 * 1609.344) / metresPerPixel(51.27, 10), 6);
    expect(bar.width).toBeLessThanOrEqual(120);
  });
});

describe('labels', () => {
  it('never lie on one another', () => {
    const placer = createLabelPlacer();
    expect(placer.place({ x: 0, y: 0, width: 100, height: 16 })).toBe(true);
    expect(placer.place({ x: 90, y: 8, width: 100, height: 16 })).toBe(false);
    expect(placer.place({ x: 90, y: 16, width: 100, height: 16 })).toBe(true);
    placer.reserve({ x: 300, y: 0, width: 10, height: 10 });
    expect(placer.place({ x: 305, y: 5, width: 1, height: 1 })).toBe(false);
  });
});
