/** Rechecks an answer to a CVRPLIB problem from the file's own text: who is visited, what is carried, how long it is. */

/** What is wrong, each a sentence; and the length by the file's coordinates. */
export interface CvrpCheck {
  readonly problems: readonly string[];
  readonly cost: number;
}

/** Checks routes of customers numbered as in a `.sol`: the depot is 0, the file's second place is customer 1. */
export function checkCvrp(vrp: string, routes: readonly (readonly number[])[]): CvrpCheck {
  const section = (name: string): readonly (readonly number[])[] => {
    const after = vrp.split(new RegExp(`^${name}\\s*$`, 'm'))[1] ?? '';
    const rows = after.split(/^[A-Z]/m)[0] ?? '';
    return rows
      .trim()
      .split('\n')
      .map((line) => line.trim().split(/\s+/).map(Number));
  };
  const places = section('NODE_COORD_SECTION');
  const demands = section('DEMAND_SECTION');
  const capacity = Number(/^CAPACITY\s*:\s*(\d+)/m.exec(vrp)?.[1]);
  const leg = (a: number, b: number): number => {
    const [, x = Number.NaN, y = Number.NaN] = places[a] ?? [];
    const [, u = Number.NaN, v = Number.NaN] = places[b] ?? [];
    return Math.round(Math.sqrt((x - u) ** 2 + (y - v) ** 2));
  };
  const problems: string[] = [];
  const visits = new Map<number, number>();
  let cost = 0;
  for (const [at, route] of routes.entries()) {
    let load = 0;
    for (const [k, customer] of route.entries()) {
      visits.set(customer, (visits.get(customer) ?? 0) + 1);
      load += demands[customer]?.[1] ?? Number.NaN;
      cost += leg(route[k - 1] ?? 0, customer);
    }
    cost += leg(route.at(-1) ?? 0, 0);
    if (!(load <= capacity)) problems.push(`route ${at + 1} carries ${load} of ${capacity}`);
    if (route.length === 0) problems.push(`route ${at + 1} is empty`);
  }
  for (let customer = 1; customer < places.length; customer++)
    if (visits.get(customer) !== 1)
      problems.push(`customer ${customer} is visited ${visits.get(customer) ?? 0} times`);
  for (const customer of visits.keys())
    if (!(customer >= 1 && customer < places.length))
      problems.push(`there is no customer ${customer}`);
  return { problems, cost };
}
