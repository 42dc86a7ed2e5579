import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import './table.css';

/** A plain table for up to some hundred rows, scrolling inside its box. Long lists use DataList. */
export function Table(props: {
  /** Read out; shown only with `showCaption`. */
  readonly caption: string;
  readonly showCaption?: boolean;
  readonly head: ReactNode;
  readonly foot?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    // A box that scrolls must be in reach of the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="k-table-box" tabIndex={0} aria-label={props.caption}>
      <table className="k-table">
        <caption className={props.showCaption === true ? '' : 'visually-hidden'}>
          {props.caption}
        </caption>
        <thead>
          <tr>{props.head}</tr>
        </thead>
        <tbody>{props.children}</tbody>
        {props.foot === undefined ? null : <tfoot>{props.foot}</tfoot>}
      </table>
    </section>
  );
}

/** A heading; `end` for numbers, with their unit in the heading. */
export function Th(props: {
  readonly align?: 'start' | 'end';
  readonly width?: number | string;
  readonly children?: ReactNode;
}) {
  return (
    <th
      scope="col"
      className={classNames(props.align === 'end' && 'number')}
      style={props.width === undefined ? {} : { width: props.width }}
    >
      {props.children}
    </th>
  );
}

/** A cell; `end` for numbers. */
export function Td(props: {
  readonly align?: 'start' | 'end';
  readonly soft?: boolean;
  readonly colSpan?: number;
  readonly children?: ReactNode;
}) {
  return (
    <td
      className={classNames(props.align === 'end' && 'number', props.soft === true && 'soft')}
      colSpan={props.colSpan ?? 1}
    >
      {props.children}
    </td>
  );
}
