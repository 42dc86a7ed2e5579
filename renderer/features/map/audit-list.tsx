import type { PlanSummary } from '../../../shared/api/views/plan.ts';
import { formatCount } from '../../../shared/format/number.ts';
import { useChannel } from '../../state/channel.ts';
import { hrefOf } from '../../state/place.ts';
import { select } from '../../state/selection.ts';
import { StateMark } from '../../ui/mark.tsx';
import { NoticeBar } from '../../ui/states.tsx';
import { usePlanAsked } from '../plan-editor/shown-plan.ts';
import { showRoute } from './map-state.ts';
import { RowList } from './row-list.tsx';

const SHOWN = 300;

/** What the independent audit says of the plan: broken rules first, then notices. */
export function AuditList({ plan }: { readonly plan: PlanSummary | null }) {
  const asked = usePlanAsked();
  const rows = useChannel(
    'routes/query',
    plan === null ? null : { school_urn: null, ...asked },
  ).data;
  const providers = useChannel('register/providers', plan === null ? null : {}).data;
  if (plan === null) return <p className="map-side-note">No plan to audit yet.</p>;
  const { audit } = plan;
  const sorted = [...audit.violations].sort((a, b) => rank(a.severity) - rank(b.severity));
  const open = (ref: string, clientId: number | null): void => {
    const route = rows?.find((row) => row.ref === ref);
    if (route !== undefined) showRoute(route.id, route.school_urn);
    else if (clientId !== null) select({ kind: 'client', id: clientId });
  };
  return (
    <>
      <div className="map-side-head">
        <NoticeBar
          tone={audit.passed ? 'good' : 'danger'}
          title={audit.passed ? 'The audit found no broken rule' : 'The audit found broken rules'}
        >
          {formatCount(audit.checked_routes)} routes and {formatCount(audit.checked_clients)}{' '}
          clients checked by rules of its own, apart from the planner.{' '}
          <a href={hrefOf('routes', ['over-limit'])}>Reasons for rides over the guide</a>
          {providers !== null && providers.rows.every((row) => row.fleet === 0) ? (
            <>
              {' '}
              No provider’s fleet is on the register, so vehicles are not limited by class and area.
            </>
          ) : null}
        </NoticeBar>
      </div>
      <RowList label="Findings of the audit">
        {sorted.slice(0, SHOWN).map((finding) => (
          <li
            key={`${finding.code} ${finding.route_ref} ${finding.client_id ?? ''} ${finding.text}`}
          >
            <button
              type="button"
              className="map-row"
              onClick={() => {
                open(finding.route_ref, finding.client_id);
              }}
            >
              <span className="map-row-title">
                {finding.severity === 'broken' ? (
                  <StateMark tone="danger">Broken rule</StateMark>
                ) : (
                  <StateMark tone="warning">Notice</StateMark>
                )}
              </span>
              <span className="map-row-number">{finding.route_ref}</span>
              <span className="map-row-detail map-row-text">{finding.text}</span>
            </button>
          </li>
        ))}
      </RowList>
      {sorted.length > SHOWN ? (
        <p className="map-side-note">
          {SHOWN} of {formatCount(sorted.length)} shown, broken rules first.
        </p>
      ) : null}
    </>
  );
}

function rank(severity: 'broken' | 'notice'): number {
  return severity === 'broken' ? 0 : 1;
}
