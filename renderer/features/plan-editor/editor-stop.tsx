import { GripVertical, MoveRight, UserMinus } from 'lucide-react';
import { dayWords, WHOLE_WEEK } from '../../../shared/calendar/day-mask.ts';
import { formatMinutes, formatTimeOfDay } from '../../../shared/format/time.ts';
import type { PlannedStop } from '../../../shared/model/plan.ts';
import { IconButton } from '../../ui/button.tsx';
import { applyEdit, isDragging, useEditor, whoseStop, type Dragged } from './editor-state.ts';
import { useListDrag } from './use-list-drag.ts';

/** A school of a shared route, and the letter that stands for it in the list of stops. */
export interface CallLetter {
  readonly letter: string;
  readonly school: string;
}

/** One stop of the route that is edited: its handle for pointer and keys, when and how long, and what may be done with it. */
export function StopLine(props: {
  readonly dragged: Dragged;
  readonly position: number;
  readonly count: number;
  readonly stop: PlannedStop;
  /** Whose address it is, where it is not the home of the record. */
  readonly words: string;
  /** Their school and its letter among the calls, on a route that several share; null else. */
  readonly call: CallLetter | null;
  readonly isLocked: boolean;
  readonly onTakeOff: () => void;
}) {
  const { dragged, position, count, stop, call, isLocked } = props;
  const take = useListDrag();
  const over = useEditor((state) =>
    state.dragged !== null && state.over?.kind === 'stop' ? state.over.position : null,
  );
  const isDragged = useEditor((state) => isDragging(state.dragged, dragged));
  const reorder = (to: number): void => {
    if (!isLocked && to >= 0 && to < count)
      void applyEdit({ kind: 'reorder', ...whoseStop(dragged), position: to });
  };
  const days = daysWords(stop, props.words);
  const isOver = stop.ride_s > stop.limit_s || stop.home_ride_s > stop.limit_s;
  return (
    <li
      data-stop-position={position}
      className={[
        'editor-stop',
        isDragged ? 'editor-stop-dragged' : '',
        over === position ? 'editor-stop-over' : '',
      ].join(' ')}
      onPointerDown={(event) => {
        // Buttons at the end keep their own press; the whole row is the handle.
        if (isLocked || (event.target as Element).closest('.editor-stop-does') !== null) return;
        take(dragged, event);
      }}
    >
      <button
        type="button"
        className="editor-handle"
        aria-label={`${dragged.name}, stop ${position + 1}${call === null ? '' : `, to ${call.school}`}${days === '' ? '' : `, ${days}`}. Arrow up and down change the order, Enter moves to another route`}
        onKeyDown={(event) => {
          if (event.key === 'ArrowUp') reorder(position - 1);
          else if (event.key === 'ArrowDown') reorder(position + 1);
          else if (event.key === 'Enter') useEditor.setState({ asked: { dragged, edit: null } });
          else return;
          event.preventDefault();
        }}
      >
        <GripVertical size={14} aria-hidden="true" />
      </button>
      <span className="editor-stop-time number">{formatTimeOfDay(stop.pick_up_s)}</span>
      <span className="editor-stop-who">
        {dragged.name}
        {days === '' ? null : <small>{days}</small>}
        <small>
          {call === null ? null : (
            <span className="editor-call" title={call.school}>
              {call.letter}
            </span>
          )}
          {formatMinutes(stop.ride_s)}, home {formatMinutes(stop.home_ride_s)}
          {isOver ? ', over guide' : ''}
          {stop.fixed ? ', contract' : ''}
        </small>
      </span>
      <span className="editor-stop-does">
        <IconButton
          label={`Move ${dragged.name} to another route`}
          icon={MoveRight}
          disabledReason={isLocked ? 'unlock the route first.' : null}
          onPress={() => {
            useEditor.setState({ asked: { dragged, edit: null } });
          }}
        />
        <IconButton
          label={`Take ${dragged.name} off the route`}
          icon={UserMinus}
          disabledReason={isLocked ? 'unlock the route first.' : null}
          onPress={props.onTakeOff}
        />
      </span>
    </li>
  );
}

/** `Thu, Fri: second address`; of a way one way only its leg too; nothing for the home on every day. */
function daysWords({ mornings, afternoons }: PlannedStop, words: string): string {
  const all = mornings | afternoons;
  const leg = mornings === 0 ? ' afternoon' : afternoons === 0 ? ' morning' : '';
  if (all === WHOLE_WEEK && leg === '' && words === '') return '';
  const when = `${dayWords(all)}${leg}`;
  return words === '' ? when : `${when}: ${words.toLowerCase()}`;
}
