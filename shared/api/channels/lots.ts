/** Channels of tenders, lots, bids and awards, and of what happens to contracts. */
import { z } from 'zod';
import { CONTRACT_EVENTS, type Tender } from '../../model/tender.ts';
import { isQuestions } from '../../costing/tender-settings.ts';
import type { QualityQuestion } from '../../model/tender.ts';
import { channel } from '../channel.ts';
import type { Job } from '../views/jobs.ts';
import type { ContractPage, OutcomeText, TenderDraft, TenderPage, TendersPage } from '../views/lots.ts'; // prettier-ignore
import { dayInput, idInput, signerInput, wordsInput } from './inputs.ts';

const refs = z.array(z.string().min(1).max(80)).min(1).max(400);
const name = z.string().min(1).max(200);
const names = z.array(name).max(400);
const moment = z.string().max(16);
const pence = z.number().int().min(-1_000_000).max(10_000_000);
const signed = { reason: wordsInput, by: signerInput };
const term = { starts_on: dayInput, ends_on: dayInput, notice_days: z.number().int().min(0).max(366) }; // prettier-ignore
const contract_ref = z.string().max(40);
const questions = z.custom<readonly QualityQuestion[]>(isQuestions, 'are no questions');

export const lotsChannels = {
  'lots/list': channel<TendersPage>()(z.object({}).strict()),
  'lots/tender': channel<TenderPage>()(z.object({ id: idInput }).strict()),
  /** What a tender of these routes would be. */
  'lots/draft': channel<TenderDraft>()(z.object({ refs }).strict()),
  /** Puts routes out. Nothing is sent. */
  'lots/put-out': channel<Tender>()(
    z
      .object({
        refs,
        title: z.string().max(200),
        opens_at: moment,
        closes_at: moment,
        ...term,
        price_weight: z.number().int().min(0).max(100),
        questions,
        providers: names,
        by: signerInput,
      })
      .strict(),
  ),
  'lots/invite': channel<TenderPage>()(
    z.object({ tender_id: idInput, providers: names, by: signerInput }).strict(),
  ),
  /** Makes the files of a tender in a worker, for every provider invited or those named, and notes that they were written. */
  'lots/write': channel<Job>()(
    z.object({ tender_id: idInput, providers: names.nullable() }).strict(),
  ),
  'lots/handed': channel<TenderPage>()(
    z
      .object({
        tender_id: idInput,
        invitation_id: idInput,
        on: dayInput,
        how: z.string().max(200),
        by: signerInput,
      }) // prettier-ignore
      .strict(),
  ),
  'lots/accept-bid': channel<TenderPage>()(
    z.object({ tender_id: idInput, bid_id: idInput, ...signed }).strict(),
  ),
  'lots/mark': channel<TenderPage>()(
    z
      .object({
        tender_id: idInput,
        provider: name,
        question_id: z.string().max(40),
        score: z.number().int().min(0).max(5),
        ...signed,
      }) // prettier-ignore
      .strict(),
  ),
  'lots/award': channel<TenderPage>()(
    z
      .object({
        tender_id: idInput,
        lot_id: idInput,
        bid_id: idInput,
        contract_ref,
        ...term,
        ...signed,
      }) // prettier-ignore
      .strict(),
  ),
  'lots/withdraw-award': channel<{ readonly withdrawn: boolean }>()(
    z.object({ award_id: idInput, ...signed }).strict(),
  ),
  /** The plan goes over to a contract whose route the one before still ran when it was let. */
  'lots/link': channel<{ readonly linked: boolean }>()(z.object({ award_id: idInput }).strict()),
  /** Withdraws one lot; null cancels the tender. */
  'lots/end': channel<TenderPage>()(
    z.object({ tender_id: idInput, lot_id: idInput.nullable(), ...signed }).strict(),
  ),
  /** Gives a route without a competition. */
  'lots/award-directly': channel<{ readonly contract_id: number }>()(
    z
      .object({
        route_ref: z.string().min(1).max(80),
        contract_ref,
        provider: z.string().max(200),
        price_day_pence: pence,
        assistant_day_pence: pence,
        ...term,
        ...signed,
      }) // prettier-ignore
      .strict(),
  ),
  /** The text of the letters of outcome. */
  'lots/outcome': channel<readonly OutcomeText[]>()(z.object({ tender_id: idInput }).strict()),
  'contracts/get': channel<ContractPage>()(z.object({ contract_id: idInput }).strict()),
  'contracts/record': channel<ContractPage>()(
    z
      .object({
        contract_id: idInput,
        kind: z.enum(CONTRACT_EVENTS),
        effective_on: dayInput,
        price_day_pence: pence,
        assistant_day_pence: pence,
        ...signed,
      })
      .strict(),
  ),
};
