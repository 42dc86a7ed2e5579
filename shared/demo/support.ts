import type { Random } from '../kernel/random.ts';
import { isoDate, type IsoDate } from '../calendar/dates.ts';
import type { Assistant, Mobility, Need } from '../model/client.ts';

/**
 * Kent's education, health and care plans by primary need: DfE, Education, health and care plans 2025
 * (academic year 2024/25): 20,635 plans, 120 of them without a need recorded (null).
 */
export const NEED_COUNTS: readonly (readonly [Need | null, number])[] = [
  ['ASD', 9535],
  ['SEMH', 3833],
  ['SLCN', 3583],
  ['MLD', 1041],
  ['SLD', 807],
  ['PD', 644],
  ['SPLD', 386],
  ['PMLD', 372],
  ['HI', 194],
  ['VI', 89],
  ['MSI', 27],
  ['OTH', 4],
  [null, 120],
];

/** What a child needs on the way to school. */
export interface Support {
  readonly mobility: Mobility;
  readonly wheelchair: string;
  readonly occupied_weight_kg: number | null;
  readonly assistant: Assistant;
  readonly sole_occupancy: boolean;
  readonly sole_until: IsoDate | null;
  readonly equipment: string;
  readonly medical: string;
  readonly rescue_medication: boolean;
  readonly risk_assessment_on: IsoDate | null;
}

/** Chances by need in per cent, all assumptions [A]. */
interface Chances {
  readonly travels: number;
  readonly transfers: number;
  readonly aid: number;
  readonly shared: number;
  readonly own: number;
  readonly medical: number;
  readonly sole: number;
  readonly rescue: number;
}

const chances = (
  [travels, transfers, aid]: readonly [number, number, number],
  [shared, own, medical]: readonly [number, number, number],
  [sole, rescue]: readonly [number, number],
): Chances => ({ travels, transfers, aid, shared, own, medical, sole, rescue });

const USUAL = chances([0.3, 0.5, 1], [18, 1.2, 0.3], [1.6, 1.5]);
const CHANCES: Readonly<Record<string, Chances>> = {
  ASD: chances([0.3, 0.4, 0.6], [34, 4, 0.2], [7.6, 1.5]),
  SEMH: chances([0.1, 0.1, 0.2], [26, 5.5, 0.1], [13, 0.8]),
  SLD: chances([13, 7, 8], [58, 3, 3], [1.2, 9]),
  PMLD: chances([72, 12, 5], [52, 4, 32], [1, 34]),
  PD: chances([44, 16, 16], [34, 3, 6], [0.8, 8]),
  MSI: chances([22, 8, 18], [50, 12, 8], [2, 12]),
  VI: chances([1, 1, 12], [46, 6, 1], [1, 2]),
};

const WHEELCHAIRS = [
  'Manual, Invacare Action 3 Junior',
  'Manual, Quickie Life',
  'Manual, tilt in space, Rea Clematis',
  'Powered, Permobil M3',
  'Powered, Quantum Edge',
  'Moulded seat on Rea Azalea Minor',
  'Buggy, Excel Elise',
] as const;
const EQUIPMENT = ['Harness', 'Crelling harness', 'Booster seat', 'Car seat', 'Buckle guard'];
const MEDICAL = [
  'Asthma, inhaler in bag',
  'Nut allergy, adrenaline pens',
  'Absence seizures, no rescue medication',
  'Gastrostomy, no feed on the way',
  'Type 1 diabetes, monitor on arm',
];
const RESCUE = ['Epilepsy, buccal midazolam', 'Epilepsy, rescue plan dated by clinic'];

/** Draws what a child of this need and year group needs on the way. */
export function drawSupport(random: Random, need: Need | null, year_group: number): Support {
  const odds = CHANCES[need ?? ''] ?? USUAL;
  const mobility = drawMobility(random, odds);
  const usesChair = mobility === 'wheelchair_travels' || mobility === 'wheelchair_transfers';
  const rescue_medication = random.chance(odds.rescue / 100);
  const sole_occupancy = random.chance(odds.sole / 100);
  const assistant = drawAssistant(random, odds, rescue_medication, year_group);
  const equipment = random.chance(assistant === 'none' ? 0.05 : 0.16) ? random.pick(EQUIPMENT) : '';
  const ordinaryMedical = random.chance(0.11) ? random.pick(MEDICAL) : '';
  const medical = rescue_medication ? random.pick(RESCUE) : ordinaryMedical;
  const assessed = isoDate(
    `2026-0${1 + random.below(7)}-${String(1 + random.below(28)).padStart(2, '0')}`,
  );
  const needsAssessment =
    sole_occupancy || rescue_medication || assistant === 'own' || assistant === 'medical';
  return {
    mobility,
    wheelchair: usesChair ? random.pick(WHEELCHAIRS) : '',
    occupied_weight_kg:
      mobility === 'wheelchair_travels' ? 45 + 5 * year_group + random.below(45) : null,
    assistant,
    sole_occupancy,
    sole_until: sole_occupancy ? isoDate(random.chance(0.7) ? '2027-07-31' : '2026-12-31') : null,
    equipment,
    medical,
    rescue_medication,
    risk_assessment_on: needsAssessment || /harness/i.test(equipment) ? assessed : null,
  };
}

function drawMobility(random: Random, odds: Chances): Mobility {
  const draw = random.next() * 100;
  if (draw < odds.travels) return 'wheelchair_travels';
  if (draw < odds.travels + odds.transfers) return 'wheelchair_transfers';
  return draw < odds.travels + odds.transfers + odds.aid ? 'walks_with_aid' : 'walks';
}

/** Rescue medication calls for somebody to give it. From sixteen fewer travel with an assistant [A]. */
function drawAssistant(
  random: Random,
  odds: Chances,
  rescue: boolean,
  year_group: number,
): Assistant {
  const scale = year_group >= 12 ? 0.6 : 1;
  const draw = random.next() * 100;
  if (draw < odds.medical) return 'medical';
  if (draw < odds.medical + odds.own) return 'own';
  if (rescue || draw < odds.medical + odds.own + odds.shared * scale) return 'shared';
  return 'none';
}
