import { formatDate } from '../../../shared/format/date.ts';
import { formatCount } from '../../../shared/format/number.ts';
import type { Today } from '../../../shared/api/views/today.ts';
import { hrefOf, hrefOfList } from '../../state/place.ts';
import { Button } from '../../ui/button.tsx';
import { Headline } from '../../ui/headline.tsx';
import { useChannel } from '../../state/channel.ts';
import { PLAN_SEED, startPlan } from '../map/plan-actions.ts';
import { NoticeBar } from '../../ui/states.tsx';

/** Children without transport: the first thing anyone should see. */
export function TransportPart(props: { readonly today: Today }) {
  const { without_transport, unallocated, planned_unconfirmed, unallocated_by_reason } =
    props.today;
  const none = without_transport.count === 0;
  return (
    <section className="today-part today-transport" aria-label="Children without transport">
      <Headline
        size="large"
        tone={none ? 'good' : 'danger'}
        value={formatCount(without_transport.count)}
        label={`of ${formatCount(without_transport.of)} children without transport`}
        href={hrefOfList(without_transport.filter)}
        note={
          none
            ? 'A confirmed contract carries every child on their first day.'
            : 'No confirmed contract carries them on their first day.'
        }
      />
      {props.today.plan === null ? (
        <NoticeBar
          tone="warning"
          title="No plan has been made yet"
          action={
            <Button size="small" onPress={() => void startPlan(null, PLAN_SEED)}>
              Plan the county
            </Button>
          }
        >
          Planning places each child on a route where it can, and says why where it cannot.
        </NoticeBar>
      ) : (
        <div className="today-split">
          <div>
            <Headline
              tone={unallocated.count === 0 ? 'good' : 'danger'}
              value={formatCount(unallocated.count)}
              label="unallocated"
              href={hrefOfList(unallocated.filter)}
              note="On no route of the plan, or not on all of their days."
            />
            <ul className="today-reasons">
              {unallocated_by_reason.map((reason) => (
                <li key={reason.reason}>
                  <a href={hrefOfList(reason.filter)}>
                    <span className="number">{formatCount(reason.count)}</span>
                    <span>{reason.label}</span>
                  </a>
                </li>
              ))}
            </ul>
          </div>
          <div>
            <Headline
              tone={planned_unconfirmed.count === 0 ? 'good' : 'info'}
              value={formatCount(planned_unconfirmed.count)}
              label="planned, not confirmed"
              href={hrefOfList(planned_unconfirmed.filter)}
              note="On a route, and something is still to come before their first day."
            />
            <WhyList today={props.today} />
            <RouteProblemsLine />
          </div>
        </div>
      )}
    </section>
  );
}

/** What is to be mended first, each with its list: whoever has no route at all stands beside it. */
function WhyList({ today }: { readonly today: Today }) {
  const shown = today.without_by_reason.filter(
    ({ code }) => code !== 'no_route' && code !== 'part_missing',
  );
  return (
    <ul className="today-reasons">
      {shown.map(({ code, label, count, since }) => (
        <li key={code}>
          <a href={hrefOf('routes', ['who'], { show: code })}>
            <span className="number">{formatCount(count)}</span>
            <span>
              {label}
              {since === null ? null : <small className="soft"> since {formatDate(since)}</small>}
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Routes with an open entry of the contact log; nothing where there is none. */
function RouteProblemsLine() {
  const problems = useChannel('contacts/list', { open: true });
  const isAny = (problems.data?.rows ?? []).some((each) => each.route_ref !== '');
  // The routes themselves are asked for only then: what is counted is what the list shows.
  const routes = useChannel('routes/query', isAny ? { school_urn: null } : null);
  const count = isAny ? (routes.data ?? []).filter((row) => row.problems > 0).length : 0;
  if (count === 0) return null;
  return (
    <ul className="today-reasons">
      <li>
        <a href={hrefOf('routes', [], { show: 'problems' })}>
          <span className="number">{formatCount(count)}</span>
          <span>{count === 1 ? 'route with an open problem' : 'routes with open problems'}</span>
        </a>
      </li>
    </ul>
  );
}
