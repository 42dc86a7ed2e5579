import type { Random } from '../kernel/random.ts';
import type { Requested } from './applications.ts';

/** Pairs of twins, and pairs of one full name, in a summer of the usual size [A]. */
const TWINS = 9;
const NAMESAKES = 5;
const USUAL_REQUESTS = 1739;

/**
 * Makes some of the requests twins (one family, home and day of birth), and some bear one forename and surname. Only children of one
 * year group whose places are known are joined, so that each still fits the school they go to.
 */
export function withTwins(random: Random, requests: readonly Requested[]): Requested[] {
  const scale = requests.length / USUAL_REQUESTS;
  const out = [...requests];
  const open = random.shuffle(
    requests.flatMap(({ client, application }, at) =>
      client.lat !== null &&
      client.school_urn !== null &&
      client.date_of_birth !== null &&
      !client.protected_address &&
      application.held_reason === ''
        ? [at]
        : [],
    ),
  );
  const takePair = (
    fits: (a: Requested, b: Requested) => boolean,
  ): readonly [number, number] | null => {
    const first = open.shift();
    const a = first === undefined ? undefined : out[first];
    if (first === undefined || a === undefined) return null;
    const found = open.findIndex((at) => {
      const b = out[at];
      return b !== undefined && fits(a, b);
    });
    const second = open[found];
    if (second === undefined) return null;
    open.splice(found, 1);
    return [first, second];
  };
  const join = (
    pair: readonly [number, number] | null,
    how: (a: Requested, b: Requested) => Requested,
  ): void => {
    if (pair === null) return;
    const [a, b] = [out[pair[0]], out[pair[1]]];
    if (a !== undefined && b !== undefined) out[pair[1]] = how(a, b);
  };
  const ofOneSchool = (a: Requested, b: Requested): boolean =>
    a.client.year_group === b.client.year_group && a.client.school_urn === b.client.school_urn;
  for (let made = 0; made < Math.round(TWINS * scale); made++) join(takePair(ofOneSchool), asTwin);
  for (let made = 0; made < Math.round(NAMESAKES * scale); made++)
    join(
      takePair((a, b) => a.client.surname !== b.client.surname),
      asNamesake,
    );
  return out;
}

function asTwin({ client: a }: Requested, { client: b, application }: Requested): Requested {
  const {
    surname,
    date_of_birth,
    home_address,
    postcode,
    lat,
    lon,
    position_source,
    position_error_m,
    district_code,
    carer_name,
    carer_relationship,
    phone,
  } = a;
  return {
    application,
    client: {
      ...b,
      surname,
      date_of_birth,
      home_address,
      postcode,
      lat,
      lon,
      position_source,
      position_error_m,
      district_code,
      carer_name,
      carer_relationship,
      phone,
    },
  };
}

function asNamesake({ client: a }: Requested, { client: b, application }: Requested): Requested {
  const { forename, surname } = a;
  return { application, client: { ...b, forename, surname } };
}
