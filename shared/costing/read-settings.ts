/** Typed readers of the dated settings. A value that cannot be used falls back to the built-in default. */
import { isoDate, type DayOfWeek, type IsoDate } from '../calendar/dates.ts';
import { startYearOf } from '../calendar/years.ts';
import type { AcademicYear } from '../calendar/dates.ts';
import type { TravelBasis } from '../geo/estimate.ts';
import { defined } from '../kernel/assert.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { METRES_PER_MILE } from '../kernel/units.ts';
import { fieldsNamed, isLetterField, type LetterTemplate } from '../model/letter.ts';
import type { RateCard, Setting } from '../model/money.ts';
import { isPtbBands, type PtbBand } from './ptb-bands.ts';
import { isMonthDay, isMonthDayRecord, isNames, isText } from './casework-checks.ts';
import { isSpeedTable, type SpeedTable } from '../roads/speed-table.ts';
import { DEFAULT_SETTINGS, SETTING_KEYS, type SettingKey } from './default-settings.ts';
import { TEMPLATE_KEYS, type TemplateKey } from './letter-settings.ts';
import { CHAIN_CHECKS } from './chain-settings.ts';
import { SHARING_CHECKS } from './sharing-settings.ts';
import { DISRUPTION_CHECKS } from './disruption-settings.ts';
import { SERVICE_CHECKS } from './service-settings.ts';
import { ROAD_CHECKS } from './road-settings.ts';
import { PLACEMENT_CHECKS } from './placement-settings.ts';
import { ADJUSTMENT_CHECKS } from './adjustment-settings.ts';
import { PAPER_CHECKS } from './paper-settings.ts';
import { isNumber, isRateCard, isRecord } from './rate-card-check.ts';
import { FUEL_CHECKS } from './fuel-settings.ts';
import { SHARE_CHECKS } from './share-settings.ts';
import { VALUE_CHECKS } from './value-settings.ts';
import { VEHICLE_CHECKS } from './vehicle-settings.ts';
import { WORK_CHECKS } from './work-settings.ts';

/** The setting in force on a day: the latest that began by then; before the first one, the first. */
export function settingAt(
  settings: readonly Setting[],
  key: SettingKey,
  on: IsoDate,
): Setting | null {
  let best: Setting | null = null;
  for (const each of settings) {
    if (each.key !== key) continue;
    if (best === null) best = each;
    else if (
      each.from_on <= on
        ? best.from_on > on || each.from_on >= best.from_on
        : each.from_on < best.from_on
    )
      best = each;
  }
  return best;
}

type Check<T> = (value: unknown) => value is T;

/** A setting's value on a day, as what `is` says it must be; a value that cannot be used gives way to the default. */
export function read<T>(
  settings: readonly Setting[],
  key: SettingKey,
  on: IsoDate,
  is: Check<T>,
): T {
  const value = settingAt(settings, key, on)?.value;
  if (is(value)) return value;
  const fallback = defined(settingAt(DEFAULT_SETTINGS, key, on), `default of ${key}`).value;
  if (is(fallback)) return fallback;
  throw new Error(`The default of ${key} is not of its own kind`);
}

/** Whether a value is parts in per cent by name. */
export const isShares = (value: unknown): value is Readonly<Record<string, number>> =>
  isRecord(value) && Object.values(value).every(isNumber(0, 100, false));

const isAreas = (value: unknown): value is readonly string[] =>
  Array.isArray(value) &&
  value.every((each) => typeof each === 'string' && /^[A-Z]{1,2}$/.test(each));

const isDistricts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) &&
  value.every((each) => typeof each === 'string' && /^[EWSN]\d{8}$/.test(each));

const isMonthDays = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length > 0 && value.every(isMonthDay);

/** The last such weekday of a month, 1 to 12. */
export interface LeavingDay {
  readonly month: number;
  readonly weekday: DayOfWeek;
}

const isLeavingDay = (value: unknown): value is LeavingDay =>
  isRecord(value) &&
  isNumber(1, 12, true)(value['month']) &&
  ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'].includes(String(value['weekday']));

/** A basis of low income: found by any of its words in what an application says. */
export interface LowIncomeBasis {
  readonly basis: string;
  readonly words: readonly string[];
  readonly counts: 'yes' | 'no' | 'cannot_tell';
}

const isBases = (value: unknown): value is readonly LowIncomeBasis[] =>
  Array.isArray(value) &&
  value.every(
    (each) =>
      isRecord(each) &&
      typeof each['basis'] === 'string' &&
      isNames(each['words']) &&
      ['yes', 'no', 'cannot_tell'].includes(String(each['counts'])),
  );

/** Who writes the letters, and how a family reaches them. */
export interface LetterSender {
  readonly team: string;
  readonly contact: string;
}

const isSender = (value: unknown): value is LetterSender =>
  isRecord(value) && typeof value['team'] === 'string' && typeof value['contact'] === 'string';

