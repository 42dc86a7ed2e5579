import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeGuesses, codeWords, readingOf } from '../../shared/search/codes.ts';
import { distanceOf } from '../../shared/search/edit-distance.ts';
import { foldText, joined, wordsOf } from '../../shared/search/fold.ts';
import { hasWords, marksOf } from '../../shared/search/marks.ts';
import { similarWords, slipsAllowed, vocabularyOf } from '../../shared/search/similar-words.ts';
import { areAlike, soundOf } from '../../shared/search/sound.ts';
import { findCommands } from '../../renderer/features/palette/command-match.ts';

describe('folding', () => {
  it.each([
    ['Zoë', 'zoe'],
    ['Ó Briain', 'o briain'],
    ['Łukasz Wójcik', 'lukasz wojcik'],
    ['Søren Ærø', 'soren aero'],
    ['Yıldız İnan', 'yildiz inan'],
    ['Weiß', 'weiss'],
    ['Ｋｅｎｔ', 'kent'],
    ['مُحَمَّد', 'محمد'],
    ['فاطمة', 'فاطمه'],
    ['يحيى', 'يحيي'],
    ['מֹשֶׁה', 'משה'],
    ['Фёдор', 'федор'],
    ['\u200Fנועה\u200E', 'נועה'],
  ])('%s is searched as %s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('sets Chinese characters apart and ties names of several parts together', () => {
    expect(wordsOf('王小明')).toEqual(['王', '小', '明']);
    expect(wordsOf("O'Brien-Smith")).toEqual(['o', 'brien', 'smith']);
    expect(joined("O'Brien")).toBe('obrien');
    expect(joined('KT26-00006')).toBe('kt2600006');
  });

  it('changes nothing that was folded before', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = wordsOf(text);
        expect(wordsOf(once.join(' '))).toEqual(once);
      }),
    );
  });
});

/** Optimal string alignment as the textbook has it (Damerau 1964). */
function slowly(a: string, b: string): number {
  const d = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (__, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number): number => d[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, at(i - 2, j - 2) + 1);
      }
      const row = d[i];
      if (row !== undefined) row[j] = least;
    }
  }
  return at(a.length, b.length);
}

describe('the distance of words', () => {
  it.each([
    ['jonson', 'johnson', 1],
    ['mohamed', 'mohammed', 1],
    ['brain', 'brian', 1],
    ['smithh', 'smith', 1],
    ['smyth', 'smith', 1],
    ['wrihgt', 'wright', 1],
    ['sean', 'shaun', 2],
  ])('%s and %s are %i apart', (typed, word, apart) => {
    expect(distanceOf(typed, word, 3).whole).toBe(apart);
  });

  it('is the textbook’s wherever it is within the most, and far where it is not', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 });
    fc.assert(
      fc.property(letters, letters, fc.integer({ min: 1, max: 3 }), (a, b, most) => {
        const true_ = slowly(a, b);
        const { whole, beginning } = distanceOf(a, b, most);
        expect(whole).toBe(true_ <= most ? true_ : 255);
        const starts = Array.from({ length: b.length + 1 }, (_, to) => slowly(a, b.slice(0, to)));
        const nearest = Math.min(...starts);
        expect(beginning).toBe(nearest <= most ? nearest : 255);
      }),
      { numRuns: 2000 },
    );
  });

  it('bears names of a hundred letters', () => {
    const long = 'abcdefghij'.repeat(10);
    expect(distanceOf(long, `${long.slice(0, 20)}${long.slice(21)}`, 3).whole).toBeLessThan(4);
  });
});

describe('sound', () => {
  it.each([
    ['stephen', 'steven'],
    ['katherine', 'catherine'],
    ['lewis', 'louis'],
    ['phillip', 'filip'],
    ['nicholas', 'nikolas'],
    ['knight', 'nite'],
    ['wright', 'rite'],
    ['geoffrey', 'jefrey'],
    ['schmidt', 'shmidt'],
    ['alexander', 'aleksander'],
  ])('%s sounds like %s', (one, other) => {
    expect(soundOf(one)).toBe(soundOf(other));
  });

  it.each([
    ['smith', 'jones'],
    ['anna', 'hannah'],
    ['tom', 'tim s'],
  ])('%s does not sound like %s', (one, other) => {
    expect(soundOf(one)).not.toBe(soundOf(other));
  });

  it('knows names that only the ear knows, and no other alphabet', () => {
    expect(areAlike('sean', 'shaun')).toBe(true);
    expect(areAlike('niamh', 'neve')).toBe(true);
    expect(areAlike('sean', 'sian')).toBe(false);
    expect(areAlike('qqq', 'zzz')).toBe(false);
    expect(soundOf('иванова')).toBe('');
  });
});

