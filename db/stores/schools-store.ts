import type { School } from '../../shared/model/school.ts';
import { recordTable, tally } from '../record-table.ts';
import { foldText } from '../../shared/search/fold.ts';
import { searchExpression } from '../search-text.ts';
import { wordKeeper } from '../search-words.ts';
import type { Session } from '../session.ts';
import type { Sql } from '../sql.ts';
import type { SchoolsStore } from '../store.ts';

/** Keeps the words by which a school is found, in step with its row. */
export function schoolWords(sql: Sql) {
  const drop = sql.prepare('DELETE FROM school_text WHERE rowid = ?');
  const add = sql.prepare('INSERT INTO school_text (rowid, words) VALUES (?, ?)');
  const one = sql.prepare('SELECT name, town, postcode FROM school WHERE urn = ?');
  const keeper = wordKeeper(sql);
  return {
    keeper,
    renew: (urn: number, keep = keeper()): void => {
      drop.run(urn);
      const row = one.get(urn) as Pick<School, 'name' | 'town' | 'postcode'> | undefined;
      if (row === undefined) return;
      add.run(urn, foldText(`${row.name} ${row.town} ${row.postcode} ${urn}`));
      keep('school', `${row.name} ${row.town}`);
    },
  };
}

/** Schools by URN. A fact not given by a file keeps what another file gave. */
export function schoolsStore(session: Session): SchoolsStore {
  const { sql, touched } = session;
  const table = recordTable<School>(session, {
    table: 'school',
    key: 'urn',
    fields: {
      urn: 'number',
      name: 'text',
      town: 'text',
      postcode: 'text',
      lat: 'number',
      lon: 'number',
      district_code: 'text',
      type_group: 'text',
      status: 'text',
      needs: 'list',
      designation: 'text',
      age_from: 'number',
      age_to: 'number',
      places: 'number',
      roll: 'number',
      day_starts_s: 'number',
      day_ends_s: 'number',
      independent: 'flag',
    },
    blank: {
      urn: 0,
      name: '',
      town: '',
      postcode: '',
      lat: null,
      lon: null,
      district_code: '',
      type_group: '',
      status: 'open',
      needs: [],
      designation: '',
      age_from: null,
      age_to: null,
      places: null,
      roll: null,
      day_starts_s: null,
      day_ends_s: null,
      independent: false,
    },
    entity: 'school',
  });
  const words = schoolWords(sql);
  const search = sql.prepare(
    `SELECT ${table.columns} FROM school
     WHERE urn IN (SELECT rowid FROM school_text WHERE school_text MATCH ?)
     ORDER BY status DESC, name, urn LIMIT ?`,
  );
  const first = sql.prepare(
    `SELECT ${table.columns} FROM school ORDER BY status DESC, name, urn LIMIT ?`,
  );
  return {
    count: table.count,
    all: () => table.all('urn'),
    get: (urn) => table.get(urn),
    upsertMany: (rows) => {
      const counted = tally<number>();
      const keep = words.keeper();
      for (const row of rows) {
        const { outcome } = table.upsert(row);
        counted.note(outcome, row.urn);
        if (outcome === 'unchanged') continue;
        touched.allClients = true;
        words.renew(row.urn, keep);
      }
      return counted.result();
    },
    search: (text, limit) => {
      const expression = searchExpression(text);
      if (expression !== null) return search.all(expression, limit).map(table.decode);
      return text.trim() === '' ? first.all(limit).map(table.decode) : [];
    },
  };
}
