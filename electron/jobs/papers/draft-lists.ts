/** Lists for schools and the office drafted from the plan in use. Nothing is recorded here. */
import type { Store } from '../../../db/store.ts';
import type { IsoDate } from '../../../shared/calendar/dates.ts';
import { letterSenderAt, rateCardAt } from '../../../shared/costing/read-settings.ts';
import { providerKey } from '../../../shared/intake/provider-name.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Client } from '../../../shared/model/client.ts';
import type {
  DutyListContent,
  Handed,
  IssuedPaper,
  ListKind,
  PaperToIssue,
  SchoolListContent,
} from '../../../shared/model/paper.ts';
import type { Plan, PlannedRoute, PlannedStop } from '../../../shared/model/plan.ts';
import type { TifAnswers } from '../../../shared/model/tif.ts';
import { dutyList } from '../../../shared/service/papers/duty-list.ts';
import { schoolList } from '../../../shared/service/papers/school-list.ts';
import { staleSchoolList } from '../../../shared/service/papers/stale.ts';
import { addressOfStop } from '../../api/stop-addresses.ts';
import type { JobContext } from '../context.ts';
import { answersReader } from '../sheets/answers-of.ts';
import { clientReader } from '../sheets/client-reader.ts';
import { crewReader } from '../sheets/crew-of.ts';

/** Which lists, for which day. */
export interface ListsRequest {
  readonly kind: ListKind;
  readonly on: IsoDate;
  /** URNs as text; null: every school of the plan. */
  readonly subjects: readonly string[] | null;
  readonly how: Handed | '';
}

/** A list to be issued, or one that stands unchanged since it was. */
export interface ListDraft extends PaperToIssue {
  readonly issued_on: IsoDate;
  readonly is_new: boolean;
}

export interface ListsDraft {
  readonly request: ListsRequest;
  readonly plan: Pick<Plan, 'id' | 'made_on' | 'status'>;
  readonly demo: boolean;
  readonly lists: readonly ListDraft[];
}

/** Drafts the lists asked for. */
export function draftLists(
  store: Store,
  request: ListsRequest,
  ctx: JobContext,
): Result<ListsDraft> {
  ctx.stage('Reading who carries whom', null);
  const plan = store.plans.current();
  if (plan === null)
    return fail('no_plan', 'There is no plan to make lists of.', 'Plan the county first.');
  const { team, contact } = letterSenderAt(store.settings.all(), request.on);
  if (contact.trim() === '')
    return fail(
      'no_number_to_ring',
      'A list must say how its reader reaches the office, and nobody has said it.',
      'Give it under Data, Settings: "Who writes the letters", how to reach the team.',
    );
  const facts = listFacts(store, request.on, `${team}, ${contact}`);
  const made = request.kind === 'duty_list' ? ok([facts.duty(plan)]) : schoolLists(plan, request, facts); // prettier-ignore
  if (!made.ok) return made;
  const standing = store.papers.inForce(request.kind);
  const { id, made_on, status } = plan;
  return ok({
    request,
    plan: { id, made_on, status },
    demo: store.meta.get().demo,
    lists: made.value.map((each) => settled(store, each, { plan, request, standing })),
  });
}

interface Made {
  readonly subject: string;
  readonly recipient: string;
  readonly content: SchoolListContent | DutyListContent;
  readonly clients: readonly number[];
}

/** A list that is as it was keeps its version and day. */
function settled(
  store: Store,
  made: Made,
  at: {
    readonly plan: Plan;
    readonly request: ListsRequest;
    readonly standing: ReadonlyMap<string, IssuedPaper>;
  },
): ListDraft {
  const { kind, on, how } = at.request;
  const last = at.standing.get(made.subject);
  if (last !== undefined && isSame(last, made))
    return { ...last, issued_on: last.issued_on, is_new: false };
  const version = store.papers.nextVersion(kind, made.subject);
  return { ...made, kind, version, how, plan_id: at.plan.id, issued_on: on, is_new: true };
}

function isSame(last: IssuedPaper, made: Made): boolean {
  if (last.kind === 'duty_list')
    return JSON.stringify(last.content) === JSON.stringify(made.content);
  const before = { content: last.content as SchoolListContent, clients: last.clients };
  const now = { content: made.content as SchoolListContent, clients: made.clients };
  return last.recipient === made.recipient && staleSchoolList(before, now).length === 0;
}

interface ListFacts {
  readonly school: (urn: number, routes: readonly PlannedRoute[], draft: boolean) => Made;
  readonly duty: (plan: Plan) => Made;
}

function schoolLists(
  plan: Plan,
  { subjects }: ListsRequest,
  facts: ListFacts,
): Result<readonly Made[]> {
  const bySchool = Map.groupBy(
    plan.routes.filter(({ school_urn, stops }) => school_urn !== null && stops.length > 0),
    ({ school_urn }) => school_urn ?? 0,
  );
  const missing = subjects?.find((subject) => !bySchool.has(Number(subject)));
  if (missing !== undefined)
    return fail(
      'no_school_list',
      `No route of the plan in use goes to the school with URN ${missing}.`,
      'Choose a school of the list.',
      { urn: missing },
    );
  return ok(
    [...bySchool]
      .filter(([urn]) => subjects === null || subjects.includes(String(urn)))
      .map(([urn, routes]) => facts.school(urn, routes, plan.status === 'draft'))
      .toSorted((a, b) => (a.recipient < b.recipient ? -1 : 1)),
  );
}

function listFacts(store: Store, on: IsoDate, office: string): ListFacts {
  const vehicles = new Map(
    rateCardAt(store.settings.all(), on).classes.map(({ id, name }) => [id, name]),
  );
  const answers: (client: Client) => TifAnswers = answersReader(store);
  const client = clientReader(store);
  const crew = crewReader(store, on, answers);
  const schoolName = (urn: number | null): string =>
    urn === null ? '' : (store.schools.get(urn)?.name ?? `URN ${urn}`);
  // The list is how a school is told: what only waits for that is on it as it will be.
  const inPlace = new Set(
    store.read.states(on).flatMap(({ client_id, transport, why }) => (transport === 'in_place' || why === 'notice_open' ? [client_id] : [])), // prettier-ignore
  );
  const phones = new Map(store.register.providers().map(({ key, phone }) => [key, phone]));
  const records = { ...store, clients: { ...store.clients, get: client } };
  return {
    school: (urn, routes, draft) => {
      const made = schoolList(routes, {
        school: schoolName(urn),
        office,
        draft,
        client,
        answers,
        vehicleName: (id) => vehicles.get(id) ?? id,
        crew,
        isInPlace: (id) => inPlace.has(id),
      });
      return { ...made, subject: String(urn), recipient: schoolName(urn) };
    },
    duty: ({ routes }) => {
      const made = dutyList(routes, {
        office,
        client,
        answers,
        address: (stop: PlannedStop) => addressOfStop(records, stop),
        school: ({ school_urn }) => schoolName(school_urn),
        providerPhone: (provider) => phones.get(providerKey(provider)) ?? '',
      });
      return { ...made, subject: '', recipient: 'Officer on duty' };
    },
  };
}
