/** A tender from award to contract on the planned county: what the store, the plan's bill and the screens say is one and the same. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/store.ts';
import { contractPage, recordContractEvent } from '../../electron/api/lots/contract-views.ts';
import { awardDirectly, awardLot, withdrawAward } from '../../electron/api/lots/make-award.ts';
import { outcomeTexts, tenderPage } from '../../electron/api/lots/tender-views.ts';
import { silent } from '../../electron/jobs/context.ts';
import { makeDemo } from '../../electron/jobs/make-demo.ts';
import { makePlan } from '../../electron/jobs/make-plan.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import { suppliedAssistants } from '../../shared/model/contract.ts';
import { defined } from '../../shared/kernel/assert.ts';

const folder = mkdtempSync(join(tmpdir(), 'kerbside-lots-'));
const planned = join(folder, 'planned.kerbside');
const ON = isoDate('2026-08-10');
const WHEN = { now: '2026-08-10T10:00', on: ON, change: { who: 'S Clarke', why: 'hand' } };
const TERM = { starts_on: isoDate('2026-09-01'), ends_on: isoDate('2029-07-31'), notice_days: 28 };
const SIGNED = { reason: 'First by the stated weights.', by: 'S Clarke' };
let made = 0;

beforeAll(() => {
  expect(makeDemo(planned, { clients: 1500, seed: 1 }, silent).ok).toBe(true);
  const store = openOf(planned);
  const effort = { school_urn: null, seconds: null, iterations: 20, settle: false, seed: 1 };
  expect(makePlan(store, { ...effort, on: ON }, silent).ok).toBe(true);
  store.close();
}, 120_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function openOf(path: string): Store {
  const opened = openStore(path, {});
  if (!opened.ok) throw new Error(opened.error.cause);
  return opened.value;
}

function fresh(): Store {
  const path = join(folder, `${++made}.kerbside`);
  copyFileSync(planned, path);
  return openOf(path);
}

function pageOf(store: Store) {
  const page = tenderPage(store, 1, WHEN.now, ON);
  if (!page.ok) throw new Error(page.error.cause);
  return page.value;
}

/** The first lot that has a bid and whose route the plan has. */
function wonLot(store: Store) {
  const view = defined(pageOf(store).lots.find(({ bids, route_id }) => bids.length > 1 && route_id !== null), 'a lot with bids'); // prettier-ignore
  return { view, bid: defined(view.bids[0], 'the first bid') };
}

function award(store: Store) {
  const { view, bid } = wonLot(store);
  const done = awardLot(store, { lot_id: view.lot.id, bid_id: bid.bid.id, contract_ref: '', ...TERM, ...SIGNED }, WHEN); // prettier-ignore
  if (!done.ok) throw new Error(done.error.cause);
  return { view, bid, award: done.value };
}

function routeOf(store: Store, ref: string) {
  return defined(
    store.plans.current()?.routes.find((route) => route.ref === ref),
    ref,
  );
}

describe('the invented county’s tender', () => {
  it('has bids of five providers, a lot without and one with a single bid, held ones, and marks', () => {
    const store = fresh();
    const page = pageOf(store);
    expect(page.bidders).toHaveLength(5);
    expect(page.state).toBe('closed');
    expect(page.lots.some(({ bids }) => bids.length === 0)).toBe(true);
    expect(page.lots.some(({ bids }) => bids.length === 1)).toBe(true);
    const held = page.lots.flatMap((lot) => lot.held.flatMap(({ bid }) => bid.problems));
    expect(new Set(held)).toEqual(new Set(['late', 'formula']));
    expect(page.marks.length).toBe(14);
    store.close();
  });
});

