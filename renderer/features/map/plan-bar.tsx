import {
  CheckCheck,
  ChevronDown,
  Frame,
  ImageDown,
  Lasso,
  Play,
  Ruler,
  ShieldAlert,
  ShieldCheck,
  Table2,
  Map as MapIcon,
  X,
} from 'lucide-react';
import { useMemo, useState } from 'react';
import type { MapSchool } from '../../../shared/api/views/map.ts';
import type { PlanSummary } from '../../../shared/api/views/plan.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatPounds } from '../../../shared/format/money.ts';
import { formatCount, formatQuantity } from '../../../shared/format/number.ts';
import { useCommands } from '../../state/commands.ts';
import { hrefOfList } from '../../state/place.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Badge, StateMark } from '../../ui/mark.tsx';
import { MenuButton } from '../../ui/menu.tsx';
import { PlansDialog } from '../plan-editor/plans-dialog.tsx';
import { ApproveDialog } from './approve-dialog.tsx';
import { LayersPanel } from './layers-panel.tsx';
import { MEASURE_KEY, toggleMeasure } from './map-commands.ts';
import { useMeasuring } from './map-measure.ts';
import { clearSelection, startLasso, useMapSelection } from './map-selection.ts';
import { showAsTable, showTab, useMapState } from './map-state.ts';
import { PlanDialog } from './plan-dialog.tsx';
import { useWhyNotPlan } from './plan-school.tsx';
import { whyNotApproved } from './plan-actions.ts';

/** The plan that is shown, what the audit says of it, and what can be done. */
export function PlanBar(props: {
  readonly plan: PlanSummary | null;
  readonly school: MapSchool | null;
  readonly onPicture: () => void;
  readonly onSelectView: () => void;
}) {
  const { plan, school } = props;
  const [planning, setPlanning] = useState(false);
  const [approving, setApproving] = useState(false);
  const asTable = useMapState((state) => state.asTable);
  const selecting = useMapSelection((state) => state.ids !== null);
  const measuring = useMeasuring((state) => state.on);
  const [listing, setListing] = useState(false);
  const busyReason = useWhyNotPlan();
  usePlanCommands({
    why: {
      list: plan === null ? 'Plan the county first.' : null,
      approve: plan === null ? 'Plan the county first.' : whyNotApproved(plan),
    },
    list: setListing,
    approve: setApproving,
  });
  return (
    <header className="map-bar">
      <h1 className="visually-hidden">Map</h1>
      {plan === null ? (
        <p className="map-plan soft">No plan yet</p>
      ) : (
        <PlanFacts
          plan={plan}
          onPlans={() => {
            setListing(true);
          }}
        />
      )}
      <div className="map-actions">
        <span className="map-menu" title="Layers of the map">
          <LayersPanel school={school} />
        </span>
        <span className="map-menu" title="Select homes">
          <MenuButton
            label="Select"
            icon={Lasso}
            isActive={selecting}
            lines={[
              {
                id: 'lasso',
                label: 'Draw a line around homes',
                icon: Lasso,
                run: startLasso,
              },
              ...(asTable
                ? []
                : [
                    {
                      id: 'view',
                      label: 'All homes in sight',
                      icon: Frame,
                      run: props.onSelectView,
                    },
                  ]),
              ...(selecting
                ? [{ id: 'clear', label: 'Clear the selection', icon: X, run: clearSelection }]
                : []),
            ]}
          />
        </span>
        <IconButton
          label="Measure"
          icon={Ruler}
          shortcut={MEASURE_KEY}
          isSelected={measuring}
          onPress={toggleMeasure}
        />
        <IconButton
          label={asTable ? 'Show as map' : 'Show as table'}
          icon={asTable ? MapIcon : Table2}
          onPress={() => {
            showAsTable(!asTable);
          }}
        />
        <IconButton
          label="Picture or print"
          icon={ImageDown}
          disabledReason={asTable ? 'show the map first.' : null}
          onPress={props.onPicture}
        />
        {plan === null ? null : (
          <Button
            icon={CheckCheck}
            disabledReason={whyNotApproved(plan)}
            onPress={() => {
              setApproving(true);
            }}
          >
            Approve
          </Button>
        )}
        <Button
          icon={Play}
          variant="primary"
          disabledReason={busyReason}
          onPress={() => {
            setPlanning(true);
          }}
        >
          Plan the county
        </Button>
      </div>
      <PlanDialog
        school={null}
        isOpen={planning}
        onClose={() => {
          setPlanning(false);
        }}
      />
      <PlansDialog
        isOpen={listing}
        onClose={() => {
          setListing(false);
        }}
      />
      {plan === null ? null : (
        <ApproveDialog
          plan={plan}
          isOpen={approving}
          onClose={() => {
            setApproving(false);
          }}
        />
      )}
    </header>
  );
}

