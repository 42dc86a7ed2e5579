import { describe, expect, it } from 'vitest';
import { guardWords } from '../../shared/casework/sheets/guard.ts';

/** A value is looked for by a pattern only where it can be in the text at all: that must never miss what the pattern finds. */
describe('a surname in words of another case or script', () => {
  it.each([
    ['Weiß', 'met by Mr WEIẞ'],
    ['Γεωργίου', 'met by ΓΕΩΡΓΊΟΥ'],
    ['Νίκος', 'met by ΝΊΚΟΣ'],
    ['O’Neill  Smith', 'met by O’NEILL SMITH'],
    ['Łukasz', 'met by łukasz'],
    ['Müller', 'met by MÜLLER'],
    ['Иванов', 'met by ИВАНОВ'],
    ['محمد', 'met by محمد'],
    ['Kelvin', 'met by \u212Aelvin'],
    ['Ross', 'met by Ro\u017Fs'],
  ])('%s: %s', (surname, text) => {
    const given = guardWords(text, { surnames: [surname], values: [] });
    expect(given.text).toMatch(/^met by (Mr )?.\.$/u);
    const held = guardWords(text, { surnames: [], values: [{ label: 'apart', value: surname }] });
    expect(held).toEqual({ text: '', held: ['apart'] });
  });
});
