/** Policy, savings, income and one-offs: recorded, changed and taken out, each with its line in the history. */
import type { SettingPart, Store } from '../../../db/store.ts';
import type { AdjustmentsPage } from '../../../shared/api/views/recorded.ts';
import type { IsoDate } from '../../../shared/calendar/dates.ts';
import {
  ADJUSTMENT_KINDS,
  adjustmentsAt,
  adjustmentsReplacedOn,
  type Adjustment,
} from '../../../shared/costing/adjustment-settings.ts';
import {
  adjustmentProblems,
  adjustmentSentence,
} from '../../../shared/costing/check-adjustment.ts';
import { DEFAULT_SETTINGS } from '../../../shared/costing/default-settings.ts';
import { defined } from '../../../shared/kernel/assert.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import { notComplete } from '../client-case.ts';
import type { Handlers, Host } from '../handler.ts';

const KEY = 'cost_adjustments';

export const adjustmentsHandlers: Handlers<
  'adjustments/page' | 'adjustments/save' | 'adjustments/remove'
> = {
  'adjustments/page': (_input, host) => {
    const store = host.store();
    return store.ok ? ok(pageOf(store.value, host.today())) : store;
  },
  'adjustments/save': ({ was, now: given }, host) => {
    const now = tidy(given);
    const problems = adjustmentProblems(now);
    if (problems.length > 0) return notComplete(problems);
    return changed(host, { was, now, by: now.signed_by, why: '' });
  },
  'adjustments/remove': ({ was, why, by }, host) => {
    if (by.trim() === '') return notComplete(['Sign with your name.']);
    return changed(host, { was, now: null, by: by.trim(), why: why.trim() });
  },
};

function tidy(given: Adjustment): Adjustment {
  const { label, source, signed_by } = given;
  return { ...given, label: label.trim(), source: source.trim(), signed_by: signed_by.trim() };
}

/** The list of today with one in another's place, kept from today on: what was told before stays told for the days before. */
function changed(
  host: Host,
  of: { was: Adjustment | null; now: Adjustment | null; by: string; why: string },
): Result<AdjustmentsPage> {
  const open = host.store();
  if (!open.ok) return open;
  const store = open.value;
  const on = host.today();
  const list = [...adjustmentsAt(store.settings.all(), on)];
  const { was, now } = of;
  const at = was === null ? list.length : list.findIndex((each) => isSame(each, was));
  if (at === -1)
    return fail(
      'adjustment_changed',
      'It was changed or taken out since you opened it.',
      'Close this, look at the list again, and make your change there.',
    );
  if (was !== null && now !== null && isSame(was, now)) return ok(pageOf(store, on));
  list.splice(at, was === null ? 0 : 1, ...(now === null ? [] : [now]));
  const like = defined(DEFAULT_SETTINGS.find(({ key }) => key === KEY), KEY); // prettier-ignore
  const change = host.byHand();
  const told: SettingPart = {
    field: 'adjustment',
    before: was === null ? '' : adjustmentSentence(was),
    after: now === null ? '' : adjustmentSentence(now),
  };
  const why = of.why === '' ? change.why : `${change.why}: ${of.why}`;
  store.write({ ...change, who: of.by, why }, () => {
    const source = `Costs, Why it changed; last signed by ${of.by}`;
    store.settings.put({ ...like, from_on: on, value: list, source }, [told]);
  });
  host.changed('settings', 'plan');
  return ok(pageOf(store, on));
}

function isSame(a: Adjustment, b: Adjustment): boolean {
  const text = (of: Adjustment): string =>
    JSON.stringify([of.kind, of.label, of.from_on, of.to_on, of.pence, of.within, of.source, of.signed_by]); // prettier-ignore
  return text(a) === text(b);
}

function pageOf(store: Store, on: IsoDate): AdjustmentsPage {
  const settings = store.settings.all();
  const rank = ({ kind }: Adjustment): number => ADJUSTMENT_KINDS.indexOf(kind);
  return {
    on,
    adjustments: adjustmentsAt(settings, on).toSorted(
      (a, b) => rank(a) - rank(b) || (a.from_on < b.from_on ? -1 : a.from_on > b.from_on ? 1 : 0),
    ),
    replaced_on: adjustmentsReplacedOn(settings, on),
  };
}
