import type { ApplicationStatus, Assistant, Mobility, Need } from '../model/client.ts';
import { compact, words } from './normalise.ts';

/** Yes or no as councils write it; null where neither. */
export function parseYesNo(text: string): boolean | null {
  const cell = compact(text);
  if (/^(y|yes|true|t|1|x|complete|completed|required|received|✓)$/.test(cell)) return true;
  if (/^(n|no|false|f|0|none|incomplete|notrequired|notreceived|na|outstanding)$/.test(cell))
    return false;
  return text.trim() === '✓' ? true : null;
}

/** National curriculum year: `R` is 0, nursery -1, `Year 7` is 7, up to 14; null where not understood. */
export function parseYearGroup(text: string): number | null {
  const cell = compact(text).replace(/^(ncyear|ncy|yeargroup|year|yr|y)(?=.)/, '');
  if (/^(r|rec|reception|yr|fs2|ks0)$/.test(cell)) return 0;
  if (/^(n|n1|n2|nur|nursery|fs1|preschool|eyfs)$/.test(cell)) return -1;
  const year = /^(\d{1,2})$/.exec(cell)?.[1];
  return year !== undefined && Number(year) <= 14 ? Number(year) : null;
}

const NEED_WORDS: readonly (readonly [RegExp, Need])[] = [
  [/^(asd|asc|aut)$|autis|asperger/, 'ASD'],
  [/^pmld$|profound/, 'PMLD'],
  [/^sld$|severe learning/, 'SLD'],
  [/^mld$|moderate learning/, 'MLD'],
  [/^spld$|specific learning|dyslex|dyscalcul|dysprax/, 'SPLD'],
  [/^(semh|besd|ebd|sebd)$|mental health|behaviour/, 'SEMH'],
  [/^(slcn|slc|c and i|ci)$|speech|communication/, 'SLCN'],
  [/^msi$|multi ?sensory|deaf ?blind/, 'MSI'],
  [/^(hi)$|hearing|^deaf/, 'HI'],
  [/^(vi)$|vision|visual|^blind/, 'VI'],
  [/^(pd|pni)$|physical/, 'PD'],
  [/^(oth|other|ds|nsa)$|^other|down/, 'OTH'],
];

/** SEN primary need by its code or name; null where not understood. */
export function parseNeed(text: string): Need | null {
  const cell = words(text);
  return NEED_WORDS.find(([pattern]) => pattern.test(cell))?.[1] ?? null;
}

/** How a client moves. `unsure`: a wheelchair user, not said whether they travel in it; taken as travelling in it. */
export function parseMobility(text: string): { mobility: Mobility; unsure: boolean } | null {
  const cell = words(text);
  const sure = (mobility: Mobility) => ({ mobility, unsure: false });
  if (/wheelchair|wav|w c|chair/.test(cell)) {
    if (/\b(no|not|non)\b/.test(cell)) return null;
    if (/transfer|folds?\b/.test(cell)) return sure('wheelchair_transfers');
    if (/travel|remain|seated in|in chair|in wheelchair|in it|stays/.test(cell))
      return sure('wheelchair_travels');
    return { mobility: 'wheelchair_travels', unsure: true };
  }
  if (/frame|aid|walker|crutch|stick|rollator|splint|buggy/.test(cell))
    return sure('walks_with_aid');
  if (
    /^(walk|ambulant|independent|fully mobile|mobile|no (mobility )?(needs|issues|concerns)|none|fully ambulant|full mobility)/.test(
      cell,
    )
  )
    return sure('walks');
  return null;
}

/** Passenger assistant; null where not understood. */
export function parseAssistant(text: string): Assistant | null {
  const cell = words(text);
  if (/^(none|no|n|not required|not needed|unaccompanied|0|false|no pa)$/.test(cell)) return 'none';
  if (/medic|nurse|clinical|health/.test(cell)) return 'medical';
  if (/\b(own|1 1|1 to 1|one to one|121|individual|dedicated|sole)\b/.test(cell)) return 'own';
  if (
    /^(required|yes|y|shared|pa|true|1|needed|pa required|group|assistant|escort|passenger assistant)/.test(
      cell,
    )
  )
    return 'shared';
  return null;
}

const STATUS_WORDS: readonly (readonly [RegExp, ApplicationStatus])[] = [
  [/^withdr|^cancel/, 'withdrawn'],
  [/^part/, 'part_awarded'],
  [/refus|declin|reject|not eligible|ineligible|turned down/, 'refused'],
  [/not ours|other authority|out of area/, 'not_ours'],
  [/^award|approv|eligible|agreed|granted|accepted/, 'awarded'],
  [/more info|information|awaiting|query|on hold/, 'more_information'],
  [/check|assess|review|progress|consider/, 'checking'],
  [/^received|^new|pending|submitted|open|logged/, 'received'],
  [/^ended|closed|ceased|left|complete/, 'ended'],
];

/** Where an application stands, in the words of a council; null where not understood. */
export function parseStatus(text: string): ApplicationStatus | null {
  const cell = words(text);
  return STATUS_WORDS.find(([pattern]) => pattern.test(cell))?.[1] ?? null;
}
