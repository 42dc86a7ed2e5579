/** Completeness of the Transport Information Form, by Kerbside's own check of the answers it holds. */
import type { AcademicYear, IsoDate } from '../calendar/dates.ts';
import { planningYearOf, startYearOf } from '../calendar/years.ts';
import type { Application, Client } from '../model/client.ts';
import type { TifAnswers } from '../model/tif.ts';
import { blockingQuestions } from './questions.ts';
import { checkForm, type TifGap } from './tif/check-form.ts';

/** One section of the form, with each missing answer named. */
export interface TifSectionCheck {
  readonly key: string;
  readonly label: string;
  readonly complete: boolean;
  readonly missing: readonly string[];
  /** Those of the missing answers that no family can give: the council's own work. */
  readonly for_office: readonly string[];
}

type Rule = readonly [missing: boolean, name: string, who?: 'office'];

function section(key: string, label: string, rules: readonly Rule[]): TifSectionCheck {
  const open = rules.filter(([isMissing]) => isMissing);
  const missing = open.map(([, name]) => name);
  const for_office = open.filter(([, , who]) => who === 'office').map(([, name]) => name);
  return { key, label, complete: missing.length === 0, missing, for_office };
}

const blank = (text: string): boolean => text.trim() === '';

/** A form that is worked on in Kerbside: its answers so far, and whether they are signed. */
export interface TifForm {
  readonly answers: TifAnswers;
  readonly signed: boolean;
  /** The day to check on: dates after it are asked about. */
  readonly on: IsoDate;
}

/**
 * The sections of a client's form and what is missing from each: of the whole form where one is worked on in Kerbside, else of what an
 * application's file can say. The council's own paper holds the rest then, and nobody is chased for it.
 */
export function tifSections(
  client: Client,
  application: Pick<Application, 'tif_received_on' | 'received_on'> | null,
  form: TifForm | null = null,
): readonly TifSectionCheck[] {
  if (form === null) return importedSections(client, application);
  const { sections } = checkForm(form.answers, form.on);
  const signed = section('signed', 'Signed and received', [
    [!form.signed, 'Signature of the parent, carer or young person'],
    [
      form.signed && !isCurrent(client, application),
      `Confirmation for ${yearOf(application) ?? 'this year'}`,
    ],
  ]);
  const checked = sections.map(({ key, label, complete, gaps }) => ({
    key,
    label,
    complete,
    missing: gaps.map(wantedOf),
    for_office: gaps.filter(({ who }) => who !== 'family').map(wantedOf),
  }));
  return [...checked, signed];
}

/** What is asked for: the answer by its name, or the question that two answers raise. What was typed is not repeated in a letter. */
function wantedOf({ kind, name, text }: TifGap): string {
  return kind === 'contradiction' ? text : name;
}

type Asked = Pick<Application, 'received_on'> | null;

/** The academic year that a request is for; null where it is not known. */
function yearOf(application: Asked): AcademicYear | null {
  const received = application?.received_on ?? null;
  return received === null ? null : planningYearOf(received);
}

/** Whether the last signed form stands for the year of the request, by its signature or a confirmation. */
function isCurrent(client: Pick<Client, 'tif_year'>, application: Asked): boolean {
  const year = yearOf(application);
  return year === null || (client.tif_year !== null && client.tif_year >= startYearOf(year));
}

/**
 * The sections that an application's file can fill, and what is missing from each. Sections are those that councils' published
 * forms have in common, so far as the answers have a field; what a form leaves empty to mean *none*
 * (equipment, medical needs) is not asked for twice. `application` null: nothing signed.
 */
function importedSections(
  client: Client,
  application: Pick<Application, 'tif_received_on'> | null,
): readonly TifSectionCheck[] {
  return [
    section('home', 'Home and addresses', [
      [blank(client.postcode) && client.lat === null, 'Home postcode or position'],
      [
        !blank(client.second_postcode + client.second_address) && client.second_days.length === 0,
        'Days at the second address',
      ],
    ]),
    section('school', 'School and times', [
      [client.school_urn === null && blank(client.school_given), 'School'],
      [client.days.length === 0, 'Days of travel'],
    ]),
    section('mobility', 'Mobility and seating', mobilityRules(client)),
    section('assistant', 'Passenger assistant', [
      [client.assistant === null, 'Whether a passenger assistant is needed'],
      [
        client.sole_occupancy && client.sole_until === null,
        'Until when sole occupancy is authorised',
        'office',
      ],
    ]),
    section('medical', 'Medical needs', [
      [client.rescue_medication && blank(client.medical), 'What the rescue medication is for'],
      [blockingQuestions(client).length > 0, 'Who gives the rescue medication'],
    ]),
    section('risk', 'Individual travel risk assessment', [
      [
        needsRiskAssessment(client) && client.risk_assessment_on === null,
        'Date of the risk assessment',
        'office',
      ],
    ]),
    section('handover', 'Handover', [[blank(client.handover), 'Who meets the client at home']]),
    section('contacts', 'Contacts', [
      [blank(client.carer_name), 'Name of parent or carer'],
      [blank(client.phone), 'Telephone number'],
    ]),
    section('signed', 'Signed and received', [
      [application === null || application.tif_received_on === null, 'Date the form was received'],
    ]),
  ];
}

function mobilityRules(client: Client): readonly Rule[] {
  const travels = client.mobility === 'wheelchair_travels';
  const uses = travels || client.mobility === 'wheelchair_transfers';
  return [
    [client.mobility === null, 'How the client moves and travels'],
    [uses && blank(client.wheelchair), 'Make and type of wheelchair'],
    [travels && client.occupied_weight_kg === null, 'Occupied weight of the wheelchair'],
  ];
}

/**
 * Who needs a travel risk assessment of their own: a harness, rescue medication, a medically trained
 * assistant or one for themselves, or sole occupancy.
 */
export function needsRiskAssessment(
  client: Pick<Client, 'equipment' | 'rescue_medication' | 'assistant' | 'sole_occupancy'>,
): boolean {
  return (
    /harness/i.test(client.equipment) ||
    client.rescue_medication ||
    client.assistant === 'medical' ||
    client.assistant === 'own' ||
    client.sole_occupancy
  );
}

/**
 * Whether the form is complete, whatever the council's own claim. Once a version was signed in Kerbside the last one decides, for the academic
 * year that it was signed or confirmed for; until then what the application's file said.
 */
export function tifComplete(
  client: Client,
  application: Pick<Application, 'tif_received_on' | 'received_on'> | null,
): boolean {
  if (application === null) return false;
  if (client.tif_signed === 'none') {
    return importedSections(client, application).every((each) => each.complete);
  }
  return client.tif_signed === 'complete' && isCurrent(client, application);
}
