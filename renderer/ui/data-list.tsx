import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { memo, useEffect, useId, useMemo, useRef, useState, type ReactNode } from 'react';
import { useTheme } from '../state/theme.ts';
import { classNames } from './class-names.ts';
import { MARK_COLUMN_PX } from './column-room.ts';
import { moveTo } from './list-keys.ts';
import { Skeleton } from './states.tsx';
import { useAwaitedRow } from './use-awaited-row.ts';
import { useWidth } from './use-width.ts';
import './data-list.css';

/** One column of a list. */
export interface DataColumn<Row> {
  readonly id: string;
  /** With its unit: `Cost a day, £`. */
  readonly header: string;
  /** A grid track: `80px`, `minmax(140px, 2fr)`. */
  readonly width: string;
  readonly align?: 'start' | 'end';
  readonly isSortable?: boolean;
  /** Shown only when the list is at least this wide, pixels. */
  readonly from?: number;
  readonly cell: (row: Row) => ReactNode;
}

/** How a list is ordered. */
export interface ListSort {
  readonly id: string;
  readonly descending: boolean;
}

/** Rows marked for something that is done to many at once: a box before each, Space and Ctrl A by the keyboard. */
export interface ListMarks<Row> {
  readonly has: (row: Row) => boolean;
  readonly all: 'none' | 'some' | 'all';
  /** What a row is called when its box is read out. */
  readonly nameOf: (row: Row) => string;
  /** `range`: every row from the last one marked to this one. */
  readonly onMark: (row: Row, index: number, kind: 'toggle' | 'range') => void;
  readonly onAll: () => void;
}

export interface DataListProps<Row> {
  readonly label: string;
  readonly columns: readonly DataColumn<Row>[];
  /** How many rows there are, loaded or not. */
  readonly count: number;
  /** undefined while it is not loaded: its shape is drawn. */
  readonly rowAt: (index: number) => Row | undefined;
  readonly keyOf: (row: Row) => number;
  readonly selectedKey: number | null;
  readonly onSelect: (row: Row, index: number) => void;
  /** Enter or a double click. */
  readonly onOpen?: (row: Row, index: number) => void;
  readonly sort?: ListSort;
  readonly onSort?: (columnId: string) => void;
  readonly marks?: ListMarks<Row>;
  /** Rows that came in sight, for lists that load in windows. */
  readonly onRange?: (first: number, last: number) => void;
  /** When this changes the list goes back to its top: the query. */
  readonly resetKey?: string;
  /** The row to open the list at, such as the one a person came back from. */
  readonly startAt?: number | undefined;
  /** Drawn when there is no row. */
  readonly empty?: ReactNode;
}

