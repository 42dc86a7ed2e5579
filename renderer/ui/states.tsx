import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { ProgressBar } from 'react-aria-components';
import type { Failure } from '../../shared/kernel/result.ts';
import type { Tone } from '../state/notices.ts';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import { ToneIcon } from './mark.tsx';
import './states.css';

/** What stands where nothing is to be shown: why, and what to do next. */
export function EmptyState(props: {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}) {
  const Icon = props.icon;
  return (
    <div className="k-empty">
      <Icon size={28} strokeWidth={1.5} aria-hidden="true" />
      <h2>{props.title}</h2>
      {props.children === undefined ? null : <div className="k-empty-text">{props.children}</div>}
      {props.action}
    </div>
  );
}

/** Something short that takes a moment. */
export function Spinner(props: { readonly label: string }) {
  return (
    <output className="k-spinner">
      <span className="k-spinner-wheel" aria-hidden="true" />
      {props.label}
    </output>
  );
}

/** The shape of what is coming, while it loads. */
export function Skeleton(props: { readonly width?: number | string; readonly height?: number }) {
  return (
    <span
      className="k-skeleton"
      aria-hidden="true"
      style={{ width: props.width ?? '100%', height: props.height ?? 14 }}
    />
  );
}

/** A word that stands in the screen itself, with an icon and what to do next. */
export function NoticeBar(props: {
  readonly tone: Tone;
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <div
      className={classNames('k-notice', `k-notice-${props.tone}`)}
      role={props.tone === 'danger' ? 'alert' : 'note'}
    >
      <ToneIcon tone={props.tone} />
      <div className="k-notice-text">
        <strong>{props.title}</strong>
        {props.children === undefined ? null : <div>{props.children}</div>}
      </div>
      {props.action}
    </div>
  );
}

/** A failure of the host: what happened, what to do next, and asking again. */
export function FailureNotice(props: { readonly failure: Failure; readonly onRetry?: () => void }) {
  return (
    <NoticeBar
      tone="warning"
      title={props.failure.cause}
      action={
        props.onRetry === undefined ? null : (
          <Button size="small" onPress={props.onRetry}>
            Try again
          </Button>
        )
      }
    >
      {props.failure.action}
    </NoticeBar>
  );
}

/** How far long work is, from 0 to 1; null where it is not known. */
export function Progress(props: { readonly label: string; readonly value: number | null }) {
  return (
    <ProgressBar
      className={classNames('k-progress', props.value === null && 'k-progress-unknown')}
      aria-label={props.label}
      {...(props.value === null ? { isIndeterminate: true } : { value: props.value * 100 })}
    >
      <span style={props.value === null ? {} : { width: `${props.value * 100}%` }} />
    </ProgressBar>
  );
}
