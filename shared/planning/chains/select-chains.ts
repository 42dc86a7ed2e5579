/**
 * Which chains to have at once, so that no run stands in two and the most is saved: chains that touch each other are a set packing, solved
 * to proof by branching where they are few enough, else improved from the better of two starts until no exchange of one chain saves more.
 */

/** A chain by the numbers of its runs, and what it saves; above 0. */
export interface Choice {
  readonly members: readonly number[];
  readonly pence: number;
}

/** What was chosen. */
export interface Selected {
  /** Positions in the list of choices. */
  readonly chosen: readonly number[];
  /** No other choice saves more. */
  readonly proven: boolean;
}

/** Steps of branching over all groups. [A] */
const MOST_STEPS = 100_000;

/** Chooses; `start` are positions of a choice without overlaps to begin from. Where two ways save the same, the one found first stays. */
export function selectChains(choices: readonly Choice[], start: readonly number[]): Selected {
  const budget = { steps: MOST_STEPS };
  let proven = true;
  const chosen: number[] = [];
  const isStart = new Set(start);
  for (const group of groupsOf(choices)) {
    const own = group.filter((at) => isStart.has(at));
    const begun = [own, []].map((from) => new Packing(choices, group, from).improve());
    const best = begun.reduce((one, other) => (other.worth > one.worth ? other : one));
    const branched =
      group.length > MOST_BRANCHED
        ? { chosen: best.chosen, proven: false }
        : branch(choices, group, { best, budget });
    proven &&= branched.proven;
    chosen.push(...branched.chosen);
  }
  return { chosen: chosen.toSorted((a, b) => a - b), proven };
}

/** Groups of more choices are not branched: no number of steps would see all of them. [A] */
const MOST_BRANCHED = 400;

/** Choices that touch each other, directly or through others. */
function groupsOf(choices: readonly Choice[]): readonly (readonly number[])[] {
  const head = new Map<number, number>();
  const find = (member: number): number => {
    let top = member;
    for (let up = head.get(top); up !== undefined && up !== top; up = head.get(top)) top = up;
    head.set(member, top);
    return top;
  };
  for (const { members } of choices)
    for (const member of members) head.set(find(member), find(members[0] ?? member));
  const groups = new Map<number, number[]>();
  choices.forEach(({ members }, at) => {
    const top = find(members[0] ?? -1);
    const group = groups.get(top);
    if (group === undefined) groups.set(top, [at]);
    else group.push(at);
  });
  return [...groups.values()];
}

interface Packed {
  readonly chosen: readonly number[];
  readonly worth: number;
}

/** A choice without overlaps that is exchanged for better ones. */
class Packing {
  private readonly choices: readonly Choice[];
  /** Positions, those that save most first. */
  private readonly order: readonly number[];
  private readonly ofMember = new Map<number, number[]>();
  /** The choice that each member stands in. */
  private readonly takenBy = new Map<number, number>();

  constructor(choices: readonly Choice[], group: readonly number[], start: readonly number[]) {
    this.choices = choices;
    this.order = group.toSorted((a, b) => this.pence(b) - this.pence(a) || a - b);
    for (const at of this.order)
      for (const member of this.members(at)) {
        const list = this.ofMember.get(member);
        if (list === undefined) this.ofMember.set(member, [at]);
        else list.push(at);
      }
    for (const at of [...start, ...this.order]) if (this.isFree(at)) this.take(at);
  }

  /** Takes a chain in for those in its way, and whatever fits then, for as long as that saves more. */
  improve(): Packed {
    for (let again = true; again;) {
      again = false;
      for (const at of this.order) if (this.exchange(at)) again = true;
    }
    const chosen = [...new Set(this.takenBy.values())];
    return { chosen, worth: chosen.reduce((sum, at) => sum + this.pence(at), 0) };
  }

  private exchange(at: number): boolean {
    const own = this.members(at);
    const gone = [...new Set(own.flatMap((member) => this.takenBy.get(member) ?? []))];
    if (gone.includes(at)) return false;
    const lost = gone.reduce((sum, each) => sum + this.pence(each), 0);
    for (const each of gone) this.release(each);
    this.take(at);
    const freed = gone.flatMap((each) => this.members(each)).filter((one) => !own.includes(one));
    const filled: number[] = [];
    for (const member of freed)
      for (const each of this.ofMember.get(member) ?? []) {
        if (!this.isFree(each)) continue;
        this.take(each);
        filled.push(each);
      }
    const won = filled.reduce((sum, each) => sum + this.pence(each), this.pence(at));
    if (won > lost) return true;
    for (const each of [at, ...filled]) this.release(each);
    for (const each of gone) this.take(each);
    return false;
  }

  private isFree(at: number): boolean {
    return this.members(at).every((member) => !this.takenBy.has(member));
  }

  private take(at: number): void {
    for (const member of this.members(at)) this.takenBy.set(member, at);
  }

  private release(at: number): void {
    for (const member of this.members(at)) this.takenBy.delete(member);
  }

  private members(at: number): readonly number[] {
    return this.choices[at]?.members ?? [];
  }

  private pence(at: number): number {
    return this.choices[at]?.pence ?? 0;
  }
}

/** The best of all choices of a group where the steps suffice to see it: member by member, either in one of its chains or in none. */
function branch(
  choices: readonly Choice[],
  group: readonly number[],
  from: { readonly best: Packed; readonly budget: { steps: number } },
): { readonly chosen: readonly number[]; readonly proven: boolean } {
  const { budget } = from;
  let { best } = from;
  const of = (at: number): Choice => choices[at] ?? { members: [], pence: 0 };
  const ofMember = new Map<number, number[]>();
  for (const at of group.toSorted((a, b) => of(b).pence - of(a).pence || a - b))
    for (const member of of(at).members)
      ofMember.set(member, [...(ofMember.get(member) ?? []), at]);
  // What a member adds at most: its share of the chain that saves most a member.
  const share = new Map([...ofMember].map(([member, list]) => [member, Math.max(...list.map((at) => of(at).pence / of(at).members.length))])); // prettier-ignore
  const members = [...ofMember.keys()].toSorted((a, b) => (ofMember.get(a)?.length ?? 0) - (ofMember.get(b)?.length ?? 0) || a - b); // prettier-ignore
  const rank = new Map(members.map((member, i) => [member, i]));
  const used = new Set<number>();
  const shareOf = (member: number): number => share.get(member) ?? 0;
  const go = (i: number, now: Packed, hope: number): void => {
    budget.steps -= 1;
    if (now.worth > best.worth) best = now;
    const member = members[i];
    if (member === undefined || budget.steps <= 0 || now.worth + hope <= best.worth + 1e-6) return;
    if (used.has(member)) {
      go(i + 1, now, hope);
      return;
    }
    for (const at of ofMember.get(member) ?? []) {
      const own = of(at).members;
      // A chain with a member before this one was tried there.
      if (own.some((each) => used.has(each) || (rank.get(each) ?? 0) < i)) continue;
      for (const each of own) used.add(each);
      const gone = own.reduce((sum, each) => sum + shareOf(each), 0);
      const next = { chosen: [...now.chosen, at], worth: now.worth + of(at).pence };
      go(i + 1, next, hope - gone);
      for (const each of own) used.delete(each);
    }
    go(i + 1, now, hope - shareOf(member));
  };
  const all = members.reduce((sum, member) => sum + shareOf(member), 0);
  go(0, { chosen: [], worth: 0 }, all);
  return { chosen: best.chosen, proven: budget.steps > 0 };
}