/** A wording that names only fields that a letter can fill, and at least one paragraph of it. */
const isTemplate = (value: unknown): value is LetterTemplate => {
  if (!isRecord(value) || typeof value['subject'] !== 'string') return false;
  const { subject, paragraphs } = value;
  if (!Array.isArray(paragraphs)) return false;
  const texts: readonly unknown[] = paragraphs;
  return (
    texts.every((each) => typeof each === 'string') &&
    [subject, ...texts.filter((each) => each !== '')].length > 1 &&
    fieldsNamed({ subject, paragraphs: texts }).every(isLetterField)
  );
};

const TEMPLATE_CHECKS = Object.fromEntries(
  TEMPLATE_KEYS.map((key) => [key, isTemplate]),
) as Readonly<Record<TemplateKey, typeof isTemplate>>;

const SECONDS_A_DAY = 86_400;
const isTime = isNumber(0, SECONDS_A_DAY - 1, true);
const isPercent = isNumber(0, 100, false);
const isAge = isNumber(0, 30, true);
const isMiles = isNumber(0, 100, false);

const CHECKS: Readonly<Record<SettingKey, Check<unknown>>> = {
  decision_days: isNumber(1, 366, true),
  appeal_lodge_days: isNumber(1, 366, true),
  appeal_stage_1_days: isNumber(1, 366, true),
  appeal_stage_2_days: isNumber(1, 366, true),
  application_deadlines: isMonthDayRecord,
  post_16_statement_day: isMonthDay,
  protected_address_officers: isText,
  rate_card: isRateCard,
  days_a_year: isNumber(1, 366, true),
  dead_mileage_m: isNumber(0, 200_000, false),
  ride_guide_primary_s: isNumber(60, 4 * 3600, true),
  ride_guide_secondary_s: isNumber(60, 4 * 3600, true),
  over_guide_allowance: isNumber(1, 3, false),
  road_factor: isNumber(1, 3, false),
  speed_mph: isNumber(1, 80, false),
  boarding_walking_s: isNumber(0, 3600, true),
  boarding_wheelchair_s: isNumber(0, 3600, true),
  school_day_starts_s: isTime,
  school_day_ends_s: isTime,
  deadline: isMonthDay,
  tif_target_percent: isPercent,
  tif_commissioning_percent: isPercent,
  fuel_share_low_percent: isPercent,
  fuel_share_high_percent: isPercent,
  fuel_base_diesel: isNumber(2000, 60_000, true),
  fuel_litres_per_100km: isShares,
  fuel_legs_a_day: isNumber(1, 10, false),
  contract_split_percent: isShares,
  postcode_areas: isAreas,
  own_districts: isDistricts,
  placement_tolerance_m: isNumber(0, 50_000, false),
  ptb_bands: isPtbBands,
  ptb_bands_sixth_form: isPtbBands,
  compulsory_from_age: isAge,
  compulsory_prescribed_days: isMonthDays,
  compulsory_until_age: isAge,
  school_leaving_day: isLeavingDay,
  sixth_form_until_age: isAge,
  policy_from_age: isAge,
  walk_limit_under_miles: isMiles,
  walk_limit_over_miles: isMiles,
  walk_limit_age: isAge,
  walk_over_straight_max: isNumber(1, 10, false),
  home_error_m: isNumber(0, 10_000, false),
  school_error_m: isNumber(0, 10_000, false),
  marginal_percent: isPercent,
  changes_ahead_days: isNumber(1, 400, true),
  qualifying_school_types: isNames,
  low_income_bases: isBases,
  extended_from_age: isAge,
  extended_older_age: isAge,
  extended_lower_miles: isMiles,
  extended_upper_miles: isMiles,
  extended_nearest_schools: isNumber(1, 20, true),
  extended_religion_miles: isMiles,
  reminder_apply_first_days: isNumber(0, 366, true),
  reminder_apply_every_days: isNumber(1, 366, true),
  reminder_tif_first_days: isNumber(0, 366, true),
  reminder_tif_every_days: isNumber(1, 366, true),
  reminder_apply_most: isNumber(0, 3, true),
  reminder_tif_most: isNumber(0, 3, true),
  letter_answer_days: isNumber(1, 60, true),
  letter_review_days: isNumber(1, 366, true),
  letter_arranging_days: isNumber(0, 366, true),
  ...ROAD_CHECKS,
  ...VEHICLE_CHECKS,
  ...SHARING_CHECKS,
  ...WORK_CHECKS,
  ...DISRUPTION_CHECKS,
  ...CHAIN_CHECKS,
  ...SERVICE_CHECKS,
  ...SHARE_CHECKS,
  ...PAPER_CHECKS,
  ...ADJUSTMENT_CHECKS,
  ...PLACEMENT_CHECKS,
  ...VALUE_CHECKS,
  ...FUEL_CHECKS,
  letter_sender: isSender,
  ...TEMPLATE_CHECKS,
};

/** Whether a key is one of the settings. */
export function isSettingKey(key: string): key is SettingKey {
  return (SETTING_KEYS as readonly string[]).includes(key);
}

