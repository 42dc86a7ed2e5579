import { useState } from 'react';
import type { ComparedChild, ComparisonView } from '../../../shared/api/views/edits.ts';
import { formatPence } from '../../../shared/format/money.ts';
import { formatCount } from '../../../shared/format/number.ts';
import { formatMinutes, formatTimeOfDay } from '../../../shared/format/time.ts';
import { select } from '../../state/selection.ts';
import { Button } from '../../ui/button.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { StateMark } from '../../ui/mark.tsx';

/** At most so many children are drawn at first; the file holds all. */
const SHOWN = 100;

type Seat = ComparedChild['a'];

function seatWords(seat: Seat): string {
  if (seat === null) return 'no route';
  return `${seat.route_ref}, ${formatTimeOfDay(seat.pick_up_s)}, ${formatMinutes(seat.ride_s)}`;
}

/** Child by child what the second plan changes, the weightiest first. */
export function AffectedTable({ view }: { readonly view: ComparisonView }) {
  const [shown, setShown] = useState(SHOWN);
  const all = [...view.children, ...view.gained];
  if (all.length === 0)
    return <p className="soft">No child is served otherwise by the second plan.</p>;
  return (
    <>
      <h3>
        Children affected
        {view.disruption_pence === 0
          ? ''
          : `: ${formatPence(view.disruption_pence)} a day of disruption, by the prices in Settings`}
      </h3>
      <div className="compare-children">
        <table>
          <thead>
            <tr>
              <th scope="col">Child</th>
              <th scope="col">First: route, pick-up, ride</th>
              <th scope="col">Second</th>
              <th scope="col">What changes</th>
            </tr>
          </thead>
          <tbody>
            {all.slice(0, shown).map((child) => (
              <tr key={child.client_id}>
                <th scope="row">
                  <LinkButton
                    onPress={() => {
                      select({ kind: 'client', id: child.client_id });
                    }}
                  >
                    {child.name === '' ? child.ref : child.name}
                  </LinkButton>
                  <small>{child.school}</small>
                </th>
                <td>{seatWords(child.a)}</td>
                <td>
                  {child.b === null ? (
                    <StateMark tone="danger">no route</StateMark>
                  ) : (
                    seatWords(child.b)
                  )}
                </td>
                <td>{child.sentence}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {all.length > shown ? (
        <Button
          size="small"
          onPress={() => {
            setShown(all.length);
          }}
        >
          Show all {formatCount(all.length)}
        </Button>
      ) : null}
    </>
  );
}
