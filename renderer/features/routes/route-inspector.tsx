import './route-inspector.css';
import { FileText, Map as MapIcon } from 'lucide-react';
import type { RouteDetail } from '../../../shared/api/views/plan.ts';
import { dayWords, WHOLE_WEEK } from '../../../shared/calendar/day-mask.ts';
import { daysRun } from '../../../shared/model/plan-rides.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatMiles } from '../../../shared/format/distance.ts';
import { formatQuantity } from '../../../shared/format/number.ts';
import { formatPence, formatPounds } from '../../../shared/format/money.ts';
import { formatMinutes, formatTimeOfDay } from '../../../shared/format/time.ts';
import { Fragment, useCallback, useState } from 'react';
import { useChannel } from '../../state/channel.ts';
import { go, hrefOf, usePlace } from '../../state/place.ts';
import { Button } from '../../ui/button.tsx';
import { Badge, StateMark } from '../../ui/mark.tsx';
import { FailureNotice, NoticeBar, Spinner } from '../../ui/states.tsx';
import { Estimated } from '../../ui/tooltip.tsx';
import { STATE_WORDS } from '../../../shared/service/states.ts';
import { STATE_TONES } from '../transport/answer-words.ts';
import { RouteServicePart } from '../transport/route-service.tsx';
import { useShownPlan } from '../plan-editor/shown-plan.ts';
import { HandBackCommand } from '../hand-back/hand-back-command.tsx';
import { HandBackDialog } from '../hand-back/hand-back-dialog.tsx';
import { Absences } from '../calendars/absences-part.tsx';
import { OpenNotices } from '../notices/open-notices.tsx';
import { ContactEntries } from '../contacts/contact-entries.tsx';
import { RouteCrew } from '../providers/route-crew.tsx';
import { PapersOf } from '../papers/papers-of.tsx';
import { ContractIndexing } from '../prices/contract-indexing.tsx';
import { ContractPart } from '../lots/contract-part.tsx';
import { RouteLetting } from '../lots/route-letting.tsx';
import { loadsAlong } from './loads.ts';
import { RouteStops } from './route-stops.tsx';
import { RouteWayHome } from './route-way-home.tsx';

/** What is known of one route: stops, times, loads, cost with its working, the contract behind it. */
export function RouteInspector({ routeId }: { readonly routeId: number }) {
  const answer = useChannel('routes/detail', { route_id: routeId });
  if (answer.data === null && answer.error !== null)
    return <FailureNotice failure={answer.error} onRetry={answer.refetch} />;
  if (answer.data === null) return <Spinner label="Reading the route" />;
  return <RouteSheet detail={answer.data} />;
}

function RouteSheet({ detail }: { readonly detail: RouteDetail }) {
  const { route, row } = detail;
  const place = usePlace((now) => now.name);
  const loads = loadsAlong(detail);
  return (
    <div className="route-sheet">
      <div>
        <h3 className="route-sheet-name">Route {route.ref}</h3>
        <p className="soft">to {row.school}</p>
        <p className="route-sheet-marks">
          <RouteState detail={detail} />
          {detail.calls.length > 0 ? <Badge tone="info">Shared route</Badge> : null}
          {row.over_guide > 0 ? (
            <StateMark tone="warning">{row.over_guide} over guide</StateMark>
          ) : null}
          {row.provisional > 0 ? <Badge tone="warning">{row.provisional} provisional</Badge> : null}
        </p>
      </div>
      <div className="route-sheet-actions">
        {place === 'map' ? null : (
          <Button
            size="small"
            icon={MapIcon}
            onPress={() => {
              go(hrefOf('map', [], { route: String(route.id) }));
            }}
          >
            Show on map
          </Button>
        )}
        <Button
          size="small"
          icon={FileText}
          onPress={() => {
            go(hrefOf('routes', ['sheets'], { route: route.ref }));
          }}
        >
          Provider’s sheet
        </Button>
        <RouteLetting detail={detail} />
      </div>
      <Findings all={detail.violations} severity="broken" />
      <Findings all={detail.violations} severity="notice" />
      <OpenNotices of={{ route_ref: route.ref }} text={route.ref} />
      <RouteFacts detail={detail} mostSeats={loads.mostSeats} mostChairs={loads.mostChairs} />
      <RouteServiceOf detail={detail} />
      {route.contract_id === null ? null : <RouteCrew contractId={route.contract_id} />}
      <RouteStops detail={detail} loads={loads} />
      <RouteWayHome detail={detail} />
      <RouteCost detail={detail} />
      <ContractFacts detail={detail} />
      <PapersOf of={{ route_ref: route.ref }} find={route.ref} quiet />
      <RouteLog detail={detail} />
      {route.contract_id === null ? null : (
        <Absences title="Days that did not run" about={{ contract_id: route.contract_id }} />
      )}
    </div>
  );
}

