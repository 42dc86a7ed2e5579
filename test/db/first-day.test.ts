/**
 * The whole way on a real store: a drafted route put out to five invented providers, bids, an award, a confirmation, the first day of term; then
 * the contract handed back in October, its children placed anew, whoever must be told told, and the new routes confirmed. At each step the
 * answer to "who collects me, when, and is it confirmed?" of every child of that route is what it must be, and Today counts it.
 */
import { Workbook } from '@cj-tech-master/excelts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/store.ts';
import { confirmContracts } from '../../electron/api/confirm-contracts.ts';
import { awardDirectly, awardLot } from '../../electron/api/lots/make-award.ts';
import { putOut } from '../../electron/api/lots/put-out.ts';
import { takeRepair } from '../../electron/api/take-repair.ts';
import { silent } from '../../electron/jobs/context.ts';
import { importFiles } from '../../electron/jobs/import-files.ts';
import { lotsWorkbook } from '../../electron/jobs/lots/lots-workbook.ts';
import { repairPlan } from '../../electron/jobs/repair.ts';
import { isoDate, type IsoDate } from '../../shared/calendar/dates.ts';
import { rateCardAt } from '../../shared/costing/read-settings.ts';
import { defined } from '../../shared/kernel/assert.ts';
import type { Result } from '../../shared/kernel/result.ts';
import type { ChangeNotice } from '../../shared/model/change-notice.ts';
import type { PlannedRoute } from '../../shared/model/plan.ts';
import type { Moment } from '../../shared/model/tender.ts';
import { asksOf, isJustASeat } from '../../shared/service/child-need.ts';
import { isOpenNotice } from '../../shared/service/notices/open-notices.ts';
import { makeDemoStore, type DemoStore } from '../helpers/demo-store.ts';

let demo: DemoStore;
let store: Store;
beforeAll(() => {
  demo = makeDemoStore(500);
  const opened = openStore(demo.path, {});
  if (!opened.ok) throw new Error(opened.error.cause);
  store = opened.value;
}, 60_000);
afterAll(() => {
  store.close();
  demo.remove();
});

const BY = 'S Clarke';
const AUGUST = isoDate('2026-08-10');
const OCTOBER = isoDate('2026-10-05');
const LAST_DAY = isoDate('2026-10-23');
const FIRST_DAYS = isoDate('2026-09-08');
const TERM = { starts_on: isoDate('2026-09-01'), ends_on: isoDate('2027-07-31'), notice_days: 28 };
const when = (on: IsoDate, now: Moment) => ({ on, now, change: { who: BY, why: 'hand' } }); // prettier-ignore

