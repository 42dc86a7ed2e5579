import type { DataOverview } from '../../../shared/api/views/data.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import { isMoment } from '../../../shared/service/lots/moment.ts';
import type { InputFile } from '../../files/input-file.ts';
import { reportCsv } from '../../files/report-csv.ts';
import { KIND_FACTS } from '../../jobs/import/kind-facts.ts';
import type { Handlers, Host } from '../handler.ts';

/** Reports listed. */
const REPORTS = 50;
/** Held applications listed beside them. */
const HELD = 200;

export const dataHandlers: Handlers<
  'data/overview' | 'data/report' | 'import/preview' | 'import/start' | 'import/export-report'
> = {
  'data/overview': (_input, host) => overview(host),
  'data/report': ({ id }, host) => {
    const open = host.store();
    if (!open.ok) return open;
    const report = open.value.imports.get(id);
    return report === null ? noReport(id) : ok(report);
  },
  'import/preview': ({ kind, file_ids, mapping }, host) => {
    const open = host.store();
    if (!open.ok) return open;
    const files = filesOf(host, file_ids);
    if (!files.ok) return files;
    return host.preview({ kind, files: files.value, mapping: mapping ?? null });
  },
  'import/start': ({ kind, file_ids, mapping, received_at = null }, host) => {
    const open = host.store();
    if (!open.ok) return open;
    const files = filesOf(host, file_ids);
    if (!files.ok) return files;
    if (received_at !== null && !isMoment(received_at))
      return fail(
        'not_a_moment',
        'The day and time the bids came were not understood.',
        'Write them like 7 Aug 2026, 11:30.',
      );
    const [first] = files.value;
    const label = `Importing ${files.value.length === 1 && first ? first.name : `${files.value.length} files`}`;
    return host.startJob({
      kind: 'import',
      label,
      import_kind: kind,
      files: files.value,
      mapping: mapping ?? null,
      ...(received_at === null ? {} : { received_at }),
    });
  },
  'import/export-report': ({ id }, host) => {
    const open = host.store();
    if (!open.ok) return open;
    const report = open.value.imports.get(id);
    if (report === null) return noReport(id);
    const name = `import ${report.kind} ${report.on}.csv`;
    return ok({ file_id: host.files.put(name, reportCsv(report)), name });
  },
};

function overview(host: Host): Result<DataOverview> {
  const open = host.store();
  if (!open.ok) return open;
  const store = open.value;
  const counts = store.read.counts();
  const held = store.read.query(
    { filter: { held: true }, sort: 'ref', descending: false, offset: 0, limit: HELD },
    host.today(),
  );
  return ok({
    kinds: KIND_FACTS.map(({ kind, label, explains, source, table }) => ({
      kind,
      label,
      explains,
      source,
      rows: counts[table] ?? 0,
      last: store.imports.last(kind),
    })),
    reports: store.imports.list(REPORTS),
    held: held.rows,
    backups: store.backups(),
  });
}

function filesOf(host: Host, ids: readonly string[]): Result<readonly InputFile[]> {
  const files: InputFile[] = [];
  for (const id of ids) {
    const file = host.files.get(id);
    if (!file.ok) return file;
    files.push(file.value);
  }
  return ok(files);
}

function noReport(id: number) {
  return fail('no_report', 'There is no such report.', 'Choose one from the list.', { id });
}
