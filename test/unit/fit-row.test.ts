import { describe, expect, it } from 'vitest';
import { fitRow } from '../../renderer/ui/fit-row.ts';

const row = { widths: [100, 100, 100, 100], gap: 20, more: 80 };

describe('a row of tabs', () => {
  it.each([
    // Four and three gaps take 460.
    ['all of it fits to the pixel', 460, 0, [0, 1, 2, 3]],
    ['a pixel less: the last two give way to the button', 459, 0, [0, 1, 2]],
    ['three and the button take 440', 440, 2, [0, 1, 2]],
    ['the chosen one stands in the place of the last that fits', 440, 3, [0, 1, 3]],
    ['two and the button take 320', 320, 3, [0, 3]],
    ['nothing fits: the chosen one all the same', 40, 2, [2]],
    ['nothing fits and none is chosen: the first', 40, -1, [0]],
  ] as const)('%s', (_, room, chosen, expected) => {
    expect(fitRow({ ...row, room, chosen })).toEqual(expected);
  });

  it('of nothing is nothing', () => {
    expect(fitRow({ ...row, widths: [], room: 0, chosen: -1 })).toEqual([]);
  });
});
