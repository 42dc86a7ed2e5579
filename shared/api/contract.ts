/** The contract between screens and host. One list, used by Electron, browser mode and tests alike. */
import { z } from 'zod';
import { parseIsoDate, type IsoDate } from '../calendar/dates.ts';
import { QUEUES } from '../casework/work/queues.ts';
import { APPLICATION_STATUSES, NEEDS, PHASES } from '../model/client.ts';
import {
  APPEAL_GROUNDS,
  APPEAL_RESULTS,
  AWARD_LEGS,
  AWARD_POWERS,
  DECISION_OUTCOMES,
  TRAVEL_MODES,
} from '../model/decision.ts';
import { IMPORT_KINDS } from '../model/import.ts';
import { STAGES } from '../model/life.ts';
import type { ImportPreview, ImportReport } from '../model/import.ts';
import type { School } from '../model/school.ts';
import type { Setting } from '../model/money.ts';
import { chainsChannels } from './channels/chains.ts';
import { calendarsChannels } from './channels/calendars.ts';
import { contactsChannels } from './channels/contacts.ts';
import { pressureChannels } from './channels/pressure.ts';
import { gateInput } from './channels/inputs.ts';
import { moneyChannels } from './channels/money.ts';
import { invoicesChannels } from './channels/invoices.ts';
import { pricesChannels } from './channels/prices.ts';
import { scenariosChannels } from './channels/scenarios.ts';
import { historyChannels } from './channels/history.ts';
import { lifeChannels } from './channels/life.ts';
import { editsChannels } from './channels/edits.ts';
import { evidenceChannels } from './channels/evidence.ts';
import { mapChannels } from './channels/map.ts';
import { newApplicationChannels } from './channels/new-application.ts';
import { placementsChannels } from './channels/placements.ts';
import { noticesChannels } from './channels/notices.ts';
import { roundsChannels } from './channels/rounds.ts';
import { offersChannels } from './channels/offers.ts';
import { particularsChannels } from './channels/particulars.ts';
import { sharingChannels } from './channels/sharing.ts';
import { registerChannels } from './channels/register.ts';
import { repairsChannels } from './channels/repairs.ts';
import { channel, type InputOf, type OutputOf } from './channel.ts';
import { workChannels } from './channels/work.ts';
import { lotsChannels } from './channels/lots.ts';
import { papersChannels } from './channels/papers.ts';
import { sheetsChannels } from './channels/sheets.ts';
import { tifChannels } from './channels/tif.ts';
import { serviceChannels } from './channels/service.ts';
import { valueChannels } from './channels/value.ts';
import { whatIfChannels } from './channels/what-if.ts';
import { lettersChannels } from './channels/letters.ts';
import { DIMENSIONS } from '../pressure/breakdown.ts';
import { APPLICATION_SORTS, TRANSPORT_STATES } from './views/applications.ts';
import type { BreakdownRow } from '../pressure/breakdown.ts';
import type { FuelChange } from '../pressure/fuel.ts';
import type { AppInfo } from './views/app.ts';
import type { ApplicationFacets, ApplicationPage, SavedView } from './views/applications.ts';
import type { CasePage, HistoryEntry } from './views/case.ts';
import type { CostOverview } from './views/costs.ts';
import type { DataOverview } from './views/data.ts';
import type { DecisionPage } from './views/decisions.ts';
import type { Job } from './views/jobs.ts';
import type { PlanSummary, RouteDetail, RouteRow } from './views/plan.ts';
import type { SearchHit } from './views/search.ts';
import type { Today } from './views/today.ts';

const nothing = z.object({}).strict();
const id = z.number().int().positive();
const path = z.string().min(1).max(4096);
const passphrase = z.string().min(1).max(1024);

