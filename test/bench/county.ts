/** A county planned from nothing: the first plan at three sizes, how it settles, and what the window feels meanwhile. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { planSchools } from '../../electron/jobs/plan-schools.ts';
import type { AuditFacts } from '../../shared/audit/audit-facts.ts';
import { planningYearOf } from '../../shared/calendar/years.ts';
import { DEFAULT_SETTINGS } from '../../shared/costing/default-settings.ts';
import { demoCounty } from '../../shared/demo/demo-county.ts';
import { straightLineMetres } from '../../shared/geo/estimate.ts';
import type { Client } from '../../shared/model/client.ts';
import type { School } from '../../shared/model/school.ts';
import { sortCounty } from '../../shared/planning/county.ts';
import { someApplication } from '../helpers/random-county.ts';
import type { Figure } from './measure.ts';
import { serve, stop } from './serve.ts';
import { ROOT } from './terminal.ts';

/** Sizes at which the first plan is timed; the last is Kent's. */
const SIZES = [1600, 3250, 6500];
const SCHOOLS = 180;
const SEED = 1;
const WATCHED_MS = 30_000;

/** The invented county's children, all with an award and nobody on a route, at so many schools in proportion. */
export function countyFacts(clients: number): AuditFacts {
  const demo = demoCounty({ clients, seed: SEED });
  const schools = new Map(demo.schools.map((each) => [each.urn, each]));
  const placed = demo.clients
    .filter((each) => each.lat !== null && schools.has(each.school_urn ?? -1))
    .slice(0, clients);
  const at = spread(placed, schools, Math.round((SCHOOLS * clients) / 6500));
  return {
    on: demo.own_day,
    year: planningYearOf(demo.own_day),
    settings: DEFAULT_SETTINGS,
    clients: new Map(at.map((each) => [each.id, { ...each, not_with: [] }])),
    applications: new Map(at.map((each) => [each.id, someApplication(each.id)])),
    schools,
    contracts: [],
    stops: [],
    firstDay: () => demo.own_day,
  };
}

/** Every other client of the largest school goes to the nearest school that nobody goes to, until there are enough schools. */
function spread(
  clients: readonly Client[],
  schools: Map<number, School>,
  wanted: number,
): readonly Client[] {
  const groups = new Map<number, Client[]>();
  for (const client of clients) {
    const urn = client.school_urn ?? 0;
    groups.set(urn, [...(groups.get(urn) ?? []), client]);
  }
  const empty = [...schools.values()].filter((each) => each.lat !== null && !groups.has(each.urn));
  let invented = 9_000_000;
  while (groups.size < wanted) {
    const [urn, largest] = [...groups].toSorted((a, b) => b[1].length - a[1].length || a[0] - b[0])[0] ?? []; // prettier-ignore
    if (urn === undefined || largest === undefined) break;
    const from = schools.get(urn);
    empty.sort((a, b) => apart(a, from) - apart(b, from));
    const to = empty.shift() ?? schoolBeside(from, largest, invented++);
    if (to === null) break;
    schools.set(to.urn, to);
    groups.set(urn, largest.filter((_, index) => index % 2 === 0)); // prettier-ignore
    groups.set(to.urn, largest.filter((_, index) => index % 2 === 1).map((each) => ({ ...each, school_urn: to.urn }))); // prettier-ignore
  }
  return [...groups.values()].flat();
}

/** A school of the same kind where one of the children lives, for a county with more schools than the invented one. */
function schoolBeside(
  like: School | undefined,
  clients: readonly Client[],
  urn: number,
): School | null {
  const home = clients[clients.length >> 1];
  if (like === undefined || home === undefined) return null;
  return { ...like, urn, name: `${like.name} ${urn}`, lat: home.lat, lon: home.lon };
}

function apart(a: School, b: School | undefined): number {
  if (a.lat === null || a.lon === null || b === undefined || b.lat === null || b.lon === null)
    return Infinity;
  return straightLineMetres({ lat: a.lat, lon: a.lon }, { lat: b.lat, lon: b.lon });
}

/** One planning: seconds, and the cost a day as it was said at each moment. */
function plan(facts: AuditFacts, settle: boolean) {
  const started = performance.now();
  const said: { readonly at: number; readonly pounds: number }[] = [];
  const made = planSchools(sortCounty(facts), {
    kept: null,
    facts,
    request: { school_urn: null, seconds: null, iterations: null, seed: SEED, settle },
    ctx: {
      cancelled: () => false,
      stage: (text) => {
        const pounds = /£([\d,.]+) a day/.exec(text)?.[1]?.replaceAll(',', '');
        if (pounds !== undefined)
          said.push({ at: performance.now() - started, pounds: Number(pounds) });
      },
    },
  });
  if (made === null) throw new Error('The county was not planned.');
  const pounds = made.routes.reduce((sum, route) => sum + route.cost_day_pence, 0) / 100;
  return { made, seconds: (performance.now() - started) / 1000, pounds, said };
}

