/** What the cells of the workbook's forecast come to as exported, so that a reader that does not reckon shows them too. */
import type { Outlook } from '../../shared/figures/outlook.ts';
import { heldBudget, type HeldBudget } from '../../shared/pressure/forecast/held-budget.ts';
import { meanMoved } from '../../shared/pressure/forecast/year-cost.ts';
import { NO_PUMP_PRICE } from './forecast-inputs.ts';

/** The recorded budget of each year, whether another is typed or not. */
export function recordedOf({ scenario, recorded, base_year, effort }: Outlook): HeldBudget {
  return heldBudget({ ...scenario, budget: null }, recorded, {
    base: base_year,
    years: effort.years,
  });
}

/** A line of the forecast's years. */
export type KeptKey = keyof ReturnType<ReturnType<typeof keptValues>>;

/** Each line of a year, 0 for the base; pounds, not pence. */
export function keptValues(outlook: Outlook) {
  const { scenario, growth, openings, forecast, held } = outlook;
  const recordedYears = recordedOf(outlook).years;
  const pump = outlook.diesel === null ? NO_PUMP_PRICE : outlook.diesel / 100;
  const central = (year: number): number => yearSums(year).central;
  const yearSums = (year: number) => {
    const moved = meanMoved(scenario, year);
    const room = (1 + scenario.occupancy_percent / 100) ** year;
    const grown = (key: keyof Outlook['growth'][number]['sums']): number =>
      growth.reduce(
        (sum, { sums, growth_percent }) =>
          sum + sums[key] * (1 + (growth_percent ?? scenario.growth.mean_percent) / 100) ** year,
        0,
      );
    const fuel = (grown('fuel_pence') * moved.fuel) / room / 100;
    const drivers = (grown('driver_pence') * moved.wages) / room / 100;
    const other = (grown('other_pence') * moved.cpi) / room / 100;
    const assistants = (grown('assistant_pence') * moved.wages) / 100;
    const saved = openings.reduce((sum, { sums, ...school }) => {
      if (year < school.year || sums.clients === 0) return sum;
      const part = (Math.min(school.places, sums.clients) / sums.clients) * (school.saves_percent / 100); // prettier-ignore
      const vehicles = (sums.fuel_pence * moved.fuel + sums.driver_pence * moved.wages + sums.other_pence * moved.cpi) / room; // prettier-ignore
      return sum - (part * (vehicles + sums.assistant_pence * moved.wages)) / 100;
    }, 0);
    const clients = grown('clients');
    const seats = fuel + drivers + other + assistants + saved;
    const budgets = Math.min(clients, (clients * scenario.ptb_percent * year) / 100);
    const trained = Math.min(clients - budgets, scenario.trained_a_year * year);
    const unneeded = clients === 0 ? 0 : (-(budgets + trained) * seats) / clients;
    const budgets_paid = (budgets * scenario.ptb_year_pence) / 100;
    const training = (Math.min(trained, scenario.trained_a_year) * scenario.training_pence) / 100;
    return {
      fuel_moved: moved.fuel,
      wages_moved: moved.wages,
      cpi_moved: moved.cpi,
      room,
      clients,
      fuel,
      drivers,
      other,
      assistants,
      saved,
      seats,
      budgets,
      trained,
      unneeded,
      budgets_paid,
      training,
      central: seats + unneeded + budgets_paid + training,
    };
  };
  return (year: number) => {
    const sums = yearSums(year);
    const drawn = forecast.years[year - 1];
    const part = (pence: number | undefined): number => (pence === undefined || sums.central === 0 ? 1 : pence / 100 / sums.central); // prettier-ignore
    const recorded = recordedYears[year - 1]?.pence ?? null;
    const budget = held.years[year - 1]?.pence ?? null;
    const [p10_part, p90_part] = [part(drawn?.p10_pence), part(drawn?.p90_pence)];
    return {
      ...sums,
      diesel: pump * sums.fuel_moved,
      wage_percent: year === 0 ? 0 : scenario.wages.mean_percent,
      cpi_percent: year === 0 ? 0 : scenario.cpi.mean_percent,
      change: year === 0 ? 0 : sums.central - central(year - 1),
      p10_part,
      p90_part,
      p10: sums.central * p10_part,
      p90: sums.central * p90_part,
      recorded: recorded === null ? '' : recorded / 100,
      budget: budget === null ? '' : budget / 100,
      over: budget === null ? '' : sums.central - budget / 100,
    };
  };
}
