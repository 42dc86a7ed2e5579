/** `kerbside changes`: what changed for whom since a day. */
import { parseIsoDate } from '../../shared/calendar/dates.ts';
import { formatDate } from '../../shared/format/date.ts';
import { formatQuantity } from '../../shared/format/number.ts';
import { ok } from '../../shared/kernel/result.ts';
import { CHANGE_FIELDS } from '../../shared/service/changes.ts';
import { writeWhole } from '../files/whole-file.ts';
import { exportChanges, readChanges, tellWords } from '../jobs/sheets/changes-list.ts';
import type { Command } from './command.ts';
import {
  ON_FLAG,
  PASSPHRASE_FLAG,
  pathFlag,
  STORE_FLAG,
  textFlag,
  usage,
  withStore,
} from './common-flags.ts';

export const changesCommand: Command = {
  name: 'changes',
  summary: 'what changed for each child since a day, with old and new values and who must be told',
  flags: {
    store: STORE_FLAG,
    since: { value: 'DATE', help: 'the day to compare with, YYYY-MM-DD', required: true },
    out: { value: 'FILE', help: 'also as this .csv or .xlsx file' },
    on: ON_FLAG,
    'passphrase-file': PASSPHRASE_FLAG,
  },
  notes:
    'Compares how children were carried at the end of that day with how the plan in use carries them.',
  run: (input) => {
    const since = parseIsoDate(textFlag(input, 'since') ?? '');
    if (since === null)
      return Promise.resolve(usage('--since is not a date.', 'Give a date such as 2026-08-01.'));
    const out = textFlag(input, 'out') === undefined ? null : pathFlag(input, 'out');
    const format = out?.endsWith('.xlsx') === true ? 'xlsx' : 'csv';
    if (out !== null && !/\.(xlsx|csv)$/.test(out))
      return Promise.resolve(usage('--out is no .csv or .xlsx file.', 'Name one.'));
    return withStore(input, async ({ store, on }) => {
      const page = readChanges(store, since, on);
      if (!page.ok) return page;
      if (out !== null) {
        const made = await exportChanges(store, { since, on, format });
        if (!made.ok) return made;
        const written = writeWhole(out, made.value.bytes);
        if (!written.ok) return written;
      }
      const { rows, since: from } = page.value;
      return ok({
        exit: 0,
        json: { ...page.value, out },
        lines: [
          `${formatQuantity(rows.length, 'child', 'children')} with a change since ${formatDate(from)}.`,
          ...(from > since ? [`Nothing is known of the time before ${formatDate(from)}.`] : []), // prettier-ignore
          ...(page.value.parts_since > from ? [`Stops of some days are known from ${formatDate(page.value.parts_since)} on.`] : []), // prettier-ignore
          ...rows.map(({ ref, changes, tell }) => `${ref}: ${changes.map(({ field, old, now }) => `${CHANGE_FIELDS[field].toLowerCase()} ${old || 'none'} -> ${now || 'none'}`).join(', ')}. Tell: ${tellWords(tell)}`), // prettier-ignore
        ],
      });
    });
  },
};
