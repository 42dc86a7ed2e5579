/** Budget through the channels: imported, made up, opened, mapped, moved, exported: one set of figures, to the penny. */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Store } from '../../db/store.ts';
import type { Host } from '../../electron/api/handler.ts';
import { moneyHandlers } from '../../electron/api/handlers/money.ts';
import { exportMonitoring } from '../../electron/jobs/money/export-monitoring.ts';
import { readTables } from '../../electron/files/read-tables.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import { BEHIND } from '../../shared/api/views/money.ts';
import { value } from '../helpers/answers.ts';
import { csvFile, importInto } from '../helpers/imports.ts';
import { ownPages } from '../helpers/own-pages.ts';
import { addClients, addPlaces, BY_TEST, CONTRACT, madeFolder, madeStore, ON, SCHOOL } from '../db/made-store.ts'; // prettier-ignore

const folder = madeFolder();
let store: Store;
const host = {
  store: () => ({ ok: true, value: store }),
  today: () => ON,
  byHand: () => ({ who: 'S Clarke', why: 'hand' }),
  changed: () => undefined,
  page: ownPages(
    () => store,
    () => ON,
  ),
} as unknown as Host;
const PERIOD = { year: 2026, period: 4 };
const view = () => value(moneyHandlers['money/monitor']({ at: PERIOD }, host));

beforeAll(async () => {
  store = madeStore(join(folder.path, 'kent.kerbside'));
  addPlaces(store);
  addClients(store, [{ ref: 'A' }]);
  store.write(BY_TEST, () => {
    store.terms.upsertMany([
      {
        urn: 0,
        kind: 'term',
        from_on: isoDate('2026-04-13'),
        to_on: isoDate('2026-07-21'),
        label: '',
      },
      {
        urn: 0,
        kind: 'term',
        from_on: isoDate('2026-09-02'),
        to_on: isoDate('2027-03-25'),
        label: '',
      },
    ]);
    store.contracts.upsertMany([
      {
        ...CONTRACT,
        ref: 'C1',
        provider: 'Weald Cars',
        price_day_pence: 7000,
        assistant: false,
        assistant_day_pence: 0,
        starts_on: isoDate('2025-09-01'),
        ends_on: isoDate('2027-07-31'),
        school_urn: SCHOOL,
        confirmed: true,
      },
    ]);
  });
  await importInto(
    store,
    'budget',
    [
      csvFile(
        'b.csv',
        'Financial year,Cost code,Budget line,Original budget',
        '2026/27,T1,Pre-16 SEN,12000',
        '2026/27,T2,Mileage,500',
      ),
    ],
    { on: ON },
  );
  await importInto(
    store,
    'ledger',
    [
      csvFile(
        'l.csv',
        'Financial year,Period,Cost code,Contract,Amount',
        '2026/27,2,T1,C1,840.00',
        '2026/27,3,T2,,61.17',
        '2026/27,4,X9,,-12.34',
      ),
    ],
    { on: ON },
  );
});
afterAll(() => {
  store.close();
  folder.cleanUp();
});

it('opens with the last period that has ended, kept until something changes', async () => {
  const opened = await value(moneyHandlers['money/monitor']({ at: null }, host));
  expect(opened).toEqual(await view());
  expect(store.read.kept('money_last', ON)).toBe(JSON.stringify(opened));
});

it('shows every line, opens every number to what adds up to it, and keeps what is on no line apart', async () => {
  const { lines, total, empty, total_movement_pence } = await view();
  expect(empty).toBe(false);
  expect(lines.map(({ line }) => line)).toEqual(['pre_16_sen', 'mileage', 'not_mapped']);
  expect(lines[0]).toMatchObject({ actual_pence: 84_000, accrual_pence: 70 * 7000 - 84_000 });
  expect(total.actual_pence).toBe(84_000 + 6117 - 1234);
  const amounts = {
    original: 'original_pence',
    budget: 'current_pence',
    actual: 'actual_pence',
    accrual: 'accrual_pence',
    commitment: 'commitment_pence',
    forecast: 'forecast_pence',
    variance: 'variance_pence',
    plan: 'plan_pence',
    variance_with_plan: 'variance_with_plan_pence',
  } as const;
  for (const { line, movement_pence, ...of } of [
    ...lines.map((each) => ({ ...each, movement_pence: each.movement?.pence ?? 0 })),
    { line: 'all' as const, movement_pence: total_movement_pence ?? 0, ...total },
  ])
    for (const what of BEHIND) {
      const behind = await value(moneyHandlers['money/behind']({ ...PERIOD, line, what }, host));
      expect(behind.pence, `${line} ${what}`).toBe(what === 'movement' ? movement_pence : of[amounts[what]]); // prettier-ignore
      expect(behind.rows.reduce((sum, { pence }) => sum + pence, 0)).toBe(behind.pence);
      expect(new Set(behind.rows.map(({ key }) => key)).size).toBe(behind.rows.length);
    }
  // A code opens its own part of the line.
  for (const { code, line, original_pence, current_pence, actual_pence } of (await view()).codes)
    for (const [what, pence] of [['original', original_pence], ['budget', current_pence], ['actual', actual_pence]] as const) // prettier-ignore
      expect((await value(moneyHandlers['money/behind']({ ...PERIOD, line: line ?? 'not_mapped', what, code }, host))).pence, `${code} ${what}`).toBe(pence); // prettier-ignore
  // A variance holds postings, contracts and the budget with its sign turned.
  const variance = await value(moneyHandlers['money/behind']({ ...PERIOD, line: 'pre_16_sen', what: 'variance' }, host)); // prettier-ignore
  expect(variance.parts.map(({ part, rows }) => [part, rows])).toEqual([['actual', 1], ['accrual', 1], ['commitment', 1], ['original', 1], ['virement', 0]]); // prettier-ignore
  expect(variance.rows.find(({ part }) => part === 'original')?.pence).toBe(-1_200_000);
});

