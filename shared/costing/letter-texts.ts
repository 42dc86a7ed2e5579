/** The built-in wording of every letter. Plain English for a reading age of about 11: short sentences, everyday words, "you" and "we". */
import type { LetterTemplate } from '../model/letter.ts';
import type { TemplateKey } from './letter-settings.ts';

const HELP =
  'If you need help, or this letter in another language or format, please get in touch with us: {contact}.';
const ALREADY = 'If you have done this in the last few days, please take no notice of this letter.';
const APPEAL_RIGHT =
  'If you do not agree with this decision you can ask for it to be reviewed. You have {appeal_days} working days. Write to us by {appeal_by}, saying why. ' +
  'An officer who did not make the decision looks at it first, and we answer within {appeal_answer_days} working days. ' +
  'If you still do not agree, you can then ask for an independent panel. It answers within {panel_days} working days.';
const TELL_US =
  'Please tell us at once if your address, the school or what {child} needs on the journey changes.';

const ON_THE_DAY =
  'Please have {child} ready five minutes before the time above, with an adult who waits with them. The vehicle waits a few minutes only. ' +
  'Somebody you have named to us must be at home when {child} is brought back.';
const NOT_TRAVELLING =
  'If {child} is not travelling, or the vehicle has not come ten minutes after its time, ring us: {contact}.';

