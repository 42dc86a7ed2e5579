import { describe, expect, it } from 'vitest';
import { COLUMNS, QUEUE_COLUMNS } from '../../renderer/features/applications/columns.tsx';
import { leastWidth, MARK_COLUMN_PX } from '../../renderer/ui/column-room.ts';
import type { DataColumn } from '../../renderer/ui/data-list.tsx';

const shownAt = <Row>(columns: readonly DataColumn<Row>[], width: number) =>
  columns.filter(({ from }) => from === undefined || width >= from);
const needs = <Row>(columns: readonly DataColumn<Row>[]): number =>
  columns.reduce((sum, { width }) => sum + leastWidth(width), MARK_COLUMN_PX);

describe('the columns of the lists', () => {
  it('read the least width of a track', () => {
    expect(leastWidth('116px')).toBe(116);
    expect(leastWidth('minmax(170px, 1.5fr)')).toBe(170);
    expect([...COLUMNS, ...QUEUE_COLUMNS].every(({ width }) => leastWidth(width) > 40)).toBe(true);
  });

  it.each([
    ['the applications', COLUMNS, 620],
    ['a queue', QUEUE_COLUMNS, 524],
  ] as const)(
    'of %s fit every width without scrolling sideways, none missing that has room',
    (_name, columns, least) => {
      let before = 0;
      for (let width = least; width <= 2600; width += 1) {
        const shown = shownAt(columns, width);
        expect(needs(shown), `${width} px`).toBeLessThanOrEqual(width);
        expect(shown.length).toBeGreaterThanOrEqual(before);
        before = shown.length;
      }
      expect(before).toBe(columns.length);
    },
  );

  it('show the reference and the state of the request beside an inspector at 1400 px', () => {
    // 1400 less the rail of 84 and the inspector of 360.
    expect(shownAt(COLUMNS, 956).map(({ id }) => id)).toEqual(
      expect.arrayContaining(['ref', 'status', 'tif']),
    );
    expect(shownAt(COLUMNS, 1316).map(({ id }) => id)).toEqual(
      expect.arrayContaining(['officer', 'age', 'year', 'need']),
    );
  });
});
