import { useEffect, useMemo } from 'react';
import type { AppInfo, StoreInfo } from '../../shared/api/views/app.ts';
import { DropImport } from '../features/data/drop-import.tsx';
import { UndoKeeper } from '../features/history/undo-dialog.tsx';
import { GateDialog } from '../features/notices/gate-dialog.tsx';
import { Palette } from '../features/palette/palette.tsx';
import { openPalette } from '../features/palette/palette-state.ts';
import { useCommands, type Command } from '../state/commands.ts';
import { go, hrefOf } from '../state/place.ts';
import { select } from '../state/selection.ts';
import { AboutDialog } from './about-dialog.tsx';
import { Bar } from './bar.tsx';
import { frameCommands, placeCommands } from './frame-commands.ts';
import { Inspector } from './inspector.tsx';
import { PLACE_LIST } from './places.ts';
import { OlderFile } from './older-file.tsx';
import { Rail } from './rail.tsx';
import { Screens } from './screens.tsx';
import { StatusLine } from './status-line.tsx';

/** Escape takes the selection away, unless something that floats is to be closed by it. */
function isEscapeFree(event: KeyboardEvent): boolean {
  return (
    event.key === 'Escape' &&
    !event.defaultPrevented &&
    document.querySelector('[role=dialog], [role=listbox], [role=menu]') === null
  );
}

function onKey(event: KeyboardEvent): void {
  if (isEscapeFree(event)) select(null);
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
  if (event.key.toLowerCase() === 'k') {
    event.preventDefault();
    openPalette();
    return;
  }
  const place = PLACE_LIST[Number(event.key) - 1];
  if (place !== undefined) {
    event.preventDefault();
    go(hrefOf(place.name));
  }
}

/** Rail, bar, the screen, the inspector and the status line. */
export function Frame(props: { readonly info: AppInfo; readonly store: StoreInfo }) {
  useEffect(() => {
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, []);
  const commands: readonly Command[] = useMemo(() => frameCommands(), []);
  const places: readonly Command[] = useMemo(() => placeCommands(), []);
  useCommands('frame', commands);
  useCommands('places', places);
  return (
    <div className="app-frame">
      <a className="app-skip" href="#main" onClick={skipToMain}>
        Skip to the screen
      </a>
      <Bar info={props.info} store={props.store} />
      <OlderFile store={props.store} />
      <Rail />
      <main className="app-main" id="main" tabIndex={-1}>
        <Screens />
      </main>
      <Inspector />
      <StatusLine />
      <Palette />
      <DropImport />
      <GateDialog />
      <UndoKeeper storePath={props.store.path} />
      <AboutDialog info={props.info} />
    </div>
  );
}

function skipToMain(event: React.MouseEvent): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}
