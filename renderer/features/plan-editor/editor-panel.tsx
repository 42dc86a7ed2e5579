import './plan-editor.css';
import { Lock, LockOpen, Merge, Split, X } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import type { RouteDetail } from '../../../shared/api/views/plan.ts';
import { formatPence } from '../../../shared/format/money.ts';
import { formatQuantity } from '../../../shared/format/number.ts';
import type { PlannedRoute } from '../../../shared/model/plan.ts';
import { isShared } from '../../../shared/model/route-schools.ts';
import { useCommands } from '../../state/commands.ts';
import { useChannel } from '../../state/channel.ts';
import { useSelectedId } from '../../state/selection.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { StateMark } from '../../ui/mark.tsx';
import { Spinner } from '../../ui/states.tsx';
import { useMeasuring } from '../map/map-measure.ts';
import { usePlacing } from '../offers/place-state.ts';
import { DragLabel } from './drag-label.tsx';
import { EditorCalls } from './editor-calls.tsx';
import { StopLine, type CallLetter } from './editor-stop.tsx';
import { applyEdit, setEditing, useEditor } from './editor-state.ts';
import { moneyWords } from './effect-words.ts';
import { MergeDialog } from './merge-dialog.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { PartDialog } from './part-dialog.tsx';
import { TakeOffDialog, type TakingOff } from './take-off-dialog.tsx';
import { VehicleChoice } from './vehicle-choice.tsx';

/** The chosen route over a corner of the map, to be changed stop by stop. */
export function EditorPanel({ planId }: { readonly planId: number | null }) {
  const on = useEditor((state) => state.on);
  const routeId = useSelectedId('route');
  const isPlacing = usePlacing((state) => state.client_id !== null);
  const isMeasuring = useMeasuring((state) => state.on);
  useEffect(() => {
    useEditor.setState({ plan_id: planId });
  }, [planId]);
  return (
    <>
      {on && !isPlacing && !isMeasuring ? (
        <section className="map-over editor" aria-label="Route editor">
          {routeId === null ? <Choose /> : <OneRoute key={routeId} routeId={routeId} />}
        </section>
      ) : null}
      <MoveDialog />
      <DragLabel />
    </>
  );
}

function close(): void {
  setEditing(false);
}

function Choose() {
  return (
    <>
      <div className="editor-head">
        <h2>Edit routes</h2>
        <IconButton label="End editing" icon={X} onPress={close} />
      </div>
      <p className="soft">
        Choose a route on the map or in the list beside it. Its stops can then be dragged to another
        route, and a child without a route can be dragged from the map onto one.
      </p>
    </>
  );
}

function OneRoute({ routeId }: { readonly routeId: number }) {
  const { data } = useChannel('routes/detail', { route_id: routeId });
  if (data === null)
    return (
      <>
        <div className="editor-head">
          <h2>Edit routes</h2>
          <IconButton label="End editing" icon={X} onPress={close} />
        </div>
        <Spinner label="Reading the route" />
      </>
    );
  return <RouteEditor detail={data} />;
}

