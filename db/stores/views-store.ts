import { defined } from '../../shared/kernel/assert.ts';
import type {
  ApplicationFilter,
  ApplicationSort,
  SavedView,
} from '../../shared/api/views/applications.ts';
import type { Session } from '../session.ts';
import type { ViewsStore } from '../store.ts';

interface ViewRow {
  readonly id: number;
  readonly name: string;
  readonly filter: string;
  readonly sort: string;
  readonly descending: number;
}

function toView(raw: unknown): SavedView {
  const row = raw as ViewRow;
  return {
    id: row.id,
    name: row.name,
    filter: JSON.parse(row.filter) as ApplicationFilter,
    sort: row.sort as ApplicationSort,
    descending: row.descending === 1,
  };
}

/** Lists that a person named to come back to. */
export function viewsStore(session: Session): ViewsStore {
  const { sql } = session;
  const columns = 'id, name, filter, sort, descending';
  const list = sql.prepare(`SELECT ${columns} FROM saved_view ORDER BY name`);
  const byName = sql.prepare(`SELECT ${columns} FROM saved_view WHERE name = ?`);
  const put = sql.prepare(
    `INSERT INTO saved_view (name, filter, sort, descending) VALUES (?, ?, ?, ?)
     ON CONFLICT (name) DO UPDATE SET filter = excluded.filter, sort = excluded.sort,
       descending = excluded.descending`,
  );
  const remove = sql.prepare('DELETE FROM saved_view WHERE id = ?');
  return {
    list: () => list.all().map(toView),
    save: (view) => {
      session.mustWrite();
      put.run(view.name, JSON.stringify(view.filter), view.sort, view.descending ? 1 : 0);
      return toView(defined(byName.get(view.name), `view ${view.name}`));
    },
    delete: (id) => {
      session.mustWrite();
      return remove.run(id).changes > 0;
    },
  };
}
