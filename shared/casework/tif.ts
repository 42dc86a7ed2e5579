/** Completeness of the Transport Information Form, by Kerbside's own check of the answers it holds. */
import type { Application, Client } from '../model/client.ts';
import { blockingQuestions } from './questions.ts';

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

/**
 * The sections of the form and what is missing from each. Sections are those that councils' published
 * forms have in common, so far as the answers have a field; what a form leaves empty to mean *none*
 * (equipment, medical needs) is not asked for twice. `application` null: nothing signed.
 */
export function tifSections(
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

/** Whether every section is complete, whatever the council's own claim. */
export function tifComplete(
  client: Client,
  application: Pick<Application, 'tif_received_on'> | null,
): boolean {
  return tifSections(client, application).every((each) => each.complete);
}
