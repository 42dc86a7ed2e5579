/** What is loaded, and the way to load more. */
export function DataScreen() {
  return <h1>Data</h1>;
}
