/** Reads a problem file, reporting everything that is wrong with it at once. */
import { fail, ok, type Result } from '../kernel/result.ts';
import { UNREACHABLE, type Problem, type Pupil, type Room, type VehicleType } from './problem.ts';

export const PROBLEM_SCHEMA = 'school-route-bench/1';

/** More pupils than this at one school is a file of something else: the matrix grows with its square. */
const MOST_PUPILS = 5000;
const MOST_PROBLEMS_TOLD = 50;

type Fields = Readonly<Record<string, unknown>>;

class Reader {
  readonly problems: string[] = [];

  say(text: string): void {
    this.problems.push(text);
  }

  fields(value: unknown, where: string): Fields {
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Fields;
    this.say(`${where} is not an object`);
    return {};
  }

  list(value: unknown, where: string): readonly unknown[] {
    if (Array.isArray(value)) return value;
    this.say(`${where} is not a list`);
    return [];
  }

  number(value: unknown, where: string, min = 0): number {
    if (typeof value === 'number' && Number.isFinite(value) && value >= min) return value;
    this.say(`${where} is not a number of at least ${min}`);
    return min;
  }

  whole(value: unknown, where: string, min = 0): number {
    if (Number.isInteger(value)) return this.number(value, where, min);
    this.say(`${where} is not a whole number of at least ${min}`);
    return min;
  }

  flag(value: unknown, where: string): boolean {
    if (value === undefined || typeof value === 'boolean') return value ?? false;
    this.say(`${where} is neither true nor false`);
    return false;
  }

  text(value: unknown, where: string): string {
    if (typeof value === 'string' && value !== '') return value;
    this.say(`${where} is not a text`);
    return '';
  }
}

/** The problem, or `bad_problem` with all that is wrong in `details.problems`. */
export function parseProblem(json: unknown): Result<Problem> {
  const reader = new Reader();
  const top = reader.fields(json, 'the file');
  if (top['schema'] !== PROBLEM_SCHEMA) {
    return fail(
      'bad_problem',
      `The file does not say that it is a ${PROBLEM_SCHEMA} problem.`,
      `Give a file whose "schema" is "${PROBLEM_SCHEMA}".`,
    );
  }
  const name = reader.text(top['name'], 'name');
  const pupils = readPupils(reader, top);
  const vehicleTypes = readTypes(reader, top['vehicleTypes']);
  const n = pupils.length + 1;
  const matrix = reader.fields(top['matrix'], 'matrix');
  const distances = readMatrix(reader, matrix['distances'], n, 'matrix.distances');
  const durations = readMatrix(reader, matrix['durations'], n, 'matrix.durations');
  for (const [at, metres] of distances.entries())
    if (Math.max(metres, durations[at] ?? 0) >= UNREACHABLE)
      distances[at] = durations[at] = UNREACHABLE;
  const assistantCost =
    top['assistantCost'] === undefined ? 0 : reader.whole(top['assistantCost'], 'assistantCost');
  if (reader.problems.length > 0) {
    const { problems } = reader;
    return fail(
      'bad_problem',
      `The problem cannot be used: ${problems[0]}${problems.length > 1 ? `, and ${problems.length - 1} more` : ''}.`,
      'Correct the file by the list in the details.',
      { problems: problems.slice(0, MOST_PROBLEMS_TOLD) },
    );
  }
  return ok({
    name,
    pupils,
    vehicleTypes,
    assistantCost,
    n,
    distances,
    durations,
    pinned: [],
  });
}

