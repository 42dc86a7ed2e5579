/** The list and the case page. */
export function ApplicationsScreen() {
  return <h1>Applications</h1>;
}
