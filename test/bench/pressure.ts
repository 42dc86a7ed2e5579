/** Why it rose and what comes next at 20,000 clients on 130 schools, in CPU time, and the committee paper of the whole job. */
import { reportPaper } from '../../electron/jobs/report-paper.ts';
import { costPressureSummary } from '../../shared/figures/cost-pressure.ts';
import { fanFigure } from '../../shared/figures/forecast-figures.ts';
import { PAPER } from '../../shared/figures/colours.ts';
import { chartSvg } from '../../electron/files/chart-svg.ts';
import { chromiumPrinter } from '../../electron/files/pdf-printer.ts';
import type { CostFacts } from '../../shared/pressure/facts.ts';
import { CENTRAL } from '../../shared/pressure/forecast/assumptions.ts';
import { forecast } from '../../shared/pressure/forecast/forecast.ts';
import { clientGroups } from '../../shared/pressure/forecast/groups.ts';
import { buildLedger } from '../../shared/pressure/ledger.ts';
import { splitBasis } from '../../shared/pressure/split/basis.ts';
import { splitSides } from '../../shared/pressure/split/split-sides.ts';
import { yearSides } from '../../shared/pressure/split/year-sides.ts';
import { ON, randomFacts, someSchool } from '../helpers/cost-facts.ts';
import { cpuClock, type Figure, type Skipped } from './measure.ts';

const SCHOOLS = 130;
const CONTRACTS = 7600;

/** A county of some 20,000 carried clients, its routes spread over 130 schools. */
function largeFacts(): CostFacts {
  const facts = randomFacts(1, CONTRACTS);
  const schoolAt = (id: number): number => 100 + (id % SCHOOLS);
  const schools = Array.from({ length: SCHOOLS }, (_, at) => someSchool(100 + at));
  return {
    ...facts,
    schools: new Map(schools.map((school) => [school.urn, school])),
    contracts: facts.contracts.map((each) => ({ ...each, school_urn: schoolAt(each.id) })),
    plan: {
      ...facts.plan,
      routes: facts.plan.routes.map((route) => ({
        ...route,
        school_urn: schoolAt(route.contract_id ?? route.id),
      })),
    },
  };
}

/** The figures of why it rose, what comes next and the paper, each against what a manager waits for. */
export async function benchPressure(): Promise<readonly (Figure | Skipped)[]> {
  const facts = largeFacts();
  const ledger = buildLedger(facts);
  const basis = splitBasis(facts);
  const groups = clientGroups(facts, ledger);
  const carried = groups.reduce((sum, { clients }) => sum + clients, 0);
  const note = `${carried} clients on ${facts.plan.routes.length} routes to ${SCHOOLS} schools; CPU time`;
  const runs = (times: number, work: () => void, scale = 1000): readonly number[] =>
    Array.from({ length: times }, () => {
      const clock = cpuClock();
      work();
      return clock() * scale;
    });
  const drawn = forecast(groups, CENTRAL, { years: 5, draws: 10_000, seed: 1 });
  if (drawn === null) throw new Error('A forecast that nobody stops was stopped.');
  const line = { base_year: '2026/27', names: drawn.years.map(({ year }) => String(year)), forecast: drawn }; // prettier-ignore
  return [
    {
      name: 'full split of two years, 20,000 clients',
      unit: 'ms',
      runs: runs(5, () => {
        const { last, now } = yearSides(facts, ledger);
        splitSides(last, now, basis);
      }),
      target: 300,
      note,
    },
    {
      name: '10,000 draws x 10 years, 20,000 clients grouped',
      unit: 's',
      runs: runs(3, () => forecast(clientGroups(facts, ledger), CENTRAL, { years: 10, draws: 10_000, seed: 1 }), 1), // prettier-ignore
      target: 2,
      note,
    },
    {
      name: 'forecast slider step: to new numbers',
      unit: 'ms',
      runs: runs(9, () => forecast(groups, CENTRAL, { years: 5, draws: 10_000, seed: 1 })),
      target: 50,
      note,
    },
    {
      name: 'forecast slider step: to a new picture',
      unit: 'ms',
      runs: runs(9, () => {
        forecast(groups, CENTRAL, { years: 5, draws: 10_000, seed: 1 });
        chartSvg(fanFigure(line, PAPER), { width: 690, height: 260 });
      }),
      target: 100,
      note: `${note}; the fan drawn as SVG`,
    },
    await benchPaper(facts),
  ];
}

/** The committee paper from facts to .pdf; seconds on the clock, since Chromium is a process of its own. */
async function benchPaper(facts: CostFacts): Promise<Figure | Skipped> {
  const name = 'committee paper .pdf, 20,000 clients';
  const times: number[] = [];
  for (let turn = 0; turn < 3; turn++) {
    const started = performance.now();
    const marks = { county: 'Testshire', demo: true, on: ON, version: '', store_version: 0 };
    const printed = await chromiumPrinter(await reportPaper(costPressureSummary(facts, marks)));
    if (!printed.ok) return { name, skipped: printed.error.cause };
    times.push((performance.now() - started) / 1000);
  }
  return { name, unit: 's', runs: times, target: 5, note: 'seconds on the clock, Chromium’s start in them' }; // prettier-ignore
}
