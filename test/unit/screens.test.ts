/** The screens' own small rules, those that need no page. */
import { describe, expect, it } from 'vitest';
import {
  isEdited,
  labelOf,
  leavesOf,
  readLeaf,
  withLeaf,
} from '../../renderer/features/data/leaves.ts';
import { strengthOf } from '../../renderer/features/welcome/passphrase-strength.ts';
import { moveTo } from '../../renderer/ui/list-keys.ts';
import { DEFAULT_SETTINGS } from '../../shared/costing/default-settings.ts';

describe('moving in a list', () => {
  it('stays inside it', () => {
    expect(moveTo('ArrowDown', 9, 10, 5)).toBe(9);
    expect(moveTo('ArrowUp', 0, 10, 5)).toBe(0);
    expect(moveTo('PageDown', 3, 10, 5)).toBe(8);
    expect(moveTo('End', 0, 10, 5)).toBe(9);
  });
  it('answers nothing for an empty list and for other keys', () => {
    expect(moveTo('ArrowDown', 0, 0, 5)).toBeNull();
    expect(moveTo('a', 0, 10, 5)).toBeNull();
  });
});

describe('a setting of several figures', () => {
  it('is taken apart and put together without loss, for every setting a store starts with', () => {
    expect(DEFAULT_SETTINGS.length).toBeGreaterThan(10);
    for (const setting of DEFAULT_SETTINGS) {
      let value: unknown = setting.value;
      for (const leaf of leavesOf(setting.value)) {
        value = withLeaf(value, leaf.path, readLeaf(String(leaf.value ?? ''), leaf.value));
      }
      expect(value, setting.key).toEqual(setting.value);
    }
  });
  it('changes one figure and no other', () => {
    const card = {
      classes: [{ id: 'taxi', name: 'Taxi', fixed_pence: 7000 }],
      assistant_pence: 4500,
    };
    expect(withLeaf(card, ['classes', '1', 'fixed_pence'], 7100)).toEqual({
      classes: [{ id: 'taxi', name: 'Taxi', fixed_pence: 7100 }],
      assistant_pence: 4500,
    });
  });
  it('names a figure by what it belongs to, and shows no identifiers', () => {
    const card = { classes: [{ id: 'bus', name: 'Minibus', layouts: [{ seats: 12 }] }] };
    expect(
      leavesOf(card)
        .filter(isEdited)
        .map(({ path }) => labelOf(card, path)),
    ).toEqual(['Minibus: seats']);
  });
  it('refuses what is not a number where one is wanted', () => {
    expect(readLeaf('12,500', 1)).toBe(12_500);
    // What had no value takes a figure as a figure, words as words.
    expect([readLeaf('12,500', null), readLeaf('none', null), readLeaf(' ', null)]).toEqual([12_500, 'none', null]); // prettier-ignore
    expect(readLeaf('a lot', 1)).toBeNull();
    expect(readLeaf('', 1)).toBeNull();
  });
});

describe('a passphrase', () => {
  it('is too short below 12 characters', () => {
    expect(strengthOf('short').enough).toBe(false);
    expect(strengthOf('elevenchars').enough).toBe(false);
  });
  it('is called easy when it holds a common word', () => {
    expect(strengthOf('password-password').tone).toBe('warning');
  });
  it('is strong with four words', () => {
    expect(strengthOf('purple kettle orbit moss').tone).toBe('good');
  });
});
