import './plan-editor.css';
import { Pencil, Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { MapSchool } from '../../../shared/api/views/map.ts';
import { useCommands } from '../../state/commands.ts';
import { Button } from '../../ui/button.tsx';
import { setEditing, useEditor } from './editor-state.ts';
import { OpenRouteDialog } from './open-route-dialog.tsx';
import { EDIT_KEY } from './use-edit-commands.ts';

/** Begins and ends editing beside the school's routes, and opens a new route while it is on. */
export function EditRoutes({ school }: { readonly school: MapSchool }) {
  const on = useEditor((state) => state.on);
  const [isOpen, setOpen] = useState(false);
  useCommands(
    'open-route',
    useMemo(
      () => [
        {
          id: 'open-route',
          label: `Open a new route to ${school.name}`,
          keywords: 'add vehicle',
          isEnabled: () => true,
          run: () => {
            setEditing(true);
            setOpen(true);
          },
        },
      ],
      [school.name],
    ),
  );
  return (
    <div className="editor-begin">
      <Button
        size="small"
        icon={Pencil}
        shortcut={EDIT_KEY}
        onPress={() => {
          setEditing(!on);
        }}
      >
        {on ? 'End editing' : 'Edit routes'}
      </Button>
      {on ? (
        <Button
          size="small"
          icon={Plus}
          onPress={() => {
            setOpen(true);
          }}
        >
          New route
        </Button>
      ) : null}
      <OpenRouteDialog
        school={school}
        isOpen={isOpen}
        onClose={() => {
          setOpen(false);
        }}
      />
    </div>
  );
}
