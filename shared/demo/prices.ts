import { isoDate } from '../calendar/dates.ts';
import type { CpiMonth, FuelPrice, WageFloor } from '../model/money.ts';
import { cells } from './places.ts';

/**
 * Pump prices as facts: week, petrol, diesel in hundredths of a penny a litre. Department for Energy
 * Security and Net Zero, weekly road fuel prices, 18 May 2026 (Open Government Licence v3): one week a
 * quarter to 2025, one a month to January 2026, then every week.
 */
const FUEL_LINES = `
2018-01-01|12019|12351
2018-04-02|11943|12305
2018-07-02|12654|13083
2018-10-01|12998|13486
2019-01-07|12027|13033
2019-04-01|12170|13148
2019-07-01|12649|13155
2019-10-07|12687|13182
2020-01-06|12609|13156
2020-04-06|11023|11683
2020-07-06|10943|11505
2020-10-05|11326|11811
2021-01-04|11539|11997
2021-04-05|12524|12935
2021-07-05|13170|13413
2021-10-04|13610|13920
2022-01-03|14504|14885
2022-04-04|16191|17600
2022-07-04|19155|19922
2022-10-03|16267|18004
2023-01-02|15090|17416
2023-04-03|14572|16371
2023-07-03|14340|14552
2023-10-02|15602|16215
2024-01-01|14078|14866
2024-04-01|14625|15600
2024-07-01|14428|15006
2024-10-07|13359|13846
2025-01-06|13660|14330
2025-04-07|13525|14254
2025-07-07|13319|14058
2025-09-01|13386|14165
2025-10-06|13476|14292
2025-11-03|13438|14261
2025-12-01|13661|14620
2026-01-05|13490|14419
2026-02-02|13162|14082
2026-02-09|13146|14072
2026-02-16|13160|14146
2026-02-23|13171|14146
2026-03-02|13214|14215
2026-03-09|13567|14901
2026-03-16|14028|15878
2026-03-23|14416|16688
2026-03-30|14878|17652
2026-04-06|15465|18675
2026-04-13|15817|19214
2026-04-20|15762|19124
2026-04-27|15699|18981
2026-05-04|15682|18879
2026-05-11|15681|18814
2026-05-18|15739|18656
`;

/** ONS consumer prices index, D7BT, 2015 = 100, monthly, as published in March 2026. */
const CPI_LINES = `
2025-01|135.4
2025-02|136.0
2025-03|136.5
2025-04|138.2
2025-05|138.4
2025-06|138.9
2025-07|139.0
2025-08|139.3
2025-09|139.3
2025-10|139.8
2025-11|139.5
2025-12|140.1
2026-01|139.5
2026-02|140.1
`;

/** Minimum and living wage by law, from 21 years of age (National Minimum Wage Regulations, as amended): from, pence an hour. */
const WAGE_LINES = `
2024-04-01|1144
2025-04-01|1221
2026-04-01|1271
`;

/** Pump prices, oldest first. */
export function demoFuel(): FuelPrice[] {
  return cells(FUEL_LINES).map(([week = '', petrol, diesel]) => ({
    week_on: isoDate(week),
    petrol: Number(petrol),
    diesel: Number(diesel),
  }));
}

/** The price index, oldest first. */
export function demoCpi(): CpiMonth[] {
  return cells(CPI_LINES).map(([month = '', index]) => ({ month, index: Number(index) }));
}

/** Wage floors, oldest first. */
export function demoWages(): WageFloor[] {
  return cells(WAGE_LINES).map(([from = '', rate]) => ({
    from_on: isoDate(from),
    min_age: 21,
    max_age: 1000,
    pence_an_hour: Number(rate),
  }));
}
