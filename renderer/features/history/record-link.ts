import type { HistoryLineView } from '../../../shared/api/views/history.ts';
import { hrefOf, hrefOfCase } from '../../state/place.ts';

/** Where a line's record is looked at; null where it has no page of its own. */
export function hrefOfRecord(line: HistoryLineView): string | null {
  if (line.client_id !== null) return hrefOfCase(line.client_id);
  switch (line.entity) {
    case 'setting':
      return hrefOf('data', ['settings']);
    case 'import':
      return hrefOf('data', ['reports', line.ref]);
    case 'plan':
      return hrefOf('map');
    case 'contract':
    case 'stop':
      return hrefOf('routes');
    case 'view':
      return hrefOf('applications');
    default:
      return null;
  }
}
