/** The register of providers, people and vehicles. */
import { z } from 'zod';
import { ASSIGNMENT_ROLES, WORKER_ROLES } from '../../model/register.ts';
import { channel } from '../channel.ts';
import type { Job } from '../views/jobs.ts';
import type {
  Candidates,
  CrewPage,
  PeoplePage,
  ProviderPage,
  ProvidersPage,
  RegisterChoices,
  RunningOutPage,
  VehiclesPage,
} from '../views/register.ts';
import { dayInput, gateInput, idInput, wordsInput } from './inputs.ts';

const nothing = z.object({}).strict();
const key = z.string().min(1).max(200);
const line = z.string().max(200);
const day = dayInput.nullable();
const districts = z.array(z.string().max(20)).max(60);
const kg = z.number().min(1).max(2000).nullable();
const days = { from_on: dayInput, to_on: day };

/** What is written of a provider by hand, its fleet whole. */
const providerInput = z
  .object({
    /** Null: a new one. */
    key: key.nullable(),
    name: line,
    framework: line,
    districts,
    contact_name: line,
    phone: line,
    email: line,
    notes: wordsInput,
    /** How many contracts are to be given a changed name with it, as the refusal counted them. */
    with_contracts: z.number().int().positive().optional(),
    fleet: z
      .array(
        z
          .object({
            vehicle_class: z.string().min(1).max(60),
            count: z.number().int().min(0).max(9999),
            districts,
          })
          .strict(),
      )
      .max(100),
  })
  .strict();

/** What is written of a person by hand, their competences whole. */
const personInput = z
  .object({
    /** Null: a new one. */
    id: idInput.nullable(),
    ref: line,
    name: line,
    provider: line,
    role: z.enum(WORKER_ROLES),
    licensing_authority: line,
    badge_number: line,
    badge_expires_on: day,
    dbs_on: day,
    training: line,
    training_expires_on: day,
    phone: line,
    left_on: day,
    notes: wordsInput,
    competences: z
      .array(z.object({ competence: line, issued_on: day, expires_on: day }).strict())
      .max(60),
  })
  .strict();

/** What is written of a vehicle by hand. */
const vehicleInput = z
  .object({
    /** Null: a new one. */
    id: idInput.nullable(),
    mark: line,
    provider: line,
    vehicle_class: z.string().max(60),
    description: line,
    licensing_authority: line,
    plate_number: line,
    plate_expires_on: day,
    mot_expires_on: day,
    insurance_expires_on: day,
    lift_examined_on: day,
    lift_limit_kg: kg,
    tie_down_limit_kg: kg,
    layouts: z.array(line).max(20),
    left_on: day,
    notes: wordsInput,
  })
  .strict();

export const registerChannels = {
  'register/providers': channel<ProvidersPage>()(nothing),
  'register/provider': channel<ProviderPage>()(z.object({ key }).strict()),
  'register/people': channel<PeoplePage>()(nothing),
  'register/vehicles': channel<VehiclesPage>()(nothing),
  /** Out of date, or within the days that are looked ahead. */
  'register/running-out': channel<RunningOutPage>()(nothing),
  /** How many lines that list has, for Today. */
  'register/due': channel<{
    readonly due: number;
    readonly out_of_date: number;
    readonly ahead_days: number;
    readonly register_empty: boolean;
  }>()(nothing),
  'register/choices': channel<RegisterChoices>()(nothing),
  'register/save-provider': channel<{ readonly key: string }>()(providerInput),
  'register/save-person': channel<{ readonly id: number }>()(personInput),
  'register/save-vehicle': channel<{ readonly id: number }>()(vehicleInput),
  /** Takes out what was entered by mistake; whoever left has a last day instead. */
  'register/remove': channel<{ readonly removed: boolean }>()(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('provider'), key }).strict(),
      z.object({ kind: z.literal('worker'), id: idInput }).strict(),
      z.object({ kind: z.literal('vehicle'), id: idInput }).strict(),
    ]),
  ),
  /** Who runs a contract, and what is missing. */
  'register/crew': channel<CrewPage>()(z.object({ contract_id: idInput }).strict()),
  /** Of the contract's provider, or of all. */
  'register/candidates': channel<Candidates>()(
    z.object({ contract_id: idInput, all: z.boolean() }).strict(),
  ),
  'register/assign': channel<CrewPage>()(
    z
      .object({
        contract_id: idInput,
        role: z.enum(ASSIGNMENT_ROLES),
        subject_id: idInput,
        ...days,
        /** Ends whoever has the role now on the day before. */
        instead: z.boolean(),
        notices: gateInput,
      })
      .strict(),
  ),
  /** Other days; null for them takes the assignment out. */
  'register/change-assignment': channel<CrewPage>()(
    z.object({ id: idInput, days: z.object(days).strict().nullable() }).strict(),
  ),
  /** The whole register as a workbook that imports back unchanged. */
  'register/export': channel<Job>()(nothing),
};
