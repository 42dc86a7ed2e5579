/** What is known of one school. */
export function SchoolInspector(props: { readonly urn: number }) {
  return <p>School {props.urn}</p>;
}
