import { compact } from './normalise.ts';

/**
 * Competences that Kerbside knows, each with the words that registers have for it. The first five are what children may ask for
 * (`casework/competences.ts`); the others a council records.
 */
const COMPETENCES: readonly (readonly [string, string])[] = [
  [
    'Rescue medication',
    'Epilepsy rescue|Epilepsy rescue medication|Rescue meds|Rescue med|Buccal midazolam|Midazolam|Epilepsy|Epilepsy awareness and rescue medication|Emergency medication|EpiPen|Adrenaline|Adrenaline auto-injector|Anaphylaxis',
  ],
  [
    'Medical care on the way',
    'Medical care|Medically trained|Clinical care|Complex medical care|Medical PA',
  ],
  [
    'Wheelchair tie-down',
    'Wheelchair securing|Wheelchair restraint|Wheelchair restraints|Tie-down|Tie-downs|Wheelchair clamping|WTORS|Wheelchair training|Wheelchair passenger training|Wheelchair tie-downs|Wheelchair loading',
  ],
  [
    'Moving and handling',
    'Manual handling|Moving & handling|People handling|People moving|Hoist|M&H|Patient handling',
  ],
  [
    'Harness',
    'Harness fitting|Harnesses|Safety harness|Harness training|Car seat and harness|Crelling harness',
  ],
  ['Suction', 'Suctioning|Oral suction|Airway suction|Suction machine'],
  ['PEG feeding', 'PEG|Gastrostomy|Enteral feeding|PEG feed'],
  ['Oxygen', 'Oxygen therapy|O2|Oxygen administration'],
  ['Tracheostomy care', 'Tracheostomy|Trachy|Trachy care'],
  [
    'First aid',
    'First aid at work|Paediatric first aid|Emergency first aid|Emergency first aid at work|1st aid|EFAW',
  ],
  ['MiDAS', 'Minibus driver awareness scheme|Minibus driver awareness'],
  ['PATS', 'Passenger assistant training scheme|Passenger assistant training|PA training'],
  [
    'Disability awareness',
    'SEN awareness|SEND awareness|Autism awareness|Disability equality training|DET',
  ],
  [
    'Positive behaviour support',
    'Behaviour support|Team Teach|Team-Teach|MAPA|De-escalation|Positive handling',
  ],
];

/** Names of the competences that Kerbside knows. */
export const KNOWN_COMPETENCES: readonly string[] = COMPETENCES.map(([name]) => name);

const BY_WORDS = new Map(
  COMPETENCES.flatMap(([name, words]) =>
    [name, ...words.split('|')].map((word) => [compact(word), name] as const),
  ),
);

/** Every way a competence is written, its name first. */
export function competenceWords(name: string): readonly string[] {
  const found = COMPETENCES.find(([known]) => known === name);
  return found === undefined ? [name] : [name, ...found[1].split('|')];
}

/** A competence by any of its words, or one that the council names itself; null where it is not known. */
export function competenceNamed(text: string, own: readonly string[]): string | null {
  const key = compact(text);
  if (key === '') return null;
  const bare = key.replace(/(training|trained|certificate|course|competence|competency)$/, '');
  return (
    own.find((name) => compact(name) === key) ?? BY_WORDS.get(key) ?? BY_WORDS.get(bare) ?? null
  );
}
