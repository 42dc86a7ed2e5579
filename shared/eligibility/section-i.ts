/** What section I of an EHCP says about the school: by the version in force, or by its words alone. Those are kept as they are. */
import type { IsoDate } from '../calendar/dates.ts';
import { schoolKey, words } from '../intake/normalise.ts';
import type { Client } from '../model/client.ts';
import type { SectionIVersion } from '../model/evidence.ts';
import type { School } from '../model/school.ts';

/**
 * `named`: this school, no condition; `conditional`: parental preference, or a nearer school named as well; `type_only`: a
 * type of school; `other_school`: another school; `none`: nothing given; `not_understood`: words that do not say which.
 */
export type SectionI =
  'named' | 'conditional' | 'type_only' | 'other_school' | 'none' | 'not_understood';

/** Section I on a day. */
export interface SectionIRead {
  readonly reading: SectionI;
  /** Word for word. */
  readonly words: string;
  /** Null where only the words of the record are known. */
  readonly version: SectionIVersion | null;
}

/** The version in force on a day: of those whose plan is not later, the one of the latest plan. Null for none. */
export function versionOn(
  versions: readonly SectionIVersion[],
  on: IsoDate,
): SectionIVersion | null {
  let best: SectionIVersion | null = null;
  for (const version of versions) {
    if (version.withdrawn !== null || (version.plan_on ?? '') > on) continue;
    if (best === null || (version.plan_on ?? '') >= (best.plan_on ?? '')) best = version;
  }
  return best;
}

/** Reads the version in force beside the school that the child goes to. */
export function sectionIOn(
  client: Pick<Client, 'section_i' | 'school_given'>,
  versions: readonly SectionIVersion[],
  { school, on }: { readonly school: School | null; readonly on: IsoDate },
): SectionIRead {
  const version = versions.length === 0 ? null : versionOn(versions, on);
  const text = version?.words ?? client.section_i;
  const isWritten = version !== null && version.source === 'officer';
  const reading = isWritten
    ? byVersion(version, school)
    : readSectionI(text, school?.name ?? client.school_given);
  return { reading, words: text, version };
}

function byVersion({ urns, condition }: SectionIVersion, school: School | null): SectionI {
  if (urns.length === 0) return 'type_only';
  if (school === null || !urns.includes(school.urn)) return 'other_school';
  return condition === '' ? 'named' : 'conditional';
}

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
