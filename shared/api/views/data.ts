/** What is loaded, past imports, what is held, back-ups. */
import type { ImportKind, ImportReportHead } from '../../model/import.ts';
import type { ApplicationRow } from './applications.ts';

export interface DataOverview {
  readonly kinds: readonly {
    readonly kind: ImportKind;
    readonly label: string;
    readonly explains: string;
    readonly rows: number;
    readonly last: ImportReportHead | null;
    readonly source: string;
  }[];
  readonly reports: readonly ImportReportHead[];
  readonly held: readonly ApplicationRow[];
  readonly backups: readonly BackupInfo[];
}

export interface BackupInfo {
  readonly path: string;
  readonly name: string;
  readonly made_at: string;
  readonly bytes: number;
  readonly verified: boolean;
  /** before import, daily, by hand */
  readonly reason: string;
}
