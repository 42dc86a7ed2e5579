import { choicesOf, isAny, may, must, type TifFormSection } from '../question.ts';

const sole = isAny('sole_occupancy', 'yes');

/** With whom the client may travel. */
export const COMPANY: TifFormSection = {
  key: 'company',
  label: 'Travelling with others',
  questions: [
    must('apart', 'Whether anybody may not travel with the client', 'yes_no'),
    must('not_with', 'Who may not travel with the client', 'refs', {
      asked: isAny('apart', 'yes'),
      hint: 'References, with commas',
      planner: 'never in one vehicle',
    }),
    must('sole_occupancy', 'Whether sole occupancy is needed', 'yes_no', {
      hint: 'No other client in the vehicle; an assistant may travel',
      planner: 'a vehicle without another client',
    }),
    must('sole_why', 'Why sole occupancy is needed', 'text', { asked: sole }),
    must('sole_authorised_by', 'Who authorised sole occupancy', 'line', {
      asked: sole,
      who: 'office',
    }),
    must('sole_until', 'Until when sole occupancy is authorised', 'date', {
      asked: sole,
      who: 'office',
    }),
  ],
};

/** Who hands the client over, at home and at school. */
export const HANDOVER: TifFormSection = {
  key: 'handover',
  label: 'Handover',
  questions: [
    must('must_be_met', 'Whether the client must be met at home', 'yes_no'),
    must('handover', 'Who meets the client at home', 'text', { hint: 'Named adults' }),
    must('nobody_in', 'What happens if nobody is in', 'text', {
      asked: isAny('must_be_met', 'yes'),
    }),
    may('school_bay', 'Bay at the school', 'line', { who: 'office' }),
    must('school_staff', 'Who receives the client at school', 'line', { who: 'office' }),
  ],
};

/** Whether a vehicle gets to the door. */
export const ACCESS: TifFormSection = {
  key: 'access',
  label: 'Access to the street',
  questions: [
    must('access', 'Where a vehicle can stop', 'choice', {
      choices: choicesOf({
        door: 'At the door',
        street: 'In the street',
        walk: 'Only a short walk away',
      }),
    }),
    must('access_where', 'Where the client and the vehicle meet', 'text', {
      asked: isAny('access', 'walk'),
    }),
    may('access_largest', 'Largest vehicle that gets there', 'choice', {
      choices: choicesOf({
        any: 'Any vehicle',
        taxi: 'A taxi of up to 8 passengers, no minibus',
        car: 'Only an ordinary car',
      }),
    }),
    may('access_notes', 'Width, gates, turning', 'text'),
  ],
};

/** In the client's own words. */
export const VIEW: TifFormSection = {
  key: 'view',
  label: 'The client’s own view',
  questions: [
    must('own_view', 'What the client says about the journey', 'text', {
      hint: 'Or that they did not wish to say',
    }),
  ],
};

/** Whom to ring. */
export const CONTACTS: TifFormSection = {
  key: 'contacts',
  label: 'Contacts',
  questions: [
    must('carer_name', 'Name of parent or carer', 'line'),
    may('carer_relationship', 'Relationship to the client', 'line'),
    must('phone', 'Telephone number', 'phone'),
    may('language_or_format', 'Language or format', 'line'),
    must('emergency_name', 'Emergency contact', 'line'),
    may('emergency_relationship', 'Relationship of the emergency contact', 'line'),
    must('emergency_phone', 'Telephone number of the emergency contact', 'phone'),
    may('emergency_2_name', 'Second emergency contact', 'line'),
    must('emergency_2_phone', 'Telephone number of the second emergency contact', 'phone', {
      asked: (answers) => (answers['emergency_2_name'] ?? '') !== '',
    }),
  ],
};

/** What needs consent. The rest of the form does not rest on consent. */
export const CONSENTS: TifFormSection = {
  key: 'consents',
  label: 'Consents',
  questions: [
    must('consent_medication', 'Consent: medication may be given', 'yes_no', {
      asked: isAny('rescue_medication', 'yes'),
    }),
    must('consent_ptb', 'Consent: a personal transport budget', 'yes_no'),
    must('consent_mileage', 'Consent: mileage for a parent', 'yes_no'),
    must('consent_training', 'Consent: travel training', 'yes_no'),
    must('consent_photograph', 'Consent: a photograph for the crew', 'yes_no'),
  ],
};
