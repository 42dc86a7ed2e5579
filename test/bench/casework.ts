/** Figures of casework inside the host, on 20,000 applications and 200,000 history rows: search, open a case, change many. */
import { assignTo } from '../../electron/jobs/assign.ts';
import { seededRandom } from '../../shared/kernel/random.ts';
import { SLIPS, typedPlain } from '../helpers/misspell.ts';
import { ON, openBench } from './casework-store.ts';
import { median, timed, type Figure } from './measure.ts';
import type { Store } from '../../db/store.ts';

const NAMES = 30;
const CASES = 60;
const BULK = 1000;
const BULK_RUNS = 5;

/** What people type that is written so: names, their beginnings, codes, schools, providers, words in notes. */
function exactQueries(store: Store): readonly string[] {
  const random = seededRandom(11);
  const clients = store.clients.all();
  const names = Array.from({ length: NAMES }, () => random.pick(clients)).flatMap((client) => [
    client.surname,
    `${client.forename} ${client.surname}`,
    client.surname.slice(0, 1 + random.below(3)),
    client.ref,
    client.postcode,
  ]);
  const others = [
    'meadow',
    'academy',
    'taxis',
    'beult',
    'harness',
    'rescue medication',
    'panel',
    'floods',
  ];
  return [...names, ...others].filter((text) => text.trim() !== '');
}

/** The same typed wrong, one slip in each word. */
function wrongQueries(store: Store): readonly string[] {
  const random = seededRandom(12);
  const clients = store.clients.all();
  const slips = Object.values(SLIPS);
  const names = Array.from({ length: NAMES * 3 }, () => random.pick(clients)).map((client) =>
    [client.forename, client.surname]
      .map((name) => random.pick(slips)(typedPlain(name), random))
      .join(' '),
  );
  const others = [
    'kt26-ooo12',
    'kt62-00012',
    'me14 l0i',
    'medowfeild',
    'qqqqqqqq',
    'wetherspoon jonh',
  ];
  return [...names, ...others];
}

/** Seconds: the middle of three, so that one pause of the machine is no slow query. */
function middleOf(work: () => void): number {
  return median(timed(3, work));
}

function benchSearch(store: Store): readonly Figure[] {
  const each = (queries: readonly string[]): readonly number[] =>
    queries.map((text) =>
      middleOf(() => {
        store.read.search(text, 16, ON);
      }),
    );
  const list = (queries: readonly string[]): readonly number[] =>
    queries.map((text) =>
      middleOf(() => {
        store.read.query(
          { filter: { text }, sort: 'name', descending: false, offset: 0, limit: 50 },
          ON,
        );
      }),
    );
  const exact = exactQueries(store);
  const wrong = wrongQueries(store);
  // The states are brought to the day once, at the first read of a session.
  store.read.search('zz', 1, ON);
  const figure = (
    name: string,
    seconds: readonly number[],
    queries: readonly string[],
  ): Figure[] => {
    const runs = seconds.map((time) => time * 1000);
    const note = `${queries.length} queries, the middle of three runs each, inside the host`;
    return [
      { name, unit: 'ms', runs, target: 50, note },
      {
        name: '  of which the slowest',
        unit: 'ms',
        runs: [Math.max(...runs)],
        target: 50,
        note: queries[runs.indexOf(Math.max(...runs))] ?? '',
      },
    ];
  };
  return [
    ...figure('one search box, as written', each(exact), exact),
    ...figure('one search box, misspelt', each(wrong), wrong),
    ...figure('list by words, as written', list(exact), exact),
    ...figure('list by words, misspelt', list(wrong), wrong),
  ];
}

function benchCase(store: Store): Figure {
  const random = seededRandom(5);
  const clients = store.clients.all();
  const runs = Array.from({ length: CASES }, () => random.pick(clients)).flatMap(({ id }) =>
    timed(1, () => {
      if (store.read.casePage(id, ON) === null) throw new Error('No such case.');
    }),
  );
  return {
    name: 'open a case: the host’s answer',
    unit: 'ms',
    runs: runs.map((time) => time * 1000),
    target: 100,
    note: 'with its history, 200,000 rows in all',
  };
}

function benchBulk(store: Store): readonly Figure[] {
  const random = seededRandom(9);
  const chosen = random.shuffle(store.clients.all()).slice(0, BULK);
  const ids = chosen.map(({ id }) => id);
  const refs = ids.map((id) => store.applications.ofClient(id)?.ref ?? '');
  const note = 'one write with its history, through the store';
  let turn = 0;
  const assigned = timed(BULK_RUNS, () => {
    turn += 1;
    const changed = store.write({ who: 'Bench', why: 'a bulk action' }, () =>
      assignTo(store, ids, { officer: `Officer ${turn}`, on: ON }),
    );
    if (changed !== BULK) throw new Error(`${changed} were assigned.`);
  });
  const moved = timed(BULK_RUNS, () => {
    turn += 1;
    const status = turn % 2 === 0 ? 'checking' : 'more_information';
    store.write({ who: 'Bench', why: 'a bulk action' }, () => {
      for (const [at, ref] of refs.entries()) {
        store.applications.update(ref, { status });
        store.history.note(ids[at] ?? 0, ref, 'Looked at together with the others of its school.');
      }
    });
  });
  return [
    { name: '1,000 applications assigned', unit: 's', runs: assigned, target: 1, note },
    { name: '1,000 applications moved, each with a note', unit: 's', runs: moved, target: 1, note },
  ];
}

/** All figures, in the order of the issue. */
export function benchCasework(file: string): readonly Figure[] {
  const store = openBench(file);
  try {
    return [...benchSearch(store), benchCase(store), ...benchBulk(store)];
  } finally {
    store.close();
  }
}
