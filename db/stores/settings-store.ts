import type { IsoDate } from '../../shared/calendar/dates.ts';
import { DEFAULT_SETTINGS } from '../../shared/costing/default-settings.ts';
import type { Setting } from '../../shared/model/money.ts';
import type { Session } from '../session.ts';
import type { SettingsStore } from '../store.ts';

interface SettingRow {
  readonly key: string;
  readonly from_on: string;
  readonly value: string;
  readonly unit: string;
  readonly label: string;
  readonly source: string;
  readonly estimated: number;
}

function toSetting(row: SettingRow): Setting {
  return {
    key: row.key,
    from_on: row.from_on as IsoDate,
    value: JSON.parse(row.value) as unknown,
    unit: row.unit,
    label: row.label,
    source: row.source,
    estimated: row.estimated === 1,
  };
}

/** Dated, sourced figures: each key holds a line of values, one from each date on. */
export function settingsStore(session: Session): SettingsStore {
  const { sql } = session;
  const columns = 'key, from_on, value, unit, label, source, estimated';
  const all = sql.prepare(`SELECT ${columns} FROM setting ORDER BY key, from_on`);
  const one = sql.prepare(`SELECT ${columns} FROM setting WHERE key = ? AND from_on = ?`);
  const put = sql.prepare(
    `INSERT INTO setting (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (key, from_on) DO UPDATE SET value = excluded.value, unit = excluded.unit,
       label = excluded.label, source = excluded.source, estimated = excluded.estimated`,
  );
  const keep = ({ key, from_on, value, unit, label, source, estimated }: Setting): void => {
    put.run(key, from_on, JSON.stringify(value), unit, label, source, estimated ? 1 : 0);
  };
  return {
    all: () => {
      const stored = (all.all() as SettingRow[]).map(toSetting);
      const known = new Set(stored.map(({ key }) => key));
      // A figure that came with a newer Kerbside than the store was made by stands at its default until it is changed.
      return [...stored, ...DEFAULT_SETTINGS.filter(({ key }) => !known.has(key))];
    },
    upsertMany: (settings) => {
      session.mustWrite();
      const counts = { added: 0, changed: 0, unchanged: 0 };
      for (const setting of settings) {
        const before = one.get(setting.key, setting.from_on) as SettingRow | undefined;
        const value = JSON.stringify(setting.value);
        const { key, from_on, label } = setting;
        const estimated = setting.estimated ? 1 : 0;
        const same =
          before?.value === value &&
          before.unit === setting.unit &&
          before.label === label &&
          before.source === setting.source &&
          before.estimated === estimated;
        if (same) {
          counts.unchanged += 1;
          continue;
        }
        counts[before === undefined ? 'added' : 'changed'] += 1;
        keep(setting);
        session.touched.allClients = true;
        session.log({
          entity: 'setting',
          ref: key,
          client_id: null,
          field: `${label} from ${from_on}`,
          before: before?.value ?? '',
          after: value,
        });
      }
      return counts;
    },
    put: (setting, told) => {
      session.mustWrite();
      keep(setting);
      for (const part of told)
        session.log({ entity: 'setting', ref: setting.key, client_id: null, ...part });
    },
  };
}
