import type { CostOverview } from '../../../shared/api/views/costs.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import { breakdown } from '../../../shared/pressure/breakdown.ts';
import { readScenario } from '../../../shared/pressure/forecast/assumptions.ts';
import { fuelEffect } from '../../../shared/pressure/fuel.ts';
import type { Handlers, Host } from '../handler.ts';
import { costsOf } from '../kept-costs.ts';

export const costsHandlers: Handlers<
  'costs/overview' | 'costs/breakdown' | 'costs/fuel' | 'export/start'
> = {
  'costs/overview': (_input, host): Result<CostOverview> => {
    const costs = costsNow(host);
    if (!costs.ok) return costs;
    const { change: _change, ...overview } = costs.value.overview;
    return ok(overview);
  },
  'costs/breakdown': ({ by, within }, host) => {
    const costs = costsNow(host);
    return costs.ok
      ? ok(breakdown(costs.value.facts, costs.value.ledger, by, within ?? null))
      : costs;
  },
  'costs/fuel': ({ diesel }, host) => {
    const costs = costsNow(host);
    return costs.ok ? ok(fuelEffect(costs.value.overview.fuel, diesel)) : costs;
  },
  'export/start': ({ report, format, scenario }, host) => {
    const costs = costsNow(host);
    if (!costs.ok) return costs;
    const label = `Cost pressure summary, ${FORMATS[format]}`;
    if (scenario === undefined) return host.startJob({ kind: 'export', label, report, format });
    const read = readScenario(scenario);
    if (read.problems.length > 0)
      return fail('bad_assumptions', read.problems.join(' '), 'Mend every field named.', { problems: read.problems }); // prettier-ignore
    return host.startJob({ kind: 'export', label, report, format, scenario: read.scenario });
  },
};

const FORMATS = { xlsx: 'workbook', csv: 'table', pdf: 'paper' } as const;

function costsNow(host: Host) {
  const store = host.store();
  return store.ok ? costsOf(store.value, host.today()) : store;
}
