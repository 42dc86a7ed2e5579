/**
 * `npm run bench`: prints the table of figures and writes build/bench.json. Not part of the tests: those are never timed.
 * `npm run bench -- NAME ...` runs one set instead: public problems, or the county planned from nothing, which takes a quarter of an hour.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import path from 'node:path';
import { benchApplications, benchDemo, benchPostcodes } from './commands.ts';
import { caseworkStore } from './casework-store.ts';
import { benchCasework } from './casework.ts';
import { benchCounty } from './county.ts';
import { benchCvrp } from './cvrp.ts';
import { benchDecide } from './decide.ts';
import { benchDecideOnRoads } from './decide-on-roads.ts';
import { tableLine, type Figure, type Skipped } from './measure.ts';
import { benchOffers } from './offers.ts';
import { benchPlaces } from './places.ts';
import { benchPressure } from './pressure.ts';
import { benchRoads } from './roads.ts';
import { benchSbrp } from './sbrp.ts';
import { benchScreens } from './screens.ts';
import { benchSchools, schoolFigures } from './schools.ts';
import { benchStatus } from './status.ts';
import { ROOT } from './terminal.ts';

/** For each school problem of the whole bench; `schools` alone takes a minute each. */
const SCHOOL_SECONDS = 10;

/** What can be run alone: the arguments behind the name, and the exit code. */
const ALONE: Readonly<Record<string, (args: readonly string[]) => number | Promise<number>>> = {
  county,
  offers,
  status,
  screens,
  pressure,
  cvrp: benchCvrp,
  sbrp: benchSbrp,
  schools: benchSchools,
};

const [name, ...rest] = process.argv.slice(2);
if (name === undefined) await benchAll();
else {
  const bench = ALONE[name];
  if (bench === undefined)
    console.error(`No such bench: ${name}. There is ${Object.keys(ALONE).join(', ')}.`);
  process.exitCode = bench === undefined ? 2 : await bench(rest);
}

async function county([only = '']: readonly string[]): Promise<number> {
  const folder = mkdtempSync(path.join(tmpdir(), 'kerbside-bench-'));
  try {
    for (const figure of await benchCounty(folder, only))
      console.log(tableLine(figure), figure.note);
    return 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function status(): number {
  const folder = mkdtempSync(path.join(tmpdir(), 'kerbside-bench-'));
  try {
    for (const figure of benchStatus(folder)) console.log(tableLine(figure), figure.note);
    return 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** `npm run bench -- screens [STORE]`: every place on the county, or on a store that is there. */
async function screens([store = null]: readonly (string | null)[]): Promise<number> {
  const folder = mkdtempSync(path.join(tmpdir(), 'kerbside-bench-'));
  try {
    for (const figure of await benchPlaces(folder, store))
      console.log(tableLine(figure), figure.note);
    return 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function pressure(): Promise<number> {
  for (const figure of await benchPressure())
    console.log(tableLine(figure), 'note' in figure ? figure.note : '');
  return 0;
}

function offers(): number {
  for (const figure of benchOffers()) console.log(tableLine(figure), figure.note);
  return 0;
}

async function benchAll(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'kerbside-bench-'));
  const all: (Figure | Skipped)[] = [];
  const show = (figures: readonly (Figure | Skipped)[]): void => {
    for (const figure of figures) console.log(tableLine(figure));
    all.push(...figures);
  };

  try {
    const machine = `${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`;
    console.log(`${machine}\nmedian (lowest to highest, n runs)\n`);
    show(benchDemo(folder));
    show([benchApplications(folder), benchPostcodes(folder)]);
    const casework = caseworkStore(folder);
    show(benchDecide(casework));
    show(await benchDecideOnRoads(casework));
    show(benchCasework(casework));
    show(await benchRoads(folder));
    show(benchStatus(folder));
    show(await benchPressure());
    show(await benchScreens(casework));
    const schools = schoolFigures({ seconds: SCHOOL_SECONDS, seed: 1, only: '' });
    mkdirSync(path.join(ROOT, 'build'), { recursive: true });
    writeFileSync(
      path.join(ROOT, 'build/bench.json'),
      `${JSON.stringify({ machine, figures: all, schools }, null, 2)}\n`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
