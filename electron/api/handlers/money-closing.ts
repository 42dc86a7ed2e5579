/** Periods signed off and opened again, and ways of forecasting lines without contracts, each with who, why and when. */
import { periodWords, spanOf } from '../../../shared/calendar/financial-year.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { isIncome, shownLineWords } from '../../../shared/money/budget-lines.ts';
import { closingGiven } from '../../jobs/money/close-period.ts';
import { monitorAt } from '../../jobs/money/money-view.ts';
import { notComplete } from '../client-case.ts';
import type { Handlers } from '../handler.ts';

type Channels = 'money/close-period' | 'money/reopen-period' | 'money/choose-forecast';

const unsigned = ({ reason, by }: { readonly reason: string; readonly by: string }): readonly string[] => [
  ...(reason.trim() === '' ? ['Write why.'] : []),
  ...(by.trim() === '' ? ['Sign with your name.'] : []),
]; // prettier-ignore

export const moneyClosingHandlers: Handlers<Channels> = {
  'money/close-period': async ({ year, period, reason, by }, host) => {
    const open = host.store();
    if (!open.ok) return open;
    const store = open.value;
    const on = host.today();
    const { to } = spanOf({ year, period });
    const problems = [
      ...(to < on ? [] : [`${periodWords({ year, period })} has not ended: it runs to ${formatDate(to)}.`]), // prettier-ignore
      ...(store.money.closingOf(year, period) === null ? [] : [`${periodWords({ year, period })} is closed already: open it again first.`]), // prettier-ignore
      ...unsigned({ reason, by }),
    ];
    if (problems.length > 0) return notComplete(problems);
    const made = await host.page('invoice_lines');
    if (!made.ok) return made;
    const given = closingGiven(monitorAt(store, { year, period }, on), { on, by: by.trim(), reason: reason.trim() }); // prettier-ignore
    const closed = store.write({ who: by.trim(), why: 'hand' }, () => store.money.closePeriod(given)); // prettier-ignore
    host.changed('data');
    return ok({ forecast_pence: closed.forecast_pence });
  },

  'money/reopen-period': ({ year, period, reason, by }, host) => {
    const store = host.store();
    if (!store.ok) return store;
    const standing = store.value.money.closingOf(year, period);
    const problems = [
      ...(standing === null ? [`${periodWords({ year, period })} is not closed.`] : []),
      ...unsigned({ reason, by }),
    ];
    if (standing === null || problems.length > 0) return notComplete(problems);
    const signed = { on: host.today(), by: by.trim(), reason: reason.trim() };
    const outcome = store.value.write({ who: signed.by, why: 'hand' }, () => store.value.money.reopenPeriod(standing.id, signed)); // prettier-ignore
    host.changed('data');
    return ok({ reopened: outcome === 'changed' });
  },

  'money/choose-forecast': ({ year, line, basis, pence, reason, by }, host) => {
    const store = host.store();
    if (!store.ok) return store;
    const problems = [
      ...(basis === 'typed' && pence === null ? ['Give the year’s forecast in pounds.'] : []),
      ...(basis === 'typed' && isIncome(line) && (pence ?? 0) > 0 ? [`${shownLineWords(line)} is income: it is typed below 0.`] : []), // prettier-ignore
      ...unsigned({ reason, by }),
    ];
    if (problems.length > 0) return notComplete(problems);
    const given = { year, line, basis, pence: basis === 'typed' ? pence : null, on: host.today(), by: by.trim(), reason: reason.trim() }; // prettier-ignore
    const made = store.value.write({ who: given.by, why: 'hand' }, () => store.value.money.chooseForecast(given)); // prettier-ignore
    host.changed('data');
    return ok({ id: made.id });
  },
};
