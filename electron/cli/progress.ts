/** Progress of long work on stderr, and Ctrl C as its cancel. */
import type { JobContext } from '../jobs/context.ts';

/** Least time between two lines, milliseconds: a county has more schools than a log wants lines. */
const EVERY_MS = 1000;

/** A context that writes stages to a stream: over one line on a terminal, a line at a time elsewhere. */
export function progressTo(stream: NodeJS.WriteStream): {
  readonly ctx: JobContext;
  readonly end: () => void;
} {
  let stage = '';
  let shownAt = 0;
  let cancelled = false;
  const show = (text: string): void => {
    stream.write(stream.isTTY ? `\r\u001B[K${text}` : `${text}\n`);
  };
  const onInterrupt = (): void => {
    // A second Ctrl C ends at once: SQLite rolls back what was not committed.
    if (cancelled) process.exit(130);
    cancelled = true;
    show('Stopping.');
  };
  process.on('SIGINT', onInterrupt);
  return {
    ctx: {
      stage: (name, progress) => {
        const now = performance.now();
        if (stage !== '' && now - shownAt < (stream.isTTY ? EVERY_MS / 10 : EVERY_MS)) return;
        stage = name;
        shownAt = now;
        show(progress === null ? name : `${name}: ${Math.round(progress * 100)}%`);
      },
      cancelled: () => cancelled,
    },
    end: () => {
      process.off('SIGINT', onInterrupt);
      if (stream.isTTY && stage !== '') stream.write('\r\u001B[K');
    },
  };
}
