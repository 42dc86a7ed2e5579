import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kerbside as typed } from '../helpers/terminal-command.ts';

const COMMANDS = [
  'demo',
  'import',
  'plan',
  'chains',
  'solve',
  'summary',
  'export',
  'decide',
  'remind',
  'work',
  'letters',
  'tif',
  'check',
  'backup',
  'restore',
];

const folder = mkdtempSync(join(tmpdir(), 'kerbside-cli-'));
const kerbside = (...args: readonly string[]) => typed(folder, ...args);
const inFolder = (name: string) => join(folder, name);

beforeAll(async () => {
  const made = await kerbside('demo', '--store', 'demo.kerbside', '--clients', '200', '--json');
  expect(made.code, made.err).toBe(0);
  writeFileSync(inFolder('pass.txt'), 'four quiet words here\nnot this line\n');
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('every command', () => {
  it.each(COMMANDS)('%s explains itself', async (name) => {
    const help = await kerbside(name, '--help');
    expect(help.code).toBe(0);
    expect(help.out).toContain(`kerbside ${name}:`);
    expect(help.out).toContain('--json');
    expect(help.err).toBe('');
  });

  it('is in the list', async () => {
    const list = await kerbside('--help');
    expect(list.code).toBe(0);
    for (const name of COMMANDS) expect(list.out).toContain(`  ${name} `);
  });
});

describe('wrong use ends with 2', () => {
  it.each<[string, readonly string[]]>([
    ['no command', []],
    ['an unknown command', ['fly']],
    ['a name every object has', ['constructor']],
    ['an unknown flag', ['summary', '--store', 'demo.kerbside', '--fast']],
    ['a missing flag', ['plan']],
    ['a flag without its value', ['summary', '--store']],
    ['a missing path', ['import', '--store', 'demo.kerbside', '--kind', 'fuel']],
    ['too many minutes', ['chains', '--store', 'demo.kerbside', '--earlier', '91']],
    ['too many paths', ['summary', '--store', 'demo.kerbside', 'more']],
    ['a store that is not there', ['summary', '--store', 'none.kerbside']],
    [
      'a file that is not there',
      ['import', '--store', 'demo.kerbside', '--kind', 'fuel', 'no.csv'],
    ],
    ['an unknown kind', ['import', '--store', 'demo.kerbside', '--kind', 'weather', 'pass.txt']],
    ['a day that is none', ['summary', '--store', 'demo.kerbside', '--on', '2026-02-30']],
    ['a seed that is none', ['plan', '--store', 'demo.kerbside', '--seed', '-1']],
    ['two efforts', ['plan', '--store', 'demo.kerbside', '--seconds', '1', '--iterations', '1']],
    ['no effort', ['solve', 'pass.txt', '--out', 'x.json']],
    ['a school and all', ['plan', '--store', 'demo.kerbside', '--all', '--school', '1']],
  ])('%s', async (_what, args) => {
    const plain = await kerbside(...args);
    expect(plain.code).toBe(2);
    expect(plain.out).toBe('');
    expect(plain.err.trim().split('\n')).toHaveLength(1);
    const asked = await kerbside(...args, '--json');
    expect(asked.code).toBe(2);
    expect(Object.keys(asked.json())).toEqual(['code', 'cause', 'action', 'details']);
  });
});

describe('bad input ends with 1', () => {
  it('says what is wrong with a problem file', async () => {
    const ended = await kerbside(
      'solve',
      'pass.txt',
      '--iterations',
      '1',
      '--out',
      'x.json',
      '--json',
    );
    expect(ended.code).toBe(1);
    expect(ended.json()).toMatchObject({ code: 'not_json' });
    expect(existsSync(inFolder('x.json'))).toBe(false);
  });

  it.each<[string, readonly string[]]>([
    ['a store in a folder that is a file', ['demo', '--store', 'pass.txt/x.kerbside']],
    [
      'a passphrase file that is a folder',
      ['summary', '--store', 'demo.kerbside', '--passphrase-file', '.'],
    ],
    ['a problem that is a folder', ['solve', '.', '--iterations', '1', '--out', 'x.json']],
    [
      'a copy to a folder that is a file',
      ['backup', '--store', 'demo.kerbside', '--out', 'pass.txt/copy.kerbside'],
    ],
    ['a back-up that is none', ['restore', '--store', 'demo.kerbside', '--from', 'pass.txt']],
  ])('%s: a sentence, not a stack', async (_what, args) => {
    const ended = await kerbside(...args, '--json');
    expect(ended.code).toBe(1);
    expect(Object.keys(ended.json())).toEqual(['code', 'cause', 'action', 'details']);
    expect(ended.json()['code']).not.toBe('bug');
    expect(ended.err).not.toContain('    at ');
    expect(ended.json()['cause']).not.toContain('.restoring');
  });

  it('refuses a store under a wrong passphrase, and one in clear under any', async () => {
    const ended = await kerbside(
      'summary',
      '--store',
      'demo.kerbside',
      '--passphrase-file',
      'pass.txt',
      '--json',
    );
    expect(ended.code).toBe(1);
    expect(ended.json()['code']).toBe('store_not_encrypted');
  });

  it('leaves no store behind for a file that was refused', async () => {
    writeFileSync(inFolder('empty.csv'), '');
    const store = ['--store', 'fresh.kerbside', '--passphrase-file', 'pass.txt'];
    const ended = await kerbside(
      'import',
      ...store,
      '--kind',
      'applications',
      'empty.csv',
      '--json',
    );
    expect(ended.code).toBe(1);
    expect(existsSync(inFolder('fresh.kerbside'))).toBe(false);
  });
});

describe('the work of an evening', () => {
  it('plans, sums up, checks and exports the invented county', async () => {
    const store = ['--store', 'demo.kerbside'];
    const plan = await kerbside('plan', ...store, '--all', '--iterations', '50', '--json');
    const planned = plan.json();
    expect(planned).toMatchObject({ violations: 0, seed: 1 });
    expect(plan.code).toBe(Number(planned['unallocated']) > 0 ? 1 : 0);
    expect(plan.err).toContain('Reading the county');

    const summary = await kerbside('summary', ...store, '--json');
    expect(Object.keys(summary.json())).toEqual([
      'clients',
      'without_transport',
      'unallocated',
      'unallocated_by_reason',
      'provisional',
      'tif_complete',
      'routes',
      'cost_day_pence',
      'cost_year_pence',
      'pressure_pence',
    ]);
    for (const key of ['routes', 'unallocated', 'cost_day_pence', 'cost_year_pence']) {
      expect(summary.json()[key], key).toEqual(planned[key]);
    }

    const check = await kerbside('check', ...store, '--json');
    expect(check.json()).toEqual({ findings: [] });
    expect(check.code).toBe(0);

    for (const [format, head] of [
      ['xlsx', 'PK'],
      ['csv', '\uFEFF'],
    ] as const) {
      const out = `summary.${format}`;
      const report = ['--report', 'cost-pressure', '--format', format, '--out', out];
      const ended = await kerbside('export', ...store, ...report, '--json');
      expect(ended.code, ended.out).toBe(0);
      expect(readFileSync(inFolder(out), 'utf8').startsWith(head), format).toBe(true);
    }
    expect(readdirSync(folder).filter((name) => name.endsWith('.new'))).toEqual([]);
  });

  it('makes the invented county encrypted where a passphrase is given', async () => {
    const store = ['--store', 'locked.kerbside'];
    const secret = ['--passphrase-file', 'pass.txt'];
    expect((await kerbside('demo', ...store, '--clients', '60', ...secret)).code).toBe(0);
    const head = readFileSync(inFolder('locked.kerbside')).subarray(0, 15).toString('latin1');
    expect(head).not.toBe('SQLite format 3');
    const shut = await kerbside('summary', ...store, '--json');
    expect([shut.code, shut.json()['code']]).toEqual([1, 'passphrase_needed']);
    const open = await kerbside('summary', ...store, ...secret, '--json');
    expect(open.json()['clients']).toBeGreaterThan(40);
  });

  it('solves the same bytes twice by iterations', async () => {
    const problem = inFolder('problem.json');
    writeFileSync(problem, JSON.stringify(smallProblem()));
    for (const out of ['a.json', 'b.json']) {
      const ended = await kerbside(
        'solve',
        'problem.json',
        '--iterations',
        '200',
        '--seed',
        '7',
        '--out',
        out,
        '--json',
      );
      expect(ended.code, ended.out).toBe(0);
    }
    expect(readFileSync(inFolder('a.json'))).toEqual(readFileSync(inFolder('b.json')));
  });

  it('keeps a council’s files encrypted, backs them up and restores them', async () => {
    const store = ['--store', 'own.kerbside', '--passphrase-file', 'pass.txt'];
    writeFileSync(inFolder('fuel.csv'), FUEL);
    const bare = await kerbside(
      'import',
      '--store',
      'own.kerbside',
      '--kind',
      'fuel',
      'fuel.csv',
      '--json',
    );
    expect(bare.json()['cause']).toContain('passphrase');
    expect(existsSync(inFolder('own.kerbside'))).toBe(false);

    const first = await kerbside('import', ...store, '--kind', 'fuel', 'fuel.csv', '--json');
    expect(first.json()).toMatchObject({ read: 2, added: 2, unchanged: 0, held: 0, refused: 0 });
    expect(first.code).toBe(0);
    expect(readFileSync(inFolder('own.kerbside')).subarray(0, 6).toString()).not.toBe('SQLite');

    const backup = await kerbside('backup', ...store, '--out', 'copy.kerbside', '--json');
    expect(backup.json()).toMatchObject({ verified: true });
    const again = await kerbside('import', ...store, '--kind', 'fuel', 'fuel.csv', '--json');
    expect(again.json()).toMatchObject({ read: 2, added: 0, unchanged: 2 });

    rmSync(inFolder('own.kerbside'));
    const restored = await kerbside('restore', ...store, '--from', 'copy.kerbside', '--json');
    expect(restored.code, restored.out).toBe(0);
    const after = await kerbside('import', ...store, '--kind', 'fuel', 'fuel.csv', '--json');
    expect(after.json()).toMatchObject({ read: 2, unchanged: 2 });
  });
});

const FUEL = [
  'Date,ULSP (Ultra low sulphur unleaded petrol) Pump price in pence/litre,ULSD (Ultra low sulphur diesel) Pump price in pence/litre,ULSP Duty rate,ULSD Duty rate,ULSP VAT,ULSD VAT',
  '11/05/2026,152.10,187.20,52.95,52.95,20,20',
  '18/05/2026,151.90,186.60,52.95,52.95,20,20',
  '',
].join('\n');

/** Three pupils on a line, one school, two kinds of vehicle. */
function smallProblem() {
  const places = [0, 1000, 2000, 3000];
  const distances = places.map((from) => places.map((to) => Math.abs(from - to)));
  const pupils = [1, 2, 3].map((index) => ({
    id: `p${index}`,
    index,
    town: 'Town',
    x: places[index],
    y: 0,
    lat: 51.2,
    lon: 0.5,
    wheelchair: false,
    seats: 1,
    wheelchairs: 0,
    boarding: 60,
  }));
  return {
    schema: 'school-route-bench/1',
    name: 'three-in-a-line',
    seed: 1,
    direction: 'to_school',
    units: { distance: 'm', duration: 's', money: 'pence', time: 's after midnight' },
    school: { index: 0, x: 0, y: 0, lat: 51.2, lon: 0.5, latestArrival: 31800 },
    maxRide: 2700,
    boarding: 60,
    pupils,
    vehicleTypes: [
      { id: 'taxi', seats: 2, wheelchairs: 0, fixed: 7000, perKm: 90, count: 5 },
      { id: 'minibus', seats: 8, wheelchairs: 0, fixed: 15000, perKm: 130, count: 5 },
    ],
    matrix: { distances, durations: distances.map((row) => row.map((metres) => metres / 10)) },
  };
}