/** The list of plans and approval from the palette, while the map is shown. */
function usePlanCommands(does: {
  readonly why: { readonly list: string | null; readonly approve: string | null };
  readonly list: (open: boolean) => void;
  readonly approve: (open: boolean) => void;
}): void {
  const { list, approve } = does;
  const { list: noList, approve: noApproval } = does.why;
  useCommands(
    'plans',
    useMemo(
      () => [
        {
          id: 'plans-list',
          label: 'Show all plans',
          keywords: 'trial copy compare freeze put in use delete earlier',
          isEnabled: () => noList ?? true,
          run: () => {
            list(true);
          },
        },
        {
          id: 'plan-approve',
          label: 'Approve the plan',
          isEnabled: () => noApproval ?? true,
          run: () => {
            approve(true);
          },
        },
      ],
      [list, approve, noList, noApproval],
    ),
  );
}

const STATUS = { draft: 'Draft', approved: 'Approved', superseded: 'Superseded' } as const;

function PlanFacts(props: { readonly plan: PlanSummary; readonly onPlans: () => void }) {
  const { plan } = props;
  const broken = plan.audit.violations.filter(({ severity }) => severity === 'broken').length;
  const made = `Made on ${formatDate(plan.made_on)} with seed ${plan.seed}: the same data and seed give the same plan.`;
  const routes = `${formatQuantity(plan.routes, 'route')}, ${formatCount(plan.new_routes)} of them new.`;
  return (
    <div className="map-plan">
      {/* What a narrow bar leaves out is said here. */}
      <button
        type="button"
        className="map-fact map-plan-name"
        title={`${made} ${routes} Opens the list of plans: copy, compare, put in use.`}
        onClick={props.onPlans}
      >
        <Badge tone={plan.status === 'approved' ? 'good' : 'neutral'}>
          {plan.frozen === null ? (plan.trial?.name ?? STATUS[plan.status]) : 'Frozen'}
          {plan.trial === null ? <span className="map-word"> plan</span> : null}
          <ChevronDown size={12} aria-hidden="true" />
          <span className="visually-hidden">, plans</span>
        </Badge>
      </button>
      <span className="map-made" title={made}>
        {formatDate(plan.made_on)}
      </span>
      <span className="map-routes" title={routes}>
        <strong>{formatCount(plan.routes)}</strong> {plan.routes === 1 ? 'route' : 'routes'}
      </span>
      <span>
        <strong>{formatPounds(plan.cost_day_pence)}</strong> a day
      </span>
      <button
        type="button"
        className="map-fact"
        onClick={() => {
          showTab('unallocated');
        }}
      >
        {plan.unallocated === 0 ? (
          <StateMark tone="good">All allocated</StateMark>
        ) : (
          <StateMark tone="danger">{formatCount(plan.unallocated)} unallocated</StateMark>
        )}
      </button>
      {plan.provisional === 0 ? null : (
        <a
          className="map-fact"
          href={hrefOfList({ provisional: true, transport: ['in_place', 'planned'] })}
          title="On a route without a decision or a complete TIF: the plan cannot be approved. Today counts those without a route too."
        >
          <StateMark tone="warning">{formatCount(plan.provisional)} provisional</StateMark>
        </a>
      )}
      <button
        type="button"
        className="map-fact"
        onClick={() => {
          showTab('audit');
        }}
      >
        {plan.audit.passed ? (
          <StateMark tone="good" icon={ShieldCheck}>
            Audit passed
          </StateMark>
        ) : (
          <StateMark tone="danger" icon={ShieldAlert}>
            {formatQuantity(broken, 'broken rule')}
          </StateMark>
        )}
      </button>
    </div>
  );
}
