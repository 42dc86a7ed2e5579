/** Channels of prices over time, index clauses, fuel use and what the bill is made of. */
import { z } from 'zod';
import { parseMonthKey, type Month } from '../../calendar/months.ts';
import { PRICE_INDICES } from '../../model/index-clause.ts';
import type { CostKind } from '../../model/plan.ts';
import { channel } from '../channel.ts';
import type { BillRoutes, ClausesPage, ContractIndexing, FinancialYears, FuelRouteRow, PlanFuelPage, PricesPage, RateCardPage } from '../views/prices.ts'; // prettier-ignore
import { dayInput, idInput, signerInput, wordsInput } from './inputs.ts';

const nothing = z.object({}).strict();
const series = z.enum(PRICE_INDICES);
const signed = { reason: wordsInput, by: signerInput };
const month = z.custom<Month>((value) => typeof value === 'string' && parseMonthKey(value) !== null, 'is no month'); // prettier-ignore
const percent = z.number().min(-1000).max(1000).nullable();
const kind = z.enum(['contract', 'contract_assistant', 'variation', 'fixed', 'distance', 'dead_mileage', 'time', 'minimum', 'assistant'] satisfies readonly CostKind[]); // prettier-ignore

const clause = z
  .object({
    /** '' on a new clause without a name: one is made. */
    ref: z.string().max(200),
    provider: z.string().max(200),
    contract_ref: z.string().max(80),
    kind: z.enum(['proportional', 'fixed']),
    index: series,
    share_percent: z.number(),
    fixed_percent: percent,
    base_month: month.nullable(),
    lag_months: z.number().int(),
    cap_percent: percent,
    collar_percent: percent,
    trigger: z.number().nullable(),
    symmetric: z.boolean(),
    from_on: dayInput,
    to_on: dayInput.nullable(),
    source: wordsInput,
  })
  .strict();

export const pricesChannels = {
  'prices/page': channel<PricesPage>()(nothing),
  /** A value in place of the published one, or of none. Hundredths of a penny a litre, points, pence an hour. */
  'prices/correct': channel<PricesPage>()(
    z.object({ series, at: z.string().min(1).max(40), value: z.number(), ...signed }).strict(),
  ),
  /** The published value counts again. */
  'prices/uncorrect': channel<PricesPage>()(
    z.object({ series, at: z.string().min(1).max(40), by: signerInput }).strict(),
  ),
  /** What counts of indices of two base years; null: the one published first. */
  'prices/choose-base': channel<PricesPage>()(
    z
      .object({
        choice: z
          .object({
            base_year: z.number().int().min(0).max(2200),
            how: z.enum(['chain', 'instead']),
          })
          .strict()
          .nullable(),
        ...signed,
      })
      .strict(),
  ),
  'prices/rate-card': channel<RateCardPage>()(nothing),
  'prices/fuel-use': channel<PlanFuelPage>()(nothing),
  'prices/fuel-routes': channel<readonly FuelRouteRow[]>()(
    z.object({ vehicle_class: z.string().max(80) }).strict(),
  ),
  'clauses/list': channel<ClausesPage>()(nothing),
  /** The contracts that a clause holds for; null: every contract with a clause. */
  'clauses/contracts': channel<readonly ContractIndexing[]>()(
    z.object({ clause_id: idInput.nullable() }).strict(),
  ),
  /** One of the same ref is changed, with history by field. */
  'clauses/save': channel<ClausesPage>()(z.object({ clause, by: signerInput }).strict()),
  'clauses/withdraw': channel<ClausesPage>()(
    z.object({ id: idInput, withdrawn: z.boolean(), by: signerInput }).strict(),
  ),
  /** null where no clause holds for the contract and none was accepted. */
  'clauses/of-contract': channel<ContractIndexing | null>()(
    z.object({ contract_id: idInput }).strict(),
  ),
  /** Makes the clauses' price of a day the contract's, as a signed variation from that day. `price_pence` is the price that was shown. */
  'clauses/accept': channel<ContractIndexing>()(
    z
      .object({
        contract_id: idInput,
        effective_on: dayInput,
        price_pence: z.number().int(),
        ...signed,
      })
      .strict(),
  ),
  'costs/bill-routes': channel<BillRoutes>()(z.object({ kind }).strict()),
  'costs/financial-years': channel<FinancialYears>()(nothing),
};
