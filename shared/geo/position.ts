/** A place on the earth in degrees (WGS84). */
export interface Position {
  readonly lat: number;
  readonly lon: number;
}
