import type { Store } from '../../../db/store.ts';
import { ok } from '../../../shared/kernel/result.ts';
import type { IsoDate } from '../../../shared/calendar/dates.ts';
import type { Today } from '../../../shared/api/views.ts';
import { buildLedger } from '../../../shared/pressure/ledger.ts';
import { explainChange } from '../../../shared/pressure/change.ts';
import { headlineOf } from '../../../shared/pressure/headline.ts';
import { readCostFacts } from '../../jobs/cost-facts.ts';
import type { Handlers } from '../handler.ts';

interface KeptSentence {
  readonly revision: string;
  readonly on: IsoDate;
  readonly sentence: string;
}

const kept = new WeakMap<Store, KeptSentence>();

/** What the change is mostly made of: worked out again only when something in the store has changed. */
function pressureSentence(store: Store, on: IsoDate, plain: string): string {
  const revision = store.read.revision();
  const known = kept.get(store);
  if (known?.revision === revision && known.on === on) return known.sentence;
  const facts = readCostFacts(store, on);
  const sentence = facts.ok
    ? headlineOf(explainChange(facts.value, buildLedger(facts.value)))
    : plain;
  kept.set(store, { revision, on, sentence });
  return sentence;
}

export const todayHandlers: Handlers<'today/get'> = {
  'today/get': (_input, host) => {
    const open = host.store();
    if (!open.ok) return open;
    const on = host.today();
    const today: Today = open.value.read.today(on);
    const pressure_sentence = pressureSentence(open.value, on, today.pressure_sentence);
    return ok({ ...today, pressure_sentence });
  },
};