function RouteEditor({ detail }: { readonly detail: RouteDetail }) {
  const { route, row } = detail;
  const [takingOff, setTakingOff] = useState<TakingOff | null>(null);
  const [isMerging, setMerging] = useState(false);
  const proposed = useEditor(({ merging }) => merging?.route_id === route.id ? merging.into_id : null); // prettier-ignore
  const [isParting, setParting] = useState(false);
  const isLocked = route.locked === true;
  const broken = detail.violations.filter((each) => each.severity === 'broken').length;
  const letters = callLetters(detail);
  const why = isLocked ? 'unlock the route first.' : null;
  useCommands(
    'route-editor',
    useMemo(() => {
      const open = () => why ?? true;
      const isEmpty = route.stops.length === 0;
      const part = {
        id: 'route-part',
        label: `Part ${route.ref} into its schools’ routes`,
        isEnabled: open,
        run: () => {
          setParting(true);
        },
      };
      return [
        ...(isShared(route) ? [part] : []),
        {
          id: 'route-lock',
          label: `${isLocked ? 'Unlock' : 'Lock'} ${route.ref}`,
          isEnabled: () => true,
          run: () => void applyEdit({ kind: 'lock', route_id: route.id, locked: !isLocked }),
        },
        isEmpty
          ? {
              id: 'route-close',
              label: `Close ${route.ref}`,
              isEnabled: open,
              run: () => void applyEdit({ kind: 'close', route_id: route.id }),
            }
          : {
              id: 'route-merge',
              label: `Merge ${route.ref} into another route`,
              isEnabled: open,
              run: () => {
                setMerging(true);
              },
            },
      ];
    }, [route, isLocked, why]),
  );
  return (
    <>
      <div className="editor-head">
        <h2>
          Edit {route.ref}
          <small>
            {row.vehicle}, {formatQuantity(route.stops.length, 'client')} in{' '}
            {route.seats + route.wheelchairs}, {formatPence(route.cost_day_pence)} a day
          </small>
        </h2>
        <IconButton
          label={isLocked ? `Unlock ${route.ref}` : `Lock ${route.ref}`}
          icon={isLocked ? Lock : LockOpen}
          isSelected={isLocked}
          onPress={() => {
            void applyEdit({ kind: 'lock', route_id: route.id, locked: !isLocked });
          }}
        />
        <IconButton label="End editing" icon={X} onPress={close} />
      </div>
      <EditorCalls detail={detail} letters={letters} isLocked={isLocked} />
      {isLocked ? <p className="soft">Locked: neither planning nor an edit changes it.</p> : null}
      {broken > 0 ? (
        <StateMark tone="danger">
          {formatQuantity(broken, 'broken rule')}, see the inspector
        </StateMark>
      ) : null}
      <ol className="editor-stops" aria-label="Stops in pick-up order">
        {route.stops.map((stop, at) => {
          const who = detail.stops[at];
          const name = who === undefined || who.name === '' ? (who?.ref ?? '') : who.name;
          return (
            <StopLine
              key={`${stop.client_id} ${stop.place}`}
              dragged={{ client_id: stop.client_id, place: stop.place, name, from_id: route.id }}
              position={at}
              count={route.stops.length}
              stop={stop}
              words={who?.address_words ?? ''}
              call={letters.get(stop.school_urn ?? 0) ?? null}
              isLocked={isLocked}
              onTakeOff={() => {
                const { client_id, place } = stop;
                setTakingOff({ client_id, place, name, ref: route.ref });
              }}
            />
          );
        })}
      </ol>
      {route.stops.length === 0 ? (
        <p className="soft">Nobody is on it yet. Drag children onto it, or close it.</p>
      ) : null}
      <div className="editor-foot">
        <ReckonAnew route={route} />
        <VehicleChoice route={route} />
        {route.stops.length === 0 ? (
          <Button
            size="small"
            disabledReason={why}
            onPress={() => {
              void applyEdit({ kind: 'close', route_id: route.id });
            }}
          >
            Close route
          </Button>
        ) : (
          <Button
            size="small"
            icon={Merge}
            disabledReason={why}
            onPress={() => {
              setMerging(true);
            }}
          >
            Merge into…
          </Button>
        )}
        {isShared(route) ? (
          <Button
            size="small"
            icon={Split}
            disabledReason={why}
            onPress={() => {
              setParting(true);
            }}
          >
            Part…
          </Button>
        ) : null}
      </div>
      <TakeOffDialog
        taking={takingOff}
        onClose={() => {
          setTakingOff(null);
        }}
      />
      <PartDialog
        route={isParting ? route : null}
        onClose={() => {
          setParting(false);
        }}
      />
      <MergeDialog
        route={isMerging || proposed !== null ? route : null}
        into={proposed}
        onClose={() => {
          setMerging(false);
          useEditor.setState({ merging: null });
        }}
      />
    </>
  );
}

/** A, B, C in the order of the morning; nothing for a route of one school. */
function callLetters({ calls }: RouteDetail): ReadonlyMap<number, CallLetter> {
  if (calls.length < 2) return new Map();
  return new Map(
    calls.map(({ school_urn, school }, at) => [
      school_urn,
      { letter: String.fromCharCode(65 + at), school },
    ]),
  );
}

/** Where the records moved on since the route was reckoned: what reckoning it anew would come to. Asking also has the county read before a drag. */
function ReckonAnew({ route }: { readonly route: PlannedRoute }) {
  const plan_id = useEditor((state) => state.plan_id);
  const edit = { kind: 'measure' as const, route_id: route.id };
  const { data } = useChannel(
    'edits/try',
    plan_id === null || route.locked === true ? null : { plan_id, edit },
  );
  if (data === null) return null;
  const { rides, cost_day_pence } = data.effect;
  if (rides.length === 0 && cost_day_pence === 0) return null;
  return (
    <Button size="small" onPress={() => void applyEdit(edit)}>
      Reckon anew: records changed, {moneyWords(cost_day_pence)}
    </Button>
  );
}
