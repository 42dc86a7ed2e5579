/** One figure of the benchmark: what was timed, how often, against which target. */
export interface Figure {
  readonly name: string;
  readonly unit: 's' | 'ms';
  /** Every run, in the order they were made. */
  readonly runs: readonly number[];
  readonly target: number | null;
  /** What was measured on, in words. */
  readonly note: string;
}

/** A figure that could not be had here, and why. */
export interface Skipped {
  readonly name: string;
  readonly skipped: string;
}

/** Seconds of each run, in the order they were made. */
export function timed(runs: number, work: () => void): readonly number[] {
  return Array.from({ length: runs }, () => {
    const started = performance.now();
    work();
    return (performance.now() - started) / 1000;
  });
}

/** The middle of the runs; the mean of the two middle ones for an even number. */
export function median(runs: readonly number[]): number {
  const sorted = [...runs].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** One line of the table: name, median, range, target, met or missed. */
export function tableLine(figure: Figure | Skipped): string {
  if ('skipped' in figure) return `${figure.name.padEnd(46)} skipped: ${figure.skipped}`;
  const digits = figure.unit === 's' ? 2 : 0;
  const show = (value: number): string => `${value.toFixed(digits)} ${figure.unit}`;
  const middle = median(figure.runs);
  const range = `${show(Math.min(...figure.runs))} to ${show(Math.max(...figure.runs))}`;
  const target =
    figure.target === null
      ? ''
      : `target ${show(figure.target)}, ${middle <= figure.target ? 'met' : 'MISSED'} (${(middle / figure.target).toFixed(2)} of it)`;
  return `${figure.name.padEnd(46)} ${show(middle).padStart(9)}  (${range}, n=${figure.runs.length})  ${target}`;
}

/** Starts counting; answers how many seconds of CPU time this process has used since. */
export function cpuClock(): () => number {
  const start = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1e6;
  };
}
