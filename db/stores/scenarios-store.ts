import type { IsoDate } from '../../shared/calendar/dates.ts';
import { defined } from '../../shared/kernel/assert.ts';
import { readScenario } from '../../shared/pressure/forecast/assumptions.ts';
import type { KeptScenario, ScenariosStore } from '../scenarios-aggregate.ts';
import type { Session } from '../session.ts';

/** What a newer or older Kerbside wrote is read by the fields that this one knows. */
function toScenario(raw: unknown): KeptScenario {
  const row = raw as { id: number; name: string; assumptions: string; saved_on: IsoDate };
  const { scenario } = readScenario(JSON.parse(row.assumptions));
  return { id: row.id, saved_on: row.saved_on, scenario: { ...scenario, name: row.name } };
}

/** Scenarios that a person named. */
export function scenariosStore(session: Session): ScenariosStore {
  const { sql } = session;
  const columns = 'id, name, assumptions, saved_on';
  const list = sql.prepare(`SELECT ${columns} FROM scenario ORDER BY name`);
  const byName = sql.prepare(`SELECT ${columns} FROM scenario WHERE name = ?`);
  const put = sql.prepare(
    `INSERT INTO scenario (name, assumptions, saved_on) VALUES (?, ?, ?)
     ON CONFLICT (name) DO UPDATE SET assumptions = excluded.assumptions, saved_on = excluded.saved_on`,
  );
  const remove = sql.prepare('DELETE FROM scenario WHERE id = ?');
  return {
    list: () => list.all().map(toScenario),
    save: (scenario, on) => {
      session.mustWrite();
      put.run(scenario.name, JSON.stringify(scenario), on);
      return toScenario(defined(byName.get(scenario.name), `scenario ${scenario.name}`));
    },
    delete: (id) => {
      session.mustWrite();
      return remove.run(id).changes > 0;
    },
  };
}
