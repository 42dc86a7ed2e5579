/** An open store. Placeholder for the first commit: the aggregates follow. */
export interface Store {
  readonly path: string;
  readonly close: () => void;
}
