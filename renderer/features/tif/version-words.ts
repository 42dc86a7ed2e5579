import { formatDate } from '../../../shared/format/date.ts';
import type { TifVersion } from '../../../shared/model/tif.ts';

/** `Version 2, signed by Jo Rhodes on 3 Aug 2026`. */
export function versionWords({ number, signature }: TifVersion): string {
  return signature === null
    ? `Version ${number}, as imported, not signed`
    : `Version ${number}, signed by ${signature.signed_by} on ${formatDate(signature.signed_on)}`;
}
