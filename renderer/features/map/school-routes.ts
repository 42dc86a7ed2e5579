/** The routes of one school with their lines and styles, in one order for list, map and picture. */
import { useMemo } from 'react';
import type { RouteRow } from '../../../shared/api/views/plan.ts';
import type { RouteWay } from '../../../shared/api/views/map.ts';
import { usePlanAsked } from '../plan-editor/shown-plan.ts';
import { useChannel } from '../../state/channel.ts';

export interface SchoolRoutes {
  readonly rows: readonly RouteRow[];
  /** Sorted by reference: a line's place gives its colour. */
  readonly lines: readonly RouteWay[];
  readonly loading: boolean;
}

const byRef = new Intl.Collator('en-GB', { numeric: true });
const NO_LINES: readonly RouteWay[] = [];
const NO_ROWS: readonly RouteRow[] = [];

/** Asks for a school's routes; nothing for null. */
export function useSchoolRoutes(urn: number | null): SchoolRoutes {
  const asked = usePlanAsked();
  const input = urn === null ? null : { school_urn: urn, ...asked };
  const rows = useChannel('routes/query', input);
  const lines = useChannel('routes/lines', input);
  const sortedLines = useMemo(
    () =>
      lines.data === null
        ? NO_LINES
        : [...lines.data].sort((a, b) => byRef.compare(a.ref, b.ref) || a.id - b.id),
    [lines.data],
  );
  const sortedRows = useMemo(
    () =>
      rows.data === null
        ? NO_ROWS
        : [...rows.data].sort((a, b) => byRef.compare(a.ref, b.ref) || a.id - b.id),
    [rows.data],
  );
  return { rows: sortedRows, lines: sortedLines, loading: rows.loading || lines.loading };
}
