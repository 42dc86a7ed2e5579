import { competenceWords, KNOWN_COMPETENCES } from '../competence-names.ts';
import { field, required, type Field } from '../field.ts';

/** Lists that a register is kept in: a file or a sheet each. */
export const REGISTER_LISTS = [
  'providers',
  'fleets',
  'people',
  'competences',
  'vehicles',
  'assignments',
] as const;
export type RegisterList = (typeof REGISTER_LISTS)[number];

const PROVIDER =
  'Operator|Contractor|Supplier|Company|Operator name|Supplier name|Provider name|Transport provider|Firm|Company name|Employer|Employed by';
const DISTRICTS =
  'Area|Areas|District|Areas covered|Area of operation|Operating area|Operating areas|Districts covered|Where';
const BADGE =
  'Badge|Badge no|Badge number|Licence number|Driver badge|Driver badge number|Driver licence number|ID badge|ID badge number|PA badge|PA badge number|Badge ID|Taxi badge number|Hackney badge';
const AUTHORITY =
  'Licensing authority|Licensing council|Licensed by|Licensing district|Issuing authority|Council licensed with|Licensing LA';
const REF =
  'Person reference|Person ref|Person ID|Staff number|Staff no|Staff ID|Employee number|Employee no|Employee ID|Crew ID|Driver ID|Driver number|PA number|Reference|Ref|ID';
const NAME =
  'Name|Full name|Driver|Driver name|Employee|Employee name|Staff name|PA name|Passenger assistant|Passenger assistant name|Crew member|Person|Assistant name|Escort name';
const LEFT = 'Leaving date|Date left|Left|End date|Leaver|Off hire date|Withdrawn on|Removed on';
const NOTES = 'Notes|Comments|Remarks|Note';
const PHONE = 'Telephone|Phone|Phone number|Tel|Mobile|Contact number|Telephone number';

/** What a heading adds to a competence's name where it holds the day on which it runs out. */
const EXPIRY = ['', ' expiry', ' expiry date', ' expires', ' valid until', ' valid to', ' renewal', ' renewal date', ' training expiry', ' cert expiry']; // prettier-ignore

/** A field of the people's list for the expiry of one competence: lists have a column a competence. */
export function expiryField(competence: string): string {
  return `expires ${competence}`;
}

const PERSON_KEYS = [
  field('ref', 'Person reference', REF),
  field('licensing_authority', 'Licensing authority', AUTHORITY),
  field('badge_number', 'Badge number', BADGE),
  field('provider', 'Provider', PROVIDER),
] as const;

