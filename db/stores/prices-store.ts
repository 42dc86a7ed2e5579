import type { CpiMonth, FuelPrice, WageFloor } from '../../shared/model/money.ts';
import { recordTable, tally } from '../record-table.ts';
import type { Session } from '../session.ts';
import {
  cpiInForce,
  fuelInForce,
  wagesInForce,
} from '../../shared/costing/clauses/effective-series.ts';
import type { PricesStore } from '../prices-aggregate.ts';
import { priceCorrections } from './price-corrections.ts';

function wageFloors(session: Session): Pick<PricesStore, 'wages' | 'upsertWages'> {
  const { sql } = session;
  const all = sql.prepare(
    'SELECT from_on, min_age, max_age, pence_an_hour FROM wage_floor ORDER BY from_on, min_age, max_age',
  );
  const one = sql
    .prepare(
      'SELECT pence_an_hour FROM wage_floor WHERE from_on = ? AND min_age = ? AND max_age = ?',
    )
    .pluck();
  const put = sql.prepare(
    `INSERT INTO wage_floor (from_on, min_age, max_age, pence_an_hour) VALUES (?, ?, ?, ?)
     ON CONFLICT (from_on, min_age, max_age) DO UPDATE SET pence_an_hour = excluded.pence_an_hour`,
  );
  return {
    wages: () => all.all() as WageFloor[],
    upsertWages: (rows) => {
      session.mustWrite();
      const counted = tally<string>();
      for (const { from_on, min_age, max_age, pence_an_hour } of rows) {
        const before = one.get(from_on, min_age, max_age);
        const outcome =
          before === undefined ? 'added' : before === pence_an_hour ? 'unchanged' : 'changed';
        if (outcome !== 'unchanged') put.run(from_on, min_age, max_age, pence_an_hour);
        counted.note(outcome, `${from_on} ${min_age} ${max_age}`);
      }
      return counted.result();
    },
  };
}

/** Published series: road fuel by week, consumer prices by month, wage floors by date and age. */
export function pricesStore(session: Session): PricesStore {
  const fuel = recordTable<FuelPrice>(session, {
    table: 'fuel_price',
    key: 'week_on',
    fields: { week_on: 'text', petrol: 'number', diesel: 'number' },
    blank: { week_on: '' as FuelPrice['week_on'], petrol: 0, diesel: 0 },
    entity: null,
  });
  const cpi = recordTable<CpiMonth>(session, {
    table: 'cpi_month',
    key: 'month',
    fields: { month: 'text', index: 'number' },
    blank: { month: '', index: 0 },
    entity: null,
  });
  const said = priceCorrections(session);
  const floors = wageFloors(session);
  return {
    ...said,
    fuel: () => fuelInForce(fuel.all('week_on'), said.corrections()),
    upsertFuel: (rows) => {
      const counted = tally<string>();
      for (const row of rows) counted.note(fuel.upsert(row).outcome, row.week_on);
      return counted.result();
    },
    cpi: () =>
      cpiInForce(cpi.all('month'), {
        rebased: said.choice() === null ? [] : said.rebased(),
        choice: said.choice(),
        corrections: said.corrections(),
      }),
    upsertCpi: (rows) => {
      const counted = tally<string>();
      for (const row of rows) counted.note(cpi.upsert(row).outcome, row.month);
      return counted.result();
    },
    upsertWages: floors.upsertWages,
    wages: () => wagesInForce(floors.wages(), said.corrections()),
    published: () => ({
      fuel: fuel.all('week_on'),
      cpi: cpi.all('month'),
      wages: floors.wages(),
    }),
  };
}
