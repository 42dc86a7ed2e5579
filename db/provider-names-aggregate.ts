/** A provider's name wherever it stands besides its register, its contracts and plans. */
export interface ProviderNamesStore {
  /**
   * Writes the new name into claims, index clauses, the contact log and invitations without a bid, of every spelling with
   * that `providerKey`. How many records were changed, each with its line of history.
   */
  readonly rename: (key: string, name: string) => number;
  /** What a provider is called today, by a name that it had before it was renamed, or has again since that was undone: for papers of others. */
  readonly today: () => (name: string) => string;
}
