import { describe, expect, it } from 'vitest';
import type { CasePage } from '../../shared/api/views/case.ts';
import type { DecisionPage } from '../../shared/api/views/decisions.ts';
import type { ApplicationStatus } from '../../shared/model/client.ts';
import { nextAction } from '../../renderer/features/applications/case-next.ts';
import { transportWord } from '../../renderer/features/applications/case-words.ts';

const asked = (
  status: ApplicationStatus,
  held_reason = '',
): Pick<CasePage, 'application' | 'transport'> => ({
  application: { status, held_reason } as NonNullable<CasePage['application']>,
  transport: 'planned',
});

function rules(given: {
  readonly proposal?: 'met' | 'not_met' | 'cannot_tell';
  readonly waits?: boolean;
  readonly next_step?: DecisionPage['next_step'];
  readonly due?: DecisionPage['life']['due'];
}): DecisionPage {
  return {
    proposal: { proposal: given.proposal ?? 'met' },
    information: given.waits === true ? [{ answer: null }] : [{ answer: { on: '2026-08-01' } }],
    next_step: given.next_step ?? null,
    life: { due: given.due ?? [] },
  } as unknown as DecisionPage;
}

describe('what is done next with a case', () => {
  it.each([
    ['held comes before everything', asked('received', 'Out of year.'), rules({}), 'decide-held'],
    ['nothing while the rules are tried', asked('received'), null, null],
    ['the rules answer', asked('checking'), rules({ proposal: 'not_met' }), 'sign-decision'],
    [
      'the rules cannot tell',
      asked('received'),
      rules({ proposal: 'cannot_tell' }),
      'ask-information',
    ],
    [
      'an answer is waited for',
      asked('more_information'),
      rules({ proposal: 'cannot_tell', waits: true }),
      'answer-information',
    ],
    ['awarded', asked('awarded'), rules({ next_step: 'handed_over' }), 'next-step'],
    [
      'awarded, and an old question was never answered',
      asked('awarded'),
      rules({ next_step: 'handed_over', waits: true }),
      'next-step',
    ],
    ['in place', asked('awarded'), rules({}), null],
    [
      'an appeal was upheld',
      asked('refused'),
      rules({
        due: [{ what: 'new_decision', stage: null, on: '2026-08-01' as never, overdue: true }],
      }),
      'sign-decision',
    ],
    [
      'a review is due',
      asked('awarded'),
      rules({ due: [{ what: 'review', stage: null, on: '2026-08-01' as never, overdue: true }] }),
      null,
    ],
  ] as const)('%s', (_name, page, decisions, expected) => {
    expect(nextAction(page, decisions)).toBe(expected);
  });

  it('is an application where neither a request nor a contract is there, and nothing while a contract carries the child', () => {
    expect(nextAction({ application: null, transport: 'closed' }, null)).toBe('new-application');
    expect(nextAction({ application: null, transport: 'in_place' }, null)).toBeNull();
  });
});

describe('the word for a child’s transport', () => {
  it('calls nothing closed that was never asked for', () => {
    expect(transportWord({ application: null, transport: 'closed' })).toBe(
      'No transport asked for',
    );
    expect(transportWord({ ...asked('withdrawn'), transport: 'closed' })).toBe('Closed');
  });
});
