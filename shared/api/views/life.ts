/** What came of signing a step on many applications. */
export interface StepsTaken {
  /** References of the applications that took it (or would). */
  readonly taken: readonly string[];
  /** Those that could not, each with every reason. */
  readonly refused: readonly { readonly ref: string; readonly problems: readonly string[] }[];
}

/** What a named officer sees of a protected address. */
export interface ProtectedAddress {
  readonly home_address: string;
  readonly postcode: string;
  readonly second_address: string;
  readonly second_postcode: string;
  /** The further addresses, each as a line. */
  readonly others: readonly string[];
}