export const applicationFilter = z
  .object({
    text: z.string().max(200).optional(),
    status: z.array(z.string().max(40)).max(20).optional(),
    stage: z.array(z.enum(STAGES)).max(8).optional(),
    transport: z.array(z.enum(TRANSPORT_STATES)).max(5).optional(),
    without_transport: z.boolean().optional(),
    reason: z.string().max(40).optional(),
    gap: z.string().max(40).optional(),
    held: z.boolean().optional(),
    late: z.boolean().optional(),
    provisional: z.boolean().optional(),
    has_application: z.boolean().optional(),
    tif: z.enum(['complete', 'incomplete', 'checked_complete', 'none']).optional(),
    school_urn: z.number().int().optional(),
    district: z.string().max(20).optional(),
    need: z.enum(NEEDS).optional(),
    type: z.string().max(60).optional(),
    phase: z.enum(PHASES).optional(),
    first_day: z.string().max(10).optional(),
    officer: z.string().max(120).optional(),
    queue: z.enum(QUEUES).optional(),
    part: z.string().max(40).optional(),
    ids: z.array(id).max(20_000).optional(),
  })
  .strict();

const day = z.custom<IsoDate>(
  (value) => typeof value === 'string' && parseIsoDate(value) !== null,
  'is not a date',
);
const signer = z.string().max(120);
const words = z.string().max(4000);

const award = z
  .object({
    power: z.enum(AWARD_POWERS),
    mode: z.enum(TRAVEL_MODES),
    legs: z.enum(AWARD_LEGS),
    days: z.array(z.enum(['Mon', 'Tue', 'Wed', 'Thu', 'Fri'])).max(5),
    starts_on: day,
    ends_on: day.nullable(),
    review_on: day.nullable(),
    consent_on: day.nullable(),
    consent_by: signer,
  })
  .strict();

const mapping = z.record(z.string().max(200), z.string().max(60));