/** Refuses a value that the product could not use, before it is stored. */
export function checkSetting(key: string, value: unknown): Result<SettingKey> {
  if (!isSettingKey(key)) {
    return fail('unknown_setting', `There is no setting ${key}.`, 'Choose one of the list.');
  }
  if (CHECKS[key](value)) return ok(key);
  const like = DEFAULT_SETTINGS.find((each) => each.key === key);
  return fail(
    'bad_setting',
    `The value given for ${like?.label ?? key} is not usable.`,
    `Give ${like?.unit ?? 'a value'} like ${JSON.stringify(like?.value)}.`,
    { key, value },
  );
}

/** Prices of new routes on a day. */
export function rateCardAt(settings: readonly Setting[], on: IsoDate): RateCard {
  return read(settings, 'rate_card', on, isRateCard);
}

/** The keys whose value is one number. */
export type NumberKey = Exclude<
  SettingKey,
  | 'rate_card'
  | 'deadline'
  | 'fuel_litres_per_100km'
  | 'contract_split_percent'
  | 'postcode_areas'
  | 'own_districts'
  | 'ptb_bands'
  | 'ptb_bands_sixth_form'
  | 'compulsory_prescribed_days'
  | 'school_leaving_day'
  | 'qualifying_school_types'
  | 'low_income_bases'
  | 'letter_sender'
  | 'application_deadlines'
  | 'post_16_statement_day'
  | 'protected_address_officers'
  | 'safeguarding_officers'
  | 'road_speeds'
  | 'fuel_curves'
  | 'fuel_of_class'
  | 'co2e_kg_per_km'
  | 'register_competences'
  | 'placement_fees'
  | TemplateKey
>;

/** A setting that is one number, in the setting's unit. */
export function numberAt(settings: readonly Setting[], key: NumberKey, on: IsoDate): number {
  return read(settings, key, on, (value): value is number => CHECKS[key](value));
}

/** How distances are estimated where no road network is loaded. */
export function travelBasisAt(settings: readonly Setting[], on: IsoDate): TravelBasis {
  return {
    factor: numberAt(settings, 'road_factor', on),
    speed_mps: (numberAt(settings, 'speed_mph', on) * METRES_PER_MILE) / 3600,
  };
}

/** Speeds that roads are imported with. */
export function speedTableAt(settings: readonly Setting[], on: IsoDate): SpeedTable {
  return read(settings, 'road_speeds', on, isSpeedTable);
}

/** The deadline for letters in the summer before an academic year: 1 August unless set otherwise. */
export function deadlineOf(settings: readonly Setting[], year: AcademicYear, on: IsoDate): IsoDate {
  return isoDate(`${startYearOf(year)}-${read(settings, 'deadline', on, isMonthDay)}`);
}

/** Postcode areas of the county, such as ME. */
export function postcodeAreasAt(settings: readonly Setting[], on: IsoDate): readonly string[] {
  return read(settings, 'postcode_areas', on, isAreas);
}

/** ONS codes of the county's own districts. */
export function ownDistrictsAt(settings: readonly Setting[], on: IsoDate): readonly string[] {
  return read(settings, 'own_districts', on, isDistricts);
}

/** Litres per 100 km of a vehicle class; the largest of the list for a class without its own. */
export function litresPer100Km(settings: readonly Setting[], on: IsoDate, vehicle: string): number {
  const table = read(settings, 'fuel_litres_per_100km', on, isShares);
  return table[vehicle] ?? Math.max(0, ...Object.values(table));
}

/** Bands of the personal transport budget, nearest first. */
export function ptbBandsAt(settings: readonly Setting[], on: IsoDate): readonly PtbBand[] {
  return read(settings, 'ptb_bands', on, isPtbBands);
}

/** Days (`MM-DD`) on which compulsory school age may begin. */
export function prescribedDaysAt(settings: readonly Setting[], on: IsoDate): readonly string[] {
  return read(settings, 'compulsory_prescribed_days', on, isMonthDays);
}

/** Which weekday, the last of which month, is the school leaving day. */
export function leavingDayAt(settings: readonly Setting[], on: IsoDate): LeavingDay {
  return read(settings, 'school_leaving_day', on, isLeavingDay);
}

/** Type groups of the schools that qualify. */
export function qualifyingTypesAt(settings: readonly Setting[], on: IsoDate): readonly string[] {
  return read(settings, 'qualifying_school_types', on, isNames);
}

/** Bases of low income, in the order in which they are looked for. */
export function lowIncomeBasesAt(
  settings: readonly Setting[],
  on: IsoDate,
): readonly LowIncomeBasis[] {
  return read(settings, 'low_income_bases', on, isBases);
}

/** Who writes the letters. */
export function letterSenderAt(settings: readonly Setting[], on: IsoDate): LetterSender {
  return read(settings, 'letter_sender', on, isSender);
}

/** The wording of a letter. */
export function templateAt(
  settings: readonly Setting[],
  key: TemplateKey,
  on: IsoDate,
): LetterTemplate {
  return read(settings, key, on, isTemplate);
}
