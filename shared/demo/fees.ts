/** What schools of the invented county ask a year [A]: independent and non-maintained ones by contract, some state special schools by band. No school's real fee is meant. */
import { isoDate, type IsoDate } from '../calendar/dates.ts';
import type { Random } from '../kernel/random.ts';
import type { Need, Phase } from '../model/client.ts';
import type { PlacementFee } from '../model/placement.ts';
import type { School } from '../model/school.ts';

/** Types whose places are bought by contract. */
const CONTRACTED: ReadonlySet<string> = new Set(['special_independent', 'special_non_maintained']);
const LAST_YEAR = isoDate('2025-09-01');
const THIS_YEAR = isoDate('2026-04-01');
const NEXT_YEAR = isoDate('2027-04-01');

/** Least fee of an independent day place and how much further it reaches, pence a year [A]. */
const INDEPENDENT = { least: 38_000_00, reach: 37_000_00 };
/** The same of a state special school; bands of dearer needs come on top [A]. */
const SPECIAL = { least: 19_000_00, reach: 7_000_00 };
/** State special schools that state their own bands; the others go by type [A]. */
const BANDED = 0.5;
/** Needs that a special school asks more for, pence a year [A]. */
const BANDS: readonly (readonly [Need, number])[] = [
  ['PMLD', 14_500_00],
  ['SEMH', 5_200_00],
];
const SIXTH_FORM_LESS = 0.12;

/** Draws the fees: every independent or non-maintained special school has one, an older one that it took the place of, and some the next; half of the state's have bands. */
export function demoFees(random: Random, schools: readonly School[]): readonly PlacementFee[] {
  return schools.flatMap((school) => {
    if (CONTRACTED.has(school.type_group)) return contractedFees(random, school);
    return school.type_group === 'special_state' && random.chance(BANDED) ? bandFees(random, school) : []; // prettier-ignore
  });
}

interface Made {
  readonly from_on: IsoDate;
  readonly fee_pence: number;
  readonly need?: Need;
  readonly phase?: Phase;
  readonly source: string;
}

function feeOf({ urn }: School, made: Made): PlacementFee {
  return { school_urn: urn, need: null, phase: null, ...made };
}

function contractedFees(random: Random, school: School): readonly PlacementFee[] {
  const now = hundreds(INDEPENDENT.least + random.below(INDEPENDENT.reach));
  const before = hundreds(now / (1.03 + random.below(50) / 1000));
  const fees = [
    feeOf(school, { from_on: LAST_YEAR, fee_pence: before, source: 'Invented: placement contract 2025/26' }), // prettier-ignore
    feeOf(school, { from_on: THIS_YEAR, fee_pence: now, source: 'Invented: fee letter of 2 March 2026' }), // prettier-ignore
  ];
  if (!random.chance(0.25)) return fees;
  const next = hundreds(now * 1.045);
  return [...fees, feeOf(school, { from_on: NEXT_YEAR, fee_pence: next, source: 'Invented: notice of 1 July 2026' })]; // prettier-ignore
}

function bandFees(random: Random, school: School): readonly PlacementFee[] {
  const base = hundreds(SPECIAL.least + random.below(SPECIAL.reach));
  const source = 'Invented: high needs bands 2026/27';
  return [
    feeOf(school, { from_on: THIS_YEAR, fee_pence: base, source }),
    ...BANDS.filter(([need]) => school.needs.includes(need)).map(([need, more]) =>
      feeOf(school, { from_on: THIS_YEAR, need, fee_pence: base + more, source }),
    ),
    ...((school.age_to ?? 0) > 16
      ? [feeOf(school, { from_on: THIS_YEAR, phase: 'sixth_form', fee_pence: hundreds(base * (1 - SIXTH_FORM_LESS)), source })] // prettier-ignore
      : []),
  ];
}

/** To the hundred pounds, as fees are stated. */
function hundreds(pence: number): number {
  return Math.round(pence / 10_000) * 10_000;
}