describe('similar words', () => {
  const words = 'johnson jones jonas johnston smith smythe shaun wu li mohammed alexandra nguyen';
  const vocabulary = vocabularyOf(words.split(' ').map((word) => ({ word, sound: soundOf(word) })));
  const meant = (typed: string): string[] =>
    similarWords(typed, vocabulary).map(({ word }) => word);

  it('puts the likeliest first', () => {
    expect(meant('jonson')[0]).toBe('johnson');
    expect(meant('mohamed')).toEqual(['mohammed']);
    expect(meant('sean')).toEqual(['shaun']);
    expect(meant('smiht')[0]).toBe('smith');
    expect(meant('alexnd')).toEqual(['alexandra']);
    expect(meant('nwen')).toEqual(['nguyen']);
  });

  it('forgives nothing in two letters, and nothing that is far', () => {
    expect(slipsAllowed(2)).toBe(0);
    expect(meant('wi')).toEqual([]);
    expect(meant('garcia')).toEqual([]);
    expect(meant('')).toEqual([]);
  });
});

describe('references and postcodes', () => {
  it('read alike whatever stands for a digit', () => {
    expect(readingOf('kt26ooo1l')).toBe(readingOf('kt260001i'));
    expect(codeWords('ME14 1OQ')).toEqual(['ME14 1OQ', 'me141oq', 'ʘme1410q']);
  });

  it('are guessed by the likeliest kind of slip first', () => {
    const [swapped = [], missing = [], wrong = []] = codeGuesses('kt2600061');
    expect(swapped).toContain('kt2600016');
    expect(missing).toContain('kt26000061');
    expect(missing).toContain('kt260006');
    expect(wrong).toContain('kt2600062');
    expect(codeGuesses('me14')).toEqual([]);
  });
});

describe('marks', () => {
  const marked = (text: string, words: readonly string[]): string[] =>
    marksOf(text, words).map(([from, to]) => text.slice(from, to));

  it.each([
    ['Rhodes, Siân', ['sia'], ['Siâ']],
    ['Rhodes, Sia\u0302n', ['sia'], ['Sia\u0302']],
    ["O'Brien, Ada", ['obri'], ["O'Bri"]],
    ["O'Brien, Ada", ['brien', 'ad'], ['Brien', 'Ad']],
    ['KT26-00006, born 3 Sep 2014', ['kt2600'], ['KT26-00']],
    ['ME14 1XQ', ['me14', '1x'], ['ME14 1X']],
    ['王, 小明', ['小'], ['小']],
    ['محمد علي', ['علي'], ['علي']],
    ['Smith', ['jon'], []],
    ['', ['a'], []],
  ])('%s for %j', (text, words, parts) => {
    expect(marked(text, words)).toEqual(parts);
  });

  it('lie in order and never over one another', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '-', ' ', '1'), maxLength: 12 });
    fc.assert(
      fc.property(word, fc.array(word, { maxLength: 3 }), (text, typed) => {
        let last = 0;
        for (const [from, to] of marksOf(text, typed.flatMap(wordsOf))) {
          expect(from).toBeGreaterThanOrEqual(last);
          expect(to).toBeGreaterThan(from);
          expect(to).toBeLessThanOrEqual(text.length);
          last = to;
        }
      }),
    );
  });

  it('knows whether a text shows the words', () => {
    expect(hasWords('Nut allergy, adrenaline pens', ['adren', 'nut'])).toBe(true);
    expect(hasWords('01632 960123', ['01632960123'])).toBe(true);
    expect(hasWords('Nut allergy', ['harness'])).toBe(false);
  });
});

describe('commands', () => {
  const command = (id: string, label: string, keywords = '', enabled: true | string = true) => ({
    id,
    label,
    keywords,
    isEnabled: () => enabled,
    run: () => undefined,
  });
  const groups = {
    frame: [
      command('dark', 'Use dark colours', 'night mode theme'),
      command('plan', 'Plan the county', 'solve routes'),
    ],
    case: [command('state', 'Set state of night', '', 'There is no request.')],
  };
  const ids = (typed: string): string[] =>
    findCommands(groups, typed).map((found) => found.command.id);

  it('are found by their label, then by other words, then by similar ones; those that can run first', () => {
    expect(ids('dark col')).toEqual(['dark']);
    expect(ids('night')).toEqual(['dark', 'state']);
    expect(ids('solve')).toEqual(['plan']);
    expect(ids('contuy')).toEqual(['plan']);
    expect(ids('')).toEqual(['dark', 'plan', 'state']);
    expect(ids('zebra')).toEqual([]);
  });
});
