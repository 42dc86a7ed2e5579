import { field, required } from '../field.ts';

/** What a file of applications may hold. Headings seen in councils' exports and forms. */
export const APPLICATION_FIELDS = [
  required(
    'ref',
    'Reference',
    'Our Ref|Ref|Ref No|Reference number|Application ref|Application reference|Application ID|Application number|App ID|Case ref|Case ID|Case number|Record ID|Request ID|Request ref|Client ref|Client ID|Pupil ID|Student ID|Synergy ID|Capita ID|ONE ID|Mosaic ID|Liquidlogic ID|EYES ID|System ID|Unique ref|Council ref',
  ),
  field(
    'full_name',
    'Full name',
    'Name|Child|Pupil|Student|Child name|Pupil name|Student name|Name of child|Young person',
  ),
  field(
    'surname',
    'Surname',
    'Last name|Family name|Child surname|Pupil surname|Legal surname|Student last name',
  ),
  field(
    'forename',
    'Forename',
    'First name|Given name|Christian name|Forenames|First names|Child forename|Pupil forename|Legal forename|Preferred forename',
  ),
  field(
    'date_of_birth',
    'Date of birth',
    'DOB|D.O.B.|Birth date|Born|Born on|Date of birth of child|Child DOB',
  ),
  field(
    'year_group',
    'Year group',
    'NC Year|NCY|School year|Year|National curriculum year|Year group in September|NC Year Group|Curriculum year|Year from September',
    /^(nc|school)?y(ear)?(group)?(in|from|at)?sep(t|tember)?(20)?\d\d$/,
  ),
  field(
    'carer_name',
    'Parent or carer',
    'Parent|Carer|Parent/carer|Parent name|Parent carer name|Contact name|Guardian|Main contact|Applicant|Applicant name|Name of parent or carer|Main carer|Contact 1 name',
  ),
  field(
    'carer_relationship',
    'Relationship',
    'Relationship to child|Relation|Relationship to pupil|Contact 1 relationship',
  ),
  field(
    'phone',
    'Phone',
    'Telephone|Tel|Tel no|Mobile|Mobile number|Contact number|Phone number|Parent phone|Telephone number|Contact 1 telephone',
  ),
  field(
    'language_or_format',
    'Language or format',
    'Language|Preferred language|First language|Home language|Communication format|Accessible format|Interpreter',
  ),
  field(
    'home_address',
    'Home address',
    'Address|Address 1|Address line 1|Full address|Pupil address|Child address|Street|Home address line 1|Pick up address',
  ),
  field(
    'postcode',
    'Home postcode',
    'Postcode|Post code|Child postcode|Pupil postcode|Address postcode|Home post code|PCode|Pick up postcode|Residence postcode',
  ),
  field('uprn', 'UPRN', 'Home UPRN|Unique property reference number|Address UPRN'),
  field('easting', 'Easting', 'Home easting|Eastings|X|Grid easting|X coordinate|Easting X'),
  field('northing', 'Northing', 'Home northing|Northings|Y|Grid northing|Y coordinate|Northing Y'),
  field('lat', 'Latitude', 'Lat|Home latitude'),
  field('lon', 'Longitude', 'Long|Lng|Lon|Home longitude'),
  field(
    'second_address',
    'Second address',
    'Other address|Alternative address|Address 2 (shared care)|Second home|Respite address|Other parent address',
  ),
  field(
    'second_postcode',
    'Second postcode',
    'Other postcode|Alternative postcode|Second home postcode|Respite postcode',
  ),
  field(
    'second_days',
    'Days at second address',
    'Days at second|Second address days|Days at other address',
  ),
  field(
    'care_status',
    'Care status',
    'Looked after|LAC|CLA|CIC|Looked after child|Child in care|LAC status|Care',
  ),
  field(
    'school_given',
    'School',
    'School name|Placement|Setting|Establishment|Name of school|Named school|Destination|Destination school|School attending|Provision|School or college|College|Placement name|School from September|School/College|Education setting|School 2026|Base name',
  ),
  field(
    'school_urn_given',
    'School URN',
    'URN|School code|Establishment URN|Placement URN|Setting URN|School ref|URN of school',
  ),
  field(
    'ehcp',
    'EHCP',
    'EHC plan|Has EHCP|EHCP?|EHCP Y/N|Education health and care plan|Plan in place|SEN status|Statement or EHCP',
  ),
  field(
    'section_i',
    'EHCP section I',
    'Section I|Section I wording|Placement wording|Section I naming|Named in section I',
  ),
  field(
    'need',
    'Primary need',
    'SEN need|Need|SEN type|Primary SEN need|Primary SEN|Main need|SEN primary need|Primary need type|SEN need 1|Category of need|Primary area of need',
  ),
  field(
    'type',
    'Application type',
    'Type|Request type|Reason|Reason for application|Type of request|Type of application|Application reason|Reason for request',
  ),
  field(
    'received_on',
    'Date received',
    'Received|Received date|Date of application|Application date|Submitted|Submission date|Date submitted|Created date|Date logged|Received on|Request date|Created on',
  ),
  field(
    'status',
    'Status',
    'Decision|Application status|Outcome|Eligibility|Eligibility decision|Eligible|Case status',
  ),
  field(
    'decided_on',
    'Date of decision',
    'Decision date|Decided on|Date decided|Outcome date|Date of outcome|Eligibility date',
  ),
  field(
    'assigned_to',
    'Assigned to',
    'Case officer|Officer|Assigned officer|Case owner|Owner|Caseworker|Case worker|Allocated to|Handled by|Assigned',
  ),
  field(
    'low_income_basis',
    'Low income basis',
    'Low income|FSM|Free school meals|Benefit|Income basis|FSM or benefit',
  ),
  field('religion_or_belief', 'Religion or belief', 'Religion|Faith|Faith ground|Belief'),
  field(
    'social_worker',
    'Social worker',
    'Has social worker|Social care involvement|Open to social care|SW',
  ),
  field(
    'mobility',
    'Mobility',
    'Mobility needs|Walking ability|Mobility type|Mobility status|Mode of mobility|How does the child move',
  ),
  field(
    'wheelchair',
    'Wheelchair',
    'Wheelchair type|Wheelchair details|Wheelchair make and model|Chair type',
  ),
  field(
    'occupied_weight_kg',
    'Occupied weight (kg)',
    'Occupied weight|Wheelchair weight|Combined weight|Weight of chair and child',
  ),
  field(
    'sole_occupancy',
    'Sole occupancy',
    'Solo|Solo transport|Single occupancy|Travel alone|Solo vehicle|Sole use|Lone travel|Solo traveller|Individual transport',
  ),
  field(
    'sole_until',
    'Sole occupancy until',
    'Sole until|Solo until|Solo review date|Sole occupancy review|Sole occupancy review date',
  ),
  field(
    'assistant',
    'Passenger assistant',
    'PA|Escort|PA required|Assistant|Escort required|Passenger assistant required|PA needed|Escort needed|Travel assistant|Passenger assistant need|Passenger escort',
  ),
  field(
    'not_with',
    'Not with (references)',
    'Not with|Not with (refs)|Must not travel with|Not to travel with|Conflict|Incompatible with|Cannot travel with|Keep apart from',
  ),
  field(
    'equipment',
    'Equipment',
    'Specialist equipment|Seating|Harness|Car seat|Seat or harness|Restraint|Special seating|Equipment needed',
  ),
  field(
    'medical',
    'Medical',
    'Medical needs|Medical conditions|Health needs|Medical information|Health conditions|Medical details',
  ),
  field(
    'rescue_medication',
    'Rescue medication',
    'Emergency medication|Rescue meds|Buccal|Medication in transit|Emergency meds|Rescue medicine',
  ),
  field(
    'risk_assessment_on',
    'Risk assessment date',
    'Risk assessment|Risk assessed|ITRA date|RA date|Date of risk assessment|Travel risk assessment date',
  ),
  field(
    'handover',
    'Handover',
    'Handover arrangements|Home handover|Who receives the child|Must be met|Drop off arrangements|Met at home by',
  ),
  field(
    'days',
    'Days',
    'Days of travel|Travel days|Days required|Transport days|Days attending|Attendance days|Days needed|Days per week attending',
  ),
  field(
    'clinical_limit_min',
    'Longest journey (minutes)',
    'Max journey time|Maximum journey time|Journey time limit|Clinical limit|Max journey|Maximum travel time|Longest journey',
  ),
  field(
    'tif_received_on',
    'TIF received',
    'TIF date|TIF received date|Transport information form received|Date TIF received|TIF returned|Form received|Passenger profile received',
  ),
  field(
    'tif_claimed_complete',
    'TIF complete',
    'TIF completed|TIF complete Y/N|Transport information form complete|TIF status|Form complete|Passenger profile complete',
  ),
  field(
    'reminder_1_on',
    'Reminder 1',
    'First reminder|1st reminder|Reminder 1 sent|Chase 1|Reminder one',
  ),
  field(
    'reminder_2_on',
    'Reminder 2',
    'Second reminder|2nd reminder|Reminder 2 sent|Chase 2|Reminder two',
  ),
  field(
    'reminder_3_on',
    'Reminder 3',
    'Third reminder|3rd reminder|Reminder 3 sent|Chase 3|Reminder three|Final reminder',
  ),
  field(
    'transport_start_on',
    'Transport start',
    'Start date|Transport start date|Required from|Date required|Transport required from|First day|First day of travel|Date transport needed|Travel start date',
  ),
  field(
    'protected_address',
    'Protected address',
    'Address protected|Sensitive address|Confidential address|Protected|Sensitive|Address flag',
  ),
  field(
    'notes',
    'Notes',
    'Comments|Comment|Note|Remarks|Additional information|Other information|Further information',
  ),
] as const;