export const contract = {
  ...lifeChannels,
  ...moneyChannels,
  ...particularsChannels,
  ...newApplicationChannels,
  ...offersChannels,
  ...repairsChannels,
  ...sharingChannels,
  ...registerChannels,
  ...noticesChannels,
  ...roundsChannels,
  ...contactsChannels,
  ...serviceChannels,
  ...calendarsChannels,
  ...invoicesChannels,
  ...whatIfChannels,
  ...placementsChannels,
  ...valueChannels,
  ...workChannels,
  ...historyChannels,
  'app/info': channel<AppInfo>()(nothing),
  /** Says who works at this machine; '' forgets it. */
  'app/set-officer': channel<AppInfo>()(z.object({ name: z.string().max(120) }).strict()),
  'store/create': channel<AppInfo>()(
    z.object({ path, county: z.string().max(80), passphrase }).strict(),
  ),
  'store/open': channel<AppInfo>()(z.object({ path, passphrase: passphrase.optional() }).strict()),
  /** Where a new council store would be put, for the form's first value. */
  'store/suggest-path': channel<{ readonly path: string }>()(
    z.object({ county: z.string().max(80) }).strict(),
  ),
  'store/open-demo': channel<Job>()(nothing),
  'store/backup': channel<Job>()(nothing),
  'store/restore': channel<Job>()(z.object({ path }).strict()),

  'today/get': channel<Today>()(nothing),
  /** What the change of cost is mostly made of; '' where the first screen says all there is. */
  'today/sentence': channel<{ readonly sentence: string }>()(nothing),

  'applications/query': channel<ApplicationPage>()(
    z
      .object({
        filter: applicationFilter,
        sort: z.enum(APPLICATION_SORTS),
        descending: z.boolean(),
        offset: z.number().int().min(0),
        limit: z.number().int().min(1).max(1000),
      })
      .strict(),
  ),
  /** Every client of a list in its order, for those chosen all at once. */
  'applications/ids': channel<readonly number[]>()(
    z
      .object({
        filter: applicationFilter,
        sort: z.enum(APPLICATION_SORTS),
        descending: z.boolean(),
      })
      .strict(),
  ),
  'applications/facets': channel<ApplicationFacets>()(nothing),
  'applications/case': channel<CasePage>()(z.object({ client_id: id }).strict()),
  /** Fields of the client record by name; each change is kept in the history. */
  'applications/update': channel<CasePage>()(
    z
      .object({
        client_id: id,
        changes: z.record(
          z.string().max(40),
          z.union([
            z.string().max(4000),
            z.number(),
            z.boolean(),
            z.null(),
            z.array(z.string().max(60)).max(40),
          ]),
        ),
      })
      .strict(),
  ),
  'applications/move-pin': channel<CasePage>()(
    z
      .object({ client_id: id, lat: z.number().min(49).max(61), lon: z.number().min(-9).max(3) })
      .strict(),
  ),
  'applications/set-status': channel<CasePage>()(
    z
      .object({ client_id: id, status: z.enum(APPLICATION_STATUSES), note: z.string().max(2000) })
      .strict(),
  ),
  /** A person's decision on a held row: take it into use, or refuse it; the reason is kept. */
  'applications/decide-held': channel<CasePage>()(
    z.object({ client_id: id, accept: z.boolean(), reason: z.string().min(1).max(2000) }).strict(),
  ),
  /** Every rule tried on a client's application today, what was signed before, and what comes next. */
  'applications/proposal': channel<DecisionPage>()(z.object({ client_id: id }).strict()),
  /** Signs a decision: kept with the facts as they stand today, beside those before it. */
  'applications/decide': channel<DecisionPage>()(
    z
      .object({
        client_id: id,
        outcome: z.enum(DECISION_OUTCOMES),
        award: award.nullable(),
        reason: words,
        signed_by: signer,
      })
      .strict(),
  ),
  /** A step of an appeal: lodged against the last decision, or ended with its result. */
  'applications/appeal': channel<DecisionPage>()(
    z
      .object({
        client_id: id,
        step: z.discriminatedUnion('kind', [
          z
            .object({
              kind: z.literal('lodge'),
              stage: z.union([z.literal(1), z.literal(2)]),
              grounds: z.array(z.enum(APPEAL_GROUNDS)).max(4),
              lodged_on: day,
              transport_goes_on: z.boolean(),
              note: words,
              signed_by: signer,
            })
            .strict(),
          z
            .object({
              kind: z.literal('end'),
              appeal_id: id,
              result: z.enum(APPEAL_RESULTS),
              on: day,
              note: words,
              signed_by: signer,
            })
            .strict(),
        ]),
      })
      .strict(),
  ),
  ...evidenceChannels,
  ...editsChannels,
  ...tifChannels,
  ...lettersChannels,
  ...sheetsChannels,
  ...lotsChannels,
  ...papersChannels,
  'views/list': channel<readonly SavedView[]>()(nothing),
  'views/save': channel<SavedView>()(
    z
      .object({
        name: z.string().min(1).max(80),
        filter: applicationFilter,
        sort: z.enum(APPLICATION_SORTS),
        descending: z.boolean(),
      })
      .strict(),
  ),
  'views/delete': channel<{ readonly deleted: boolean }>()(z.object({ id }).strict()),

  'schools/search': channel<readonly School[]>()(
    z.object({ text: z.string().max(200), limit: z.number().int().min(1).max(100) }).strict(),
  ),
  ...mapChannels,
  ...chainsChannels,
  ...pressureChannels,
  ...scenariosChannels,
  ...pricesChannels,

  /** The plan in use, or another one that is kept. */
  'plan/current': channel<PlanSummary | null>()(z.object({ plan_id: id.optional() }).strict()),
  /** Routes are built in a worker. Give a school or, with null, the county. */
  'plan/start': channel<Job>()(
    z
      .object({
        school_urn: z.number().int().nullable(),
        seconds: z.number().min(1).max(3600).optional(),
        iterations: z.number().int().min(0).max(10_000_000).optional(),
        /** In rounds until another brings little; needs neither seconds nor iterations. */
        settle: z.boolean().optional(),
        seed: z.number().int().min(0).max(4294967295),
      })
      .strict(),
  ),
  'plan/approve': channel<PlanSummary>()(
    z.object({ plan_id: id, by: z.string().min(1).max(120), notices: gateInput }).strict(),
  ),
  'routes/query': channel<readonly RouteRow[]>()(
    z.object({ school_urn: z.number().int().nullable(), plan_id: id.optional() }).strict(),
  ),
  'routes/detail': channel<RouteDetail>()(z.object({ route_id: id }).strict()),
  /** Takes a client off a running contract so that the next plan may place them anew (or puts them back). */
  'routes/release': channel<{ readonly released: boolean }>()(
    z
      .object({ client_id: id, released: z.boolean(), reason: z.string().min(1).max(2000) })
      .strict(),
  ),

  'costs/overview': channel<CostOverview>()(nothing),
  'costs/breakdown': channel<readonly BreakdownRow[]>()(
    z.object({ by: z.enum(DIMENSIONS), within: z.object({ by: z.enum(DIMENSIONS), key: z.string().max(200) }).strict().optional() }).strict(), // prettier-ignore
  ),
  'costs/fuel': channel<FuelChange>()(
    z.object({ diesel: z.number().int().min(2000).max(60_000) }).strict(),
  ),

  'data/overview': channel<DataOverview>()(nothing),
  'data/report': channel<ImportReport>()(z.object({ id }).strict()),
  /** Files were sent before (`putFile`) and are named by their ids. */
  'import/preview': channel<ImportPreview>()(
    z
      .object({
        kind: z.enum(IMPORT_KINDS).nullable(),
        file_ids: z.array(z.string().max(64)).min(1).max(300),
        mapping: mapping.optional(),
      })
      .strict(),
  ),
  'import/start': channel<Job>()(
    z
      .object({
        kind: z.enum(IMPORT_KINDS),
        file_ids: z.array(z.string().max(64)).min(1).max(300),
        mapping: mapping.optional(),
        /** Of bids: when they came; absent: now. */
        received_at: z.string().length(16).optional(),
      })
      .strict(),
  ),
  /** The report's rows as a .csv file. */
  'import/export-report': channel<{ readonly file_id: string; readonly name: string }>()(
    z.object({ id }).strict(),
  ),

  'export/start': channel<Job>()(
    z
      .object({
        report: z.enum(['cost-pressure']),
        format: z.enum(['xlsx', 'csv', 'pdf']),
        /** What the years to come rest on; absent: the central scenario. */
        scenario: z.record(z.string(), z.unknown()).optional(),
      })
      .strict(),
  ),
  'jobs/list': channel<readonly Job[]>()(nothing),
  'jobs/cancel': channel<{ readonly cancelled: boolean }>()(
    z.object({ id: z.string().max(64) }).strict(),
  ),

  'settings/list': channel<readonly Setting[]>()(nothing),
  'settings/set': channel<readonly Setting[]>()(
    z
      .object({
        key: z.string().max(80),
        from_on: z.string().max(10),
        value: z.unknown(),
        source: z.string().min(1).max(400),
      })
      .strict(),
  ),
  'history/list': channel<readonly HistoryEntry[]>()(
    z.object({ client_id: id.nullable(), limit: z.number().int().min(1).max(1000) }).strict(),
  ),
  'search/all': channel<readonly SearchHit[]>()(
    z.object({ text: z.string().max(200), limit: z.number().int().min(1).max(50) }).strict(),
  ),
};

export type Contract = typeof contract;
export type ChannelName = keyof Contract;
export type Input<C extends ChannelName> = InputOf<Contract[C]>;
export type Output<C extends ChannelName> = OutputOf<Contract[C]>;

/** The names of all channels, in the contract's order. */
export const CHANNELS = Object.keys(contract) as readonly ChannelName[];