it('is written to files with the figures of the screen', async () => {
  const shown = await view();
  const csv = await exportMonitoring(store, { period: PERIOD, format: 'csv', on: ON });
  const xlsx = await exportMonitoring(store, { period: PERIOD, format: 'xlsx', on: ON });
  const [table] = await value(
    readTables({ name: csv.name, source: { bytes: csv.bytes } }, () => false),
  );
  const heads = table?.rows[0]?.cells ?? [];
  const last = table?.rows.at(-1)?.cells ?? [];
  expect(Number(last[heads.indexOf('forecast_pence')])).toBe(shown.total.forecast_pence);
  expect(Number(last[heads.indexOf('actual_pence')])).toBe(shown.total.actual_pence);
  const [sheet] = await value(
    readTables({ name: xlsx.name, source: { bytes: xlsx.bytes } }, () => false),
  );
  const total = sheet?.rows.find(({ cells }) => cells[0] === 'Total')?.cells ?? [];
  expect(Math.round(Number(total[6]) * 100)).toBe(shown.total.forecast_pence);
});

it('puts a code on a line, moves budget between codes, and refuses what does not add up', async () => {
  expect(
    await value(moneyHandlers['money/set-code-line']({ code: 'X9', line: 'contributions' }, host)),
  ).toEqual({ changed: true });
  expect(await moneyHandlers['money/set-code-line']({ code: 'Z', line: null }, host)).toMatchObject(
    { ok: false },
  );
  const vire = {
    year: 2026,
    from_code: 'T2',
    to_code: 'T1',
    pence: 10_000,
    on: isoDate('2026-07-01'),
    reason: 'Demand',
    by: 'P Nair',
  };
  expect(
    await moneyHandlers['money/vire'](
      { ...vire, to_code: 'T2', pence: 0, on: isoDate('2027-07-01'), reason: '' },
      host,
    ),
  ).toMatchObject({
    ok: false,
    error: { code: 'not_complete', details: { problems: { length: 4 } } },
  });
  expect(await value(moneyHandlers['money/vire'](vire, host))).toEqual({ recorded: 2 });
  const { lines, total } = await view();
  expect(lines.map(({ line, current_pence }) => [line, current_pence])).toEqual([
    ['pre_16_sen', 1_210_000],
    ['mileage', 40_000],
    ['contributions', 0],
  ]);
  expect(total.current_pence).toBe(1_250_000);
  expect(total.original_pence).toBe(1_250_000);
});

it('takes a ledger line out with a reason, and keeps it in the history', async () => {
  const [line] = store.money.ledger().filter(({ code }) => code === 'X9');
  expect(
    await moneyHandlers['money/take-out-ledger']({ ids: [line?.id ?? 0], reason: ' ' }, host),
  ).toMatchObject({ ok: false });
  expect(
    await value(
      moneyHandlers['money/take-out-ledger']({ ids: [line?.id ?? 0], reason: 'Reversed.' }, host),
    ),
  ).toEqual({ removed: 1 });
  expect((await view()).total.actual_pence).toBe(84_000 + 6117);
});