/** A list of any length: rows in sight only, arrows move and select, Enter opens, headings sort. */
export function DataList<Row>(props: DataListProps<Row>) {
  const { count, rowAt, onRange, resetKey, startAt } = props;
  const id = useId();
  const box = useRef<HTMLDivElement | null>(null);
  const [measure, width] = useWidth();
  const rowHeight = useTheme((theme) => (theme.dense ? 28 : 32));
  const [active, setActive] = useState(0);
  // The compiler leaves this component alone, which is what is wanted here: the row is cheap and not memoised.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 6,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;

  useEffect(() => {
    virtual.measure();
  }, [rowHeight, virtual]);
  useEffect(() => {
    onRange?.(first, last);
  }, [first, last, onRange]);
  const awaited = useAwaitedRow(props);
  const shown = useRef(resetKey);
  useEffect(() => {
    if (shown.current === resetKey) return;
    // The first rows of a list that a person came back to: go to where they were.
    const start = shown.current === '' && startAt !== undefined && startAt < count ? startAt : 0;
    shown.current = resetKey;
    awaited.current = null;
    setActive(start);
    if (start === 0) {
      box.current?.scrollTo({ top: 0 });
      return;
    }
    virtual.scrollToIndex(start, { align: 'center' });
    // Whoever is typing in the search field by now stays there.
    if (document.activeElement?.contains(box.current) !== false)
      box.current?.focus({ preventScroll: true });
  }, [resetKey, startAt, count, virtual, awaited]);

  const all = props.columns;
  const columns = useMemo(
    () => all.filter((column) => column.from === undefined || width >= column.from),
    [all, width],
  );
  const { marks } = props;
  const tracks = [
    ...(marks === undefined ? [] : [`${MARK_COLUMN_PX}px`]),
    ...columns.map((column) => column.width),
  ].join(' ');
  const choose = (index: number): void => {
    setActive(index);
    const row = rowAt(index);
    awaited.current = row === undefined ? { index, opens: false } : null;
    if (row !== undefined) props.onSelect(row, index);
  };
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return;
    const row = rowAt(active);
    if (event.key === 'Enter') {
      if (row === undefined) awaited.current = count === 0 ? null : { index: active, opens: true };
      else props.onOpen?.(row, active);
      return;
    }
    if (marks !== undefined && markByKey(event, marks, row, active)) return;
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / rowHeight) - 2);
    const next = moveTo(event.key, active, count, page);
    if (next === null) return;
    event.preventDefault();
    virtual.scrollToIndex(next);
    choose(next);
    const reached = rowAt(next);
    if (event.shiftKey && marks !== undefined && row !== undefined && reached !== undefined) {
      if (!marks.has(row)) marks.onMark(row, active, 'toggle');
      marks.onMark(reached, next, 'range');
    }
  };

  return (
    // A grid is one stop of the tab key; the row that is meant is named by aria-activedescendant.
    <div
      className="k-list"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="grid"
      aria-label={props.label}
      aria-rowcount={count + 1}
      aria-colcount={columns.length + (marks === undefined ? 0 : 1)}
      {...(marks === undefined ? {} : { 'aria-multiselectable': true })}
      {...(count > 0 && active >= first && active <= last
        ? { 'aria-activedescendant': `${id}-${active}` }
        : {})}
      tabIndex={0}
      onKeyDown={onKeyDown}
      ref={(element) => {
        box.current = element;
        return measure(element);
      }}
    >
      <ListHead
        columns={columns}
        tracks={tracks}
        sort={props.sort}
        onSort={props.onSort}
        marked={marks?.all}
        onMarkAll={marks?.onAll}
      />
      <div
        className="k-list-rows"
        role="presentation"
        style={{ height: virtual.getTotalSize() }}
        onMouseDown={(event) => {
          const index = indexAt(event.target);
          if (index === null || markAt(event.target)) return;
          // The grid keeps the focus, so that arrows go on from here.
          event.preventDefault();
          box.current?.focus({ preventScroll: true });
          choose(index);
        }}
        onClick={(event) => {
          const index = indexAt(event.target);
          const row = index === null ? undefined : rowAt(index);
          if (index === null || row === undefined || !markAt(event.target)) return;
          marks?.onMark(row, index, event.shiftKey ? 'range' : 'toggle');
        }}
        onDoubleClick={(event) => {
          if (markAt(event.target)) return;
          const index = indexAt(event.target);
          const row = index === null ? undefined : rowAt(index);
          if (index !== null && row !== undefined) props.onOpen?.(row, index);
        }}
      >
        {items.map((item) => {
          const row = rowAt(item.index);
          return (
            <ListRow
              key={item.key}
              id={`${id}-${item.index}`}
              index={item.index}
              top={item.start}
              height={rowHeight}
              columns={columns}
              tracks={tracks}
              row={row}
              isChosen={row !== undefined && props.keyOf(row) === props.selectedKey}
              isActive={item.index === active}
              isMarked={marks === undefined || row === undefined ? undefined : marks.has(row)}
              markName={marks === undefined || row === undefined ? '' : marks.nameOf(row)}
            />
          );
        })}
      </div>
      {count === 0 ? props.empty : null}
    </div>
  );
}

/** Space marks the row, with Shift everything up to it; Ctrl A marks all. False for any other key. */
function markByKey<Row>(
  event: React.KeyboardEvent,
  marks: ListMarks<Row>,
  row: Row | undefined,
  index: number,
): boolean {
  const isAll = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a';
  if (!isAll && (event.key !== ' ' || row === undefined)) return false;
  event.preventDefault();
  if (isAll) marks.onAll();
  else if (row !== undefined) marks.onMark(row, index, event.shiftKey ? 'range' : 'toggle');
  return true;
}

function markAt(target: EventTarget): boolean {
  return target instanceof Element && target.closest('.k-list-mark') !== null;
}

