/** What long work is given: a way to say how far it is, and to hear that it should stop. */
export interface JobContext {
  /** Stage in words for the status line, and progress from 0 to 1 (null where unknown). */
  readonly stage: (stage: string, progress: number | null) => void;
  /** Asked between steps; true once a person pressed cancel. */
  readonly cancelled: () => boolean;
}

/** A context that says nothing and is never cancelled: for tests and short work. */
export const silent: JobContext = { stage: () => undefined, cancelled: () => false };
