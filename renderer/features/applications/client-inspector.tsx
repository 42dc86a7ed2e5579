/** What is known of one child, beside the list or the map. */
export function ClientInspector(props: { readonly clientId: number }) {
  return <p>Client {props.clientId}</p>;
}
