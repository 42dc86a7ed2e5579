/** `kerbside tif`: which answers are missing from which form, and completion against the target and the commissioning line. */
import type { TifCompletionRow } from '../../shared/api/views/tif.ts';
import { formatDate } from '../../shared/format/date.ts';
import { formatCountOf, formatPercent, formatQuantity } from '../../shared/format/number.ts';
import { ok } from '../../shared/kernel/result.ts';
import { tifReport, type TifOfRequest, type TifReport } from '../jobs/tif/tif-report.ts';
import type { Answer, Command } from './command.ts';
import { ON_FLAG, PASSPHRASE_FLAG, STORE_FLAG, textFlag, withStore } from './common-flags.ts';

export const tifCommand: Command = {
  name: 'tif',
  summary: 'which answers are missing from the TIFs, and completion by cohort, school and district',
  flags: {
    store: STORE_FLAG,
    ref: { value: 'REF', help: 'this application only' },
    on: ON_FLAG,
    'passphrase-file': PASSPHRASE_FLAG,
  },
  notes:
    'It changes nothing. Ends with 1 while the commissioning line is not reached, or the form asked for is not complete.',
  run: (input) =>
    withStore(input, ({ store, on }) => {
      const ref = textFlag(input, 'ref') ?? null;
      const report = tifReport(store, { ref, on });
      return report.ok ? ok(answer(report.value, ref !== null)) : report;
    }),
};

function answer(report: TifReport, isOne: boolean): Answer {
  const { completion, requests } = report;
  const complete = isOne
    ? requests.every((each) => each.complete)
    : completion.all.reaches_commissioning;
  return {
    exit: complete ? 0 : 1,
    json: { ...report },
    lines: isOne ? requests.flatMap(inFull) : inShort(report),
  };
}

function inFull(request: TifOfRequest): readonly string[] {
  const { ref, complete, claimed_complete, tif_received_on: received, sections } = request;
  const came = received === null ? 'not received' : `received on ${formatDate(received)}`;
  const claim = `the council’s record says ${claimed_complete ? 'complete' : 'not complete'}`;
  return [
    `${ref}: ${complete ? 'complete' : 'not complete'}, ${came}; ${claim}.`,
    ...sections
      .filter((section) => !section.complete)
      .map(({ label, missing, for_office }) => {
        const names = missing.map((name) =>
          for_office.includes(name) ? `${name} (for the office)` : name,
        );
        return `${label}: ${names.join('; ')}`;
      }),
  ];
}

function inShort({ completion }: TifReport): readonly string[] {
  const { all, target, commissioning, by_type, by_phase, by_school, by_district } = completion;
  const rows = (rows: readonly TifCompletionRow[]): readonly string[] => rows.map(rowLine);
  return [
    'By kind of application:',
    ...rows(by_type),
    'By phase:',
    ...rows(by_phase),
    'By district:',
    ...rows(by_district),
    'Schools that hold commissioning back:',
    ...rows(by_school.filter(({ short }) => short > 0)),
    `${formatCountOf(all.complete.count, all.asked.count)} open requests have a complete TIF, ${formatPercent(all.share)}. ` +
      `Target ${formatPercent(target.share, 0)}, commissioning line ${formatPercent(commissioning.share, 0)}` +
      (all.short === 0 ? ': reached.' : `: ${formatQuantity(all.short, 'form')} short.`),
  ];
}

function rowLine({ label, complete, asked, share, short }: TifCompletionRow): string {
  const lacking = short === 0 ? '' : `, ${formatQuantity(short, 'form')} short`;
  return `  ${label}: ${formatCountOf(complete.count, asked.count)}, ${formatPercent(share)}${lacking}`;
}
