import { choicesOf, isAny, may, must, type TifFormSection } from '../question.ts';

const elsewhere = isAny('other_addresses', 'yes');

const KINDS = {
  other_parent: 'Other parent',
  foster: 'Foster home',
  short_break: 'Short break',
  childcare: 'Childcare',
} as const;

/** Where the client lives, and on which days elsewhere. */
export const HOME: TifFormSection = {
  key: 'home',
  label: 'Home and addresses',
  questions: [
    must('home_address', 'Home address', 'line', { planner: 'the stop' }),
    must('postcode', 'Home postcode', 'postcode', { planner: 'the stop’s position' }),
    must('other_addresses', 'Whether the client also lives at another address', 'yes_no'),
    must('second_kind', 'What the second address is', 'choice', {
      asked: elsewhere,
      choices: choicesOf(KINDS),
    }),
    must('second_address', 'Second address', 'line', {
      asked: elsewhere,
      planner: 'the stop on its days',
    }),
    must('second_postcode', 'Postcode of the second address', 'postcode', { asked: elsewhere }),
    must('second_days', 'Days at the second address', 'days', {
      asked: elsewhere,
      planner: 'which days have the other stop',
    }),
    may('third_address', 'Third address, with its days', 'line', { asked: elsewhere }),
  ],
};