/** The fields of each list of the register, with the headings that councils write. */
export const REGISTER_FIELDS: Readonly<Record<RegisterList, readonly Field[]>> = {
  providers: [
    required('provider', 'Provider', PROVIDER),
    field(
      'framework',
      'Framework',
      'Framework lot|DPS|Dynamic purchasing system|DPS lot|Framework name|Framework agreement|Approved list|Lot',
    ),
    field('districts', 'Districts', DISTRICTS),
    field(
      'contact_name',
      'Contact',
      'Contact name|Main contact|Key contact|Contact person|Manager|Account manager',
    ),
    field('phone', 'Telephone', PHONE),
    field('email', 'Email', 'E-mail|Email address|Contact email|E-mail address'),
    field('notes', 'Notes', NOTES),
  ],
  fleets: [
    required('provider', 'Provider', PROVIDER),
    required(
      'vehicle_class',
      'Vehicle class',
      'Vehicle type|Class|Type|Vehicle|Type of vehicle|Vehicle category|Category',
    ),
    required(
      'count',
      'Number of vehicles',
      'Vehicles|Count|Fleet size|No of vehicles|Quantity|Number|Vehicles available|How many|Fleet',
    ),
    field('districts', 'Districts', DISTRICTS),
  ],
  people: [
    required('name', 'Name', NAME),
    field('forename', 'Forename', 'First name|Given name|Forenames'),
    field('surname', 'Surname', 'Last name|Family name'),
    field(
      'role',
      'Role',
      'Job|Job title|Position|Driver or PA|Driver/PA|Staff type|Post|Works as|Crew type',
    ),
    ...PERSON_KEYS,
    field(
      'badge_issued_on',
      'Badge issued',
      'Badge issue date|Badge issued on|Badge start|Licence issued',
    ),
    field(
      'badge_expires_on',
      'Badge expires',
      'Badge expiry|Badge expiry date|Badge expires on|Badge valid until|Badge valid to|Licence expiry|Licence expiry date|Driver licence expiry|Taxi licence expiry|ID badge expiry|PA badge expiry|Driver badge expiry',
    ),
    field(
      'dbs_on',
      'Enhanced DBS date',
      'DBS|DBS date|DBS issued|DBS issue date|Enhanced DBS|Date of DBS|DBS check date|DBS certificate date|Last DBS check|DBS check|CRB date|DBS issued on',
    ),
    field(
      'training',
      'Training',
      'Training done|Training completed|Courses|Training record|Mandatory training',
    ),
    field(
      'training_expires_on',
      'Training expires',
      'Training expiry|Training expiry date|Training valid until|Training renewal|Training due|Refresher due|Safeguarding training expiry|Safeguarding expiry',
    ),
    field('phone', 'Telephone', PHONE),
    field('left_on', 'Left on', LEFT),
    field(
      'competences',
      'Competences',
      'Competencies|Qualifications|Specialist training|Skills|Qualified in|Holds',
    ),
    field('notes', 'Notes', NOTES),
    ...KNOWN_COMPETENCES.map((name) =>
      field(
        expiryField(name),
        `${name}: expires`,
        competenceWords(name)
          .flatMap((word) => EXPIRY.map((more) => `${word}${more}`))
          .join('|'),
      ),
    ),
  ],
  competences: [
    required(
      'competence',
      'Competence',
      'Competency|Course|Qualification|Skill|Training|Competence name|Training course|Certificate|Training type',
    ),
    field('name', 'Name', NAME),
    ...PERSON_KEYS,
    field(
      'issued_on',
      'Issued',
      'Issue date|Date issued|Issued on|Date of training|Training date|Date completed|Completed|Completed on|Date passed|From|Valid from',
    ),
    field(
      'expires_on',
      'Expires',
      'Expiry|Expiry date|Expires on|Valid until|Valid to|Renewal date|Renewal|Due|To|Refresher due',
    ),
  ],
  vehicles: [
    required(
      'mark',
      'Registration mark',
      'Registration|Reg|Reg no|Registration number|Vehicle registration|VRM|VRN|Vehicle reg|Number plate|Reg number|Vehicle registration mark|Vehicle registration number',
    ),
    field('provider', 'Provider', PROVIDER),
    field(
      'vehicle_class',
      'Vehicle class',
      'Vehicle type|Class|Type|Type of vehicle|Vehicle category|Category',
    ),
    field(
      'description',
      'Vehicle',
      'Make and model|Make|Make/model|Model|Description|Make & model',
    ),
    field('licensing_authority', 'Licensing authority', AUTHORITY),
    field(
      'plate_number',
      'Plate',
      'Plate number|Plate no|Licence plate number|Taxi plate|Vehicle licence number|Hackney plate|PHV plate|Vehicle plate',
    ),
    field(
      'plate_expires_on',
      'Plate expires',
      'Plate expiry|Plate expiry date|Vehicle licence expiry|Plate valid until|Licence plate expiry|Taxi plate expiry|Vehicle licence expires',
    ),
    field(
      'mot_expires_on',
      'MOT expires',
      'MOT|MOT expiry|MOT expiry date|MOT due|MOT date|MOT valid until|MOT until|Compliance test expiry',
    ),
    field(
      'insurance_expires_on',
      'Insurance expires',
      'Insurance|Insurance expiry|Insurance expiry date|Insured until|Insurance valid until|Insurance renewal|Insurance due|Insurance renewal date',
    ),
    field(
      'lift_examined_on',
      'Lift examined',
      'LOLER|LOLER date|LOLER inspection|LOLER examination|Lift examination|Lift examination date|Lift inspection|Lift inspection date|Tail lift LOLER|LOLER inspection date|Last LOLER|Lift tested',
    ),
    field(
      'lift_limit_kg',
      'Lift bears, kg',
      'Lift limit|Lift SWL|SWL|Safe working load|Lift capacity|Lift weight limit|Lift limit kg|Tail lift SWL|Lift capacity kg|Ramp limit',
    ),
    field(
      'tie_down_limit_kg',
      'Tie-downs bear, kg',
      'Tie-down limit|Tie down limit kg|Restraint limit|WTORS limit|Restraint weight limit|Tie-down limit kg|Tie-down rating|Restraint rating',
    ),
    field(
      'layouts',
      'Layouts',
      'Layout|Seating layouts|Configurations|Configuration|Seating plan|Seat layouts',
    ),
    field(
      'seats',
      'Seats',
      'Passenger seats|Capacity|Seating capacity|Number of seats|No of seats',
    ),
    field(
      'wheelchairs',
      'Wheelchair spaces',
      'Wheelchairs|Wheelchair places|WC spaces|Wheelchair capacity|No of wheelchair spaces',
    ),
    field('left_on', 'Out of service on', LEFT),
    field('notes', 'Notes', NOTES),
  ],
  assignments: [
    required(
      'contract_ref',
      'Contract',
      'Contract ref|Contract number|Contract no|Contract ID|Contract code|Contract reference',
    ),
    field('route_ref', 'Route', 'Route ref|Route number|Route no|Route ID|Run|Route code'),
    field('role', 'Role', 'As|Works as|Assigned as|Position|Capacity'),
    field('name', 'Name', NAME),
    ...PERSON_KEYS,
    field(
      'mark',
      'Registration mark',
      'Registration|Reg|Reg no|Vehicle registration|VRM|VRN|Vehicle reg|Vehicle',
    ),
    field('from_on', 'From', 'Start|Start date|From date|Starts|Assigned from'),
    field('to_on', 'Until', 'End|End date|To|Until date|Ends|Assigned until|To date'),
  ],
};

/** Fields that another one may stand for: a surname for a name, a route for a contract. */
export const INSTEAD: Readonly<Record<string, string>> = {
  name: 'surname',
  contract_ref: 'route_ref',
};
