/** Who a recipient is: the old provider of one change and the new one of another may be the same office. */
import type { NoticeRecipient } from '../../model/change-notice.ts';

/** One office or person, whatever part they play in a change. */
export function recipientKey(who: NoticeRecipient, name: string): string {
  return who === 'old_provider' || who === 'new_provider' ? `provider ${name}` : `${who} ${name}`;
}

/** Recipients in words, as a list's column says them. */
export const RECIPIENT_WORDS: Readonly<Record<NoticeRecipient, string>> = {
  family: 'Family',
  school: 'School',
  old_provider: 'Provider before',
  new_provider: 'Provider',
  assistant: 'Assistant',
  social_worker: 'Social worker',
};

/** One recipient in words: `Bower Grove School`, `Apex Cars, until then`, `Assistant of KX-104`. */
export function recipientWords(who: NoticeRecipient, name: string): string {
  if (name === '') return RECIPIENT_WORDS[who];
  if (who === 'assistant') return `Assistant of ${name}`;
  return who === 'old_provider' ? `${name}, provider until then` : name;
}
