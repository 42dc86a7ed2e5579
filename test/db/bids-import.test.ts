/** Bids through real workbooks: written, filled in as a provider would, read back; and every way to get them wrong. */
import { join } from 'node:path';
import { Workbook } from '@cj-tech-master/excelts';
import { afterAll, describe, expect, it } from 'vitest';
import type { Store } from '../../db/store.ts';
import { acceptBid } from '../../electron/api/lots/run-tender.ts';
import { silent } from '../../electron/jobs/context.ts';
import { importFiles } from '../../electron/jobs/import-files.ts';
import { lotsWorkbook } from '../../electron/jobs/lots/lots-workbook.ts';
import { defined } from '../../shared/kernel/assert.ts';
import { readPrice } from '../../shared/intake/bids.ts';
import { bidForm } from '../../electron/jobs/lots/bid-sheet.ts';
import { isCounted, isHeld } from '../../shared/service/lots/tender-state.ts';
import { lotOf, tenderOf } from '../helpers/tender-of.ts';
import { addClients, addPlaces, BY_TEST, CONTRACT, madeFolder, madeStore, ON } from './made-store.ts'; // prettier-ignore

const folder = madeFolder();
afterAll(folder.cleanUp);
let made = 0;
const PROVIDER = 'Beult Private Hire';
/** The first row of the form: three lines of the title, a gap, three pairs, a gap, the headings. */
const FIRST = 9;

function filled(): Store {
  const store = madeStore(join(folder.path, `${++made}.kerbside`));
  addPlaces(store);
  addClients(store, [{ ref: 'A1' }]);
  const { id: _id, cancelled: _cancelled, ...tender } = tenderOf();
  const lots = [1, 2, 3].map((number) => {
    const { id: _lot, tender_id: _tender, withdrawn: _withdrawn, ...lot } = lotOf({ ref: `T2026-01/0${number}`, route_ref: `R${number}`, specification: { assistants: number === 2 ? 1 : 0 } }); // prettier-ignore
    return lot;
  });
  store.write(BY_TEST, () => {
    store.contracts.upsertMany([CONTRACT]);
    store.lots.put(tender, lots, [PROVIDER, 'Medway Cars']);
  });
  return store;
}

type Cells = Readonly<Record<string, string | number | { readonly formula: string; readonly result: number }>>; // prettier-ignore

