import type { Workload } from '../../../shared/casework/work/workload.ts';
import { formatCount } from '../../../shared/format/number.ts';
import { useChannel } from '../../state/channel.ts';
import { Table, Td, Th } from '../../ui/table.tsx';
import { hrefOfQueue } from './queue-address.ts';

/** What each officer has open, decided this week, and how old their undecided work is. */
export function TeamPart() {
  const { data } = useChannel('work/overview', {});
  if (data === null) return null;
  return (
    <section className="work-team">
      <h2>Team</h2>
      <p className="soft">
        Median age is of what is not decided; {data.target_days} days are advertised.
      </p>
      <Table
        caption="Work of each officer"
        head={
          <>
            <Th>Officer</Th>
            <Th align="end">Open</Th>
            <Th align="end">Undecided</Th>
            <Th align="end">At risk</Th>
            <Th align="end">Decided this week</Th>
            <Th align="end">Median age, days</Th>
          </>
        }
      >
        {data.workloads.map((each) => (
          <Line key={each.officer} load={each} target={data.target_days} />
        ))}
      </Table>
    </section>
  );
}

function Line(props: { readonly load: Workload; readonly target: number }) {
  const { officer, open, undecided, at_risk, decided_this_week, median_age_days: age } = props.load;
  const link = (queue: 'open' | 'no_decision' | 'at_risk', count: number) => (
    <a href={hrefOfQueue({ queue, officer })}>{formatCount(count)}</a>
  );
  return (
    <tr>
      <Td>{officer === '' ? 'Nobody' : officer}</Td>
      <Td align="end">{link('open', open)}</Td>
      <Td align="end">{link('no_decision', undecided)}</Td>
      <Td align="end">{link('at_risk', at_risk)}</Td>
      <Td align="end">{formatCount(decided_this_week)}</Td>
      <Td align="end">
        {age === null ? '–' : `${formatCount(age)}${age > props.target ? ', over' : ''}`}
      </Td>
    </tr>
  );
}