it('keeps a saving only with contracts of the register, and reckons what it delivers from their prices', async () => {
  const saving = {
    id: null,
    name: 'Cheaper',
    owner: 'R',
    baseline: '',
    baseline_pence: 0,
    kind: 'cashable' as const,
    year: 2026,
    from_on: isoDate('2026-06-01'),
    profile: Array.from({ length: 12 }, () => 0),
    contracts: ['c1', 'C404'],
  };
  expect(await moneyHandlers['money/save-saving'](saving, host)).toMatchObject({
    ok: false,
    error: { cause: 'Not in the register: C404.' },
  });
  await value(moneyHandlers['money/save-saving']({ ...saving, contracts: ['c1'] }, host));
  expect((await view()).savings[0]).toMatchObject({ delivered_pence: 0 });
  store.write(BY_TEST, () => {
    const contract = store.contracts.all()[0];
    store.lots.recordEvent({
      contract_id: contract?.id ?? 0,
      kind: 'variation',
      effective_on: isoDate('2026-06-01'),
      price_before_pence: 7200,
      price_after_pence: 7000,
      assistant_before_pence: 0,
      assistant_after_pence: 0,
      ends_before: isoDate('2027-07-31'),
      ends_after: isoDate('2027-07-31'),
      signed: { on: isoDate('2026-05-20'), by: 'R', reason: 'Agreed' },
    });
  });
  const june = (await view()).savings[0];
  expect(june?.delivered_pence).toBe(37 * 200);
});

it('closes a period with who and why, compares the next with it, restates what comes later, and opens it again', async () => {
  const signed = { year: 2026, reason: 'Board of July', by: 'P Nair' };
  expect(await moneyHandlers['money/close-period']({ ...signed, period: 12, reason: ' ' }, host)).toMatchObject({ error: { details: { problems: { length: 2 } } } }); // prettier-ignore
  const { forecast_pence } = await value(moneyHandlers['money/close-period']({ ...signed, period: 3 }, host)); // prettier-ignore
  expect(await moneyHandlers['money/close-period']({ ...signed, period: 3 }, host)).toMatchObject({ ok: false }); // prettier-ignore
  await importInto(store, 'ledger', [csvFile('late.csv', 'Financial year,Period,Cost code,Provider,Amount', '2026/27,3,T1,Nobody,50.50')], { on: ON }); // prettier-ignore
  const shown = await view();
  const [line] = shown.lines;
  expect(shown.compared_with).toMatchObject({ with: 'signed_off', closing: { closed_by: 'P Nair', forecast_pence } }); // prettier-ignore
  expect(line?.movement?.restated).toMatchObject({
    pence: 5050,
    parts: [{ cause: 'late_ledger' }],
  });
  expect(shown.total_movement_pence).toBe(shown.total.forecast_pence - forecast_pence);
  const june = await value(moneyHandlers['money/monitor']({ at: { year: 2026, period: 3 } }, host));
  expect(june.signed_off?.lines.reduce((sum, each) => sum + each.signed_pence, 0)).toBe(forecast_pence); // prettier-ignore
  expect(june.signed_off?.lines.find((each) => each.line === 'pre_16_sen')?.restated_pence).toBe(5050); // prettier-ignore
  const behind = await value(moneyHandlers['money/behind']({ ...PERIOD, line: 'pre_16_sen', what: 'movement' }, host)); // prettier-ignore
  expect([behind.pence, behind.rows.map(({ name }) => name)]).toEqual([line?.movement?.pence, expect.arrayContaining(['Restated'])]); // prettier-ignore
  await value(moneyHandlers['money/reopen-period']({ ...signed, period: 3, reason: 'A late posting' }, host)); // prettier-ignore
  expect((await view()).compared_with).toEqual({ with: 'reckoned', closing: null });
  expect(store.money.closings()).toMatchObject([{ reopened: { by: 'P Nair', reason: 'A late posting' } }]); // prettier-ignore
  expect(store.history.page({ entity: 'period' }, 0, 9).total).toBe(2);
});

it('forecasts a line without contracts as a person chose, with the reason in every file', async () => {
  const chosen = { year: 2026, line: 'mileage', basis: 'typed', pence: 123_456, reason: 'Families moved', by: 'P Nair' } as const; // prettier-ignore
  expect(await moneyHandlers['money/choose-forecast']({ ...chosen, pence: null, by: '' }, host)).toMatchObject({ error: { details: { problems: { length: 2 } } } }); // prettier-ignore
  expect(await moneyHandlers['money/choose-forecast']({ ...chosen, line: 'contributions' }, host)).toMatchObject({ ok: false }); // prettier-ignore
  await value(moneyHandlers['money/choose-forecast'](chosen, host));
  const mileage = (await view()).lines.find(({ line }) => line === 'mileage');
  expect(mileage).toMatchObject({
    basis: 'typed',
    forecast_pence: 123_456,
    chosen: { by: 'P Nair' },
  });
  const { rows } = await value(moneyHandlers['money/behind']({ ...PERIOD, line: 'mileage', what: 'commitment' }, host)); // prettier-ignore
  expect(rows).toMatchObject([{ pence: mileage?.commitment_pence, sentence: expect.stringContaining('Families moved') }]); // prettier-ignore
  const csv = await exportMonitoring(store, { period: PERIOD, format: 'csv', on: ON });
  expect(new TextDecoder().decode(csv.bytes)).toContain('typed by P Nair: Families moved');
});
