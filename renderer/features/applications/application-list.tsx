import { useCallback, type ReactNode } from 'react';
import { APPLICATION_SORTS } from '../../../shared/api/views/applications.ts';
import type { ApplicationRow } from '../../../shared/api/views/applications.ts';
import { go } from '../../state/place.ts';
import { select, useSelectedId } from '../../state/selection.ts';
import { DataList, type DataColumn } from '../../ui/data-list.tsx';
import { FailureNotice } from '../../ui/states.tsx';
import { BulkBar } from '../work/bulk-bar.tsx';
import { hrefOfQuery, type ListQuery } from './list-query.ts';
import { positionIn, rememberPosition } from './list-position.ts';
import { useListMarks } from './use-list-marks.ts';
import type { useRows } from './use-rows.ts';

const keyOf = (row: ApplicationRow): number => row.client_id;

/** The rows of a query: arrows select, Enter opens the case, boxes mark for what is done to many at once. */
export function ApplicationList(props: {
  readonly label: string;
  readonly query: ListQuery;
  readonly rows: ReturnType<typeof useRows>;
  readonly columns: readonly DataColumn<ApplicationRow>[];
  readonly onQuery: (query: ListQuery) => void;
  readonly empty: ReactNode;
}) {
  const { query, rows } = props;
  const selected = useSelectedId('client');
  const marks = useListMarks(query, rows.total);
  const onSort = (id: string): void => {
    const sort = APPLICATION_SORTS.find((name) => name === id);
    if (sort !== undefined) {
      const descending = query.sort === sort ? !query.descending : false;
      props.onQuery({ ...query, sort, descending });
    }
  };
  const open = useCallback(
    (row: ApplicationRow, index: number) => {
      rememberPosition(query, index);
      go(hrefOfQuery(query, ['case', row.client_id]));
    },
    [query],
  );
  return (
    <>
      <BulkBar query={query} total={rows.total} />
      {rows.error === null ? null : <FailureNotice failure={rows.error} />}
      <DataList
        label={props.label}
        columns={props.columns}
        count={rows.total}
        rowAt={rows.rowAt}
        keyOf={keyOf}
        selectedKey={selected}
        onSelect={(row, index) => {
          rememberPosition(query, index);
          select({ kind: 'client', id: row.client_id });
        }}
        onOpen={open}
        sort={{ id: query.sort, descending: query.descending }}
        onSort={onSort}
        marks={marks}
        onRange={rows.onRange}
        resetKey={rows.shownKey}
        startAt={positionIn(query)}
        empty={rows.loading ? null : props.empty}
      />
    </>
  );
}