/** The workbook as it is given out, with cells of the sheet Bid (and of Quality, by `Q:`) typed over. */
async function bidFile(store: Store, cells: Cells, euros = ''): Promise<Uint8Array> {
  const tender = defined(store.lots.tender(1), 'the tender');
  const files = { tender, lots: store.lots.lotsOf(1), vehicles: ['Taxi', 'Minibus'], office: '', warning: '' }; // prettier-ignore
  const workbook = new Workbook();
  await workbook.xlsx.load(await lotsWorkbook(files, PROVIDER));
  for (const [at, value] of Object.entries(cells)) {
    const [sheet, cell] = at.startsWith('Q:') ? ['Quality', at.slice(2)] : ['Bid', at];
    const page = defined(workbook.getWorksheet(sheet), sheet);
    page.getCell(cell).value = value;
    if (at === euros) page.getCell(cell).numFmt = '#,##0.00 [$€-407]';
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function take(store: Store, bytes: Uint8Array, received_at = '2026-08-05T10:00') {
  const files = [{ name: `bid-${received_at.slice(8, 13)}.xlsx`, source: { bytes } }];
  return importFiles(store, { kind: 'bids', files, mapping: null, on: ON, received_at }, silent);
}

const GOOD: Cells = {
  [`E${FIRST}`]: 101.5,
  [`J${FIRST}`]: 'Taxi',
  [`K${FIRST}`]: 'From 1 September',
  [`E${FIRST + 1}`]: 120,
  [`F${FIRST + 1}`]: 45.25,
  [`J${FIRST + 1}`]: 'Minibus',
  'Q:D5': 'A pool of three drivers.',
};

describe('bids', () => {
  it('come back from the workbook as they were typed, to the penny, and again unchanged', async () => {
    const store = filled();
    const done = await take(store, await bidFile(store, GOOD));
    expect(done).toMatchObject({ ok: true, value: { read: 2, added: 2, held: 0, refused: 0 } });
    expect(store.lots.bidsOf(1).map((bid) => [bid.lot_id, bid.price_day_pence, bid.assistant_day_pence, bid.vehicle_class, bid.given.remarks])).toEqual([
      [1, 10_150, 0, 'taxi', 'From 1 September'],
      [2, 12_000, 4525, 'minibus', ''],
    ]); // prettier-ignore
    expect(store.lots.bidAnswers(1)).toEqual([{ tender_id: 1, provider: PROVIDER, question_id: 'crew', answer: 'A pool of three drivers.' }]); // prettier-ignore
    const rows = done.ok ? done.value.rows : [];
    expect(rows.find(({ code }) => code === 'no_bid')?.value).toBe('T2026-01/03');
    const again = await take(store, await bidFile(store, GOOD), '2026-08-06T10:00');
    expect(again).toMatchObject({ ok: true, value: { unchanged: 2, added: 0 } });
    expect(store.lots.bidsOf(1)).toHaveLength(2);
    expect(store.service.stepsOf('R1')).toEqual([]);
    store.close();
  });

  it.each([
    ['late', GOOD, '2026-08-07T12:01'],
    ['formula', { [`E${FIRST}`]: { formula: '50*2', result: 100 }, [`J${FIRST}`]: 'Taxi' }, null],
    ['currency', { [`E${FIRST}`]: '€ 100', [`J${FIRST}`]: 'Taxi' }, null],
    ['currency', { B6: 'EUR', [`E${FIRST}`]: 100, [`J${FIRST}`]: 'Taxi' }, null],
    ['not_a_price', { [`E${FIRST}`]: 'on request', [`J${FIRST}`]: 'Taxi' }, null],
    ['negative', { [`E${FIRST}`]: -100, [`J${FIRST}`]: 'Taxi' }, null],
    ['absurd', { [`E${FIRST}`]: 4999, [`J${FIRST}`]: 'Taxi' }, null],
    ['no_price', { [`J${FIRST}`]: 'Taxi' }, null],
    ['no_vehicle', { [`E${FIRST}`]: 100 }, null],
    ['unknown_vehicle', { [`E${FIRST}`]: 100, [`J${FIRST}`]: 'Hovercraft' }, null],
    ['no_assistant_price', { [`E${FIRST + 1}`]: 100, [`J${FIRST + 1}`]: 'Taxi' }, null],
    [
      'not_on_framework',
      { B5: 'Unheard of Cars', [`E${FIRST}`]: 100, [`J${FIRST}`]: 'Taxi' },
      null,
    ],
    ['line_twice', { ...GOOD, [`A${FIRST + 1}`]: 'T2026-01/01' }, null],
  ] as const)('with a problem are kept and held: %s', async (code, cells, at) => {
    const store = filled();
    const done = await take(store, await bidFile(store, cells), at ?? undefined);
    expect(done).toMatchObject({ ok: true });
    const report = defined(done.ok ? done.value : null, 'the report');
    expect(report.held).toBeGreaterThan(0);
    const row = defined(report.rows.find((each) => each.code === code), code); // prettier-ignore
    expect(row.reason).toMatch(/^Lot T2026-01/);
    expect(row.remedy).not.toBe('');
    const bids = store.lots.bidsOf(1);
    expect(bids.filter(isHeld).every((bid) => bid.problems.includes(code))).toBe(true);
    expect(bids.filter(isHeld).length).toBe(report.held);
    store.close();
  });

  it('with a number in a format of euros are in the wrong currency', async () => {
    const store = filled();
    const done = await take(store, await bidFile(store, GOOD, `E${FIRST}`));
    expect(done).toMatchObject({ ok: true, value: { held: 1, added: 1 } });
    expect(store.lots.bidsOf(1)[0]?.problems).toEqual(['currency']);
    store.close();
  });

  it('for a lot that nobody knows are refused and told, the others taken', async () => {
    const store = filled();
    const done = await take(store, await bidFile(store, { ...GOOD, [`A${FIRST}`]: 'T2026-01/99' }));
    expect(done).toMatchObject({ ok: true, value: { refused: 1, added: 1 } });
    const rows = done.ok ? done.value.rows : [];
    expect(rows.map(({ code }) => code)).toEqual(expect.arrayContaining(['unknown_lot', 'missing_line', 'no_bid'])); // prettier-ignore
    store.close();
  });

  it('of another tender, or of nobody, leave the store as it was', async () => {
    const store = filled();
    for (const [cells, code] of [
      [{ B4: 'T2025-09' }, 'unknown_tender'],
      [{ B5: '' }, 'no_provider'],
      [{}, 'no_bids'],
    ] as const) {
      const typed = code === 'no_bids' ? {} : { ...GOOD, ...cells };
      const done = await take(store, await bidFile(store, typed));
      expect(done).toMatchObject({ ok: false, error: { code } });
    }
    expect(store.lots.bidsOf(1)).toEqual([]);
    store.close();
  });

  it('of one provider: the later takes the place of the earlier, until closing; a held one only once accepted', async () => {
    const store = filled();
    await take(store, await bidFile(store, GOOD));
    const cheaper = { ...GOOD, [`E${FIRST}`]: 95 };
    const second = await take(store, await bidFile(store, cheaper), '2026-08-06T09:00');
    expect(second).toMatchObject({ ok: true, value: { changed: 1, unchanged: 1, warnings: 1 } });
    const counted = () => store.lots.bidsOf(1).filter((bid) => bid.lot_id === 1 && isCounted(bid));
    expect(counted().map((bid) => bid.price_day_pence)).toEqual([9500]);
    const late = { ...GOOD, [`E${FIRST}`]: 90 };
    await take(store, await bidFile(store, late), '2026-08-07T15:00');
    expect(counted().map((bid) => bid.price_day_pence)).toEqual([9500]);
    const held = defined(store.lots.bidsOf(1).find((bid) => bid.lot_id === 1 && isHeld(bid)), 'the late bid'); // prettier-ignore
    const when = { now: '2026-08-10T09:00', on: ON, change: BY_TEST };
    expect(acceptBid(store, { bid_id: held.id, by: 'S Clarke', reason: '' }, when)).toMatchObject({ ok: false }); // prettier-ignore
    const reason = 'It was in the portal at 11:50.';
    expect(acceptBid(store, { bid_id: held.id, by: 'S Clarke', reason }, when).ok).toBe(true);
    expect(counted().map((bid) => bid.price_day_pence)).toEqual([9000]);
    expect(store.lots.bidsOf(1).filter((bid) => bid.lot_id === 1)).toHaveLength(3);
    store.close();
  });

  it('for a lot that is gone cannot be accepted', async () => {
    const store = filled();
    store.write(BY_TEST, () => {
      const lot = defined(store.lots.lot(1), 'the lot');
      store.lots.withdrawLot(lot, { on: ON, by: 'S Clarke', reason: 'Walks now.' });
    });
    await take(store, await bidFile(store, GOOD));
    const held = defined(store.lots.bidsOf(1).find(isHeld), 'the held bid');
    const when = { now: '2026-08-10T09:00', on: ON, change: BY_TEST };
    const done = acceptBid(store, { bid_id: held.id, by: 'S Clarke', reason: 'Wanted.' }, when);
    expect(done).toMatchObject({ ok: false, error: { code: 'bid_cannot_count' } });
    store.close();
  });

  it.each([
    ['100', 10_000],
    ['£1,234.50', 123_450],
    ['GBP 99', 9900],
    ['99 pounds', 9900],
    ['-5', -500],
    ['1.005', 101],
    ['120p', null],
    ['100 km', null],
    ['1e3', null],
    ['100 EUR', null],
    ['$100', null],
    ['¤100', null],
    ['=100', null],
  ])('%s is %s pence', (text, pence) => {
    expect(readPrice(text).pence).toBe(pence);
    expect(readPrice(text).problem === null).toBe(pence !== null);
  });

  it('are added up by formulas over the very rows of the lots', () => {
    const form = bidForm([lotOf(), lotOf()], ['Taxi']);
    expect(form.columns.filter(({ adds }) => adds === true).map(({ label }) => label)).toEqual(['Total a day, £', 'Total a year, £']); // prettier-ignore
  });
});
