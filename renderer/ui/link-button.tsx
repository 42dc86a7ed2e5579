import type { ReactNode } from 'react';
import './link-button.css';

/** A word that does something where a link would go somewhere: chooses what it names. */
export function LinkButton(props: { readonly onPress: () => void; readonly children: ReactNode }) {
  return (
    <button type="button" className="k-link-button" onClick={props.onPress}>
      {props.children}
    </button>
  );
}
