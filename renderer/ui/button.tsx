import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { classNames } from './class-names.ts';
import { Tooltip } from './tooltip.tsx';
import './button.css';

interface Common {
  readonly onPress?: () => void;
  /** Why it cannot be done now: the button stays in reach of the keyboard and says so. */
  readonly disabledReason?: string | null | undefined;
  /** Shown in the tooltip, such as `Ctrl K`. */
  readonly shortcut?: string;
  readonly type?: 'button' | 'submit';
  readonly takesFocus?: boolean;
}

function pressOf(props: Common): { onPress?: () => void } {
  if (typeof props.disabledReason === 'string') return {};
  return props.onPress === undefined ? {} : { onPress: props.onPress };
}

/** A button with its verb. One `primary` a screen; `danger` only for what cannot be undone. */
export function Button(
  props: Common & {
    readonly variant?: 'primary' | 'secondary' | 'quiet' | 'danger';
    readonly size?: 'normal' | 'small';
    readonly icon?: LucideIcon;
    /** Under way: it cannot be pressed again until it has ended. */
    readonly isPending?: boolean;
    /** Read out in place of its words, where those alone do not say what it does. */
    readonly label?: string;
    readonly children: ReactNode;
  },
) {
  const reason = props.isPending === true ? 'Under way.' : props.disabledReason;
  const off = typeof reason === 'string';
  const Icon = props.icon;
  const button = (
    <AriaButton
      className={classNames(
        'k-button',
        `k-button-${props.variant ?? 'secondary'}`,
        props.size === 'small' && 'k-button-small',
        off && 'k-button-off',
      )}
      type={props.type === 'submit' && !off ? 'submit' : 'button'}
      {...(props.takesFocus === true ? { autoFocus: true } : {})}
      {...(props.label === undefined ? {} : { 'aria-label': props.label })}
      {...(off ? { 'aria-disabled': true } : {})}
      {...(off ? {} : pressOf(props))}
    >
      {Icon === undefined ? null : <Icon size={16} aria-hidden="true" />}
      <span className="k-button-text">{props.children}</span>
    </AriaButton>
  );
  const shortcut = props.shortcut === undefined ? null : <kbd>{props.shortcut}</kbd>;
  // Always within a tooltip: a button that is put in or out of one is made anew, and loses the focus.
  return <Tooltip text={off ? reason : shortcut}>{button}</Tooltip>;
}

/** A button of one icon; its label is read out and shown on hover. */
export function IconButton(
  props: Common & {
    readonly label: string;
    readonly icon: LucideIcon;
    readonly isSelected?: boolean;
    readonly placement?: 'top' | 'bottom' | 'left' | 'right';
  },
) {
  const Icon = props.icon;
  const off = typeof props.disabledReason === 'string';
  return (
    <Tooltip
      placement={props.placement ?? 'bottom'}
      text={
        <>
          {off ? `${props.label}: ${props.disabledReason}` : props.label}
          {props.shortcut === undefined ? null : <kbd>{props.shortcut}</kbd>}
        </>
      }
    >
      <AriaButton
        className={classNames(
          'k-icon-button',
          props.isSelected === true && 'k-icon-button-on',
          off && 'k-button-off',
        )}
        aria-label={props.label}
        {...(props.isSelected === undefined ? {} : { 'aria-pressed': props.isSelected })}
        {...(off ? { 'aria-disabled': true } : {})}
        {...pressOf(props)}
      >
        <Icon size={16} aria-hidden="true" />
      </AriaButton>
    </Tooltip>
  );
}
