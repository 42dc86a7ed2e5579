import {
  CircleAlert,
  CircleCheck,
  CircleDashed,
  Info,
  TriangleAlert,
  type LucideIcon,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { Tone } from '../state/notices.ts';
import { classNames } from './class-names.ts';
import './mark.css';

const ICONS: Readonly<Record<Tone, LucideIcon>> = {
  danger: CircleAlert,
  warning: TriangleAlert,
  good: CircleCheck,
  info: Info,
  neutral: CircleDashed,
};

/** The icon that goes with a tone, so that state is never colour alone. */
export function ToneIcon(props: { readonly tone: Tone; readonly size?: number }) {
  const Icon = ICONS[props.tone];
  return <Icon size={props.size ?? 16} aria-hidden="true" />;
}

/** A state as icon and word. Red (`danger`) is for a child without transport or a broken rule, and nothing else. */
export function StateMark(props: {
  readonly tone: Tone;
  readonly icon?: LucideIcon;
  readonly children: ReactNode;
}) {
  const Icon = props.icon ?? ICONS[props.tone];
  return (
    <span className={classNames('k-mark', `k-tone-${props.tone}`)}>
      <Icon size={14} aria-hidden="true" />
      <span className="k-mark-text">{props.children}</span>
    </span>
  );
}

/** A small label on a soft ground, such as `Provisional`. */
export function Badge(props: {
  readonly tone?: Tone;
  readonly icon?: LucideIcon;
  readonly children: ReactNode;
}) {
  const Icon = props.icon;
  return (
    <span className={classNames('k-badge', `k-badge-${props.tone ?? 'neutral'}`)}>
      {Icon === undefined ? null : <Icon size={12} aria-hidden="true" />}
      {props.children}
    </span>
  );
}
