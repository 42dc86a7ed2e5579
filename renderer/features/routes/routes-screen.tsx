/** The place is built next. */
export function RoutesScreen() {
  return <h1>Routes</h1>;
}
