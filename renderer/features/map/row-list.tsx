import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';

/** How far each key goes; Home and End go all the way. */
const MOVES: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 8,
  PageUp: -8,
  Home: -Infinity,
  End: Infinity,
};

function buttonsOf(list: HTMLElement | null): HTMLButtonElement[] {
  return [...(list?.querySelectorAll<HTMLButtonElement>('.map-row') ?? [])];
}

/** A list of rows to choose from: one stop of the tab key, arrows go from row to row, Enter chooses. */
export function RowList(props: { readonly label: string; readonly children: ReactNode }) {
  const list = useRef<HTMLUListElement | null>(null);

  useEffect(() => {
    // Rows come and go with the search, so the one that takes the tab key is found anew after each drawing.
    const buttons = buttonsOf(list.current);
    const stop =
      buttons.find((button) => button === document.activeElement) ??
      buttons.find((button) => button.ariaPressed === 'true') ??
      buttons[0];
    for (const button of buttons) button.tabIndex = button === stop ? 0 : -1;
  });

  const move = (event: KeyboardEvent): void => {
    const by = MOVES[event.key];
    if (by === undefined) return;
    const buttons = buttonsOf(list.current);
    const from = buttons.findIndex((button) => button === document.activeElement);
    const to = buttons[Math.max(0, Math.min(buttons.length - 1, from + by))];
    if (to === undefined) return;
    event.preventDefault();
    for (const button of buttons) button.tabIndex = button === to ? 0 : -1;
    to.focus();
  };

  return (
    // The keys move the focus among the rows, which are buttons; the list itself takes none.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <ul className="map-list" aria-label={props.label} ref={list} onKeyDown={move}>
      {props.children}
    </ul>
  );
}
