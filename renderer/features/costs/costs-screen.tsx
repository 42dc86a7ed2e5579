/** The place is built next. */
export function CostsScreen() {
  return <h1>Costs</h1>;
}
