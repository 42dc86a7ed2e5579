/** An answer to one question of law: what is not known is never yes. */
export type Answer = 'yes' | 'no' | 'cannot_tell';

/** All must hold: no beats cannot tell, cannot tell beats yes; yes for none. */
export function all(answers: readonly Answer[]): Answer {
  if (answers.includes('no')) return 'no';
  return answers.includes('cannot_tell') ? 'cannot_tell' : 'yes';
}

/** One must hold: yes beats cannot tell, cannot tell beats no; no for none. */
export function any(answers: readonly Answer[]): Answer {
  if (answers.includes('yes')) return 'yes';
  return answers.includes('cannot_tell') ? 'cannot_tell' : 'no';
}
