import { defined } from '../kernel/assert.ts';
import type { Position } from '../geo/position.ts';
import type { District } from '../model/school.ts';

/**
 * Kent's twelve districts and Medway: ONS code, name, centre, residents in thousands (Census 2021, ONS,
 * rounded), and how often a resident child has a plan compared with the county [A].
 */
const DISTRICT_LINES = `
E07000105|Ashford|51.125|0.811|133|1.0
E07000106|Canterbury|51.281|1.105|157|0.95
E07000107|Dartford|51.430|0.254|117|0.9
E07000108|Dover|51.212|1.288|116|1.1
E07000109|Gravesham|51.403|0.396|107|1.0
E07000110|Maidstone|51.235|0.581|176|1.0
E07000111|Sevenoaks|51.277|0.173|121|0.8
E07000112|Folkestone and Hythe|51.057|0.996|110|1.1
E07000113|Swale|51.315|0.812|152|1.2
E07000114|Thanet|51.354|1.338|141|1.3
E07000115|Tonbridge and Malling|51.274|0.358|132|0.95
E07000116|Tunbridge Wells|51.114|0.432|115|0.85
E06000035|Medway|51.400|0.550|280|1.0
`;

/** Medway is a council of its own and a neighbour. */
const MEDWAY = 'E06000035';

/**
 * Towns and villages where the invented homes stand: name, position (GeoNames, CC BY 4.0, rounded; some
 * moved a little inland), residents in thousands (rounded, for weight only), postcode districts.
 */
const PLACE_LINES = `
E07000105|Ashford|51.146|0.874|75|TN23 TN24 TN25
E07000105|Kennington|51.167|0.885|9|TN24
E07000105|Tenterden|51.068|0.688|8|TN30
E07000105|Wye|51.182|0.937|3|TN25
E07000105|Charing|51.211|0.795|3|TN27
E07000105|Biddenden|51.115|0.638|2|TN27
E07000105|Woodchurch|51.076|0.773|2|TN26
E07000105|Shadoxhurst|51.108|0.819|2|TN26
E07000105|High Halden|51.103|0.714|2|TN26
E07000106|Canterbury|51.279|1.080|55|CT1 CT2 CT4
E07000106|Whitstable|51.354|1.030|32|CT5
E07000106|Herne Bay|51.359|1.125|39|CT6
E07000106|Sturry|51.301|1.122|7|CT2
E07000106|Chartham|51.256|1.018|4|CT4
E07000106|Blean|51.307|1.043|3|CT2
E07000106|Bridge|51.245|1.126|2|CT4
E07000106|Littlebourne|51.274|1.167|2|CT3
E07000106|Barham|51.206|1.157|2|CT4
E07000107|Dartford|51.440|0.226|68|DA1 DA2
E07000107|Greenhithe|51.446|0.284|12|DA9
E07000107|Swanscombe|51.444|0.310|10|DA10
E07000107|Longfield|51.401|0.304|6|DA3
E07000107|Darenth|51.421|0.258|5|DA2
E07000108|Dover|51.131|1.305|34|CT16 CT17
E07000108|Deal|51.219|1.382|31|CT14
E07000108|Sandwich|51.272|1.338|5|CT13
E07000108|Aylesham|51.225|1.202|5|CT3
E07000108|Ash|51.279|1.280|3|CT3
E07000108|Eastry|51.246|1.308|3|CT13
E07000108|Eythorne|51.197|1.266|3|CT15
E07000108|Shepherdswell|51.187|1.230|2|CT15
E07000108|Wingham|51.272|1.215|2|CT3
E07000109|Gravesend|51.426|0.374|58|DA11 DA12
E07000109|Northfleet|51.433|0.347|20|DA11
E07000109|Meopham|51.368|0.360|7|DA13
E07000109|Culverstone Green|51.341|0.347|4|DA13
E07000109|Shorne|51.411|0.430|3|DA12
E07000110|Maidstone|51.267|0.519|114|ME14 ME15 ME16
E07000110|Staplehurst|51.161|0.552|6|TN12
E07000110|Headcorn|51.170|0.624|4|TN27
E07000110|Marden|51.175|0.489|4|TN12
E07000110|Coxheath|51.235|0.497|5|ME17
E07000110|Lenham|51.237|0.719|3|ME17
E07000110|Harrietsham|51.243|0.671|3|ME17
E07000110|Yalding|51.224|0.429|2|ME18
E07000111|Sevenoaks|51.273|0.189|29|TN13 TN14 TN15
E07000111|Swanley|51.394|0.174|21|BR8
E07000111|Edenbridge|51.192|0.067|9|TN8
E07000111|Hartley|51.387|0.304|6|DA3
E07000111|Kemsing|51.306|0.229|4|TN15
E07000111|Otford|51.313|0.190|4|TN14
E07000111|Westerham|51.266|0.069|4|TN16
E07000111|West Kingsdown|51.343|0.261|5|TN15
E07000111|Eynsford|51.368|0.211|3|DA4
E07000112|Folkestone|51.089|1.164|52|CT19 CT20
E07000112|Hythe|51.077|1.080|15|CT21
E07000112|Hawkinge|51.113|1.162|9|CT18
E07000112|New Romney|50.987|0.940|8|TN28
E07000112|Lydd|50.952|0.907|6|TN29
E07000112|Dymchurch|51.027|0.985|4|TN29
E07000112|Lyminge|51.130|1.089|3|CT18
E07000112|Lympne|51.078|1.028|2|CT21
E07000113|Sittingbourne|51.339|0.733|54|ME10
E07000113|Sheerness|51.432|0.769|14|ME12
E07000113|Minster|51.416|0.812|17|ME12
E07000113|Queenborough|51.418|0.746|4|ME11
E07000113|Faversham|51.314|0.889|20|ME13
E07000113|Teynham|51.330|0.805|3|ME9
E07000113|Iwade|51.378|0.729|4|ME9
E07000113|Eastchurch|51.406|0.858|3|ME12
E07000113|Newington|51.352|0.668|3|ME9
E07000114|Margate|51.376|1.386|64|CT9
E07000114|Ramsgate|51.340|1.410|42|CT11 CT12
E07000114|Broadstairs|51.360|1.428|25|CT10
E07000114|Westgate-on-Sea|51.378|1.337|7|CT8
E07000114|Birchington-on-Sea|51.373|1.305|10|CT7
E07000114|Minster in Thanet|51.331|1.316|4|CT12
E07000115|Tonbridge|51.201|0.278|40|TN9 TN10 TN11
E07000115|Snodland|51.330|0.443|12|ME6
E07000115|Aylesford|51.300|0.472|11|ME20
E07000115|Larkfield|51.301|0.449|14|ME20
E07000115|West Malling|51.293|0.409|3|ME19
E07000115|Kings Hill|51.274|0.402|9|ME19
E07000115|Borough Green|51.292|0.305|4|TN15
E07000115|Hadlow|51.224|0.339|4|TN11
E07000115|East Peckham|51.212|0.386|3|TN12
E07000116|Royal Tunbridge Wells|51.139|0.270|58|TN1 TN2 TN4
E07000116|Paddock Wood|51.182|0.382|9|TN12
E07000116|Pembury|51.143|0.322|6|TN2
E07000116|Rusthall|51.136|0.229|5|TN4
E07000116|Cranbrook|51.097|0.536|5|TN17
E07000116|Hawkhurst|51.048|0.511|5|TN18
E07000116|Horsmonden|51.139|0.429|2|TN12
E07000116|Goudhurst|51.113|0.456|2|TN17
E07000116|Southborough|51.159|0.258|12|TN4
`;

