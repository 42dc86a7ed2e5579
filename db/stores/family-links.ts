import type { FamilyLink, FamilyMember } from '../../shared/model/letter.ts';
import type { LettersStore } from '../letters-aggregate.ts';
import type { Session } from '../session.ts';

/** Families that a person linked by hand. */
export function familyLinks(session: Session): Pick<LettersStore, 'links' | 'link' | 'unlink'> {
  const { sql } = session;
  const links = sql.prepare('SELECT kind, ref, family FROM family_link ORDER BY family, kind, ref');
  const put = sql.prepare(
    `INSERT INTO family_link (kind, ref, family) VALUES (?, ?, ?)
     ON CONFLICT (kind, ref) DO UPDATE SET family = excluded.family`,
  );
  const cut = sql.prepare('DELETE FROM family_link WHERE kind = ? AND ref = ?');
  const clientId = sql.prepare('SELECT id FROM client WHERE ref = ?').pluck();

  const allLinks = (): FamilyLink[] => links.all() as FamilyLink[];
  const log = (member: FamilyMember, before: number | null, after: number | null): void => {
    const { kind, ref } = member;
    session.log({
      entity: kind,
      ref,
      client_id: kind === 'client' ? Number(clientId.get(ref)) : null,
      field: 'family',
      before: before === null ? '' : String(before),
      after: after === null ? '' : String(after),
    });
  };
  return {
    links: allLinks,
    link: (members) => {
      session.mustWrite();
      const known = allLinks();
      const isNamed = ({ kind, ref }: FamilyMember): boolean =>
        members.some((each) => each.kind === kind && each.ref === ref);
      const joined = new Set(known.filter(isNamed).map(({ family }) => family));
      const family =
        joined.size > 0
          ? Math.min(...joined)
          : 1 + Math.max(0, ...known.map(({ family }) => family));
      const before = new Map(known.map((each) => [`${each.kind} ${each.ref}`, each.family]));
      // Whoever was linked with one of them is of the family now too.
      for (const member of [...members, ...known.filter((each) => joined.has(each.family))]) {
        const key = `${member.kind} ${member.ref}`;
        const was = before.get(key) ?? null;
        if (was === family) continue;
        put.run(member.kind, member.ref, family);
        log(member, was, family);
        before.set(key, family);
      }
      return family;
    },
    unlink: (member) => {
      session.mustWrite();
      const known = allLinks().find(({ kind, ref }) => kind === member.kind && ref === member.ref);
      if (known === undefined) return false;
      cut.run(member.kind, member.ref);
      log(member, known.family, null);
      return true;
    },
  };
}
