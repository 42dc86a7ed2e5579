import type { IsoDate } from '../../shared/calendar/dates.ts';
import { versionOn } from '../../shared/eligibility/section-i.ts';
import { formatDate } from '../../shared/format/date.ts';
import { defined } from '../../shared/kernel/assert.ts';
import type { SectionIGiven, SectionIVersion } from '../../shared/model/evidence.ts';
import type { Recorded, SectionIStore } from '../evidence-store.ts';
import type { Session } from '../session.ts';
import type { ClientsStore } from '../store.ts';
import { toWithdrawal } from './evidence-store.ts';

interface Row {
  readonly id: number;
  readonly client_id: number;
  readonly version: number;
  readonly source: SectionIVersion['source'];
  readonly words: string;
  readonly plan_on: string | null;
  readonly urns: string;
  readonly condition: string;
  readonly named_on: string | null;
  readonly review_on: string | null;
  readonly recorded_on: string;
  readonly recorded_by: string;
  readonly withdrawn_on: string | null;
  readonly withdrawn_by: string;
  readonly withdrawn_reason: string;
}

function toVersion(raw: unknown): SectionIVersion {
  const row = raw as Row;
  return {
    id: row.id,
    client_id: row.client_id,
    version: row.version,
    source: row.source,
    words: row.words,
    plan_on: row.plan_on as IsoDate | null,
    urns: JSON.parse(row.urns) as number[],
    condition: row.condition,
    named_on: row.named_on as IsoDate | null,
    review_on: row.review_on as IsoDate | null,
    recorded_on: row.recorded_on as IsoDate,
    recorded_by: row.recorded_by,
    withdrawn: toWithdrawal(row),
  };
}

/** Versions of section I, one row each for ever. */
export function sectionIStore(session: Session, clients: ClientsStore): SectionIStore {
  const { sql } = session;
  const columns =
    'id, client_id, version, source, words, plan_on, urns, condition, named_on, review_on, recorded_on, recorded_by, withdrawn_on, withdrawn_by, withdrawn_reason';
  const one = sql.prepare(`SELECT ${columns} FROM section_i_version WHERE id = ?`);
  const of = sql.prepare(
    `SELECT ${columns} FROM section_i_version WHERE client_id = ? ORDER BY version`,
  );
  const all = sql.prepare(`SELECT ${columns} FROM section_i_version ORDER BY client_id, version`);
  const add = sql.prepare(
    `INSERT INTO section_i_version (client_id, version, source, words, plan_on, urns, condition, named_on, review_on,
       recorded_on, recorded_by, change_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const withdraw = sql.prepare(
    'UPDATE section_i_version SET withdrawn_on = ?, withdrawn_by = ?, withdrawn_reason = ? WHERE id = ?',
  );
  const versionsOf = (client_id: number): SectionIVersion[] => of.all(client_id).map(toVersion);

  const put = (
    client_id: number,
    given: SectionIGiven & Pick<SectionIVersion, 'version' | 'source'>,
    { on, by }: Recorded,
  ): SectionIVersion => {
    const { version, source, words, plan_on, condition, named_on, review_on } = given;
    const urns = JSON.stringify(given.urns);
    const change = session.changeId();
    const added = add.run(client_id, version, source, words, plan_on, urns, condition, named_on, review_on, on, by, change); // prettier-ignore
    const id = Number(added.lastInsertRowid);
    return toVersion(defined(one.get(id), `version ${id} of section I`));
  };
  const log = (client_id: number, before: string, after: string): void => {
    const { ref } = defined(clients.get(client_id), `client ${client_id}`);
    session.log({ entity: 'client', ref, client_id, field: 'section_i_version', before, after });
    session.touched.clients.add(client_id);
  };
  /** Lists and exports show the record's own words: they are those in force. */
  const follow = (client_id: number, on: IsoDate): void => {
    const now = versionOn(versionsOf(client_id), on);
    if (now !== null) clients.update(client_id, { section_i: now.words });
  };
  return {
    of: versionsOf,
    all: () => {
      const found = new Map<number, SectionIVersion[]>();
      for (const raw of all.all()) {
        const version = toVersion(raw);
        const known = found.get(version.client_id);
        if (known === undefined) found.set(version.client_id, [version]);
        else known.push(version);
      }
      return found;
    },
    record: (client_id, given, recorded) => {
      session.mustWrite();
      const { section_i } = defined(clients.get(client_id), `client ${client_id}`);
      let known = versionsOf(client_id).length;
      if (known === 0 && section_i.trim() !== '' && section_i !== given.words) {
        known++;
        const imported = {
          words: section_i,
          plan_on: null,
          urns: [],
          condition: '',
          named_on: null,
          review_on: null,
          version: known,
          source: 'imported',
        } as const;
        put(client_id, imported, recorded);
      }
      const version = put(client_id, { ...given, version: known + 1, source: 'officer' }, recorded);
      const from = given.plan_on === null ? '' : `, plan of ${formatDate(given.plan_on)}`;
      log(client_id, '', `version ${version.version}${from}`);
      follow(client_id, recorded.on);
      return version;
    },
    withdraw: ({ id, client_id, version }, { on, by, reason }) => {
      session.mustWrite();
      withdraw.run(on, by, reason, id);
      log(client_id, `version ${version}`, `withdrawn: ${reason}`);
      follow(client_id, on);
    },
  };
}
