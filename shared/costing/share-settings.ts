/** By which rule a route's cost is shared out to its clients. */

/** Keys of the settings for shares. */
export const SHARE_KEYS = ['share_rule'] as const;
type Key = (typeof SHARE_KEYS)[number];

/** `equal`: a seat is a seat; `distance`: by direct distance home to school; `marginal`: by how much shorter the run would be without the client. */
export const SHARE_RULES = ['equal', 'distance', 'marginal'] as const;
export type ShareRule = (typeof SHARE_RULES)[number];

/** Whether a value is one of the rules. */
export function isShareRule(value: unknown): value is ShareRule {
  return SHARE_RULES.some((rule) => rule === value);
}

/** What each may be. */
export const SHARE_CHECKS: Readonly<Record<Key, (value: unknown) => value is unknown>> = {
  share_rule: isShareRule,
};

/** One default: `[key, from, value, unit, label, source, estimated]`. */
export const SHARE_ROWS: readonly (readonly [
  Key,
  string,
  ShareRule,
  string,
  string,
  string,
  boolean,
])[] = [
  [
    'share_rule',
    '2020-09-01',
    'equal',
    'equal, distance or marginal',
    'How a route’s cost is shared out to its clients; every rule counts the legs of the week that a client rides',
    'Method of Kerbside, November 2026: an equal part a seat is what two people reckon alike. By distance or by what a client adds to the run, where the council prefers it',
    true,
  ],
];
