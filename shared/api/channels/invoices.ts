/** Providers' invoices against the days that ran. */
import { z } from 'zod';
import { INVOICE_ANSWERS } from '../../model/invoice.ts';
import { channel } from '../channel.ts';
import type { InvoiceRow, InvoiceView } from '../views/invoices.ts';
import type { Job } from '../views/jobs.ts';
import { idInput, signerInput, wordsInput } from './inputs.ts';

const month = z.string().regex(/^(\d{4}-\d{2})?$/u);

export const invoicesChannels = {
  /** Lines of a month ('' for all) with what was found against each. `lines`: all of them, or those with something to say. */
  'invoices/list': channel<InvoiceView>()(
    z.object({ month, provider: z.string().max(200), lines: z.enum(['found', 'all']) }).strict(),
  ),
  /** Answers a line: asks it back, accepts it with a reason, or takes a credit. Pence as given. */
  'invoices/answer': channel<InvoiceRow>()(
    z
      .object({
        line_id: idInput,
        kind: z.enum(INVOICE_ANSWERS),
        pence: z.number().int().min(0).max(1_000_000_000),
        why: wordsInput,
        by: signerInput,
      })
      .strict(),
  ),
  'invoices/export': channel<Job>()(z.object({ month }).strict()),
};
