/** The order in which files run: those that take longest begin, so that the two processes end together. */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files of over 20 s on a quiet machine (26 November 2026), the longest first. A file that is not named costs a little time at the end, no more. */
const LONGEST = [
  'e2e/accessibility',
  'e2e/summer-journey',
  'e2e/journey',
  'e2e/real-files-journey',
  'e2e/keyboard-journey',
  'e2e/cancel-journey',
  'e2e/terminal',
  'db/history-trace',
  'db/paper-contents',
  'e2e/sharing-journey',
].map((name) => `/test/${name}.test.ts`);

/** These first, then as Vitest itself orders: by what a file took here before, or by its size. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const at = LONGEST.findIndex((name) => moduleId.endsWith(name));
      return at < 0 ? LONGEST.length : at;
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}
