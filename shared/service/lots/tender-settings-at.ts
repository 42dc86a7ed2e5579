import type { IsoDate } from '../../calendar/dates.ts';
import { addDays } from '../../calendar/dates.ts';
import { numberAt, read, settingAt } from '../../costing/read-settings.ts';
import { DEFAULT_SETTINGS } from '../../costing/default-settings.ts';
import { isNumberPattern, isQuestions } from '../../costing/tender-settings.ts';
import type { Setting } from '../../model/money.ts';
import type { TenderRules } from '../../model/tender.ts';

/** What a tender begins with on a day: everything of it may be changed before it is put out. */
export interface TenderDefaults {
  readonly rules: TenderRules;
  readonly closes_on: IsoDate;
  readonly notice_days: number;
  readonly standstill_days: number;
  readonly number_pattern: string;
  readonly absurd_times: number;
}

/** The settings of tenders in force on a day. */
export function tenderSettingsAt(settings: readonly Setting[], on: IsoDate): TenderDefaults {
  const source = (settingAt(settings, 'tender_price_weight', on) ?? settingAt(DEFAULT_SETTINGS, 'tender_price_weight', on))?.source ?? ''; // prettier-ignore
  return {
    rules: {
      price_weight: numberAt(settings, 'tender_price_weight', on),
      questions: read(settings, 'tender_questions', on, isQuestions),
      source,
    },
    closes_on: addDays(on, numberAt(settings, 'tender_open_days', on)),
    notice_days: numberAt(settings, 'tender_notice_days', on),
    standstill_days: numberAt(settings, 'tender_standstill_days', on),
    number_pattern: read(settings, 'tender_contract_number', on, isNumberPattern),
    absurd_times: numberAt(settings, 'tender_absurd_times', on),
  };
}
