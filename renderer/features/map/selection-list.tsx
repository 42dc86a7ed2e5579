import { List, X } from 'lucide-react';
import type { MapData } from '../../../shared/api/views/map.ts';
import { formatCount, formatQuantity } from '../../../shared/format/number.ts';
import { HOME_WORDS, wordsFor } from '../../../shared/model/words.ts';
import { useChannel } from '../../state/channel.ts';
import { go, hrefOfList } from '../../state/place.ts';
import { select, useSelectedId } from '../../state/selection.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/states.tsx';
import { clearSelection, useMapSelection } from './map-selection.ts';
import { RowList } from './row-list.tsx';

/** At most so many rows are drawn; the full list is the applications screen's. */
const SHOWN = 200;

/** Who is selected on the map, to open as a list or one by one. */
export function SelectionList({ data }: { readonly data: MapData | null }) {
  const ids = useMapSelection((state) => state.ids);
  const page = useChannel(
    'applications/query',
    ids === null
      ? null
      : { filter: { ids: [...ids] }, sort: 'name', descending: false, offset: 0, limit: SHOWN },
  );
  const selected = useSelectedId('client');
  if (ids === null) return null;
  if (page.error !== null && page.data === null)
    return <FailureNotice failure={page.error} onRetry={page.refetch} />;
  const drawn = new Set(data?.homes.client_id);
  const hidden = ids.filter((id) => !drawn.has(id)).length;
  const rows = page.data?.rows ?? [];
  return (
    <>
      <div className="map-side-head map-side-school">
        <strong>{formatQuantity(ids.length, 'child', 'children')} selected</strong>
        {hidden === 0 ? null : (
          <span className="soft">
            {formatCount(hidden)} of them not on the map: a protected address, or none known
          </span>
        )}
        <span className="map-side-buttons">
          <Button
            size="small"
            icon={List}
            onPress={() => {
              go(hrefOfList({ ids: [...ids] }));
            }}
          >
            Open in Applications
          </Button>
          <Button size="small" variant="quiet" icon={X} onPress={clearSelection}>
            Clear
          </Button>
        </span>
      </div>
      <RowList label="Selected children">
        {rows.map((row) => (
          <li key={row.client_id}>
            <button
              type="button"
              className="map-row"
              aria-pressed={selected === row.client_id}
              onClick={() => {
                select({ kind: 'client', id: row.client_id });
              }}
            >
              <span className="map-row-title">{row.name}</span>
              <span className="map-row-number">{row.district}</span>
              <span className="map-row-detail">
                {wordsFor(HOME_WORDS, row.transport)} ·{' '}
                {row.school === '' ? 'no school' : row.school}
              </span>
            </button>
          </li>
        ))}
      </RowList>
      {ids.length > SHOWN ? (
        <p className="map-side-note">
          {SHOWN} of {formatCount(ids.length)} shown. Open them in Applications for all.
        </p>
      ) : null}
    </>
  );
}
