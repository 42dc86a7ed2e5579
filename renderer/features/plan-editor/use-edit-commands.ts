/** What the route editor offers in the palette and by key. */
import { useEffect, useMemo } from 'react';
import { type Command, useCommands } from '../../state/commands.ts';
import { setEditing, useEditor } from './editor-state.ts';
import { showPlan, useShownPlan } from './shown-plan.ts';

/** Begins and ends editing, from anywhere on the map's screen. */
export const EDIT_KEY = 'Alt E';

/** Offers the editor while the map is shown. */
export function useEditCommands(hasPlan: boolean): void {
  const commands: readonly Command[] = useMemo(
    () => [
      {
        id: 'plan-edit',
        label: 'Edit routes on the map',
        keywords: 'move stop drag child route',
        shortcut: EDIT_KEY,
        isEnabled: () => hasPlan || 'Plan the county first.',
        run: () => {
          setEditing(!useEditor.getState().on);
        },
      },
      {
        id: 'plan-back',
        label: 'Show the plan in use on the map',
        keywords: 'trial back',
        isEnabled: () => useShownPlan.getState().plan_id !== null || 'It is shown.',
        run: () => {
          showPlan(null);
        },
      },
    ],
    [hasPlan],
  );
  useCommands('plan-editor', commands);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      // The layout may put another character under Alt: the key itself counts.
      if (event.code !== 'KeyE' || document.querySelector('[role=dialog]') !== null) return;
      event.preventDefault();
      if (hasPlan) setEditing(!useEditor.getState().on);
    };
    window.addEventListener('keydown', press);
    return () => {
      window.removeEventListener('keydown', press);
    };
  }, [hasPlan]);
}
