/** Evidence of a case and versions of section I: recorded and withdrawn, each in a person's name. */
import {
  evidenceProblems,
  sectionIProblems,
  withdrawalProblems,
} from '../../../shared/casework/check-evidence.ts';
import type { EvidencePage } from '../../../shared/api/views/evidence.ts';
import { lowIncomeBasesAt } from '../../../shared/costing/read-settings.ts';
import { rulesOf } from '../../../shared/eligibility/decide.ts';
import { versionOn } from '../../../shared/eligibility/section-i.ts';
import { METRES_PER_MILE } from '../../../shared/kernel/units.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Store } from '../../../db/store.ts';
import { countyOf, factsReader } from '../../jobs/case-facts.ts';
import { clientCase, notComplete, type ClientCase } from '../client-case.ts';
import { evidenceWithoutHome } from '../../../shared/casework/protected.ts';
import { lookersOf } from '../protected-address.ts';
import type { Handlers, Host } from '../handler.ts';

/** Nearer schools offered for an answer. */
const NEARER = 30;

function pageOf(host: Host, client_id: number): Result<EvidencePage> {
  const found = clientCase(host, client_id);
  if (!found.ok) return found;
  const { store, application } = found.value;
  const on = host.today();
  const county = countyOf(store);
  const facts = factsReader(store, { on, isAll: false })(application);
  const { school, nearer } = rulesOf(county).standingOn(facts, on);
  const compared = nearer();
  const isHidden =
    store.clients.get(client_id)?.protected_address === true && !lookersOf(store, host).may_look;
  const versions = store.sectionI.of(client_id);
  const urns = new Set(versions.flatMap((version) => version.urns));
  return ok({
    client_id,
    on,
    school: school === null ? null : { urn: school.urn, name: school.name },
    records: store.evidence
      .of(application.ref)
      .map((each) => (isHidden ? evidenceWithoutHome(each) : each)),
    counting: facts.evidence.records.map(({ id }) => id),
    versions,
    version_in_force: versionOn(versions, on)?.id ?? null,
    schools_named: [...urns].map((urn) => ({
      urn,
      name: county.schools.get(urn)?.name ?? `URN ${urn}`,
    })),
    nearer: (compared?.schools ?? []).slice(0, NEARER).map(({ school: each, distance_m, by }) => ({
      urn: each.urn,
      name: each.name,
      distance_m: isHidden ? toShownMiles(distance_m) : Math.round(distance_m),
      by,
    })),
    compared: compared === null ? null : { by: compared.by, source: compared.source },
    bases: lowIncomeBasesAt(county.settings, on),
    routes: store.walkingRoutes
      .all()
      .filter(({ id }) => facts.evidence.routes.some((route) => route.id === id)),
  });
}

/** Lengths to several schools tell where a home lies: of one that is hidden no more than the screen shows, a tenth of a mile. */
function toShownMiles(metres: number): number {
  const tenth = METRES_PER_MILE / 10;
  return Math.round(metres / tenth) * tenth;
}

/** Writes in a person's name, and answers with the page as it is then. */
function written(host: Host, { store, application }: ClientCase, by: string, work: () => void) {
  store.write({ who: by, why: by }, work);
  host.changed('applications', 'plan');
  return pageOf(host, application.client_id);
}

function unknownSchools(store: Store, urns: readonly number[]): readonly string[] {
  return urns
    .filter((urn) => store.schools.get(urn) === null)
    .map((urn) => `No school with URN ${urn} is in the list of schools.`);
}

function gone() {
  return fail(
    'no_such_record',
    'There is no such record, or it is withdrawn already.',
    'Look at the case again.',
  );
}

export const evidenceHandlers: Handlers<
  | 'evidence/page'
  | 'evidence/record'
  | 'evidence/withdraw'
  | 'evidence/record-section-i'
  | 'evidence/withdraw-section-i'
> = {
  'evidence/page': ({ client_id }, host) => pageOf(host, client_id),
  'evidence/record': ({ client_id, given, by: name }, host) => {
    const found = clientCase(host, client_id);
    if (!found.ok) return found;
    const { store, application } = found.value;
    const by = name.trim();
    const on = host.today();
    const problems = [
      ...evidenceProblems(given, { on, by }),
      ...(given.kind === 'nearer' && given.urn > 0 ? unknownSchools(store, [given.urn]) : []),
    ];
    if (problems.length > 0) return notComplete(problems);
    return written(host, found.value, by, () => {
      store.evidence.record(application, given, { on, by });
    });
  },
  'evidence/withdraw': ({ client_id, id, reason, by: name }, host) => {
    const found = clientCase(host, client_id);
    if (!found.ok) return found;
    const { store, application } = found.value;
    const given = { reason: reason.trim(), by: name.trim() };
    const problems = withdrawalProblems(given);
    if (problems.length > 0) return notComplete(problems);
    const record = store.evidence.of(application.ref).find((each) => each.id === id);
    if (record === undefined || record.withdrawn !== null) return gone();
    return written(host, found.value, given.by, () => {
      store.evidence.withdraw(record, { on: host.today(), ...given });
    });
  },
  'evidence/record-section-i': ({ client_id, given, by: name }, host) => {
    const found = clientCase(host, client_id);
    if (!found.ok) return found;
    const { store } = found.value;
    const by = name.trim();
    const problems = [...sectionIProblems(given, by), ...unknownSchools(store, given.urns)];
    if (problems.length > 0) return notComplete(problems);
    return written(host, found.value, by, () => {
      store.sectionI.record(client_id, given, { on: host.today(), by });
    });
  },
  'evidence/withdraw-section-i': ({ client_id, id, reason, by: name }, host) => {
    const found = clientCase(host, client_id);
    if (!found.ok) return found;
    const { store } = found.value;
    const given = { reason: reason.trim(), by: name.trim() };
    const problems = withdrawalProblems(given);
    if (problems.length > 0) return notComplete(problems);
    const version = store.sectionI.of(client_id).find((each) => each.id === id);
    if (version === undefined || version.withdrawn !== null) return gone();
    return written(host, found.value, given.by, () => {
      store.sectionI.withdraw(version, { on: host.today(), ...given });
    });
  },
};
