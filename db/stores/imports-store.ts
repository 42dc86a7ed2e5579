import type {
  ColumnMapping,
  ImportReport,
  ImportReportHead,
  ReportRow,
} from '../../shared/model/import.ts';
import type { Session } from '../session.ts';
import type { ImportsStore } from '../store.ts';

function toHead(row: unknown): ImportReportHead {
  const head = row as Omit<ImportReportHead, 'files'> & { readonly files: string };
  return { ...head, files: JSON.parse(head.files) as string[] };
}

const HEAD =
  'id, kind, files, on_date AS "on", read, added, changed, unchanged, held, refused, warnings';

/** Reports of past imports with the rows to look at, and the column mappings a person made. */
export function importsStore(session: Session): ImportsStore {
  const { sql } = session;
  const add = sql.prepare(
    `INSERT INTO import_report (kind, files, on_date, read, added, changed, unchanged, held, refused, warnings)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const addRow = sql.prepare(
    `INSERT INTO import_row (report_id, row_order, line, "column", value, outcome, code, reason, remedy)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const one = sql.prepare(`SELECT ${HEAD} FROM import_report WHERE id = ?`);
  const list = sql.prepare(`SELECT ${HEAD} FROM import_report ORDER BY id DESC LIMIT ?`);
  const last = sql.prepare(
    `SELECT ${HEAD} FROM import_report WHERE kind = ? ORDER BY id DESC LIMIT 1`,
  );
  const rows = sql.prepare(
    `SELECT line, "column", value, outcome, code, reason, remedy FROM import_row
     WHERE report_id = ? ORDER BY row_order`,
  );
  const mapping = sql
    .prepare('SELECT mapping FROM column_mapping WHERE kind = ? AND signature = ?')
    .pluck();
  const remember = sql.prepare(
    `INSERT INTO column_mapping (kind, signature, mapping) VALUES (?, ?, ?)
     ON CONFLICT (kind, signature) DO UPDATE SET mapping = excluded.mapping`,
  );
  const withRows = (row: unknown): ImportReport | null => {
    if (row === undefined) return null;
    const head = toHead(row);
    return { ...head, rows: rows.all(head.id) as ReportRow[] };
  };
  return {
    save: (report) => {
      session.mustWrite();
      const { kind, on, read, added, changed, unchanged, held, refused, warnings } = report;
      const files = JSON.stringify(report.files);
      const id = Number(
        add.run(kind, files, on, read, added, changed, unchanged, held, refused, warnings)
          .lastInsertRowid,
      );
      report.rows.forEach((row, index) => {
        const { line, column, value, outcome, code, reason, remedy } = row;
        addRow.run(id, index + 1, line, column, value, outcome, code, reason, remedy);
      });
      session.log({
        entity: 'import',
        ref: String(id),
        client_id: null,
        field: '',
        before: '',
        after: `of ${kind}: ${read} read, ${added} added, ${changed} changed, ${held} held, ${refused} refused,`,
      });
      return { ...report, id };
    },
    get: (id) => withRows(one.get(id)),
    list: (limit) => list.all(limit).map(toHead),
    last: (kind) => {
      const row = last.get(kind);
      return row === undefined ? null : toHead(row);
    },
    mapping: (kind, signature) => {
      const text = mapping.get(kind, signature) as string | undefined;
      return text === undefined ? null : (JSON.parse(text) as ColumnMapping);
    },
    rememberMapping: (kind, signature, columns) => {
      session.mustWrite();
      remember.run(kind, signature, JSON.stringify(columns));
    },
  };
}
