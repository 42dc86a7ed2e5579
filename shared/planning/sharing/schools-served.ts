/** Which schools a running contract serves. */
import { mayAllShare, sharingRules, type SharingRules } from '../../casework/shared-routes.ts';
import { isOpen } from '../../casework/status.ts';
import type { Client } from '../../model/client.ts';
import type { Contract } from '../../model/contract.ts';
import type { School } from '../../model/school.ts';
import type { CountyFacts } from '../county.ts';

/** Rules kept as long as the facts they come from: asked for every contract of a county. */
const kept = new WeakMap<CountyFacts, SharingRules>();

/** The rules of a county. */
export function rulesOf(facts: CountyFacts): SharingRules {
  const known = kept.get(facts);
  if (known !== undefined) return known;
  const rules = sharingRules(facts.settings, facts.on, facts.sharing);
  kept.set(facts, rules);
  return rules;
}

/**
 * The schools that a contract serves by those whom it carries, its own first; fewer than two: it serves one, or its schools may not share.
 * Whoever asks for transport anew proves nothing: they may have moved to the other school.
 */
export function schoolsServed(
  contract: Pick<Contract, 'school_urn'>,
  aboard: readonly Client[],
  facts: CountyFacts,
): readonly School[] {
  const rules = rulesOf(facts);
  if (rules.within_m === 0 && rules.pairs.size === 0) return [];
  const settled = aboard.filter((client) => {
    const application = facts.applications.get(client.id);
    return application === undefined || !isOpen(application);
  });
  const urns = [contract.school_urn, ...settled.map((client) => client.school_urn)];
  const schools = [...new Set(urns)].flatMap((urn) => {
    const school = urn === null ? undefined : facts.schools.get(urn);
    return school === undefined ? [] : [school];
  });
  const rest = schools.slice(1).toSorted((a, b) => a.urn - b.urn);
  const goes = new Set(aboard.map((client) => client.school_urn));
  const all = [...schools.slice(0, 1), ...rest].filter(({ urn }) => goes.has(urn));
  return all.length > 1 && mayAllShare(all, rules) ? all : [];
}
