/** What may be signed together with others, and what has to be looked at by itself and why. */
import { expect, it } from 'vitest';
import { whyAlone } from '../../shared/casework/work/signable.ts';
import { DISTRICT_NOT_KNOWN } from '../../shared/eligibility/decide.ts';

const plain: Parameters<typeof whyAlone>[0] = {
  proposal: 'met',
  reason: '',
  marginal: [],
  cliff_edges: [],
  changes: [],
  notes: [],
  power: { name: 's508B', reason: '', citation: '', missing: [] },
};

it.each<readonly [string, Partial<typeof plain>, RegExp | null]>([
  ['nothing to look at', {}, null],
  ['refusals too', { proposal: 'not_met' }, null],
  ['cannot tell', { proposal: 'cannot_tell' }, /cannot tell/],
  ['a note', { notes: ['Section I is given though there is no EHCP.'] }, /note on the facts/],
  [
    'no district: says what to import',
    { notes: [DISTRICT_NOT_KNOWN] },
    /import boundaries or postcodes/,
  ],
  ['no district and more', { notes: [DISTRICT_NOT_KNOWN, 'Held: x'] }, /note on the facts/],
])('%s', (_name, given, expected) => {
  const why = whyAlone({ ...plain, ...given });
  if (expected === null) expect(why).toBeNull();
  else expect(why).toMatch(expected);
});
