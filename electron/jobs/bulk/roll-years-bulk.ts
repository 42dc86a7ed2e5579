/** Year groups rolled on to the year planned, all at once and undone as one. */
import { yearGroupWords } from '../../../shared/calendar/day-rule-words.ts';
import { planningYearOf } from '../../../shared/calendar/years.ts';
import { rollYears } from '../../../shared/casework/roll-years.ts';
import { nameOf, type BulkBasis, type BulkPlan, type LeftOut, type Planned } from './bulk-plan.ts';

const AGREES = 'In the year of their age already.';

/** One up for everyone whose record is of the year before; whoever is taught out of year keeps the difference. */
export function planRollYears({ store, on, chosen }: BulkBasis): BulkPlan {
  const year = planningYearOf(on);
  const { rolled, out_of_year, recorded } = rollYears(
    chosen.map(({ client }) => client),
    year,
  );
  const outOfYear = new Set(out_of_year);
  const planned: Planned[] = [];
  const left_out: LeftOut[] = [];
  for (const { client } of chosen) {
    const to = rolled.get(client.id);
    if (to === undefined) {
      const reason = client.year_group === null ? 'No year group is recorded.' : AGREES;
      left_out.push({ client_id: client.id, reason });
      continue;
    }
    planned.push({
      client_id: client.id,
      ref: client.ref,
      name: nameOf(client),
      from: yearGroupWords(client.year_group ?? 0),
      to: yearGroupWords(to),
      why: outOfYear.has(client.id) ? 'Taught out of year, and stays so.' : '',
      write: () => {
        store.clients.update(client.id, { year_group: to });
      },
    });
  }
  // A second press would put everyone a year too high.
  const problems = recorded === 'this' ? [`By most dates of birth the year groups are those of ${year} already.`] : []; // prettier-ignore
  return { planned, left_out, problems };
}
