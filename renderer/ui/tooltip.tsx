import type { ReactElement, ReactNode } from 'react';
import { Button, Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components';
import './tooltip.css';

/** A word on a control, on hover and on focus. The child must be one of React Aria's controls. */
export function Tooltip(props: {
  /** null says nothing. */
  readonly text: ReactNode | null;
  readonly placement?: 'top' | 'bottom' | 'left' | 'right';
  readonly children: ReactElement;
}) {
  return (
    <TooltipTrigger delay={500} closeDelay={0} isDisabled={props.text === null}>
      {props.children}
      <AriaTooltip className="k-tooltip" offset={6} placement={props.placement ?? 'bottom'}>
        {props.text}
      </AriaTooltip>
    </TooltipTrigger>
  );
}

/** Marks a figure as estimated and says why, on hover, on focus and to screen readers. */
export function Estimated(props: { readonly why: string }) {
  return (
    <Tooltip text={props.why}>
      <Button className="k-estimated" aria-label={`est.: ${props.why}`}>
        est.
      </Button>
    </Tooltip>
  );
}
