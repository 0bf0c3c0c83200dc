/** After how long a timer is idle: for everybody, and what each person sets instead. */
import { Type } from 'typebox';

const WEEK = 10_080;

const ask = {
  minimum: 0,
  maximum: WEEK,
  title: 'Ask after (minutes)',
  description:
    'Minutes without activity after which a running timer asks "still working?"; 0 never.',
};
const stop = {
  minimum: 0,
  maximum: WEEK,
  title: 'Stop after (minutes)',
  description:
    'Minutes after an unanswered question at which the timer stops, at the last activity; 0 never.',
};

/** Left empty, it is as for everybody. */
const own = (field: typeof ask) =>
  Type.Optional(
    Type.Integer({ ...field, description: `${field.description} Empty: as for everybody.` }),
  );

export const settings = {
  instance: Type.Object({
    ask_after_minutes: Type.Integer({ ...ask, default: 480 }),
    stop_after_minutes: Type.Integer({ ...stop, default: 0 }),
  }),
  user: Type.Object({ ask_after_minutes: own(ask), stop_after_minutes: own(stop) }),
};
