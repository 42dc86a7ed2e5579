import { GripVertical } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { RouteDetail } from '../../../shared/api/views/plan.ts';
import { formatQuantity } from '../../../shared/format/number.ts';
import { formatTimeOfDay } from '../../../shared/format/time.ts';
import { useCommands } from '../../state/commands.ts';
import { Button } from '../../ui/button.tsx';
import { CallsDialog } from './calls-dialog.tsx';
import {
  callDragOver,
  callsEdit,
  cancelCallDrag,
  dropCall,
  setCalls,
  startCallDrag,
  useCalls,
  type CallLeg,
} from './calls-state.ts';
import { DragAnswer } from './drag-answer.tsx';
import type { CallLetter } from './editor-stop.tsx';
import { followPointer } from './follow-pointer.ts';

const LEG_WORDS = { there: 'morning', home: 'afternoon' } as const;

type Call = RouteDetail['calls'][number];

function inOrder(calls: readonly Call[], leg: CallLeg): readonly Call[] {
  return leg === 'there' ? calls : calls.toSorted((a, b) => a.home_order - b.home_order);
}

function isByHand(calls: readonly Call[], leg: CallLeg): boolean {
  return calls.some((call) => call[`${leg}_by_hand`] === true);
}

/** When a shared route is at each of its schools, there and home; in the order of the leg chosen, which can be set by hand. */
export function EditorCalls(props: {
  readonly detail: RouteDetail;
  readonly letters: ReadonlyMap<number, CallLetter>;
  readonly isLocked: boolean;
}) {
  const { calls, route } = props.detail;
  const [leg, setLeg] = useState<CallLeg>('there');
  usePaletteOrders(props.detail, props.isLocked);
  if (calls.length < 2) return null;
  const rows = inOrder(calls, leg);
  const head = (of: CallLeg, words: string) => (
    <th scope="col" aria-sort={leg === of ? 'ascending' : 'none'}>
      <button
        type="button"
        className="editor-leg"
        title={`Order of the ${LEG_WORDS[of]}`}
        onClick={() => {
          setLeg(of);
        }}
      >
        {words}
      </button>
    </th>
  );
  return (
    <>
      <table className="editor-calls">
        <caption className="visually-hidden">{`Schools in the order of the ${LEG_WORDS[leg]}`}</caption>
        <thead>
          <tr>
            <th scope="col">Calls at</th>
            {head('there', 'There')}
            {head('home', 'Leaves')}
          </tr>
        </thead>
        <tbody>
          {rows.map((call, at) => (
            <CallRow key={call.school_urn} {...props} rows={rows} at={at} leg={leg} />
          ))}
        </tbody>
      </table>
      {isByHand(calls, leg) ? (
        <div className="editor-by-hand">
          <span>Order of the {LEG_WORDS[leg]} set by hand</span>
          <Button
            size="small"
            variant="quiet"
            disabledReason={props.isLocked ? 'unlock the route first.' : null}
            onPress={() => void setCalls({ kind: 'calls', route_id: route.id, [leg]: null })}
          >
            Go by the bells again
          </Button>
        </div>
      ) : null}
      <CallsDialog />
      <CallDragLabel />
    </>
  );
}

function CallRow(props: {
  readonly detail: RouteDetail;
  readonly letters: ReadonlyMap<number, CallLetter>;
  readonly isLocked: boolean;
  readonly rows: readonly Call[];
  readonly at: number;
  readonly leg: CallLeg;
}) {
  const { detail, rows, at, leg, isLocked } = props;
  const call = rows[at];
  const isOver = useCalls((state) => state.dragged !== null && state.over === at);
  const isDragged = useCalls((state) => state.dragged?.school_urn === call?.school_urn);
  if (call === undefined) return null;
  const { school_urn, school } = call;
  const order = rows.map((each) => each.school_urn);
  const dragged = { route_id: detail.route.id, leg, school_urn, school, order };
  const put = (to: number): void => {
    const edit = isLocked || to < 0 || to >= rows.length ? null : callsEdit(dragged, to);
    if (edit !== null) void setCalls(edit);
  };
  return (
    <tr
      data-call-position={at}
      className={[
        'editor-call-row',
        isDragged ? 'editor-stop-dragged' : '',
        isOver ? 'editor-stop-over' : '',
      ].join(' ')}
      onPointerDown={(event) => {
        if (isLocked) return;
        followPointer(event, {
          begin: (from) => {
            startCallDrag(dragged, from);
          },
          over: (to) => {
            callDragOver(positionAt(to.x, to.y), to);
          },
          drop: dropCall,
          cancel: cancelCallDrag,
        });
      }}
    >
      <th scope="row">
        <span className="editor-call-school">
          <button
            type="button"
            className="editor-handle editor-call-handle"
            aria-label={`${school}, call ${at + 1} of ${rows.length} in the ${LEG_WORDS[leg]}. Arrow up and down change the order`}
            onKeyDown={(event) => {
              if (event.key === 'ArrowUp') put(at - 1);
              else if (event.key === 'ArrowDown') put(at + 1);
              else return;
              event.preventDefault();
            }}
          >
            <GripVertical size={14} aria-hidden="true" />
          </button>
          <span className="editor-call">{props.letters.get(school_urn)?.letter}</span>
          {school}
        </span>
      </th>
      <td className="number">{formatTimeOfDay(call.arrive_s)}</td>
      <td className="number">{formatTimeOfDay(call.depart_s)}</td>
    </tr>
  );
}

function positionAt(x: number, y: number): number | null {
  const row = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-call-position]');
  return row === null || row === undefined ? null : Number(row.dataset['callPosition']);
}

/** What dropping a school here would do. */
function CallDragLabel() {
  const { dragged, over, at, tried, failed } = useCalls();
  if (dragged === null) return null;
  const isMoved = over !== null && callsEdit(dragged, over) !== null;
  const changed = tried?.effect.rides.length ?? 0;
  return (
    <DragAnswer
      name={dragged.school}
      at={at}
      hint={isMoved ? null : 'Drop on another school to change the order of calls'}
      tried={tried}
      failed={failed}
      words={
        changed === 0
          ? 'no child’s times change'
          : `times change for ${formatQuantity(changed, 'child', 'children')}`
      }
    />
  );
}

/** Each school as the first call of a leg, in the palette. */
function usePaletteOrders({ calls, route }: RouteDetail, isLocked: boolean): void {
  useCommands(
    'route-calls',
    useMemo(() => {
      if (calls.length < 2) return [];
      return (['there', 'home'] as const).flatMap((leg) => {
        const rows = inOrder(calls, leg);
        const order = rows.map((each) => each.school_urn);
        return rows.map(({ school_urn, school }, at) => ({
          id: `route-calls-${leg}-${school_urn}`,
          label: `Call at ${school} first in the ${LEG_WORDS[leg]}`,
          keywords: `${route.ref} order of calls drop-off school shared`,
          isEnabled: () =>
            isLocked ? 'Unlock the route first.' : at > 0 || 'It is called at first already.',
          run: () => {
            const edit = callsEdit({ route_id: route.id, leg, school_urn, order }, 0);
            if (edit !== null) void setCalls(edit);
          },
        }));
      });
    }, [calls, route, isLocked]),
  );
}