function readPupils(reader: Reader, top: Fields): readonly Pupil[] {
  const maxRide = reader.number(top['maxRide'], 'maxRide');
  const boarding = top['boarding'] === undefined ? 0 : reader.number(top['boarding'], 'boarding');
  const list = reader.list(top['pupils'], 'pupils');
  if (list.length > MOST_PUPILS) {
    reader.say(`${list.length} pupils are more than the ${MOST_PUPILS} of one problem`);
    return [];
  }
  const indices = new Set<number>();
  const ids = new Set<string>();
  const pupils = list.map((each, at): Pupil => {
    const where = `pupils[${at}]`;
    const row = reader.fields(each, where);
    const index = reader.whole(row['index'], `${where}.index`, 1);
    const id = reader.text(row['id'], `${where}.id`);
    if (index > list.length) reader.say(`${where}.index ${index} is outside the matrix`);
    if (indices.has(index)) reader.say(`${where}.index ${index} is used twice`);
    if (ids.has(id)) reader.say(`${where}.id ${id} is used twice`);
    if (row['wheelchair'] === true && row['wheelchairs'] === 0)
      reader.say(
        `${where} (${id}) uses a wheelchair and takes no wheelchair space, which exclude each other: one of the two is to be corrected`,
      );
    indices.add(index);
    ids.add(id);
    return {
      id,
      index,
      seats: reader.whole(row['seats'], `${where}.seats`),
      wheelchairs: reader.whole(row['wheelchairs'], `${where}.wheelchairs`),
      boarding:
        row['boarding'] === undefined
          ? boarding
          : reader.number(row['boarding'], `${where}.boarding`),
      maxRide:
        row['maxRide'] === undefined ? maxRide : reader.number(row['maxRide'], `${where}.maxRide`),
      alone: reader.flag(row['alone'], `${where}.alone`),
      notWith: readNotWith(reader, row['notWith'], { id, where }),
      assistant: reader.flag(row['assistant'], `${where}.assistant`),
    };
  });
  return pupils.toSorted((a, b) => a.index - b.index);
}

function readNotWith(
  reader: Reader,
  value: unknown,
  { id, where }: { readonly id: string; readonly where: string },
): readonly string[] {
  if (value === undefined) return [];
  const others = reader
    .list(value, `${where}.notWith`)
    .map((other, i) => reader.text(other, `${where}.notWith[${i}]`));
  if (others.includes(id))
    reader.say(`${where} (${id}) may not travel with themselves: take ${id} out of notWith`);
  return others;
}

function readTypes(reader: Reader, value: unknown): readonly VehicleType[] {
  const ids = new Set<string>();
  return reader.list(value, 'vehicleTypes').map((each, at): VehicleType => {
    const where = `vehicleTypes[${at}]`;
    const row = reader.fields(each, where);
    const id = reader.text(row['id'], `${where}.id`);
    if (ids.has(id)) reader.say(`${where}.id ${id} is used twice`);
    ids.add(id);
    const namesLayout = row['layouts'] !== undefined;
    const layouts = namesLayout
      ? reader
          .list(row['layouts'], `${where}.layouts`)
          .map((room, i) => readRoom(reader, room, `${where}.layouts[${i}]`))
      : [readRoom(reader, row, where)];
    if (layouts.length === 0) reader.say(`${where}.layouts is empty`);
    return {
      id,
      layouts,
      namesLayout,
      fixed: reader.number(row['fixed'], `${where}.fixed`),
      perKm: reader.number(row['perKm'], `${where}.perKm`),
      count: reader.whole(row['count'], `${where}.count`),
    };
  });
}

function readRoom(reader: Reader, value: unknown, where: string): Room {
  const row = reader.fields(value, where);
  return {
    seats: reader.whole(row['seats'], `${where}.seats`),
    wheelchairs: reader.whole(row['wheelchairs'], `${where}.wheelchairs`),
  };
}

function readMatrix(reader: Reader, value: unknown, n: number, where: string): Float64Array {
  const out = new Float64Array(n * n);
  const rows = reader.list(value, where);
  if (rows.length !== n) {
    reader.say(`${where} has ${rows.length} rows, not ${n}`);
    return out;
  }
  for (let from = 0; from < n; from++) {
    const row = rows[from];
    if (!Array.isArray(row) || row.length !== n) {
      reader.say(`${where}[${from}] is not a list of ${n}`);
      continue;
    }
    // A pair with no way between is null, or a number as large as that.
    for (let to = 0; to < n; to++)
      if (from !== to)
        out[from * n + to] =
          row[to] === null
            ? UNREACHABLE
            : Math.min(UNREACHABLE, reader.number(row[to], `${where}[${from}][${to}]`));
  }
  return out;
}
