import { create } from 'zustand';

interface Marks {
  /** Clients marked for something that is done to many at once. */
  readonly ids: ReadonlySet<number>;
  /** The list they were marked in: another one starts without marks, so that nothing out of sight is changed. */
  readonly list: string;
  /** Where the last mark was set, for ranges. */
  readonly anchor: number | null;
}

/** Which clients are marked in the list shown. */
export const useMarks = create<Marks>(() => ({ ids: new Set(), list: '', anchor: null }));

const NONE: ReadonlySet<number> = new Set();

/** The marks of a list; none where the marks belong to another. */
export function useMarksOf(list: string): ReadonlySet<number> {
  return useMarks((marks) => (marks.list === list ? marks.ids : NONE));
}

/** Marks exactly these. */
export function setMarks(list: string, ids: Iterable<number>, anchor: number | null): void {
  useMarks.setState({ list, ids: new Set(ids), anchor });
}

/** Takes every mark away. */
export function clearMarks(): void {
  useMarks.setState({ ids: new Set(), anchor: null });
}
