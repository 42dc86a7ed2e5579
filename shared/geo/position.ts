/** A place on the earth in degrees (WGS84). */
export interface Position {
  readonly lat: number;
  readonly lon: number;
}

/** A record's position; null where it is not known. */
export function knownPosition(
  record: { readonly lat: number | null; readonly lon: number | null } | null | undefined,
): Position | null {
  if (record === null || record === undefined || record.lat === null || record.lon === null) {
    return null;
  }
  return { lat: record.lat, lon: record.lon };
}