/** What was reported of the route: about the whole of it, or a child aboard. */
function RouteLog({ detail }: { readonly detail: RouteDetail }) {
  const { ref: route_ref, provider } = detail.route;
  const about = (label: string, client_id: number | null) => ({ label, client_id, route_ref, provider }); // prettier-ignore
  return (
    <ContactEntries
      title="Contact log"
      about={{ route_ref }}
      options={[
        about('The whole route', null),
        ...detail.stops.map((stop) => about(stop.name || stop.ref, stop.client_id)),
      ]}
    />
  );
}

function RouteState({ detail }: { readonly detail: RouteDetail }) {
  const { state } = detail.row;
  return <StateMark tone={STATE_TONES[state]}>{STATE_WORDS[state]}</StateMark>;
}

/** A trial is nobody's transport: it has no state of its own. */
function RouteServiceOf({ detail }: { readonly detail: RouteDetail }) {
  const isTrial = useShownPlan((state) => state.plan_id !== null);
  return isTrial ? null : <RouteServicePart routeRef={detail.route.ref} />;
}

function RouteFacts(props: {
  readonly detail: RouteDetail;
  readonly mostSeats: number;
  readonly mostChairs: number;
}) {
  const { route, vehicle_name } = props.detail;
  return (
    <dl className="route-facts">
      <dt>Vehicle</dt>
      <dd>
        {vehicle_name}
        {route.assistant ? ', with assistant' : ', no assistant'}
      </dd>
      {props.detail.competences.length === 0 ? null : (
        <>
          <dt>Crew trained in</dt>
          <dd>{props.detail.competences.join(', ')}</dd>
        </>
      )}
      <dt>Seats used</dt>
      <dd>
        {props.mostSeats} of {route.seats}
        {route.assistant ? ', one by the assistant' : ''}
      </dd>
      <dt>Wheelchair spaces</dt>
      <dd>{route.wheelchairs === 0 ? 'none' : `${props.mostChairs} of ${route.wheelchairs}`}</dd>
      <dt>Provider</dt>
      <dd>{route.provider === '' ? 'Not let yet' : route.provider}</dd>
      <dt>First pick-up to school</dt>
      <dd>
        {formatMiles(route.distance_m)}
        {route.distance_basis === 'road' ? ' by road' : ''}, {formatMinutes(route.duration_s)}{' '}
        {route.distance_basis === 'road' ? null : (
          <Estimated why="Distance and time are estimated from straight lines: no road network reaches all of its homes and the school." />
        )}
      </dd>
      <dt>School to last home</dt>
      <dd>
        {formatMiles(route.home_m)}, {formatMinutes(route.home_duration_s)}
      </dd>
      {props.detail.calls.length === 0 ? (
        <>
          <dt>At school, leaves it</dt>
          <dd>
            {formatTimeOfDay(route.arrive_s)}, {formatTimeOfDay(route.depart_s)}
          </dd>
        </>
      ) : (
        props.detail.calls.map((call) => (
          <Fragment key={call.school_urn}>
            <dt>At {call.school}, leaves it</dt>
            <dd>
              {formatTimeOfDay(call.arrive_s)}, {formatTimeOfDay(call.depart_s)}
              {byHandWords(call)}
            </dd>
          </Fragment>
        ))
      )}
    </dl>
  );
}

/** Which order of calls a planner set. */
function byHandWords({ there_by_hand, home_by_hand }: RouteDetail['calls'][number]) {
  const legs = [...(there_by_hand === true ? ['there'] : []), ...(home_by_hand === true ? ['home'] : [])]; // prettier-ignore
  return legs.length === 0 ? null : (
    <small className="soft"> order {legs.join(' and ')} set by hand</small>
  );
}

