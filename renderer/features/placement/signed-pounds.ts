import { formatPounds } from '../../../shared/format/money.ts';

/** `+£17,847`, `−£17,847`, `£0`: a difference in whole pounds. */
export function signedPounds(pence: number): string {
  return `${pence > 0 ? '+' : ''}${formatPounds(pence)}`;
}
