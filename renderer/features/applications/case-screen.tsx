export function CaseScreen(props: { readonly clientId: number }) {
  return <h1>Case {props.clientId}</h1>;
}
