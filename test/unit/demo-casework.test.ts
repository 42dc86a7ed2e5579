/** The invented county's casework is what the product itself would have let its officers write. */
import { describe, expect, it } from 'vitest';
import { decisionProblems, departs } from '../../shared/casework/check-decision.ts';
import {
  evidenceProblems,
  sectionIProblems,
  walkingRouteProblems,
} from '../../shared/casework/check-evidence.ts';
import { demoCasework } from '../../shared/demo/casework.ts';
import { demoCounty } from '../../shared/demo/demo-county.ts';

const county = demoCounty({ seed: 1 });
const work = demoCasework(county, 1);
const decisions = work.cases.flatMap(({ decision }) => (decision === null ? [] : [decision]));

describe('the casework of the invented county', () => {
  it('could have been recorded as it is', () => {
    const problems = work.cases.flatMap(({ recorded }) => [
      ...recorded.evidence.flatMap(({ given, on, by }) => evidenceProblems(given, { on, by })),
      ...recorded.versions.flatMap(({ given, by }) => sectionIProblems(given, by)),
    ]);
    expect(problems).toEqual([]);
    expect(work.routes.flatMap(({ given, on, by }) => walkingRouteProblems(given, { on, by }))).toEqual([]); // prettier-ignore
  });

  it('has each decision signed as it could have been, and the state that it gives', () => {
    expect(decisions.flatMap(({ given, facts, decided_on }) => decisionProblems(given, facts, decided_on))).toEqual([]); // prettier-ignore
    for (const { application, decision } of work.cases) {
      if (decision === null) continue;
      expect(decision.given.outcome).toBe(application.status);
      expect(decision.departs).toBe(departs(decision.given, decision.facts));
    }
  });

  it('has some of each: decisions that follow, few that depart, evidence of every common kind', () => {
    expect(decisions.length).toBeGreaterThan(1000);
    const departing = decisions.filter((each) => each.departs).length;
    expect(departing / decisions.length).toBeLessThan(0.12);
    const kinds = new Set(work.cases.flatMap(({ recorded }) => recorded.evidence.map(({ given }) => given.kind))); // prettier-ignore
    for (const kind of [
      'measured',
      'accompaniment',
      'low_income',
      'nearer',
      'course',
      'post_16',
      'route_concern',
    ])
      // prettier-ignore
      expect([...kinds], kind).toContain(kind);
    expect(work.routes.filter(({ supersedes }) => supersedes !== null)).toHaveLength(1);
  });

  it('is the same again from the same seed', () => {
    expect(JSON.stringify(demoCasework(county, 1))).toBe(JSON.stringify(work));
  });
});
