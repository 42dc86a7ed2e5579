/** The place is built next. */
export function MapScreen() {
  return <h1>Map</h1>;
}
