/** What the words of section I of an EHCP say about the school. The words themselves are kept as they are. */
import { schoolKey, words } from '../intake/normalise.ts';

/**
 * `named`: this school, no condition; `conditional`: parental preference, or a nearer school named as well; `type_only`: a
 * type of school; `none`: nothing given; `not_understood`: words that do not say which.
 */
export type SectionI = 'named' | 'conditional' | 'type_only' | 'none' | 'not_understood';

/** Reads section I beside the name of the school that the child goes to. */
export function readSectionI(text: string, school: string): SectionI {
  const said = words(text);
  if (said === '') return 'none';
  if (/\bprefer|\bnearer\b|\bprovided\b|\bsubject to\b/.test(said)) return 'conditional';
  if (/\bno conditions?\b|\bwithout conditions?\b|\bunconditional/.test(said)) return 'named';
  if (/\bconditions?\b/.test(said)) return 'conditional';
  if (/\bnot named\b/.test(said)) return 'type_only';
  if (/\btype of (school|setting|placement|provision)\b/.test(said) && !/\bnamed\b/.test(said))
    return 'type_only';
  if (/\bnamed\b/.test(said)) return 'named';
  const key = schoolKey(school);
  return key !== '' && ` ${schoolKey(text)} `.includes(` ${key} `) ? 'named' : 'not_understood';
}
