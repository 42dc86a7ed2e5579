import { describe, expect, it } from 'vitest';
import { historySentence } from '../../shared/history/sentence.ts';

const problem = { entity: 'route_problem', ref: 'MEA-014', field: 'problem', why: 'hand' };

describe('a problem of a route in the history', () => {
  it('is told with its route, and taken back in its own words', () => {
    expect(historySentence({ ...problem, before: '', after: 'Twenty minutes late.' })).toBe(
      'Problem on route MEA-014 by hand: Twenty minutes late.',
    );
    expect(historySentence({ ...problem, before: 'Twenty minutes late.', after: '' })).toBe(
      'Problem taken back by hand: Twenty minutes late.',
    );
  });
});
