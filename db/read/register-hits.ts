import type { SearchHit } from '../../shared/api/views/search.ts';
import { joined, wordsOf } from '../../shared/search/fold.ts';
import { marksOf } from '../../shared/search/marks.ts';
import type { Sql } from '../sql.ts';

interface PersonRow {
  readonly id: number;
  readonly name: string;
  readonly ref: string;
  readonly role: string;
  readonly provider: string;
  readonly badge_number: string;
}

interface VehicleRow {
  readonly id: number;
  readonly mark: string;
  readonly provider: string;
  readonly description: string;
}

/** Letters below which names and marks are not looked through: every name has any one letter. */
const LEAST = 2;

const ROLES: Readonly<Record<string, string>> = {
  driver: 'Driver',
  assistant: 'Passenger assistant',
  both: 'Driver and assistant',
};

/** Drivers and assistants by their names, references and badges, and vehicles by their registration marks. Some thousands: looked through. */
export function registerHits(sql: Sql): (typed: string, limit: number) => readonly SearchHit[] {
  const people = sql.prepare(
    'SELECT id, name, ref, role, provider, badge_number FROM worker ORDER BY name, ref',
  );
  const vehicles = sql.prepare(
    `SELECT id, mark, provider, description FROM vehicle WHERE replace(mark, ' ', '') LIKE ? ORDER BY mark LIMIT ?`,
  );
  return (typed, limit) => {
    const words = wordsOf(typed);
    const bare = joined(typed);
    if (bare.length < LEAST) return [];
    const persons = (people.all() as PersonRow[])
      .filter(({ name, ref, badge_number }) => {
        if (bare === joined(ref) || (badge_number !== '' && bare === joined(badge_number)))
          return true;
        const own = wordsOf(name);
        return words.every((word) => own.some((each) => each.startsWith(word)));
      })
      .slice(0, limit)
      .map((row) => personHit(row, words, bare));
    const marks = /^[a-z0-9]+$/.test(bare)
      ? (vehicles.all(`${bare.toUpperCase()}%`, limit) as VehicleRow[])
      : [];
    return [...persons, ...marks.map((row) => vehicleHit(row, bare))];
  };
}

function personHit(row: PersonRow, words: readonly string[], bare: string): SearchHit {
  const { id, name, ref, role, provider, badge_number } = row;
  const isRef = bare === joined(ref) || (badge_number !== '' && bare === joined(badge_number));
  const own = wordsOf(name);
  return {
    kind: 'worker',
    id,
    title: name === '' ? ref : name,
    marks: marksOf(name, words),
    detail: [ROLES[role] ?? role, provider, badge_number].filter(Boolean).join(', '),
    detail_marks: [],
    fit: isRef ? 'reference' : words.every((word) => own.includes(word)) ? 'name' : 'beginning',
    why: null,
  };
}

function vehicleHit({ id, mark, provider, description }: VehicleRow, bare: string): SearchHit {
  return {
    kind: 'vehicle',
    id,
    title: mark,
    marks: marksOf(mark, [bare]),
    detail: [description, provider].filter(Boolean).join(', '),
    detail_marks: [],
    fit: joined(mark) === bare ? 'reference' : 'beginning',
    why: null,
  };
}