/** By the key of its setting. */
export const LETTER_TEXTS: Readonly<Record<TemplateKey, LetterTemplate>> = {
  letter_apply_1: {
    subject: 'Transport to school for {child}: please apply',
    paragraphs: [
      'Our records show that {child} may need transport to {school}. We have not yet received an application from you.',
      'Please apply as soon as you can. We plan routes over the summer, and those who apply early have their transport in place for the first day.',
      ALREADY,
      HELP,
    ],
  },
  letter_apply_2: {
    subject: 'Transport to school for {child}: second reminder to apply',
    paragraphs: [
      'We wrote to you about transport to {school} for {child} and have not received an application.',
      'Without an application we cannot decide whether {child} can have transport, and none will be arranged.',
      ALREADY,
      HELP,
    ],
  },
  letter_apply_3: {
    subject: 'Transport to school for {child}: last reminder to apply',
    paragraphs: [
      'This is the last time we write to you about an application for transport to {school} for {child}.',
      'You can still apply at any time. An application that reaches us late may mean that transport starts after the first day of term.',
      'If you do not want transport, you need do nothing.',
      HELP,
    ],
  },
  letter_tif_1: {
    subject: 'Transport Information Form for {child}, {ref}',
    paragraphs: [
      'Thank you for the application for transport for {child}. To plan a safe journey to {school} we need your Transport Information Form. {missing}',
      'Please send it to us, or ring us with the answers.',
      ALREADY,
      HELP,
    ],
  },
  letter_tif_2: {
    subject: 'Transport Information Form for {child}, {ref}: second reminder',
    paragraphs: [
      'We wrote to you about the Transport Information Form for {child}. {missing}',
      'We cannot plan a safe journey to {school} until we have it.',
      ALREADY,
      HELP,
    ],
  },
  letter_tif_3: {
    subject: 'Transport Information Form for {child}, {ref}: last reminder',
    paragraphs: [
      'This is the last time we write to you about the Transport Information Form for {child}. {missing}',
      'Without it, transport to {school} may not be in place on the first day of term.',
      HELP,
    ],
  },
  letter_awarded: {
    subject: 'Transport for {child}, {ref}: awarded',
    paragraphs: [
      'We have decided that {child} can have free transport to {school} in the school year {year}.',
      '{award_terms}',
      'We will write again with the name of the provider, the times, and the day on which transport starts.',
      TELL_US,
      APPEAL_RIGHT,
      HELP,
    ],
  },
  letter_part_awarded: {
    subject: 'Transport for {child}, {ref}: awarded in part',
    paragraphs: [
      'We have decided that {child} can have part of the transport to {school} that was asked for in the school year {year}.',
      '{award_terms}',
      'The reason is: {reason}',
      '{rules}',
      TELL_US,
      APPEAL_RIGHT,
      HELP,
    ],
  },
  letter_refused: {
    subject: 'Transport for {child}, {ref}: refused',
    paragraphs: [
      'We have decided that {child} cannot have free transport to {school} in the school year {year}.',
      'The reason is: {reason}',
      '{rules}',
      APPEAL_RIGHT,
      'If something has changed, or we do not know something that matters, please tell us. You can also apply again.',
      HELP,
    ],
  },
  letter_not_ours: {
    subject: 'Transport for {child}, {ref}: another council decides',
    paragraphs: [
      'You asked us for transport to {school} for {child}. We cannot decide this, because another council is responsible.',
      'The reason is: {reason}',
      'Please apply to the council where {child} lives. If you do not know which one that is, ask us and we will help you.',
      APPEAL_RIGHT,
      HELP,
    ],
  },
  letter_received: {
    subject: 'Transport for {child}, {ref}: we have your application',
    paragraphs: [
      'Thank you for the application for transport to {school} for {child}. We received it on {received}.',
      'We will write to you with our decision. We aim to do this by {decide_by}.',
      'You need do nothing now. If we need to know more, we will ask you.',
      TELL_US,
      HELP,
    ],
  },
  letter_more_information: {
    subject: 'Transport for {child}, {ref}: we need to know more',
    paragraphs: [
      'Thank you for the application for transport to {school} for {child}. We cannot decide it until we know more.',
      'Please tell us: {asked}',
      'Please answer by {answer_by}. You can write to us or ring us. If you need more time, tell us.',
      HELP,
    ],
  },
  letter_appeal_received: {
    subject: 'Transport for {child}, {ref}: we have your appeal',
    paragraphs: [
      'You asked us to look again at our decision about transport for {child}. We received your appeal on {appeal_lodged}. It is at stage {appeal_stage}.',
      '{appeal_how} We will write to you with the result by {appeal_answer_by}.',
      '{appeal_meanwhile}',
      'If you want to tell us more, or send us papers, please do so as soon as you can.',
      HELP,
    ],
  },
  letter_appeal_result: {
    subject: 'Transport for {child}, {ref}: the result of your appeal',
    paragraphs: [
      'You asked us to look again at our decision about transport for {child}. Your appeal came on {appeal_lodged} and was heard at stage {appeal_stage}.',
      '{appeal_result}',
      'The reasons are: {appeal_reason}',
      '{appeal_next}',
      HELP,
    ],
  },
  letter_review: {
    subject: 'Transport for {child}, {ref}: please read this',
    paragraphs: [
      '{child} has transport to {school}. {review}',
      'Please tell us what has changed: your address, the school, and what {child} needs on the journey. If {child} still needs transport, ask us now, so that it does not stop without a decision.',
      'We will write to you with our decision. It will say how to appeal.',
      HELP,
    ],
  },
  letter_transport_details: {
    subject: 'Transport for {child}, {ref}: who collects {child}, and when',
    paragraphs: [
      'Transport to {school} for {child} is arranged. The company that runs it has confirmed it.',
      '{transport_terms}',
      ON_THE_DAY,
      NOT_TRAVELLING,
      TELL_US,
      HELP,
    ],
  },
  letter_transport_changes: {
    subject: 'Transport for {child}, {ref}: it changes',
    paragraphs: [
      'The transport to {school} for {child} changes. The company that runs it has confirmed this. What changes is:',
      '{transport_changed}',
      'From then on it is as follows. This letter takes the place of the one before.',
      '{transport_terms}',
      ON_THE_DAY,
      NOT_TRAVELLING,
      HELP,
    ],
  },
  letter_transport_arranging: {
    subject: 'Transport for {child}, {ref}: we are still arranging it',
    paragraphs: [
      'We have agreed to provide transport to {school} for {child}. It is not arranged yet, and we cannot promise that it will be in place on {first_day}.',
      'The reason is: {transport_why}',
      'We go on working on it, and write again as soon as a company has confirmed that it collects {child}. Until you have that letter, please do not count on a vehicle.',
      'If you can take {child} to school until then, or if you cannot, please tell us, so that we know who needs help first: {contact}.',
      HELP,
    ],
  },
};
