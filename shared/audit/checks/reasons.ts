import { tiedDownKg } from '../../casework/tie-down.ts';
import { travelsInWheelchair } from '../../casework/questions.ts';
import type { Violation } from '../../model/plan.ts';
import { broken, refOf, type AuditFacts, type Check } from '../audit-facts.ts';
import { hasPosition } from '../measured.ts';
import { needsOf } from '../week-needs.ts';

/** Whoever is unallocated for a fact of their record has that fact, and everyone has a sentence. */
export const reasons: Check = (plan, facts) => {
  const found: Violation[] = [];
  for (const { client_id, reason, detail } of plan.unallocated) {
    const ref = refOf(facts, client_id);
    if (detail.trim() === '')
      found.push(broken('reason_without_words', { client_id }, `${ref}: no sentence says why.`));
    if (!holds(client_id, reason, facts))
      found.push(
        broken(
          'reason_wrong',
          { client_id },
          `${ref} is listed as ${reason}, which does not hold.`,
        ),
      );
  }
  return found;
};

function holds(client_id: number, reason: string, facts: AuditFacts): boolean {
  const client = facts.clients.get(client_id);
  if (client === undefined) return true;
  const ways = needsOf(client, facts).map((each) => ({
    at: each,
    school: each.school_urn === null ? undefined : facts.schools.get(each.school_urn),
  }));
  switch (reason) {
    case 'no_position':
      return ways.some(({ at }) => at.lat === null || at.lon === null);
    case 'no_school':
      return ways.some(({ school }) => school === undefined);
    case 'school_no_position':
      return ways.some(({ school }) => school?.lat === null || school?.lon === null);
    case 'clinical_limit':
      return client.clinical_limit_s !== null;
    case 'too_heavy':
      return tiedDownKg(client) > 0;
    case 'no_access':
      return facts.streets?.has(client_id) === true;
    case 'contradiction':
      return facts.streets?.get(client_id) === 'car' && travelsInWheelchair(client);
    case 'unreachable':
      return ways.some(({ at, school }) => isCutOff(at, school, facts));
    case 'held':
      return (facts.applications.get(client_id)?.held_reason ?? '') !== '';
    default:
      return true;
  }
}

type Place = { readonly lat: number | null; readonly lon: number | null };

/** Whether the network has no way from one to the other, or none back. */
function isCutOff(home: Place, school: Place | undefined, { travel }: AuditFacts): boolean {
  if (travel === undefined || !hasPosition(home) || !hasPosition(school)) return false;
  const { durations } = travel.table([home, school]);
  return !Number.isFinite(durations[1]) || !Number.isFinite(durations[2]);
}
