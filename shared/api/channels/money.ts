/** The council's money: monitoring of a period, what is behind each number, codes, virements, savings, the ledger's lines. */
import { z } from 'zod';
import { SHOWN_LINES } from '../../money/budget-lines.ts';
import { BUDGET_LINES, SAVING_KINDS } from '../../model/budget.ts';
import { channel } from '../channel.ts';
import type { Job } from '../views/jobs.ts';
import { BEHIND, type BehindView, type MoneyView } from '../views/money.ts';
import { moneyClosingChannels } from './money-closing.ts';
import { dayInput, idInput, signerInput, wordsInput } from './inputs.ts';

const period = { year: z.number().int().min(2000).max(2100), period: z.number().int().min(1).max(12) }; // prettier-ignore
const code = z.string().min(1).max(200);
const pence = z.number().int().min(-100_000_000_000).max(100_000_000_000);

export const moneyChannels = {
  ...moneyClosingChannels,
  /** Without a period the last one that has ended. */
  'money/monitor': channel<MoneyView>()(
    z.object({ at: z.object(period).strict().nullable() }).strict(),
  ),
  /** What a number of a line, or of one of its codes, is made of; the rows add up to it. */
  'money/behind': channel<BehindView>()(
    z
      .object({
        ...period,
        line: z.enum([...SHOWN_LINES, 'all']),
        what: z.enum(BEHIND),
        code: code.optional(),
      })
      .strict(),
  ),
  'money/set-code-line': channel<{ readonly changed: boolean }>()(
    z.object({ code, line: z.enum(BUDGET_LINES).nullable() }).strict(),
  ),
  /** Moves budget from one code to another; with one of them '' the budget as a whole changes. */
  'money/vire': channel<{ readonly recorded: number }>()(
    z
      .object({
        year: period.year,
        from_code: z.string().max(200),
        to_code: z.string().max(200),
        pence,
        on: dayInput,
        reason: wordsInput,
        by: signerInput,
      })
      .strict(),
  ),
  'money/save-saving': channel<{ readonly id: number }>()(
    z
      .object({
        id: idInput.nullable(),
        name: z.string().max(200),
        owner: signerInput,
        baseline: wordsInput,
        baseline_pence: pence,
        kind: z.enum(SAVING_KINDS),
        year: period.year,
        from_on: dayInput,
        profile: z.array(pence).length(12),
        contracts: z.array(z.string().max(100)).max(2000),
      })
      .strict(),
  ),
  'money/remove-saving': channel<{ readonly removed: boolean }>()(
    z.object({ id: idInput }).strict(),
  ),
  /** Takes lines out that the council's own ledger does not have any more. */
  'money/take-out-ledger': channel<{ readonly removed: number }>()(
    z.object({ ids: z.array(idInput).min(1).max(1000), reason: wordsInput }).strict(),
  ),
  'money/remove-benchmark': channel<{ readonly removed: boolean }>()(
    z.object({ id: idInput }).strict(),
  ),
  'money/export': channel<Job>()(z.object({ ...period, format: z.enum(['xlsx', 'csv']) }).strict()),
};