/** A town or village, with what the generator needs of it. */
export interface Place extends Position {
  readonly name: string;
  readonly district_code: string;
  /** Share of the county's children with a plan, any scale. */
  readonly weight: number;
  /** Standard deviation of the homes about the centre, metres. */
  readonly spread_m: number;
  /** Outward halves of postcodes, such as `ME14`. */
  readonly outwards: readonly string[];
}

/** Lines of a table in text, split at the bars. */
export function cells(table: string): string[][] {
  return table
    .trim()
    .split('\n')
    .map((line) => line.split('|'));
}

/** The districts as records, without boundaries: those are imported. */
export function demoDistricts(): District[] {
  return cells(DISTRICT_LINES).map(([code = '', name = '', lat, lon]) => ({
    code,
    name,
    own: code !== MEDWAY,
    lat: Number(lat),
    lon: Number(lon),
    boundary: '',
  }));
}

/** Places weighted so that each district has its share of the county's residents and plans. */
export function demoPlaces(): Place[] {
  const rows = cells(PLACE_LINES);
  const share = new Map(
    cells(DISTRICT_LINES).map(([code = '', , , , residents, rate]) => [
      code,
      Number(residents) * Number(rate),
    ]),
  );
  const residents = new Map<string, number>();
  for (const [code = '', , , , thousands] of rows) {
    residents.set(code, (residents.get(code) ?? 0) + Number(thousands));
  }
  return rows.map(([code = '', name = '', lat, lon, thousands, outwards = '']) => ({
    name,
    lat: Number(lat),
    lon: Number(lon),
    district_code: code,
    weight:
      (defined(share.get(code), code) * Number(thousands)) / defined(residents.get(code), code),
    // A town's radius grows with the root of its people: about 1.5 km for Maidstone, 350 m for a village [A].
    spread_m: 180 + 125 * Math.sqrt(Number(thousands)),
    outwards: outwards.split(' '),
  }));
}
