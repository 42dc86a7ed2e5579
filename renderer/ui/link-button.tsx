import type { KeyboardEvent, ReactNode } from 'react';
import './link-button.css';

/** A word that does something where a link would go somewhere: chooses what it names. `label` says more than the word where that stands alone. */
export function LinkButton(props: {
  readonly onPress: () => void;
  readonly label?: string;
  /** Keys of the list or table that it stands in. */
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly children: ReactNode;
}) {
  return (
    <button
      type="button"
      className="k-link-button"
      onClick={props.onPress}
      {...(props.onKeyDown === undefined ? {} : { onKeyDown: props.onKeyDown })}
      {...(props.label === undefined ? {} : { 'aria-label': props.label })}
    >
      {props.children}
    </button>
  );
}
