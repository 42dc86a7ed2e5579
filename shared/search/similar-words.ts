import { distanceOf } from './edit-distance.ts';
import { areAlike, soundOf } from './sound.ts';

/** A word that the store knows. */
export interface KnownWord {
  readonly word: string;
  /** As `soundOf` gives it, kept so that it is worked out once. */
  readonly sound: string;
}

/** A known word that may have been meant: 0 is the word itself, each slip of a letter counts about one. */
export interface SimilarWord {
  readonly word: string;
  readonly score: number;
}

/** How many slips a typed word of a length may hold: short names differ by a letter and are other names. */
export function slipsAllowed(length: number): number {
  if (length < 3) return 0;
  if (length < 6) return 1;
  return length < 10 ? 2 : 3;
}

/** From so many letters on a beginning with a slip counts: the name may not be typed to its end yet. */
const BEGINNING_FROM = 5;
/** Of so many words that may have been meant the best are kept. */
const KEPT = 12;
/** Words this much worse than the best are left out. */
const SPREAD = 1;

/** Bits of the letters in a word, to leave most words without comparing them. */
function lettersIn(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) & 31);
  return bits;
}

function bitsOf(value: number): number {
  let bits = value;
  let count = 0;
  while (bits !== 0) {
    bits &= bits - 1;
    count += 1;
  }
  return count;
}

/** Known words, made ready to be compared with. */
export interface Vocabulary {
  readonly words: readonly KnownWord[];
  /** Parallel to `words`. */
  readonly letters: readonly number[];
}

/** Makes words ready; `more` are put behind those of a vocabulary that was made before. */
export function vocabularyOf(
  more: readonly KnownWord[],
  old: Vocabulary | null = null,
): Vocabulary {
  const letters = more.map(({ word }) => lettersIn(word));
  if (old === null) return { words: more, letters };
  return { words: [...old.words, ...more], letters: [...old.letters, ...letters] };
}

function scoreOf(typed: string, sound: string, known: KnownWord, most: number): number | null {
  const sounds = sound.length > 1 && known.sound === sound;
  const allowed = sounds ? most + 1 : most;
  const { whole, beginning } = distanceOf(typed, known.word, allowed);
  const started = typed.length >= BEGINNING_FROM ? beginning + 0.75 : 255;
  const first = typed.charCodeAt(0) === known.word.charCodeAt(0) ? 0 : 0.25;
  const score = Math.min(whole, started) + first - (sounds ? 0.5 : 0);
  if (score <= most + (sounds ? 0.5 : 0.25)) return Math.max(0, score);
  return areAlike(typed, known.word) ? 0.75 : null;
}

/** The known words that may have been meant by a typed one (folded), the likeliest first. */
export function similarWords(typed: string, vocabulary: Vocabulary): readonly SimilarWord[] {
  const most = slipsAllowed(typed.length);
  if (most === 0) return [];
  const sound = soundOf(typed);
  const letters = lettersIn(typed);
  const found: SimilarWord[] = [];
  const { words } = vocabulary;
  for (let at = 0; at < words.length; at++) {
    const known = words[at];
    if (known === undefined) continue;
    // Every typed letter that the word lacks is a slip of its own.
    const lacking = bitsOf(letters & ~(vocabulary.letters[at] ?? 0));
    if (lacking > most + 1 && !areAlike(typed, known.word)) continue;
    const score = scoreOf(typed, sound, known, most);
    if (score !== null) found.push({ word: known.word, score });
  }
  found.sort((a, b) => a.score - b.score || (a.word < b.word ? -1 : 1));
  const best = found[0]?.score ?? 0;
  return found.filter(({ score }) => score <= best + SPREAD).slice(0, KEPT);
}
