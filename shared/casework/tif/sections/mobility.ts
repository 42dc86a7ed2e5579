import { MOBILITY_WORDS } from '../../../model/words.ts';
import { choicesOf, isAny, must, type TifFormSection } from '../question.ts';

const travels = isAny('mobility', 'wheelchair_travels');
const usesChair = isAny('mobility', 'wheelchair_travels', 'wheelchair_transfers');

/** How the client moves, and what is known of the wheelchair. */
export const MOBILITY: TifFormSection = {
  key: 'mobility',
  label: 'Mobility and seating',
  questions: [
    must('mobility', 'How the client moves and travels', 'choice', {
      choices: choicesOf(MOBILITY_WORDS),
      planner: 'a seat or a wheelchair space, and the boarding time',
    }),
    must('walking_aid', 'Which walking aid', 'line', {
      asked: isAny('mobility', 'walks_with_aid'),
    }),
    must('transfer_help', 'How the client moves to a seat', 'choice', {
      asked: isAny('mobility', 'wheelchair_transfers'),
      choices: choicesOf({ alone: 'Alone', one_person: 'With one person', hoist: 'With a hoist' }),
    }),
    must('wheelchair', 'Make and type of wheelchair', 'line', { asked: usesChair }),
    must('occupied_weight_kg', 'Occupied weight of the wheelchair', 'kg', {
      asked: travels,
      hint: 'Chair and client together',
      planner: 'lift and tie-down limits',
    }),
    must('crash_tested', 'Whether the wheelchair is crash tested', 'choice', {
      asked: travels,
      choices: choicesOf({ yes: 'Yes', no: 'No', not_known: 'Not known to the maker' }),
    }),
    must('headrest', 'Whether the wheelchair has a headrest', 'yes_no', { asked: travels }),
  ],
};

/** Equipment that is not the wheelchair. */
export const EQUIPMENT: TifFormSection = {
  key: 'equipment',
  label: 'Equipment',
  questions: [
    must('equipment_needed', 'Whether equipment is needed', 'yes_no'),
    must('equipment', 'Which equipment', 'line', {
      asked: isAny('equipment_needed', 'yes'),
      hint: 'Harness, booster, car seat, frame, with its size',
      planner: 'what the provider must fit',
    }),
    must('equipment_by', 'Who prescribed the equipment', 'line', {
      asked: isAny('equipment_needed', 'yes'),
    }),
    must('equipment_fitted_by', 'Who fits the equipment', 'line', {
      asked: isAny('equipment_needed', 'yes'),
      who: 'office',
    }),
  ],
};
