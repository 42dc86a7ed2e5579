/** What is wrong with a tender before it is put out, and with what is signed afterwards; each a sentence. */
import type { IsoDate } from '../../calendar/dates.ts';
import type { QualityQuestion } from '../../model/tender.ts';
import { isMoment } from './moment.ts';

/** A tender as a person fills it in. */
export interface TenderForm {
  readonly title: string;
  readonly opens_at: string;
  readonly closes_at: string;
  readonly starts_on: IsoDate;
  readonly ends_on: IsoDate;
  readonly notice_days: number;
  readonly price_weight: number;
  readonly questions: readonly QualityQuestion[];
  readonly providers: readonly string[];
  readonly by: string;
}

/** Every problem of the form; none: it may be put out. */
export function tenderProblems(form: TenderForm, lots: number, on: IsoDate): readonly string[] {
  const moments = isMoment(form.opens_at) && isMoment(form.closes_at);
  const names = form.providers.map((name) => name.trim().toLowerCase());
  const checks: readonly (readonly [boolean, string])[] = [
    [form.title.trim() === '', 'Give the tender a title.'],
    [lots === 0, 'Choose at least one route.'],
    [!moments, 'Give the day and time at which bids open and close, such as 10 Aug 2026, 12:00.'],
    [moments && form.closes_at <= form.opens_at, 'Bids close before they open.'],
    [moments && form.closes_at.slice(0, 10) < on, 'The closing day has passed.'],
    [form.ends_on < form.starts_on, 'The contracts end before they start.'],
    [moments && form.starts_on <= form.closes_at.slice(0, 10), 'The contracts start before the bids are in.'], // prettier-ignore
    [!(form.price_weight >= 0 && form.price_weight <= 100), 'The weight of the price is 0 to 100.'],
    [form.price_weight < 100 && form.questions.length === 0, 'Ask at least one question on quality, or give the price the whole weight.'], // prettier-ignore
    [form.providers.length === 0, 'Invite at least one provider.'],
    [names.includes(''), 'A provider has no name.'],
    [new Set(names).size < names.length, 'A provider is invited twice.'],
    [form.by.trim() === '', 'Sign with your name.'],
  ];
  return checks.flatMap(([isWrong, words]) => (isWrong ? [words] : []));
}

/** What a signature with a reason lacks. */
export function signedProblems(
  { by, reason }: { readonly by: string; readonly reason: string },
  why: string,
): readonly string[] {
  return [
    ...(reason.trim() === '' ? [why] : []),
    ...(by.trim() === '' ? ['Sign with your name.'] : []),
  ];
}
