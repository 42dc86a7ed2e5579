/** What a placement costs a year: the school's own fee where one was entered, else that of its type of provision. */
import type { IsoDate } from '../../calendar/dates.ts';
import type { FeeKind } from '../../costing/placement-settings.ts';
import { isPlacementFees } from '../../costing/placement-settings.ts';
import { read, settingAt } from '../../costing/read-settings.ts';
import type { Setting } from '../../model/money.ts';
import type { PlacementFee } from '../../model/placement.ts';
import type { School } from '../../model/school.ts';

/** A fee with where it comes from; pence a year, null where nobody told it. */
export interface FeeFound {
  readonly fee_pence: number | null;
  readonly basis: 'school' | 'type' | 'not_known';
  /** `Special school`, `The school’s own`. */
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

/** The fee of a school for one child on a day. `boards`: the child lives at the school in the week. */
export function feeOf(
  { on, settings, fees }: FeeFacts,
  school: Pick<School, 'urn' | 'type_group'>,
  boards: boolean,
): FeeFound {
  const own = fees
    .filter((each) => each.school_urn === school.urn && each.from_on <= on)
    .reduce<PlacementFee | null>(
      (best, each) => (best === null || each.from_on > best.from_on ? each : best),
      null,
    );
  if (own !== null)
    return {
      fee_pence: own.fee_pence,
      basis: 'school',
      words: 'The school’s own fee',
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
