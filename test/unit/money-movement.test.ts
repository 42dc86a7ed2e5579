/** Movements, savings and figures a head by hand. */
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../shared/calendar/dates.ts';
import { schoolCalendars } from '../../shared/calendar/school-calendars.ts';
import { OUR_DEFINITION } from '../../shared/money/heads.ts';
import { contractSource, moneyFacts, monitored, repriced, TERMS } from '../helpers/money-facts.ts';

const line = (monitor: ReturnType<typeof monitored>, name = 'pre_16_sen') =>
  monitor.lines.find((each) => each.line === name);
/** Open days by the calendar itself, another way than the code under test counts them. */
const openDays = (urn: number, from: string, to: string): number =>
  schoolCalendars(TERMS).openDays(urn, null, { from: isoDate(from), to: isoDate(to) }).length;

describe('movement', () => {
  it('names contracts confirmed, handed back and repriced since last month, with what each comes to', () => {
    const contracts = [
      contractSource({ id: 1 }),
      contractSource(
        { id: 2, starts_on: isoDate('2026-09-01') },
        { confirmed_on: isoDate('2026-08-05') },
      ),
      contractSource(
        { id: 3 },
        { hand_backs: [{ on: isoDate('2026-08-06'), last_day: isoDate('2026-09-30') }] },
      ),
      contractSource(
        { id: 4, price_day_pence: 8000 },
        { events: [repriced(4, 7000, 8000, '2026-11-02', '2026-08-04')] },
      ),
    ];
    const movement = line(monitored(moneyFacts({ contracts }), 4))?.movement;
    const begun = openDays(1, '2026-09-01', '2027-03-31') * 7000;
    const ended = -openDays(1, '2026-10-01', '2027-03-31') * 7000;
    const repricing = openDays(1, '2026-11-02', '2027-03-31') * 1000;
    expect(movement?.parts).toEqual([
      { cause: 'begun', pence: begun, contracts: ['C2'] },
      { cause: 'ended', pence: ended, contracts: ['C3'] },
      { cause: 'repriced', pence: repricing, contracts: ['C4'] },
    ]);
    expect(movement?.pence).toBe(begun + ended + repricing);
    expect(movement?.sentence).toMatch(
      /^£[\d,.]+ more than in period 3: contracts begun \+£[\d,.]+ \(C2\), contracts ended −£[\d,.]+ \(C3\), prices changed \+£[\d,.]+ \(C4\)\.$/u,
    );
    expect(
      line(monitored(moneyFacts({ contracts: [contracts[0] ?? contractSource({ id: 1 })] }), 1))
        ?.movement,
    ).toBeNull();
  });
});

describe('savings and figures a head', () => {
  const saving = {
    id: 1,
    name: 'Second offer',
    owner: 'R',
    baseline: '',
    baseline_pence: 0,
    kind: 'cashable',
    year: 2026,
    from_on: isoDate('2026-06-01'),
    profile: Array.from({ length: 12 }, () => 100),
    contracts: ['C1', 'C9'],
  } as const;

  it('deliver what the price changed by, times the days; a contract that is not there delivers nothing', () => {
    const contracts = [
      contractSource(
        { id: 1, price_day_pence: 6500 },
        { events: [repriced(1, 7000, 6500, '2026-06-01')] },
      ),
    ];
    const [standing] = monitored(moneyFacts({ contracts }), 4, { savings: [saving] }).savings;
    const [run, left] = [
      openDays(1, '2026-06-01', '2026-07-31'),
      openDays(1, '2026-08-01', '2027-03-31'),
    ];
    expect(standing).toMatchObject({
      planned_pence: 1200,
      planned_to_date_pence: 400,
      delivered_pence: run * 500,
      year_pence: (run + left) * 500,
    });
    expect(standing?.contracts[1]).toMatchObject({ before_pence: null, delivered_pence: 0 });
    const [same] = monitored(moneyFacts({ contracts: [contractSource({ id: 1 })] }), 4, {
      savings: [saving],
    }).savings;
    expect(same).toMatchObject({ delivered_pence: 0, year_pence: 0 });
  });

  it('are compared only where they count the same', () => {
    const figure = {
      id: 1,
      line: null,
      name: 'England',
      year: '2023-24',
      pence: 811_600,
      unit: '',
      source: 'NAO',
      definition: 'Something else',
    };
    const { benchmarks, heads } = monitored(
      moneyFacts({ contracts: [contractSource({ id: 1 })] }),
      4,
      { benchmarks: [figure, { ...figure, id: 2, definition: OUR_DEFINITION }] },
    );
    const own = heads[0]?.a_head_pence ?? 0;
    expect(heads[0]?.children).toBeCloseTo(1, 5);
    expect(own).toBe(openDays(1, '2026-04-01', '2027-03-31') * 7000);
    expect(benchmarks.map(({ same, apart_pence }) => [same, apart_pence])).toEqual([
      [false, null],
      [true, own - 811_600],
    ]);
    expect(benchmarks[0]?.sentence).toContain('count differently and are not compared');
  });
});