describe('an award', () => {
  it('writes the contract, not confirmed, at the price bid, with its seats, and the plan goes on from it', () => {
    const store = fresh();
    const { view, bid, award: given } = award(store);
    const contract = defined(store.contracts.get(given.contract_id), 'the contract');
    expect(contract).toMatchObject({
      ref: 'CT26-0001',
      route_ref: view.lot.route_ref,
      provider: bid.bid.provider,
      price_day_pence: bid.bid.price_day_pence,
      assistant_day_pence: bid.bid.assistant_day_pence,
      confirmed: false,
      starts_on: TERM.starts_on,
      ends_on: TERM.ends_on,
    });
    const route = routeOf(store, view.lot.route_ref);
    expect(route).toMatchObject({ contract_id: contract.id, provider: bid.bid.provider, confirmed: false }); // prettier-ignore
    expect(store.contracts.stopsOf(contract.id).map(({ client_id }) => client_id)).toEqual(route.stops.filter(({ place }) => place === 'home').map(({ client_id }) => client_id)); // prettier-ignore
    // To the penny: bid, contract, the plan's bill, the screen.
    expect(route.cost.filter(({ kind }) => kind !== 'variation').reduce((sum, line) => sum + line.pence, 0)).toBe(bid.whole_day_pence); // prettier-ignore
    expect(route.cost_year_pence).toBe(route.cost_day_pence * route.days_a_year);
    expect(pageOf(store).lots.find(({ lot }) => lot.id === view.lot.id)?.award?.contract_ref).toBe('CT26-0001'); // prettier-ignore
    expect(store.service.stepsOf(view.lot.route_ref).at(-1)).toMatchObject({ state: 'awarded', contract_id: contract.id }); // prettier-ignore
    const broken = (store.plans.current()?.audit.violations ?? []).filter(({ severity, route_ref }) => severity === 'broken' && route_ref === route.ref); // prettier-ignore
    expect(broken).toEqual([]);
    expect(store.drift(ON)).toEqual([]);
    store.close();
  });

  it('is made once, and no child has transport by it', () => {
    const store = fresh();
    const { view, bid } = award(store);
    const other = defined(view.bids[1], 'another bid');
    for (const bid_id of [bid.bid.id, other.bid.id]) {
      const again = awardLot(store, { lot_id: view.lot.id, bid_id, contract_ref: '', ...TERM, ...SIGNED }, WHEN); // prettier-ignore
      expect(again).toMatchObject({ ok: false, error: { code: 'awarded_already' } });
    }
    expect(store.lots.awards()).toHaveLength(1);
    const aboard = new Set(routeOf(store, view.lot.route_ref).stops.map(({ client_id }) => client_id)); // prettier-ignore
    const states = store.read.states(ON).filter(({ client_id }) => aboard.has(client_id));
    expect(states.length).toBeGreaterThan(0);
    expect(states.filter(({ transport }) => transport === 'in_place')).toEqual([]);
    store.close();
  });

  it('with a contract number that is taken, or without a reason, writes nothing', () => {
    const store = fresh();
    const { view, bid } = wonLot(store);
    const before = store.contracts.count();
    const taken = defined(store.contracts.all()[0], 'a contract').ref;
    const form = {
      lot_id: view.lot.id,
      bid_id: bid.bid.id,
      contract_ref: taken,
      ...TERM,
      ...SIGNED,
    };
    expect(awardLot(store, form, WHEN)).toMatchObject({ error: { code: 'contract_number_taken' } });
    expect(awardLot(store, { ...form, contract_ref: '', reason: ' ' }, WHEN)).toMatchObject({ error: { code: 'not_complete' } }); // prettier-ignore
    expect(store.contracts.count()).toBe(before);
    store.close();
  });

  it('taken back frees the seats and the lot can be awarded to another', () => {
    const store = fresh();
    const { view, award: given } = award(store);
    const back = withdrawAward(store, { award_id: given.id, reason: 'No driver.', by: 'S Clarke' }, WHEN); // prettier-ignore
    expect(back.ok).toBe(true);
    expect(routeOf(store, view.lot.route_ref)).toMatchObject({ contract_id: null, provider: '' });
    expect(store.contracts.stopsOf(given.contract_id).every(({ released }) => released)).toBe(true);
    const second = defined(view.bids[1], 'another bid');
    const again = awardLot(store, { lot_id: view.lot.id, bid_id: second.bid.id, contract_ref: '', ...TERM, ...SIGNED }, WHEN); // prettier-ignore
    expect(again).toMatchObject({ ok: true, value: { provider: second.bid.provider } });
    expect(store.drift(ON)).toEqual([]);
    store.close();
  });

  it('without a competition has its reason on the contract', () => {
    const store = fresh();
    const route = defined(store.plans.current()?.routes.find((each) => each.contract_id === null), 'a new route'); // prettier-ignore
    const form = { route_ref: route.ref, contract_ref: '', provider: 'Beult Private Hire', price_day_pence: 12_345, assistant_day_pence: 0, starts_on: TERM.starts_on, ends_on: isoDate('2026-12-18'), notice_days: 7, reason: 'The provider failed in August.', by: 'S Clarke' }; // prettier-ignore
    const done = awardDirectly(store, form, WHEN);
    expect(done).toMatchObject({ ok: true, value: { lot_id: null, bid_id: null } });
    expect(routeOf(store, route.ref).provider).toBe('Beult Private Hire');
    const again = awardDirectly(store, { ...form, provider: 'Other' }, WHEN);
    expect(again).toMatchObject({ ok: false, error: { code: 'route_let' } });
    store.close();
  });

  it('is told to those who lost without any price', () => {
    const store = fresh();
    const { bid } = award(store);
    const texts = outcomeTexts(store, 1, ON);
    const all = defined(texts.ok ? texts.value : null, 'the letters');
    expect(all.length).toBeGreaterThan(1);
    for (const { text } of all) {
      expect(text).not.toMatch(/£/);
      expect(text).not.toContain((bid.whole_day_pence / 100).toFixed(2));
    }
    store.close();
  });
});

