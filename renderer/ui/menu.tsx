import { ChevronDown, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  Dialog as AriaDialog,
  DialogTrigger,
  Menu,
  MenuItem,
  MenuTrigger,
  Popover,
} from 'react-aria-components';
import { classNames } from './class-names.ts';
import './button.css';
import './select.css';
import './menu.css';

/** One line of a menu. */
export interface MenuLine {
  readonly id: string;
  readonly label: string;
  readonly detail?: string;
  readonly icon?: LucideIcon;
  readonly run: () => void;
}

interface Trigger {
  readonly label: ReactNode;
  readonly icon?: LucideIcon;
  readonly variant?: 'secondary' | 'quiet';
  readonly isActive?: boolean;
  readonly 'aria-label'?: string;
}

function TriggerButton(props: Trigger) {
  const Icon = props.icon;
  return (
    <AriaButton
      className={classNames(
        'k-button k-button-small',
        `k-button-${props.variant ?? 'secondary'}`,
        props.isActive === true && 'k-menu-on',
      )}
      {...(props['aria-label'] === undefined ? {} : { 'aria-label': props['aria-label'] })}
    >
      {Icon === undefined ? null : <Icon size={14} aria-hidden="true" />}
      <span className="k-menu-label">{props.label}</span>
      <ChevronDown size={14} aria-hidden="true" />
    </AriaButton>
  );
}

/** A button that opens a short list of things to do. */
export function MenuButton(props: Trigger & { readonly lines: readonly MenuLine[] }) {
  return (
    <MenuTrigger>
      <TriggerButton {...props} />
      <Popover className="k-popover k-menu-popover" offset={4}>
        <Menu
          className="k-listbox"
          onAction={(key) => {
            props.lines.find(({ id }) => id === key)?.run();
          }}
        >
          {props.lines.map(({ id, label, detail, icon: Icon }) => (
            <MenuItem key={id} id={id} textValue={label} className="k-option">
              <span className="k-option-check" aria-hidden="true">
                {Icon === undefined ? null : <Icon size={14} />}
              </span>
              <span className="k-menu-text">
                <span>{label}</span>
                {detail === undefined ? null : <span className="k-menu-detail">{detail}</span>}
              </span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

/** A button that opens a small panel, such as the filters. */
export function PanelButton(
  props: Trigger & { readonly title: string; readonly children: ReactNode },
) {
  return (
    <DialogTrigger>
      <TriggerButton {...props} />
      <Popover className="k-popover k-panel" offset={4} placement="bottom start">
        <AriaDialog className="k-panel-inside" aria-label={props.title}>
          {props.children}
        </AriaDialog>
      </Popover>
    </DialogTrigger>
  );
}
