/** Where a day starts. */
export function TodayScreen() {
  return <h1>Today</h1>;
}
