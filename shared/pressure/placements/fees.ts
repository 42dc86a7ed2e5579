/** What a placement costs a year: the school's own fee where one was entered, else that of its type of provision. */
import type { IsoDate } from '../../calendar/dates.ts';
import type { FeeKind } from '../../costing/placement-settings.ts';
import { isPlacementFees } from '../../costing/placement-settings.ts';
import { read, settingAt } from '../../costing/read-settings.ts';
import type { Need, Phase } from '../../model/client.ts';
import type { Setting } from '../../model/money.ts';
import type { PlacementFee } from '../../model/placement.ts';
import type { School } from '../../model/school.ts';
import { NEED_WORDS, PHASE_WORDS } from '../../model/words.ts';

/** A fee with where it comes from; pence a year, null where nobody told it. */
export interface FeeFound {
  readonly fee_pence: number | null;
  readonly basis: 'school' | 'type' | 'not_known';
  /** `State special school`, `The school’s own fee, secondary`. */
  readonly words: string;
  readonly source: string;
  readonly from_on: IsoDate | null;
  readonly estimated: boolean;
}

/** What fees are read from. */
export interface FeeFacts {
  readonly on: IsoDate;
  readonly settings: readonly Setting[];
  readonly fees: readonly PlacementFee[];
}

const KIND_OF_TYPE: Readonly<Record<string, FeeKind>> = {
  nursery: 'mainstream',
  primary: 'mainstream',
  secondary: 'mainstream',
  special_state: 'special_state',
  special_non_maintained: 'non_maintained',
  special_independent: 'independent_day',
  independent: 'independent_day',
  pru_or_ap: 'alternative',
  fe_college: 'college',
};

/** Types of provision in words. */
export const FEE_WORDS: Readonly<Record<FeeKind, string>> = {
  mainstream: 'Mainstream top-up',
  special_state: 'State special school',
  non_maintained: 'Non-maintained special school',
  independent_day: 'Independent, day',
  independent_boarding: 'Independent, boarding',
  alternative: 'Pupil referral unit or alternative provision',
  college: 'College',
};

/** What a fee may rest on of the child. */
export interface FeeChild {
  readonly need: Need | null;
  readonly phase: Phase | null;
  /** Lives at the school in the week. */
  readonly boards: boolean;
}

/** A fee of need and phase goes before one of the need, that before one of the phase, that before one of every child. */
const closeness = ({ need, phase }: PlacementFee): number =>
  (need === null ? 0 : 2) + (phase === null ? 0 : 1);

/** Whose fee it is: `autistic spectrum disorder, secondary`; '' for every child's. */
export function feeOfWhom({ need, phase }: Pick<PlacementFee, 'need' | 'phase'>): string {
  return [need === null ? '' : NEED_WORDS[need], phase === null ? '' : PHASE_WORDS[phase]]
    .filter((part) => part !== '')
    .map((part, at) => (at === 0 ? part : part.toLowerCase()))
    .join(', ');
}

/**
 * A school's own fee for a child on a day: of those in force that are of the child's need and phase, or of every one, the closest; among equally
 * close ones the latest. A fee of a need is nobody's whose need is not known.
 */
function ownFee(
  { on, fees }: FeeFacts,
  urn: number,
  { need, phase }: FeeChild,
): PlacementFee | null {
  return fees
    .filter((each) => each.school_urn === urn && each.from_on <= on)
    .filter((each) => each.need === null || each.need === need)
    .filter((each) => each.phase === null || each.phase === phase)
    .reduce<PlacementFee | null>((best, each) => {
      if (best === null) return each;
      const closer = closeness(each) - closeness(best);
      return closer > 0 || (closer === 0 && each.from_on > best.from_on) ? each : best;
    }, null);
}

/** The fee of a school for one child on a day. */
export function feeOf(
  facts: FeeFacts,
  school: Pick<School, 'urn' | 'type_group'>,
  child: FeeChild,
): FeeFound {
  const { on, settings } = facts;
  const { boards } = child;
  const own = ownFee(facts, school.urn, child);
  if (own !== null)
    return {
      fee_pence: own.fee_pence,
      basis: 'school',
      words: ['The school’s own fee', feeOfWhom(own).toLowerCase(), boards ? 'day or boarding not told' : ''].filter((part) => part !== '').join(', '), // prettier-ignore
      source: own.source,
      from_on: own.from_on,
      estimated: false,
    };
  const day = KIND_OF_TYPE[school.type_group];
  const kind = boards && day === 'independent_day' ? 'independent_boarding' : day;
  const setting = settingAt(settings, 'placement_fees', on);
  const byType = read(settings, 'placement_fees', on, isPlacementFees);
  const fee_pence = kind === undefined ? null : byType[kind];
  if (kind === undefined || fee_pence === null)
    return {
      fee_pence: null,
      basis: 'not_known',
      words: kind === undefined ? 'Type of provision not known' : FEE_WORDS[kind],
      source: '',
      from_on: null,
      estimated: false,
    };
  return {
    fee_pence,
    basis: 'type',
    words: FEE_WORDS[kind],
    source: setting?.source ?? '',
    from_on: setting?.from_on ?? null,
    estimated: setting?.estimated ?? true,
  };
}

/** How a fee of a school stands on a day: one of a later day, of the same need and phase, takes its place. */
export type FeeStanding = 'in_force' | 'later' | 'superseded';

/** By fee: whether it holds on a day. */
export function feeStandings(
  fees: readonly PlacementFee[],
  on: IsoDate,
): ReadonlyMap<PlacementFee, FeeStanding> {
  const last = new Map<string, IsoDate>();
  const keyOf = ({ school_urn, need, phase }: PlacementFee): string =>
    `${school_urn} ${need ?? ''} ${phase ?? ''}`;
  for (const fee of fees) {
    const key = keyOf(fee);
    if (fee.from_on <= on && fee.from_on > (last.get(key) ?? '')) last.set(key, fee.from_on);
  }
  return new Map(
    fees.map((fee) => {
      const holds = last.get(keyOf(fee)) === fee.from_on;
      return [fee, fee.from_on > on ? 'later' : holds ? 'in_force' : 'superseded'];
    }),
  );
}