function RouteCost({ detail }: { readonly detail: RouteDetail }) {
  const { route } = detail;
  const days = daysRun(route.stops);
  const isPartWeek = route.contract_id === null && days !== WHOLE_WEEK;
  return (
    <section aria-label="Cost">
      <h3>Cost a day</h3>
      <table className="route-cost">
        <tbody>
          {route.cost.map((line) => (
            <tr key={`${line.kind} ${line.label}`}>
              <th scope="row">
                {line.label}
                {line.estimated ? (
                  <Estimated why="By the rate card, not by a contract." />
                ) : (
                  <span className="soft"> contract</span>
                )}
                <small>{line.working}</small>
              </th>
              <td className="number">{formatPence(line.pence)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">A day</th>
            <td className="number">{formatPence(route.cost_day_pence)}</td>
          </tr>
          <tr>
            <th scope="row">
              A year of {route.days_a_year} days
              {isPartWeek ? (
                <small>
                  Runs on {dayWords(days)}: the year’s school days in the same proportion.
                </small>
              ) : null}
            </th>
            <td className="number">{formatPounds(route.cost_year_pence)}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function ContractFacts({ detail }: { readonly detail: RouteDetail }) {
  const { contract } = detail;
  const isTrial = useShownPlan((state) => state.plan_id !== null);
  const [isHandingBack, setHandingBack] = useState(false);
  const handBack = useCallback(() => {
    setHandingBack(true);
  }, []);
  if (contract === null) return null;
  const disabledReason = isTrial
    ? 'A trial is shown: go back to the plan in use to hand a contract back.'
    : null;
  return (
    <section aria-label="Contract">
      <HandBackCommand disabledReason={disabledReason} onRun={handBack} />
      <h3>Contract {contract.ref}</h3>
      <dl className="route-facts">
        <dt>Vehicle in the register</dt>
        <dd>{contract.vehicle_given}</dd>
        <dt>Runs</dt>
        <dd>
          {formatDate(contract.starts_on)} to {formatDate(contract.ends_on)}
        </dd>
        <dt>Price a day</dt>
        <dd>
          {formatPence(contract.price_day_pence)}
          {contract.assistant ? ` + ${formatPence(contract.assistant_day_pence)} assistant` : ''}
        </dd>
        <dt>Last year, a day</dt>
        <dd>
          {contract.previous_day_pence === null
            ? 'not known'
            : formatPence(contract.previous_day_pence)}
        </dd>
        <dt>Fuel’s share of the price</dt>
        <dd>
          {contract.fuel_share_percent === null ? 'not known' : `${contract.fuel_share_percent}%`}
        </dd>
        <dt>Last indexed</dt>
        <dd>
          {contract.last_indexed_on === null ? 'not known' : formatDate(contract.last_indexed_on)}
        </dd>
      </dl>
      <div className="route-does">
        <Button size="small" disabledReason={disabledReason} onPress={handBack}>
          Hand back…
        </Button>
      </div>
      <ContractIndexing contractId={contract.id} />
      <ContractPart contractId={contract.id} />
      {isHandingBack ? (
        <HandBackDialog
          contractId={contract.id}
          contractRef={contract.ref}
          onClose={() => {
            setHandingBack(false);
          }}
        />
      ) : null}
    </section>
  );
}

const FINDING_WORDS = {
  broken: { one: 'broken rule', many: 'broken rules', tone: 'danger' },
  notice: { one: 'thing to look at', many: 'things to look at', tone: 'warning' },
} as const;

/** What the audit finds of the route, of one weight, under one head. */
function Findings(props: {
  readonly all: RouteDetail['violations'];
  readonly severity: 'broken' | 'notice';
}) {
  const found = props.all.filter(({ severity }) => severity === props.severity);
  if (found.length === 0) return null;
  const { one, many, tone } = FINDING_WORDS[props.severity];
  return (
    <NoticeBar tone={tone} title={formatQuantity(found.length, one, many)}>
      <ul className="route-findings">
        {found.map(({ code, client_id, text }) => (
          <li key={`${code} ${client_id ?? ''} ${text}`}>{text}</li>
        ))}
      </ul>
    </NoticeBar>
  );
}
