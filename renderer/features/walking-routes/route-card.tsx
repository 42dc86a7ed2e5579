import { Footprints, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { CoveredChild, WalkingRouteRow } from '../../../shared/api/views/evidence.ts';
import { OUTCOME_WORDS } from '../../../shared/casework/decision-words.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatMiles } from '../../../shared/format/distance.ts';
import { formatQuantity } from '../../../shared/format/number.ts';
import type { WalkingRoute } from '../../../shared/model/walking-route.ts';
import { call } from '../../bridge/bridge.ts';
import { hrefOfCase } from '../../state/place.ts';
import { Button } from '../../ui/button.tsx';
import { Badge, StateMark } from '../../ui/mark.tsx';
import { Facts } from '../applications/facts.tsx';
import { WithdrawDialog } from '../evidence/withdraw-dialog.tsx';
import type { RouteStart } from './route-dialog.tsx';

/** One assessment: what was found, how it was walked, whom it covers, and what can be done. */
export function RouteCard(props: {
  readonly row: WalkingRouteRow;
  readonly onWalkAgain: (start: RouteStart) => void;
}) {
  const { row } = props;
  const { route } = row;
  const [withdrawing, setWithdrawing] = useState(false);
  const stands = route.superseded_by === null && route.withdrawn === null;
  return (
    <section className="walk" aria-label={route.name}>
      <div className="walk-head">
        <h2>{route.name}</h2>
        <StateMark tone={route.safe ? 'good' : 'warning'}>
          {route.safe ? 'Safe when accompanied' : 'Not safe'}
        </StateMark>
        {row.is_expired ? <Badge tone="warning">Past review</Badge> : null}
        {route.superseded_by === null ? null : <Badge>Superseded</Badge>}
        {route.withdrawn === null ? null : <Badge>Withdrawn</Badge>}
      </div>
      <p>{route.finding}</p>
      <div className="walk-columns">
        <Facts facts={factsOf(row)} />
        <Covered row={row} stands={stands} />
      </div>
      {route.withdrawn === null ? null : (
        <p className="soft">
          Withdrawn by {route.withdrawn.by} on {formatDate(route.withdrawn.on)}:{' '}
          {route.withdrawn.reason}
        </p>
      )}
      {stands ? (
        <div className="walk-actions">
          <Button
            size="small"
            icon={Footprints}
            label={`Walked again: ${route.name}`}
            onPress={() => {
              props.onWalkAgain({
                place: null,
                school: { urn: route.school_urn, name: row.school },
                before: route,
              });
            }}
          >
            Walked again
          </Button>
          <Button
            size="small"
            variant="quiet"
            icon={Undo2}
            label={`Withdraw: ${route.name}`}
            onPress={() => {
              setWithdrawing(true);
            }}
          >
            Withdraw
          </Button>
        </div>
      ) : null}
      {withdrawing ? (
        <WithdrawDialog
          what={`${route.name}, walked on ${formatDate(route.assessed_on)}`}
          withdraw={(reason, by) => call('walking-routes/withdraw', { id: route.id, reason, by })}
          onClose={() => {
            setWithdrawing(false);
          }}
        />
      ) : null}
    </section>
  );
}

function factsOf({ route, school }: WalkingRouteRow): readonly (readonly [string, string])[] {
  return [
    ['To', school],
    ['Covers', placeWords(route)],
    ['Walked', `${formatDate(route.assessed_on)}, ${route.times}, by ${route.assessor}`],
    ['Season', route.season],
    ['Lighting', route.lighting],
    ['Traffic', route.traffic],
    ['Safe way round', route.safe_way_m === null ? (route.safe ? '' : 'None') : `${route.way_round}, ${formatMiles(route.safe_way_m)} walking`], // prettier-ignore
    ['Review', route.review_on === null ? 'No date set' : formatDate(route.review_on)],
  ];
}

function placeWords({ place }: WalkingRoute): string {
  return place.kind === 'postcode'
    ? `Homes of ${place.postcode}`
    : `Homes within ${Math.round(place.radius_m)} m of ${place.lat.toFixed(4)}, ${place.lon.toFixed(4)}`;
}

function Covered(props: { readonly row: WalkingRouteRow; readonly stands: boolean }) {
  const { children } = props.row;
  if (!props.stands) return null;
  const named = children.filter(({ name }) => name !== '');
  const hidden = children.length - named.length;
  return (
    <div className="walk-children">
      <h3>{formatQuantity(children.length, 'child covered', 'children covered')}</h3>
      {children.length === 0 ? (
        <p className="soft">Nobody lives there now; it is found again when somebody does.</p>
      ) : null}
      <ul>
        {named.map((child) => (
          <li key={child.client_id}>
            <a href={hrefOfCase(child.client_id)}>{child.name}</a>{' '}
            <span className="soft">{decidesWords(child)}</span>
          </li>
        ))}
      </ul>
      {hidden === 0 ? null : (
        <p className="soft">
          {formatQuantity(hidden, 'child', 'children')} at a protected address, not named here.
        </p>
      )}
    </div>
  );
}

function decidesWords({ outcome }: CoveredChild): string {
  if (outcome === null) return 'carried without an application';
  return `unsafe route: ${OUTCOME_WORDS[outcome].toLowerCase()}`;
}
