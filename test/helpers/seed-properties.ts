/**
 * Runs before each test file: properties draw from one seed, so that a run that passed passes again and a failure is met again by all.
 * `KERBSIDE_SEED=7 npm test -- test/property` draws others, for whoever looks for what one seed does not meet.
 */
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';

const { testPath } = expect.getState();
// The library takes longer to load than most files to run: only where a property is stated.
if (testPath !== undefined && readFileSync(testPath, 'utf8').includes("from 'fast-check'")) {
  const fc = await import('fast-check');
  fc.configureGlobal({ seed: Number(process.env['KERBSIDE_SEED'] ?? 20_260_901) });
}