function must<T>(answer: Result<T>): T {
  if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.cause}`);
  return answer.value;
}

/** A new route of children who ask nothing but a seat, each on it for all their days. */
function draftedRoute(): PlannedRoute {
  const routes = defined(store.plans.current(), 'a plan').routes;
  const isPlain = (id: number): boolean => {
    const client = store.clients.get(id);
    return client !== null && isJustASeat(asksOf(client, ''));
  };
  const found = routes.find((route) => {
    const ids = route.stops.map(({ client_id }) => client_id);
    const isOnlyHere = ids.every((id) => routes.flatMap(({ stops }) => stops).filter(({ client_id }) => client_id === id).length === 1); // prettier-ignore
    return route.contract_id === null && ids.length > 0 && ids.every(isPlain) && isOnlyHere && !route.assistant; // prettier-ignore
  });
  return defined(found, 'a drafted route of children who want a seat');
}

const vehicleName = (id: string): string => defined(rateCardAt(store.settings.all(), AUGUST).classes.find((each) => each.id === id), id).name; // prettier-ignore

/** The workbook that a provider was given, with cells of its form typed over. */
async function filledIn(
  tender_id: number,
  provider: string,
  cells: Readonly<Record<string, string | number>>,
): Promise<Uint8Array> {
  const tender = defined(store.lots.tender(tender_id), 'the tender');
  const vehicles = rateCardAt(store.settings.all(), AUGUST).classes.map(({ name }) => name);
  const given = { tender, lots: store.lots.lotsOf(tender_id), vehicles, office: '', warning: '' };
  const workbook = new Workbook();
  await workbook.xlsx.load(await lotsWorkbook(given, provider));
  for (const [at, value] of Object.entries(cells))
    defined(workbook.getWorksheet('Bid'), 'the form').getCell(at).value = value;
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const answers = (ids: readonly number[], on: IsoDate | null, today: IsoDate) =>
  store.read.transport
    .of(ids, on, today)
    .map(({ in_place, reasons }) => (in_place ? 'in place' : reasons[0]?.code));
const everyone = (what: string, ids: readonly number[]) => ids.map(() => what);
const without = (today: IsoDate) => store.read.today(today).without_transport.count;
const tell = (notices: readonly ChangeNotice[]): void => {
  const texts = new Map(notices.map(({ id }) => [id, 'Rung.']));
  store.write({ who: BY, why: 'telling' }, () => {
    store.notices.markTold(notices, { on: OCTOBER, how: 'telephone', by: BY, texts });
  });
};
const said = (contract_ids: readonly number[], on: IsoDate) => ({ contract_ids, said_by: 'J Beult', how: 'email' as const, on, note: '', by: BY }); // prettier-ignore

describe('from an audited plan to the first day of term, and through one hand-back', () => {
  it('answers every child of the route at each step', async () => {
    const route = draftedRoute();
    const ids = [...new Set(route.stops.map(({ client_id }) => client_id))];
    const state = (on: IsoDate) => store.service.routesOn(on).find(({ route_ref }) => route_ref === route.ref)?.state; // prettier-ignore
    const before = without(AUGUST);
    expect(answers(ids, null, AUGUST)).toEqual(everyone('drafted', ids));

    // Out to five providers, and five bids.
    const providers = ['Beult Cars', 'Medway Travel', 'Oast Coaches', 'Swale Taxis', 'Weald Minibuses']; // prettier-ignore
    const form = { title: 'Autumn routes', opens_at: '2026-08-10T09:00', closes_at: '2026-08-12T12:00', ...TERM, price_weight: 100, questions: [], providers, by: BY }; // prettier-ignore
    const tender = must(putOut(store, [route.ref], form, when(AUGUST, '2026-08-10T09:00')));
    expect(answers(ids, null, AUGUST)).toEqual(everyone('out_to_tender', ids));
    const [lot] = store.lots.lotsOf(tender.id);
    const lot_id = defined(lot, 'the lot').id;
    const IN = isoDate('2026-08-12');
    // Each provider fills in the workbook it was given, and the five files come in together, an hour before the closing time.
    const files = await Promise.all(
      providers.map(async (provider, at) => ({
        name: `${provider}.xlsx`,
        source: { bytes: await filledIn(tender.id, provider, { ...(route.assistant ? { F9: 0 } : {}), E9: 120 + at * 5, J9: vehicleName(route.vehicle_class) }) }, // prettier-ignore
      })),
    );
    const read = await importFiles(store, { kind: 'bids', files, mapping: null, on: IN, received_at: '2026-08-12T11:00' }, silent); // prettier-ignore
    expect(read).toMatchObject({ ok: true, value: { added: 5, held: 0, refused: 0 } });
    const bids = store.lots.bidsOf(tender.id).toSorted((x, y) => (x.price_day_pence ?? 0) - (y.price_day_pence ?? 0)); // prettier-ignore
    expect(bids.map(({ provider, price_day_pence }) => [provider, price_day_pence])).toEqual(providers.map((provider, at) => [provider, 12_000 + at * 500])); // prettier-ignore
    expect(answers(ids, null, IN)).toEqual(everyone('bids_in', ids));

    // Awarded once; nobody is carried by an award.
    const award_form = { lot_id, bid_id: defined(bids[0], 'a bid').id, contract_ref: '', ...TERM, reason: 'Lowest price.', by: BY }; // prettier-ignore
    const { contract_id } = must(awardLot(store, award_form, when(IN, '2026-08-12T13:00')));
    const again = { ...award_form, bid_id: defined(bids[1], 'a bid').id };
    expect(awardLot(store, again, when(IN, '2026-08-12T14:00'))).toMatchObject({ ok: false });
    expect(answers(ids, null, IN)).toEqual(everyone('awarded', ids));
    expect(without(IN)).toBe(before);

    // Confirmed: the first day of term.
    must(confirmContracts(store, said([contract_id], IN), IN));
    expect(answers(ids, null, IN)).toEqual(everyone('in place', ids));
    expect(answers(ids, FIRST_DAYS, IN)).toEqual(everyone('in place', ids));
    expect(without(IN)).toBe(before - ids.length);
    expect([state(IN), state(FIRST_DAYS)]).toEqual(['confirmed', 'running']);

    // Handed back in October: carried to the last day, counted as without from the day after, at once.
    const term = without(OCTOBER);
    const shown = must(repairPlan(store, { contract_id, on: OCTOBER }, silent)).repair.trial;
    const notices = { reason: 'Rung today.', effective_on: null };
    must(takeRepair(store, { contract_id, last_day: LAST_DAY, reason: 'No drivers.', by: BY, added_day_pence: shown.day_after_pence - shown.day_before_pence, notices }, OCTOBER)); // prettier-ignore
    expect(answers(ids, LAST_DAY, OCTOBER)).toEqual(everyone('in place', ids));
    expect(answers(ids, isoDate('2026-10-24'), OCTOBER)).not.toContain('in place');
    expect(store.read.transport.of(ids, null, OCTOBER).map(({ on }) => on)).toEqual(everyone('2026-10-24', ids)); // prettier-ignore
    expect(without(OCTOBER)).toBe(term + ids.length);
    expect(confirmContracts(store, said([contract_id], OCTOBER), OCTOBER)).toMatchObject({ ok: false, error: { code: 'cannot_confirm' } }); // prettier-ignore

    // It is an event of which whoever is concerned is told.
    expect(store.notices.events().find(({ contract_id: id }) => id === contract_id)).toMatchObject({ kind: 'hand_back', what: 'No drivers.', effective_on: '2026-10-26' }); // prettier-ignore

    // The routes they are on now are let and confirmed: every child has an answer again.
    const now = defined(store.plans.current(), 'a plan').routes.filter((each) => each.stops.some(({ client_id }) => ids.includes(client_id))); // prettier-ignore
    const let_ = now.map((each) => {
      if (each.contract_id !== null) return each.contract_id;
      const direct = { route_ref: each.ref, contract_ref: '', provider: 'Oast Coaches', price_day_pence: 14_000, assistant_day_pence: 0, starts_on: isoDate('2026-10-24'), ends_on: isoDate('2027-07-31'), notice_days: 28, reason: 'Handed back.', by: BY }; // prettier-ignore
      return must(awardDirectly(store, direct, when(OCTOBER, '2026-10-05T12:00'))).contract_id;
    });
    must(confirmContracts(store, said([...new Set(let_)], OCTOBER), OCTOBER));
    // Another provider comes than the one they know: until family and school are told, nobody has transport by it.
    expect(answers(ids, null, OCTOBER)).toEqual(everyone('notice_open', ids));
    expect(without(OCTOBER)).toBe(term + ids.length);
    const untold = ids.flatMap((id) => store.notices.standingOfClient(id));
    expect(new Set(untold.map(({ event_id }) => store.notices.event(event_id)?.kind))).toContain('award'); // prettier-ignore
    tell(untold.filter(({ who }) => who === 'family'));
    expect(answers(ids, null, OCTOBER)).toEqual(everyone('notice_open', ids));
    tell(untold.filter(({ who }) => who === 'school'));
    expect(answers(ids, null, OCTOBER)).toEqual(everyone('in place', ids));
    expect(without(OCTOBER)).toBe(term);
    expect(store.drift(OCTOBER)).toEqual([]);
  }, 60_000);

  it('names whoever must be told of a hand-back, and goes on only with a reason until they are', () => {
    const plan = defined(store.plans.current(), 'a plan');
    const isRunning = new Set(store.service.routesOn(OCTOBER).filter(({ state }) => state === 'running').map(({ route_id }) => route_id)); // prettier-ignore
    const route = defined(
      plan.routes.find(({ id, stops, contract_id: k }) => isRunning.has(id) && stops.length > 1 && (store.contracts.get(k ?? 0)?.starts_on ?? '9') < '2026-08-01'), // prettier-ignore
      'a running route',
    );
    const contract_id = route.contract_id ?? 0;
    const ids = [...new Set(route.stops.map(({ client_id }) => client_id))];
    const { trial } = must(repairPlan(store, { contract_id, on: OCTOBER }, silent)).repair;
    const signed = { contract_id, last_day: LAST_DAY, reason: 'Sold up.', by: BY, added_day_pence: trial.day_after_pence - trial.day_before_pence }; // prettier-ignore
    expect(takeRepair(store, signed, OCTOBER)).toMatchObject({ ok: false, error: { code: 'notices_open' } }); // prettier-ignore
    expect(store.service.routesOn(OCTOBER).find(({ route_ref }) => route_ref === route.ref)?.state).toBe('running'); // prettier-ignore
    must(takeRepair(store, { ...signed, notices: { reason: 'Rung today.', effective_on: null } }, OCTOBER)); // prettier-ignore
    const open = () => ids.flatMap((id) => store.notices.standingOfClient(id)).filter(isOpenNotice);
    const families = open().filter(({ who }) => who === 'family');
    expect(new Set(families.map(({ client_id }) => client_id))).toEqual(new Set(ids));
    tell(open());
    expect(open()).toEqual([]);
    expect(store.drift(OCTOBER)).toEqual([]);
  }, 60_000);
});
