/** How English writes its consonants, one sound by many spellings; tried in order. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/^[kgp]n/, 'n'],
  [/^wr/, 'r'],
  [/^ps/, 's'],
  [/^x/, 's'],
  [/mb$/, 'm'],
  [/ph/g, 'f'],
  [/v/g, 'f'],
  [/sch|sh|[ts]i(?=[ao])/g, 'S'],
  [/ch(?=[rl])|(?!^)ch(?=o)/g, 'k'],
  [/t?ch/g, 'C'],
  [/gh(?=t|$|[^aeiouy])/g, ''],
  [/gh/g, 'g'],
  [/dg|g(?=e)/g, 'j'],
  [/c(?=[eiy])/g, 's'],
  [/ck|qu|[cq]/g, 'k'],
  [/x/g, 'ks'],
  [/z/g, 's'],
  [/th/g, 't'],
  [/(?!^)[hw]/g, ''],
  [/^[aeiou]/, 'A'],
  [/(?!^)[aeiouy]/g, ''],
  [/(.)\1+/g, '$1'],
];

/**
 * What a name sounds like to an English ear: equal for Steven and Stephen, Katherine and Catherine, Lewis and Louis. Vowels count only at
 * the beginning. '' for a word in another alphabet.
 */
export function soundOf(word: string): string {
  if (!/^[a-z]+$/.test(word)) return '';
  return SPELLINGS.reduce((sound, [spelling, by]) => sound.replace(spelling, by), word);
}

const families = (text: string): ReadonlyMap<string, number> =>
  new Map(
    text
      .trim()
      .split('\n')
      .flatMap((line, family) => line.split(' ').map((name) => [name, family] as const)),
  );

/**
 * Names that sound alike and share too few letters to be found by them, most of them Irish, Welsh, Scottish, Arabic or Slavic names as
 * English ears write them down. [A] our own list, November 2026.
 */
const ALIKE = families(`
sean shaun shawn shaune
sian sharn shan
siobhan shevaun shivaun chevonne
sinead shinade shinead
saoirse seersha sorsha searsha
niamh neve neave nieve neeve
caoimhe keeva kiva queeva
aoife eefa efa
aisling ashling ashlyn aislinn
ciara keira kira kiera keara
ciaran kieran keiran kieron
oisin osheen oshin
tadhg tyg teague
eoin owen eoghan owain
eilidh ailey aylee eily
grainne gronya gronia
roisin rosheen
cian keane kian keon
ceri kerry keri
rhys reece rees reese
iain ian eian
euan ewan owen ewen
hugh huw hew
geoffrey jeffrey geoff jeff
mohammed mohamed muhammad mohammad muhammed mohamad mahomed mohd muhamed
ahmed ahmad achmed
hussain hussein husain hosein husein
yusuf yousef yousuf youssef joseph
fatima fatema fatimah
aisha ayesha aysha aishah
abdul abdool abdel
omar umar omer
zoe zoey zowie
phoebe feebee phebe
chloe khloe cloe
aidan aiden ayden aden
jayden jaden jaiden
cain kane kain
isaac izaac isac
yvonne evonne
wojcik voychik wojick
zajac zayonts zayac
krzysztof kristof krystof
lukasz lucas lukas
jack jacques
gabrielle gabriel
michael mikael mikail mikhail
nguyen nuyen nwen win
xanthe zanthe santhe
siann shann
leigh lee lea
reid reed read
wright right rite
`);

/** Whether two names are spellings of one that share too few letters. */
export function areAlike(one: string, other: string): boolean {
  const family = ALIKE.get(one);
  return family !== undefined && ALIKE.get(other) === family;
}
