/** What is dear to work out about value, kept in the store as text until something that it rests on changes. */
import type { Store } from '../../../db/store.ts';
import type { IsoDate } from '../../../shared/calendar/dates.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import { routesAsOne } from '../../../shared/edits/routes-as-one.ts';
import { loneShares } from '../../../shared/planning/what-if/lone-shares.ts';
import { seatsFreed } from '../../../shared/planning/what-if/seat-freed.ts';
import type { JobContext } from '../context.ts';
import { planDesk } from '../plan-desk.ts';
import { loneFound } from './lone-found.ts';

/** `lone`: which lone taxis could share; `seats`: what each route would save without each of its clients; `as_one`: routes of two schools that could be one. */
export type ValueWork = 'lone' | 'seats' | 'as_one';

/** Keys of what is kept. */
export const VALUE_KEPT: Readonly<Record<ValueWork, string>> = {
  lone: 'value_lone',
  seats: 'value_seats',
  as_one: 'routes_as_one',
};

/** Tables that neither rests on. */
export const VALUE_UNREAD: readonly string[] = [
  'claim',
  'claim_answer',
  'scenario',
  'saved_view',
  'column_mapping',
  'contact',
  'contact_step',
  'invoice',
  'invoice_line',
  'invoice_step',
];

/** Works it out and keeps it. The plan in use stays as it is. */
export function reckonValue(
  store: Store,
  { what, on }: { readonly what: ValueWork; readonly on: IsoDate },
  ctx: JobContext,
): Result<ValueWork> {
  ctx.stage('Reading the plan', null);
  const desk = planDesk(store, on);
  if (!desk.ok) return desk;
  const { county } = desk.value;
  const goOn = (stage: string) => (done: number) => {
    ctx.stage(stage, done);
    return !ctx.cancelled();
  };
  const work: Readonly<Record<ValueWork, () => unknown>> = {
    lone: () => loneFound(desk.value, loneShares(county, goOn('Looking at children who ride alone'))), // prettier-ignore
    seats: () =>
      seatsFreed(county, (done, of) => goOn('Working out what each seat would save')(done / of)),
    as_one: () =>
      routesAsOne(desk.value.plan, desk.value.facts, goOn('Trying routes of two schools as one')),
  };
  const text = JSON.stringify(work[what]());
  if (ctx.cancelled())
    return fail('cancelled', 'It was cancelled; nothing was kept.', 'Start it again.');
  store.read.derived(VALUE_KEPT[what], on, () => text, VALUE_UNREAD);
  return ok(what);
}
