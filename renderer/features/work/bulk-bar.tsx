import { X } from 'lucide-react';
import { formatCount } from '../../../shared/format/number.ts';
import { clearMarks, useMarksOf } from '../../state/marks.ts';
import { Button } from '../../ui/button.tsx';
import { listKey } from '../applications/use-list-marks.ts';
import type { ListQuery } from '../applications/list-query.ts';
import { AssignMenu } from './assign-menu.tsx';
import './bulk.css';

/** What can be done to all the marked applications at once; there while something is marked. */
export function BulkBar(props: { readonly query: ListQuery; readonly total: number }) {
  const ids = useMarksOf(listKey(props.query));
  if (ids.size === 0) return null;
  return (
    <div className="bulk-bar" role="toolbar" aria-label="With those marked">
      <strong aria-live="polite">
        {formatCount(ids.size)} of {formatCount(props.total)} marked
      </strong>
      <AssignMenu clientIds={[...ids]} label="Assign" />
      <span className="bulk-space" />
      <Button size="small" variant="quiet" icon={X} onPress={clearMarks}>
        Clear marks
      </Button>
    </div>
  );
}
