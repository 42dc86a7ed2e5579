import type { SearchHit } from '../../shared/api/views/case.ts';
import { formatQuantity } from '../../shared/format/number.ts';
import { compact, searchExpression } from '../search-text.ts';
import type { Sql } from '../sql.ts';
import type { SchoolsStore } from '../store.ts';

interface ClientHit {
  readonly client_id: number;
  readonly ref: string;
  readonly name: string;
  readonly school: string;
}
interface RouteHit {
  readonly id: number;
  readonly ref: string;
  readonly school: string;
  readonly clients: number;
}
interface ProviderHit {
  readonly provider: string;
  readonly contracts: number;
}

function clientSearch(sql: Sql): (text: string, limit: number) => SearchHit[] {
  const byRef = sql.prepare(
    `SELECT client_id, ref, name, school FROM client_state
     WHERE ref = ? OR application_ref = ? LIMIT 1`,
  );
  const byWords = sql.prepare(
    `SELECT client_id, ref, name, school FROM client_state
     WHERE +client_id IN (SELECT rowid FROM client_text WHERE client_text MATCH ?)
     ORDER BY name_key, client_id LIMIT ?`,
  );
  return (text, limit) => {
    const expression = searchExpression(text);
    if (expression === null) return [];
    const typed = text.trim().toUpperCase();
    const exact = byRef.all(typed, typed) as ClientHit[];
    const found = byWords.all(expression, limit) as ClientHit[];
    const rest = found.filter((hit) => hit.client_id !== exact[0]?.client_id);
    return [...exact, ...rest].slice(0, limit).map((hit) => ({
      kind: 'client',
      id: hit.client_id,
      title: hit.name === '' ? hit.ref : hit.name,
      detail: hit.school === '' ? hit.ref : `${hit.ref}, ${hit.school}`,
    }));
  };
}

/** `%` and `_` are no wildcards in what a person typed. */
function likeStart(text: string): string {
  return `${text.trim().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
}

/** One box for everything: a reference first, then clients, schools, routes and providers. */
export function searchReader(
  sql: Sql,
  schools: SchoolsStore,
): (text: string, limit: number) => readonly SearchHit[] {
  const clients = clientSearch(sql);
  const routes = sql.prepare(
    String.raw`SELECT r.id, r.ref, coalesce(s.name, k.school_given, '') AS school,
       (SELECT count(*) FROM plan_stop ps WHERE ps.route_id = r.id) AS clients
     FROM plan_route r LEFT JOIN school s ON s.urn = r.school_urn
       LEFT JOIN contract k ON k.id = r.contract_id
     WHERE r.plan_id = (SELECT id FROM plan WHERE status <> 'superseded')
       AND (r.ref LIKE ? ESCAPE '\' OR replace(replace(r.ref, '-', ''), ' ', '') LIKE ? ESCAPE '\')
     ORDER BY r.ref LIMIT ?`,
  );
  const providers = sql.prepare(
    String.raw`SELECT provider, count(*) AS contracts FROM contract
     WHERE provider LIKE '%' || ? ESCAPE '\' GROUP BY provider ORDER BY provider LIMIT ?`,
  );
  return (text, limit) => {
    if (text.trim() === '') return [];
    const start = likeStart(text);
    const found: SearchHit[] = [
      ...clients(text, limit),
      ...schools.search(text, limit).map((school): SearchHit => ({
        kind: 'school',
        id: school.urn,
        title: school.name,
        detail: [school.town, String(school.urn)].filter((part) => part !== '').join(', '),
      })),
      ...(routes.all(start, likeStart(compact(text)), limit) as RouteHit[]).map(
        (hit): SearchHit => ({
          kind: 'route',
          id: hit.id,
          title: hit.ref,
          detail: `${hit.school}, ${formatQuantity(hit.clients, 'client')}`,
        }),
      ),
      ...(providers.all(start, limit) as ProviderHit[]).map((hit): SearchHit => ({
        kind: 'provider',
        id: hit.provider,
        title: hit.provider,
        detail: formatQuantity(hit.contracts, 'contract'),
      })),
    ];
    return share(found, limit);
  };
}

const KINDS = ['client', 'school', 'route', 'provider'] as const;

/** Every kind gets its turn: the best of each first, so that many clients do not hide a school. */
function share(found: readonly SearchHit[], limit: number): SearchHit[] {
  const groups = KINDS.map((kind) => found.filter((hit) => hit.kind === kind));
  const turns = groups
    .flatMap((group) => group.map((hit, place) => ({ hit, place })))
    .toSorted((a, b) => a.place - b.place)
    .slice(0, limit)
    .map(({ hit }) => hit);
  return groups.flatMap((group) => group.filter((hit) => turns.includes(hit)));
}
