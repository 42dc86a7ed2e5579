/** What is known of one route. */
export function RouteInspector(props: { readonly routeId: number }) {
  return <p>Route {props.routeId}</p>;
}
