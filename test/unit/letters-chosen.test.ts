import { describe, expect, it } from 'vitest';
import { lettersChosen } from '../../renderer/features/letters/letters-chosen.ts';
import type { LetterDue } from '../../shared/api/views/letters.ts';

const due = (ref: string, about: string, kind: LetterDue['kind'] = 'awarded'): LetterDue =>
  ({ ref, about, kind }) as unknown as LetterDue;

describe('letters chosen of those due', () => {
  const [first, second] = [due('A1', 'decision 1'), due('A1', 'decision 2')];
  const all = [first, second, due('A1', 'decision 2', 'refused'), due('A2', 'decision 3')];

  it('name the other of one kind as left out, and no other kind or child', () => {
    expect(lettersChosen([first], all)).toEqual({ refs: ['A1'], except: [{ ref: 'A1', about: 'decision 2' }] }); // prettier-ignore
  });

  it('leave nothing out where both are chosen, each reference once', () => {
    expect(lettersChosen([first, second], all)).toEqual({ refs: ['A1'], except: [] });
  });
});
