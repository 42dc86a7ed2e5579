/** What the map draws. No name travels with a home. */

export interface MapData {
  /** Parallel arrays, one entry a client with a position. Names never travel with them. */
  readonly homes: {
    readonly client_id: readonly number[];
    readonly lat: readonly number[];
    readonly lon: readonly number[];
    readonly school_urn: readonly number[];
    /** Index into TRANSPORT_STATES. */
    readonly state: readonly number[];
  };
  readonly schools: readonly MapSchool[];
  readonly districts: readonly MapDistrict[];
  readonly protected_hidden: number;
  /** Whose data the positions and borders are, as their licences ask, and how distances were had. */
  readonly sources: readonly string[];
}

export interface MapSchool {
  readonly urn: number;
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
  readonly type_group: string;
  readonly clients: number;
  readonly routes: number;
  readonly unallocated: number;
  readonly cost_day_pence: number;
  /** Pupils on roll; null where not known. */
  readonly roll: number | null;
}

export interface MapDistrict {
  readonly code: string;
  readonly name: string;
  readonly own: boolean;
  readonly lat: number;
  readonly lon: number;
  /** Parsed geometry, null where no boundary was imported: draw a labelled circle. */
  readonly geometry: {
    readonly type: 'MultiPolygon';
    readonly coordinates: readonly (readonly (readonly (readonly [number, number])[])[])[];
  } | null;
  readonly clients: number;
}

export interface BaseMap {
  readonly land: MapDistrict['geometry'];
  readonly places: readonly {
    readonly name: string;
    readonly lat: number;
    readonly lon: number;
    readonly population: number;
  }[];
  readonly sources: string;
}

/** A map archive that lies beside the store and is drawn under everything. */
export interface TileInfo {
  readonly name: string;
  /** Vector tiles are drawn in the sheet's own colours, light and dark; pictures are shown as they are. */
  readonly format: 'vector' | 'picture';
  readonly minzoom: number;
  readonly maxzoom: number;
  /** Degrees. */
  readonly bounds: {
    readonly west: number;
    readonly south: number;
    readonly east: number;
    readonly north: number;
  };
  /** Whose map it is, as its maker says; '' where they do not. */
  readonly attribution: string;
  /** Drawn by Kerbside from an extract: the next extract draws it anew. */
  readonly made_here: boolean;
}

/** The way of one route. */
export interface RouteWay {
  readonly id: number;
  readonly ref: string;
  /** [lat, lon, lat, lon, ...] from the first stop to the school. */
  readonly line: readonly number[];
  /** `road`: along the network; `part`: straight where a stop lies beyond its reach; `straight`: from home to home. */
  readonly basis: 'road' | 'part' | 'straight';
}

/** Everything from which a school is reached within some minutes. */
export interface ReachBand {
  readonly minutes: number;
  /** Closed lines, [lat, lon, lat, lon, ...], holes among them: the even-odd rule tells them apart. */
  readonly lines: readonly (readonly number[])[];
}

export interface SchoolReach {
  readonly basis: 'road' | 'estimated';
  /** How it was reckoned, for the legend and every picture. */
  readonly words: string;
  /** The network's edge, degrees: outlines that run along it are where knowledge ends, not reach. Null for an estimate. */
  readonly edge: TileInfo['bounds'] | null;
  /** The longer first. */
  readonly bands: readonly ReachBand[];
}
