import { X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { formatCount } from '../../../shared/format/number.ts';
import { useCommands, type Command } from '../../state/commands.ts';
import { clearMarks, useMarksOf } from '../../state/marks.ts';
import { Button } from '../../ui/button.tsx';
import { MenuButton } from '../../ui/menu.tsx';
import { listKey } from '../applications/use-list-marks.ts';
import type { ListQuery } from '../applications/list-query.ts';
import { BULK_KINDS } from './bulk-actions.ts';
import { BulkDialog } from './bulk-dialog.tsx';
import './bulk.css';

/** What can be done to all the marked applications at once; there while something is marked. */
export function BulkBar(props: { readonly query: ListQuery; readonly total: number }) {
  const ids = useMarksOf(listKey(props.query));
  const [open, setOpen] = useState<string | null>(null);
  const count = ids.size;
  const commands = useMemo(
    () =>
      BULK_KINDS.map(({ id, label }): Command => ({
        id: `bulk-${id}`,
        label: `With those marked: ${label.toLowerCase()}`,
        isEnabled: () => count > 0 || 'Mark applications in the list first (Space, Ctrl A).',
        run: () => {
          setOpen(id);
        },
      })),
    [count],
  );
  useCommands('bulk', commands);
  const kind = BULK_KINDS.find(({ id }) => id === open);
  if (count === 0) return null;
  return (
    <div className="bulk-bar" role="toolbar" aria-label="With those marked">
      <strong aria-live="polite">
        {formatCount(count)} of {formatCount(props.total)} marked
      </strong>
      {BULK_KINDS.filter(({ isMain }) => isMain).map(({ id, label, icon }) => (
        <Button
          key={id}
          size="small"
          icon={icon}
          onPress={() => {
            setOpen(id);
          }}
        >
          {label}
        </Button>
      ))}
      <MenuButton
        label="More"
        lines={BULK_KINDS.filter(({ isMain }) => !isMain).map(({ id, label, icon }) => ({
          id,
          label,
          icon,
          run: () => {
            setOpen(id);
          },
        }))}
      />
      <span className="bulk-space" />
      <Button size="small" variant="quiet" icon={X} onPress={clearMarks}>
        Clear marks
      </Button>
      {kind === undefined ? null : (
        <BulkDialog
          key={kind.id}
          kind={kind}
          clientIds={[...ids]}
          onClose={() => {
            setOpen(null);
          }}
        />
      )}
    </div>
  );
}
