/** Every rule of eligibility tried on 20,000 applications, and who is due a reminder among them, the store read included. */
import { decide } from '../../electron/jobs/decide.ts';
import { remindersOn } from '../../electron/jobs/remind.ts';
import { APPLICATIONS, ON, openBench } from './casework-store.ts';
import { timed, type Figure } from './measure.ts';

const RUNS = 5;

/** Seconds of both jobs inside one process, on an invented county where every client applied. */
export function benchDecide(file: string): readonly Figure[] {
  const store = openBench(file);
  const note =
    'invented county, evidence on every application, 200,000 history rows, one process, store read included';
  try {
    const decided = timed(RUNS, () => {
      const answer = decide(store, { ref: null, on: ON });
      if (!answer.ok || answer.value.applications.length < APPLICATIONS) {
        throw new Error('Not every application was decided.');
      }
    });
    const reminded = timed(RUNS, () => {
      const { due, not_due } = remindersOn(store, ON);
      if (due.length + not_due.length < APPLICATIONS) throw new Error('Somebody was left out.');
    });
    return [
      { name: 'all rules for 20,000 applications', unit: 's', runs: decided, target: 2, note },
      { name: 'reminders for 20,000 applications', unit: 's', runs: reminded, target: null, note },
    ];
  } finally {
    store.close();
  }
}