/** First plans at three sizes with the slope, and the settling of the largest. */
export async function benchCounty(folder: string, only: string): Promise<readonly Figure[]> {
  if (only === 'window') return [await windowMeanwhile(folder)];
  const figures: Figure[] = [];
  const times: number[] = [];
  // Whatever is compiled or started once shall not stand in the smallest county's figure.
  plan(countyFacts(800), false);
  for (const size of SIZES) {
    const facts = countyFacts(size);
    const first = plan(facts, false);
    times.push(first.seconds);
    const at = new Set(first.made.routes.map((route) => route.school_urn)).size;
    figures.push({
      name: `a first plan of ${size} clients at ${at} schools`,
      unit: 's',
      runs: [first.seconds],
      target: size === SIZES.at(-1) ? 20 : null,
      note: `${first.made.routes.length} routes, ${first.made.unallocated.length} unallocated, £${first.pounds.toFixed(2)} a day`,
    });
  }
  const slope =
    Math.log((times[2] ?? 0) / (times[0] ?? 1)) / Math.log((SIZES[2] ?? 0) / (SIZES[0] ?? 1));
  console.log(`slope of the first plan, log on log: ${slope.toFixed(2)} (asked: 1.15)`);
  figures.push(await windowMeanwhile(folder), settling());
  return figures;
}

function settling(): Figure {
  const { seconds, pounds, said, made } = plan(countyFacts(SIZES.at(-1) ?? 0), true);
  const minuteAgo = said.findLast(({ at }) => at <= (seconds - 60) * 1000)?.pounds ?? Infinity;
  const gained = (minuteAgo - pounds) / pounds;
  const first = said[0]?.pounds ?? pounds;
  return {
    name: `settled: the last 60 s gained ${(100 * gained).toFixed(3)}% (asked: under 0.1%)`,
    unit: 's',
    runs: [seconds],
    target: 600,
    note: `from £${first.toFixed(2)} to £${pounds.toFixed(2)} a day, ${made.unallocated.length} unallocated`,
  };
}

/** What a question of the window takes while the county is planned on all cores. */
async function windowMeanwhile(folder: string): Promise<Figure> {
  const store = path.join(folder, 'meanwhile.kerbside');
  spawnSync(process.execPath, [path.join(ROOT, 'electron/cli.ts'), 'demo', '--store', store], {
    cwd: ROOT,
  });
  const { process: child, url } = await serve(store);
  const { origin, hash } = new URL(url);
  const call = async (channel: string, input: unknown): Promise<number> => {
    const started = performance.now();
    const answer = await fetch(`${origin}/api/${channel}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${hash.slice(1)}`,
        'content-type': 'application/json',
        origin,
      },
      body: JSON.stringify(input),
    });
    await answer.text();
    if (!answer.ok) throw new Error(`${channel} answered ${answer.status}.`);
    return performance.now() - started;
  };
  const list = { filter: {}, sort: 'name', descending: false, offset: 0, limit: 50 };
  try {
    const ask = async (ms: number): Promise<readonly number[]> => {
      const runs: number[] = [];
      for (const ends = performance.now() + ms; performance.now() < ends;) {
        runs.push(await call('today/get', {}), await call('applications/query', list));
        await new Promise((resolve) => {
          setTimeout(resolve, 100);
        });
      }
      return runs;
    };
    await ask(2000);
    const idle = await ask(WATCHED_MS / 3);
    await call('plan/start', { school_urn: null, seed: SEED, settle: true });
    const runs = await ask(WATCHED_MS);
    return {
      name: 'Today, or a page of the list, while the county is planned',
      unit: 'ms',
      runs,
      target: 50,
      note: `${runs.length} questions; ${within(runs, 50)}% within 50 ms, 95 in 100 within ${share(runs, 0.95)} ms; without planning 95 in 100 within ${share(idle, 0.95)} ms`,
    };
  } finally {
    await stop(child);
  }
}

function within(runs: readonly number[], ms: number): number {
  return Math.floor((100 * runs.filter((each) => each <= ms).length) / runs.length);
}

function share(runs: readonly number[], part: number): number {
  return Math.ceil(runs.toSorted((a, b) => a - b)[Math.floor(runs.length * part)] ?? 0);
}
