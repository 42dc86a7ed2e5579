import { choicesOf, isAny, may, must, type TifFormSection } from '../question.ts';

/** The school, when it begins and ends for this client, and on which days. */
export const SCHOOL: TifFormSection = {
  key: 'school',
  label: 'School and times',
  questions: [
    must('school', 'School', 'line', {
      hint: 'Another school than on the record is decided on the case, not here',
    }),
    must('days', 'Days of travel', 'days', {
      planner: 'which days the route runs for this client',
    }),
    may('start_on', 'First day of transport', 'date', {
      hint: 'Empty: the school’s first day',
      planner: 'from which day a seat is needed',
    }),
    may('school_starts', 'Start of the client’s school day', 'time'),
    may('school_ends', 'End of the client’s school day', 'time'),
    must('part_time', 'Whether the timetable is part-time', 'yes_no'),
    must('part_time_pattern', 'Part-time timetable, day by day', 'text', {
      asked: isAny('part_time', 'yes'),
    }),
    must('residential', 'Whether the place is residential', 'choice', {
      choices: choicesOf({ no: 'No', weekly: 'Weekly', termly: 'Termly' }),
    }),
    must('residential_pattern', 'When the client goes and comes back', 'text', {
      asked: isAny('residential', 'weekly', 'termly'),
    }),
  ],
};
