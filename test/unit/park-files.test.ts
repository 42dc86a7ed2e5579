import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkPark } from '../helpers/check-park.ts';
import { readPark, type ParkFiles, type ParkResult } from '../helpers/park-files.ts';
import { REAL_DATA } from '../helpers/real-data.ts';

/** Two schools 3,520 feet apart (120 s), half an hour between their bells; three stops on the line between. */
const FILES: ParkFiles = {
  name: 'LINE',
  schools: [
    { id: 1, x: 0, y: 0, bell_s: 28_800 },
    { id: 2, x: 3520, y: 0, bell_s: 30_600 },
  ],
  stops: [
    { id: 10, x: 0, y: 880, school: 1, pupils: 10 },
    { id: 11, x: 880, y: 0, school: 2, pupils: 40 },
    { id: 12, x: 1760, y: 0, school: 2, pupils: 20 },
  ],
};
const first = { school: 1, stops: [10], start_s: 28_000, end_s: 28_800 };
const second = { school: 2, stops: [11, 12], start_s: 30_000, end_s: 30_600 };
const result = (trips: ParkResult['buses'][number]['trips'][]): ParkResult => ({
  instance: 'LINE',
  ride_s: 2700,
  seed: 1,
  seconds: 1,
  buses: trips.map((list) => ({ trips: list })),
});

describe('the check of school bus results', () => {
  it.each([
    ['one bus, one school after the other', result([[first, second]]), []],
    ['a stop left out', result([[first, { ...second, stops: [12] }]]), ['stop 11 served 0 times']],
    [
      'too early to be there from the school before',
      result([[first, { ...second, start_s: 28_829 }]]),
      ['bus 0: reaches stop 11 after 28829 s'],
    ],
    ['late for the bell', result([[first, { ...second, start_s: 30_500 }]]), ['bus 0: late at 2']],
    [
      'not ended at the bell',
      result([[first, { ...second, end_s: 30_601 }]]),
      ['bus 0: does not end at the bell'],
    ],
    [
      'a stop of another school',
      result([
        [
          { ...first, stops: [10, 11] },
          { ...second, stops: [12] },
        ],
      ]),
      ['bus 0: stop 11 is not of school 1'],
    ],
    [
      // From the end of the dwell at 11: 30 s of travel, 71 s at 12 and 60 s of travel.
      'a ride too long',
      { ...result([[first, second]]), ride_s: 160.9 },
      ['bus 0: a ride of 161.0 s'],
    ],
  ])('%s', (_, plan, faults) => {
    expect(checkPark(FILES, plan)).toEqual(faults);
  });

  it('counts who is aboard', () => {
    const stops = FILES.stops.map((stop) => (stop.id === 12 ? { ...stop, pupils: 27 } : stop));
    expect(checkPark({ ...FILES, stops }, result([[first, second]]))).toEqual([
      'bus 0: 67 pupils aboard',
    ]);
  });
});

describe.skipIf(REAL_DATA === null)('the published school bus problems', () => {
  it('are solved by the command, hold by the published rules, and need no more buses than the best published plan', () => {
    const data = REAL_DATA ?? '';
    const out = mkdtempSync(path.join(tmpdir(), 'kerbside-sbrp-'));
    const folder = path.join(data, 'routing/sbrp/RSRB01');
    execFileSync(process.execPath, [
      path.join(import.meta.dirname, '../bench/run.ts'),
      'sbrp',
      folder,
      '--ride',
      '2700',
      '--seconds',
      '2',
      '--out',
      out,
    ]);
    const file = path.join(out, 'RSRB01-2700.json');
    const plan = JSON.parse(readFileSync(file, 'utf8')) as ParkResult;
    expect(plan).toMatchObject({ instance: 'RSRB01', ride_s: 2700, seed: 1, seconds: 2 });
    expect(checkPark(readPark(folder), plan)).toEqual([]);
    expect(plan.buses.length).toBeLessThanOrEqual(31);
    const tool = path.join(data, '../tools/check-sbrp.mjs');
    if (!existsSync(tool)) return;
    const verdict: unknown = JSON.parse(
      execFileSync(process.execPath, [tool, folder, file], { encoding: 'utf8' }),
    );
    expect(verdict).toMatchObject({ buses: plan.buses.length, feasible: true, faults: 0 });
  });
});