/** The row that something on it was pressed in, by its place in the list. */
function indexAt(target: EventTarget): number | null {
  const row = target instanceof Element ? target.closest('[data-index]') : null;
  return row === null ? null : Number(row.getAttribute('data-index'));
}

interface ListRowProps<Row> {
  readonly id: string;
  readonly index: number;
  /** Pixels from the top of the list. */
  readonly top: number;
  readonly height: number;
  readonly columns: readonly DataColumn<Row>[];
  readonly tracks: string;
  readonly row: Row | undefined;
  readonly isChosen: boolean;
  readonly isActive: boolean;
  /** undefined: the list has no marks, or the row is not there yet. */
  readonly isMarked: boolean | undefined;
  readonly markName: string;
}

/** Drawn again only when something of it changed: a letter typed above the list costs its rows nothing. */
const ListRow = memo(DrawnRow) as typeof DrawnRow;

function DrawnRow<Row>(props: ListRowProps<Row>) {
  const { row, height, tracks } = props;
  return (
    <div
      id={props.id}
      data-index={props.index}
      className={classNames(
        'k-list-row',
        props.isChosen && 'k-list-chosen',
        props.isActive && 'k-list-active',
        props.isMarked === true && 'k-list-marked',
      )}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="row"
      tabIndex={-1}
      aria-rowindex={props.index + 2}
      aria-selected={props.isChosen}
      style={{ height, gridTemplateColumns: tracks, transform: `translateY(${props.top}px)` }}
    >
      {props.isMarked === undefined ? null : (
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        <div role="gridcell" className="k-list-cell k-list-mark">
          <MarkBox checked={props.isMarked} label={`Mark ${props.markName}`} />
        </div>
      )}
      {props.columns.map((column) => (
        <div
          key={column.id}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
          role="gridcell"
          className={classNames('k-list-cell', column.align === 'end' && 'number')}
        >
          {row === undefined ? <Skeleton width="60%" height={10} /> : column.cell(row)}
        </div>
      ))}
    </div>
  );
}

function ListHead<Row>(props: {
  readonly columns: readonly DataColumn<Row>[];
  readonly tracks: string;
  readonly sort: ListSort | undefined;
  readonly onSort: ((columnId: string) => void) | undefined;
  /** undefined: the list has no marks. */
  readonly marked: 'none' | 'some' | 'all' | undefined;
  readonly onMarkAll: (() => void) | undefined;
}) {
  return (
    <div
      className="k-list-head"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="row"
      aria-rowindex={1}
      style={{ gridTemplateColumns: props.tracks }}
    >
      {props.marked === undefined ? null : (
        <div
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
          role="columnheader"
          className="k-list-heading k-list-mark"
        >
          <MarkBox
            checked={props.marked === 'all'}
            partly={props.marked === 'some'}
            label="Mark every row of the list"
            onPress={props.onMarkAll}
          />
        </div>
      )}
      {props.columns.map((column) => {
        const on = props.sort?.id === column.id;
        const direction = props.sort?.descending === true ? 'descending' : 'ascending';
        const Arrow = direction === 'descending' ? ArrowDown : ArrowUp;
        return (
          <div
            key={column.id}
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
            role="columnheader"
            className={classNames('k-list-heading', column.align === 'end' && 'number')}
            {...(column.isSortable === true ? { 'aria-sort': on ? direction : 'none' } : {})}
          >
            {column.isSortable === true ? (
              <button type="button" onClick={() => props.onSort?.(column.id)}>
                <span>{column.header}</span>
                {on ? <Arrow size={12} aria-hidden="true" /> : null}
              </button>
            ) : (
              column.header
            )}
          </div>
        );
      })}
    </div>
  );
}

/** The box itself. On a row the list hears the press, so that Shift is seen; the keyboard uses Space on the row. */
function MarkBox(props: {
  readonly checked: boolean;
  readonly partly?: boolean;
  readonly label: string;
  /** Absent where the list hears the press itself. */
  readonly onPress?: (() => void) | undefined;
}) {
  return (
    <input
      type="checkbox"
      className="k-list-box"
      tabIndex={-1}
      aria-label={props.label}
      checked={props.checked}
      onChange={() => props.onPress?.()}
      ref={(box) => {
        if (box !== null) box.indeterminate = props.partly === true;
      }}
    />
  );
}
