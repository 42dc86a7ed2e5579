/** Protected addresses: which fields give one away, and who may look. A courtesy of the screen, not encryption. */
import type { IsoDate } from '../calendar/dates.ts';
import { protectedAddressOfficers } from '../costing/read-casework-settings.ts';
import type { Proposal } from '../eligibility/decide.ts';
import type { RuleResult } from '../eligibility/rule-result.ts';
import type { Client } from '../model/client.ts';
import type { EvidenceRecord } from '../model/evidence.ts';
import type { Setting } from '../model/money.ts';

/** Answers of a TIF that say where a child lives. */
export const TIF_ADDRESS_ANSWERS = [
  'home_address',
  'postcode',
  'second_address',
  'second_postcode',
  'third_address',
] as const;

/** Fields of a client, and lines of its history, that say where a child lives. */
export const ADDRESS_FIELDS: ReadonlySet<string> = new Set([
  'home_address',
  'postcode',
  'uprn',
  'second_address',
  'second_postcode',
  'lat',
  'lon',
  'position',
  'district_code',
  'address',
  'move',
  // A measured way begins at the home.
  'evidence',
  ...TIF_ADDRESS_ANSWERS.map((key) => `tif.${key}`),
]);

/** Who may look at protected addresses, and whether whoever works at this machine is one of them. */
export interface Lookers {
  readonly names: readonly string[];
  readonly may_look: boolean;
}

/** Whether an officer is among names; compared without regard to case, accents' composition or spaces around them. */
export function isNamed(names: readonly string[], officer: string): boolean {
  const plain = (name: string): string =>
    name.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLowerCase();
  const own = plain(officer);
  return own !== '' && names.some((name) => plain(name) === own);
}

/** Who may look at protected addresses on a day, and whether an officer is one of them. */
export function lookersAt(settings: readonly Setting[], officer: string, on: IsoDate): Lookers {
  const names = protectedAddressOfficers(settings, on);
  return { names, may_look: isNamed(names, officer) };
}

/** The client without anything that says where the child lives. */
export function withoutAddress(client: Client): Client {
  return {
    ...client,
    home_address: '',
    postcode: '',
    uprn: '',
    second_address: '',
    second_postcode: '',
    lat: null,
    lon: null,
    position_error_m: null,
    district_code: '',
  };
}

const THE_HOME = 'the home (protected address)';

/** Shorter pieces of an address ("Kent", "12") stand in too many other sentences. */
const TELLING_LENGTH = 6;

/**
 * The text with each of the addresses taken out wherever it is repeated: a postcode with or without its space, a line with a number
 * ("14 Mill Lane"), in any case. What somebody paraphrased stays, so a person still reads the paper before it goes out.
 */
export function withoutAddressWords(text: string, addresses: readonly string[]): string {
  const pieces = addresses
    .flatMap((address) => address.split(/[,\n]/))
    .map((piece) => piece.trim())
    .filter((piece) => piece.length >= TELLING_LENGTH && /\d/.test(piece));
  let out = text;
  for (const piece of pieces.toSorted((a, b) => b.length - a.length)) {
    const words = piece
      .split(/\s+/)
      .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
    const pattern = new RegExp(
      `(?<![\\p{L}\\p{N}])${words.join(String.raw`\s*`)}(?![\\p{L}\\p{N}])`,
      'giu',
    );
    out = out.replaceAll(pattern, '(protected address)');
  }
  return out;
}

/** A piece of evidence without the place at which a measured way begins. */
export function evidenceWithoutHome(record: EvidenceRecord): EvidenceRecord {
  const { given } = record;
  return given.kind === 'measured' || given.kind === 'road'
    ? { ...record, given: { ...given, from: THE_HOME } }
    : record;
}

/** A proposal as screens, papers and the terminal may show it of a child with a protected address; what is signed is kept whole. */
export function proposalWithoutHome(proposal: Proposal): Proposal {
  const rule = (each: RuleResult): RuleResult =>
    each.measure === null ? each : { ...each, measure: { ...each.measure, from: THE_HOME } };
  const { qualifying, nearest_suitable } = proposal.school;
  return {
    ...proposal,
    school: {
      ...proposal.school,
      qualifying: rule(qualifying),
      nearest_suitable: rule(nearest_suitable),
    },
    rules: proposal.rules.map(rule),
    evidence: proposal.evidence.map(evidenceWithoutHome),
  };
}
