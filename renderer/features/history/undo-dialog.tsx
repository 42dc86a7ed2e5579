import { useCallback, useEffect, useMemo } from 'react';
import type { UndoItem } from '../../../shared/api/views/history.ts';
import { useOnChange } from '../../state/channel.ts';
import { useCommands, type Command } from '../../state/commands.ts';
import { go, hrefOfCase } from '../../state/place.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { formatMoment } from '../data/words.ts';
import { hrefOfHistory } from './history-address.ts';
import {
  closeUndo,
  lookAtStore,
  lookForChanges,
  openUndo,
  redoLast,
  toggleChange,
  undoBackTo,
  undoLast,
  useUndo,
} from './undo-state.ts';
import './history.css';

const FIELDS = 'input, textarea, select, [contenteditable=true], [role=spinbutton]';
const FLOATS = '[role=dialog], [role=listbox], [role=menu]';

/** Whether a key belongs to a field being typed in, or to a dialog in front. */
function isTaken(event: KeyboardEvent): boolean {
  const target = event.target instanceof HTMLElement ? event.target : null;
  const field = target?.closest(FIELDS) ?? null;
  return event.defaultPrevented || field !== null || document.querySelector(FLOATS) !== null;
}

/** Ctrl Z undoes, Ctrl Shift Z and Ctrl Y redo, unless a field is typed in: there they are the field's own. */
function onKey(event: KeyboardEvent): void {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || isTaken(event)) return;
  const key = event.key.toLowerCase();
  const isRedo = (key === 'z' && event.shiftKey) || (key === 'y' && !event.shiftKey);
  if (!isRedo && !(key === 'z' && !event.shiftKey)) return;
  event.preventDefault();
  void (isRedo ? redoLast() : undoLast());
}

const COMMANDS: readonly Command[] = [
  {
    id: 'undo',
    label: 'Undo the last change',
    shortcut: 'Ctrl Z',
    isEnabled: () => {
      const { undo } = useUndo.getState().list;
      if (undo === null) return 'Nothing was done by hand that could be undone.';
      return undo.why_not === '' || undo.why_not;
    },
    run: () => {
      void undoLast();
    },
  },
  {
    id: 'redo',
    label: 'Redo what was undone last',
    shortcut: 'Ctrl Shift Z',
    isEnabled: () =>
      useUndo.getState().list.redo !== null || 'Nothing is undone that could be redone.',
    run: () => {
      void redoLast();
    },
  },
  { id: 'undo-list', label: 'Undo last actions', isEnabled: () => true, run: openUndo },
  {
    id: 'history',
    label: 'Show the history of all changes',
    isEnabled: () => true,
    run: () => {
      go(hrefOfHistory({}));
    },
  },
];

/** Keeps what can be undone up to date for a store, binds its keys and commands, and shows the list where it is asked for. */
export function UndoKeeper(props: { readonly storePath: string }) {
  useEffect(() => {
    lookAtStore(props.storePath);
  }, [props.storePath]);
  useOnChange(
    useCallback(() => {
      void lookForChanges(false);
    }, []),
  );
  useEffect(() => {
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, []);
  useCommands('undo', COMMANDS);
  const { isOpen, list } = useUndo();
  const newestLive = useMemo(() => list.items.find((item) => !item.isUndone), [list]);
  return (
    <Dialog
      title="Undo last actions"
      isOpen={isOpen}
      onClose={closeUndo}
      width={760}
      foot={<Button onPress={closeUndo}>Close</Button>}
    >
      <p className="soft">
        What was done by hand, newest first. Undoing is a change of its own: both stay in the
        history.
      </p>
      {list.items.length === 0 ? <p>Nothing was done by hand yet.</p> : null}
      <ol className="history-undo">
        {list.items.map((item) => (
          <Item
            key={item.change_id}
            item={item}
            isNewest={item === newestLive}
            stuck={newestLive?.why_not ?? ''}
          />
        ))}
      </ol>
    </Dialog>
  );
}

function Item(props: {
  readonly item: UndoItem;
  readonly isNewest: boolean;
  /** Why the newest change cannot be undone, and so none before it by going back; '' where it can. */
  readonly stuck: string;
}) {
  const { item } = props;
  return (
    <li className={item.isUndone ? 'history-undone' : ''}>
      <div className="history-undo-what">
        <div>
          {item.isUndone ? <span className="soft">Undone: </span> : null}
          {item.sentence}
        </div>
        <div className="soft">
          {item.client_id === null ? (
            item.about
          ) : (
            <a href={hrefOfCase(item.client_id)} onClick={closeUndo}>
              {item.about}
            </a>
          )}
          {item.about === '' ? '' : ', '}
          {item.who}, {formatMoment(item.at)}
        </div>
        {item.why_not === '' ? null : <div className="history-why-not">{item.why_not}</div>}
      </div>
      <div className="history-undo-do">
        {props.isNewest || item.isUndone ? null : (
          <Button
            size="small"
            variant="quiet"
            disabledReason={props.stuck === '' ? null : `The newest stays. ${props.stuck}`}
            label={`Back to here: undo all since, and ${item.sentence}`}
            onPress={() => void undoBackTo(item.change_id)}
          >
            Back to here
          </Button>
        )}
        <Button
          size="small"
          disabledReason={item.why_not === '' ? null : item.why_not}
          label={`${item.isUndone ? 'Redo' : 'Undo'}: ${item.sentence}`}
          onPress={() => void toggleChange(item.change_id)}
        >
          {item.isUndone ? 'Redo' : 'Undo'}
        </Button>
      </div>
    </li>
  );
}
