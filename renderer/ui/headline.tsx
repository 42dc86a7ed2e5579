import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Tone } from '../state/notices.ts';
import { classNames } from './class-names.ts';
import { ToneIcon } from './mark.tsx';
import './headline.css';

/** A number that matters: large, with what it is of, opening the list behind it. */
export function Headline(props: {
  /** Ready for reading: `37`, `£36.2m`. */
  readonly value: string;
  /** What it counts: `of 1,739 without transport`. */
  readonly label: ReactNode;
  readonly href?: string;
  /** Opens the list in front of the screen, where it has no address. */
  readonly onOpen?: () => void;
  readonly tone?: Tone;
  readonly size?: 'normal' | 'large';
  readonly note?: ReactNode;
}) {
  const inside = (
    <>
      <span className={classNames('k-headline-value', `k-tone-${props.tone ?? 'ink'}`)}>
        {props.tone === undefined || props.tone === 'neutral' ? null : (
          <ToneIcon tone={props.tone} size={props.size === 'large' ? 28 : 18} />
        )}
        {props.value}
      </span>{' '}
      <span className="k-headline-label">
        {props.label}
        {props.href === undefined && props.onOpen === undefined ? null : (
          <ChevronRight size={14} aria-hidden="true" />
        )}
      </span>
    </>
  );
  return (
    <div className={classNames('k-headline', props.size === 'large' && 'k-headline-large')}>
      {props.onOpen !== undefined ? (
        <button type="button" className="k-headline-main k-headline-link" onClick={props.onOpen}>
          {inside}
        </button>
      ) : props.href === undefined ? (
        <div className="k-headline-main">{inside}</div>
      ) : (
        <a className="k-headline-main k-headline-link" href={props.href}>
          {inside}
        </a>
      )}
      {props.note === undefined ? null : <p className="k-headline-note">{props.note}</p>}
    </div>
  );
}