describe('assistants', () => {
  it('two in one price are no variation; a third is, until a dearer price for assistants holds it', () => {
    const store = fresh();
    const route = defined(store.plans.current()?.routes.find(({ contract_id, stops }) => contract_id === null && stops.length > 2), 'a new route'); // prettier-ignore
    const aboard = [...new Set(route.stops.map(({ client_id }) => client_id))];
    const needing = (own: number) => {
      store.write(WHEN.change, () => {
        aboard.forEach((id, at) => {
          store.clients.update(id, { assistant: at < own ? 'own' : 'none', rescue_medication: false, days: [], second_days: [] }); // prettier-ignore
        });
      });
    };
    needing(2);
    const form = { route_ref: route.ref, contract_ref: '', provider: 'Beult Private Hire', price_day_pence: 12_345, assistant_day_pence: 9000, starts_on: TERM.starts_on, ends_on: isoDate('2026-12-18'), notice_days: 7, reason: 'The provider failed in August.', by: 'S Clarke' }; // prettier-ignore
    const done = awardDirectly(store, form, WHEN);
    const id = done.ok ? done.value.contract_id : 0;
    const contract = () => defined(store.contracts.get(id), 'the contract');
    const kinds = () => routeOf(store, route.ref).cost.map(({ kind }) => kind);
    expect(contract().assistants).toBe(2);
    expect(suppliedAssistants(contract())).toBe(2);
    expect(kinds()).not.toContain('variation');
    needing(3);
    const event = { kind: 'variation' as const, effective_on: isoDate('2026-11-02'), price_day_pence: 12_400, assistant_day_pence: 9000, reason: 'Dearer fuel, agreed.', by: 'S Clarke' }; // prettier-ignore
    expect(recordContractEvent(store, id, event, WHEN)).toMatchObject({ ok: true });
    expect(contract().assistants).toBe(2);
    const line = routeOf(store, route.ref).cost.find(({ kind }) => kind === 'variation');
    expect(line?.working).toContain('1 more passenger assistant');
    expect(recordContractEvent(store, id, { ...event, assistant_day_pence: 13_500, reason: 'A third assistant, agreed.' }, WHEN)).toMatchObject({ ok: true }); // prettier-ignore
    expect(contract().assistants).toBe(3);
    expect(kinds()).not.toContain('variation');
    const wrong = (store.plans.current()?.audit.violations ?? []).filter(({ code, route_ref }) => code === 'variation_wrong' && route_ref === route.ref); // prettier-ignore
    expect(wrong).toEqual([]);
    store.close();
  });
});

describe('what happens to a contract', () => {
  it('changes price and end, keeps what was before, and the plan’s bill follows', () => {
    const store = fresh();
    const { view, award: given } = award(store);
    const id = given.contract_id;
    const price = given.price_day_pence + 1000;
    const form = { kind: 'variation' as const, effective_on: isoDate('2026-11-02'), price_day_pence: price, assistant_day_pence: given.assistant_day_pence, reason: 'One stop more, agreed.', by: 'S Clarke' }; // prettier-ignore
    const varied = recordContractEvent(store, id, form, WHEN);
    expect(varied).toMatchObject({ ok: true, value: { contract: { price_day_pence: price }, today_day_pence: given.price_day_pence + given.assistant_day_pence } }); // prettier-ignore
    const line = routeOf(store, view.lot.route_ref).cost.find(({ kind }) => kind === 'contract');
    expect(line?.pence).toBe(price);
    const notice = recordContractEvent(store, id, { ...form, kind: 'notice', effective_on: isoDate('2027-03-31'), price_day_pence: price, reason: 'Given by the provider.' }, WHEN); // prettier-ignore
    expect(notice).toMatchObject({ ok: true, value: { contract: { ends_on: '2027-03-31' } } });
    const page = contractPage(store, id, ON);
    expect(page.ok ? page.value.events.map(({ kind, ends_before }) => [kind, ends_before]) : []).toEqual([['notice', '2029-07-31'], ['variation', '2029-07-31']]); // prettier-ignore
    expect(recordContractEvent(store, id, form, WHEN)).toMatchObject({ ok: false, error: { code: 'not_complete' } }); // prettier-ignore
    store.close();
  });
});
