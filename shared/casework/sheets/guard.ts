/**
 * Keeps what is none of a provider's business off a sheet. Structured fields never carry it; this looks at the free words that families and
 * officers wrote. A surname becomes its initial. A text that says anything else of the list is held back whole and the office is told,
 * for a text with a hole in it might mislead a driver.
 */
import type { Client } from '../../model/client.ts';

/** What a sheet never says, and how free words give it away [A]. Source: Client Transport's list of what a provider's sheet never carries. */
export const FORBIDDEN = {
  plan: {
    label: 'the EHCP',
    pattern: /\bEHCPs?\b|\beducation,? health and care plan\b|\bsection [a-k]\b/i,
  },
  income: {
    label: 'income',
    pattern:
      /\b(low[- ]income|income support|universal credit|free school meals?|FSM|pupil premium|on benefits?|housing benefit|food ?bank)\b/i,
  },
  religion: {
    label: 'religion or belief',
    pattern:
      /\b(religio\w*|belief|church|chapel|mosque|synagogue|temple|catholic|christian|anglican|methodist|muslim|islam\w*|jewish|hindu|sikh|buddhist|faith|parish|jehovah\w*)\b/i,
  },
  care: {
    label: 'care status',
    pattern:
      /\b(looked[- ]after|LAC|CLA|foster\w*|in care|care order|children'?s home|adopt(ed|ion|ive)|social work(er|ers)?|child protection|kinship|guardianship|refuge)\b/i,
  },
  diagnosis: {
    label: 'a diagnosis',
    pattern:
      /\b(autis\w*|ASD|ASC|ADHD|ADD|SEMH|MLD|SLD|PMLD|SPLD|SLCN|MSI|dyslexi\w*|dyspraxi\w*|asperger\w*|down'?s syndrome|cerebral palsy|attachment disorder|ODD|PDA|anxiety disorder|learning (difficult\w*|disabilit\w*)|mental health|trauma\w*|depress\w*|psychos\w*|tourette\w*|fragile x|FASD|bipolar|self[- ]harm\w*)\b/i,
  },
  apart: {
    label: 'why children are kept apart',
    pattern:
      /\b(kept? apart|keep (away|apart) from|may not (travel|sit) with|not to (travel|sit) with|fight(s|ing)? with|bull(y|ied|ies|ying)|attacked|assault\w*|allegation)\b/i,
  },
} as const satisfies Readonly<Record<string, { readonly label: string; readonly pattern: RegExp }>>;

/** A text as it may be printed, and what it was held back for; `held` is empty where it may be printed. */
export interface Guarded {
  readonly text: string;
  readonly held: readonly string[];
}

/** What of the children aboard may not be read out of any text. */
export interface Secrets {
  /** Of every child on the route. */
  readonly surnames: readonly string[];
  /** Values of this child's record that no provider sees, and those who may not travel with them: references and names. */
  readonly values: readonly { readonly label: string; readonly value: string }[];
}

/** The secrets of one child among those aboard. `apart`: the children who may not travel with them. */
export function secretsOf(
  client: Client,
  aboard: readonly Pick<Client, 'surname'>[],
  apart: readonly Pick<Client, 'ref' | 'forename' | 'surname'>[],
): Secrets {
  const own = [
    { label: FORBIDDEN.religion.label, value: client.religion_or_belief },
    { label: FORBIDDEN.care.label, value: client.care_status },
    { label: FORBIDDEN.income.label, value: client.low_income_basis },
    { label: FORBIDDEN.plan.label, value: client.section_i },
  ];
  const others = [
    ...client.not_with,
    ...apart.flatMap(({ ref, forename, surname }) => [ref, `${forename} ${surname}`.trim()]),
  ].map((value) => ({ label: FORBIDDEN.apart.label, value }));
  return {
    surnames: [...new Set(aboard.map(({ surname }) => surname).filter(isTelling))],
    values: [...own, ...others].filter(({ value }) => isTelling(value) && !YES_NO.test(value)),
  };
}

/** A value of one or two letters tells nothing and stands in every second word. */
const isTelling = (value: string): boolean => value.trim().length > 2;
const YES_NO = /^(yes|no|none|not known|unknown|not stated)$/i;

/** Free words as they may stand on a sheet. A diagnosis may stand in emergency steps: it is needed there to travel safely. */
export function guardWords(
  words: string,
  secrets: Secrets,
  field: 'emergency' | 'other' = 'other',
): Guarded {
  const text = words.trim().replaceAll(/\s+/g, ' ');
  if (text === '') return { text, held: [] };
  const said = Object.entries(FORBIDDEN)
    .filter(
      ([kind, { pattern }]) =>
        pattern.test(text) && !(field === 'emergency' && kind === 'diagnosis'),
    ) // prettier-ignore
    .map(([, { label }]) => label);
  const given = secrets.values.filter(({ value }) => holds(text, value)).map(({ label }) => label);
  const held = [...new Set([...said, ...given])];
  return held.length > 0 ? { text: '', held } : { text: initials(text, secrets.surnames), held };
}

/** Surnames as their initials: `Jane Smith (mother)` becomes `Jane S. (mother)`. */
function initials(text: string, surnames: readonly string[]): string {
  return surnames.reduce(
    (now, surname) =>
      mayHold(now, surname)
        ? now.replaceAll(wordPattern(surname), `${surname.trim().charAt(0)}.`)
        : now,
    text,
  );
}

function holds(text: string, value: string): boolean {
  return mayHold(text, value) && wordPattern(value).test(text);
}

/** Whether a value can be in a text at all, so that a pattern is worth its making: of a county's sheets hardly one in a thousand. */
function mayHold(text: string, value: string): boolean {
  const [word = ''] = value.trim().split(/\s+/, 1);
  return folded(text).includes(folded(word));
}

/** The same for all letters that differ in case alone: first to small ones, for the sharp s has a capital that is no pair of them. */
function folded(text: string): string {
  return text.toLowerCase().toUpperCase();
}

/** A value as whole words, whatever its case; letters of any script are letters. */
function wordPattern(value: string): RegExp {
  const safe = value
    .trim()
    .replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll(/\s+/g, String.raw`\s+`);
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${safe}(?![\p{L}\p{N}])`, 'giu');
}
