/** `kerbside history`: every change to every record, or to one, newest first. */
import { parseIsoDate, type IsoDate } from '../../shared/calendar/dates.ts';
import { formatDate } from '../../shared/format/date.ts';
import { formatCount } from '../../shared/format/number.ts';
import { ok, type Result } from '../../shared/kernel/result.ts';
import type { HistoryFilter, HistoryLineView } from '../../shared/api/views/history.ts';
import type { Command, CommandInput } from './command.ts';
import {
  numberFlag,
  PASSPHRASE_FLAG,
  STORE_FLAG,
  textFlag,
  usage,
  withStore,
} from './common-flags.ts';

export const historyCommand: Command = {
  name: 'history',
  summary: 'every change, field by field: who, when, why, from what to what',
  flags: {
    store: STORE_FLAG,
    ref: { value: 'REF', help: 'only of the child or record with this reference' },
    from: { value: 'DATE', help: 'only from this day on, YYYY-MM-DD' },
    to: { value: 'DATE', help: 'only up to this day, YYYY-MM-DD' },
    who: { value: 'NAME', help: 'only by this person' },
    limit: { value: 'N', help: 'the newest N lines (default: all)' },
    'passphrase-file': PASSPHRASE_FLAG,
  },
  notes:
    'Each line has an id that is its own on every copy of the store, and the clock of its change. Where a child with a protected\n' +
    'address lives is not said. Ends with 1 when a reference is not in the store.',
  run: (input) => {
    const filter = filterOf(input);
    if (!filter.ok) return Promise.resolve(filter);
    const limit = numberFlag(input, 'limit', { min: 1, max: 1e9, whole: true });
    if (!limit.ok) return Promise.resolve(limit);
    return withStore(input, ({ store }) => {
      const { total } = store.history.page(filter.value, 0, 1);
      const lines: HistoryLineView[] = [];
      for (const line of store.history.each(filter.value)) {
        if (lines.length >= (limit.value ?? Number.POSITIVE_INFINITY)) break;
        lines.push(line);
      }
      const ref = filter.value.ref ?? '';
      const isUnknown =
        ref !== '' &&
        total === 0 &&
        store.clients.byRef(ref) === null &&
        store.applications.get(ref) === null;
      const { elsewhere } = store.history.facets();
      return ok({
        exit: isUnknown ? 1 : 0,
        json: { total, elsewhere, lines: lines.map(toJson) },
        lines: [
          ...lines.map(toText),
          isUnknown
            ? `Nothing in the store has the reference ${ref}.`
            : `${formatCount(lines.length)} of ${formatCount(total)} lines.`,
          ...(elsewhere === '' ? [] : [elsewhere]),
        ],
      });
    });
  },
};

function filterOf(input: CommandInput): Result<HistoryFilter> {
  const days: { from_on?: IsoDate; to_on?: IsoDate } = {};
  for (const name of ['from', 'to'] as const) {
    const text = textFlag(input, name);
    if (text === undefined) continue;
    const day = parseIsoDate(text);
    if (day === null) {
      return usage(`--${name} is ${text}, which is not a date.`, 'Give a date such as 2026-08-10.');
    }
    days[`${name}_on`] = day;
  }
  return ok({ ...days, ref: textFlag(input, 'ref'), who: textFlag(input, 'who') });
}

function toJson(line: HistoryLineView): Readonly<Record<string, unknown>> {
  const { id, clock, at, who, why, entity, ref, field, from, to, sentence } = line;
  return { id, clock, at, who, why, entity, ref, field, from, to, sentence };
}

function toText({ at, who, ref, sentence }: HistoryLineView): string {
  const day = parseIsoDate(at.slice(0, 10));
  const when = day === null ? at : `${formatDate(day)} ${at.slice(11, 16)}`;
  return `${when}  ${who}  ${ref}  ${sentence}`;
}
