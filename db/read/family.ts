import type {
  AlikeChild,
  OtherChild,
  OwnApplication,
  Sibling,
} from '../../shared/api/views/family.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import type { Client } from '../../shared/model/client.ts';
import { sortKey } from '../search-text.ts';
import type { Sql } from '../sql.ts';

/** Who belongs together with a child, who bears their name, and what was asked for before. */
export interface Family {
  readonly siblings: readonly Sibling[];
  readonly namesakes: readonly OtherChild[];
  readonly applications: readonly OwnApplication[];
}

/** What an officer has typed of a child so far. */
export interface Typed {
  readonly forename: string;
  readonly surname: string;
  readonly date_of_birth: IsoDate | null;
  /** Upper case with one space; '' for none. */
  readonly postcode: string;
}

const OTHER = `c.id AS client_id, c.ref, trim(c.forename || ' ' || c.surname) AS name, c.date_of_birth,
  coalesce((SELECT s.name FROM school s WHERE s.urn = c.school_urn), c.school_given) AS school`;
/** Children shown at once. */
const MOST = 20;

/** Reads them. A protected child is nobody's sibling here: that would say where they live. */
export function familyReader(sql: Sql) {
  const siblings = sql.prepare(
    `SELECT ${OTHER} FROM client c WHERE c.id <> ? AND c.protected_address = 0 AND c.id IN (
       SELECT id FROM client WHERE postcode = ? AND postcode <> '' AND surname = ?
       UNION SELECT m.id FROM family_link l JOIN client m ON m.ref = l.ref
         WHERE l.kind = 'client' AND l.family =
           (SELECT family FROM family_link WHERE kind = 'client' AND ref = ?))
     ORDER BY c.ref LIMIT ${MOST}`,
  );
  const named = sql.prepare(
    `SELECT ${OTHER}, c.postcode, c.protected_address FROM client_state s JOIN client c ON c.id = s.client_id
     WHERE s.name_key = ? ORDER BY c.ref LIMIT 200`,
  );
  const applications = sql.prepare(
    `SELECT ref, type, received_on, status FROM application WHERE client_id = ? ORDER BY received_on DESC, ref DESC`,
  );
  const decisions = sql.prepare(
    'SELECT decided_on AS "on", outcome FROM decision WHERE application_ref = ? ORDER BY id',
  );
  const keyOf = ({ forename, surname }: Pick<Typed, 'forename' | 'surname'>): string =>
    sortKey(
      [surname, forename]
        .map((part) => part.trim())
        .filter((part) => part !== '')
        .join(', '),
    );
  type NamedRow = OtherChild & { readonly postcode: string; readonly protected_address: number };
  const bearing = (name: Pick<Typed, 'forename' | 'surname'>): readonly NamedRow[] => {
    const key = keyOf(name);
    return key === '' ? [] : (named.all(key) as NamedRow[]);
  };
  return {
    of: (client: Client): Family => ({
      siblings: (
        siblings.all(client.id, client.postcode, client.surname, client.ref) as OtherChild[]
      ).map((each) => ({
        ...each,
        twin: each.date_of_birth !== null && each.date_of_birth === client.date_of_birth,
      })),
      namesakes: bearing(client)
        .filter(({ client_id }) => client_id !== client.id)
        .slice(0, MOST)
        .map(({ postcode: _postcode, protected_address: _hidden, ...each }) => each),
      applications: (applications.all(client.id) as Omit<OwnApplication, 'decisions'>[]).map(
        (each) => ({
          ...each,
          decisions: decisions.all(each.ref) as OwnApplication['decisions'],
        }),
      ),
    }),
    alike: (typed: Typed): readonly AlikeChild[] =>
      bearing(typed).flatMap(({ postcode, protected_address, ...each }) => {
        const born = typed.date_of_birth !== null && typed.date_of_birth === each.date_of_birth;
        // A protected address is no answer to a guess.
        const lives =
          protected_address === 0 && typed.postcode !== '' && typed.postcode === postcode;
        if (!born && !lives) return [];
        const why = [born ? 'date of birth' : '', lives ? 'postcode' : ''].filter((w) => w !== '');
        return [{ ...each, why: `same name and ${why.join(' and ')}` }];
      }),
  };
}
