/** The people of the demo: five with a name of their own, and as many more as a benchmark asks for. */

export interface Person {
  name: string;
  email: string;
  role: 'admin' | 'manager' | 'member';
  time_zone: string;
  locale: string;
  week_start: number;
  date_format: string;
  time_format: string;
  switch_policy: string;
  rounding_mode: string | null;
  rounding_minutes: number | null;
}

const ordinary = {
  role: 'member',
  time_zone: 'UTC',
  locale: 'en',
  week_start: 1,
  date_format: 'YYYY-MM-DD',
  time_format: '24h',
  switch_policy: 'keep',
  rounding_mode: null,
  rounding_minutes: null,
} as const;

const team: Person[] = [
  {
    ...ordinary,
    name: 'Ines Albrecht',
    email: 'ines@example.com',
    role: 'admin',
    time_zone: 'Europe/Berlin',
    locale: 'de',
    date_format: 'DD.MM.YYYY',
    switch_policy: 'switch',
  },
  {
    ...ordinary,
    name: 'Marcus Reed',
    email: 'marcus@example.com',
    role: 'manager',
    time_zone: 'America/New_York',
    week_start: 7,
    date_format: 'MM/DD/YYYY',
    time_format: '12h',
  },
  {
    ...ordinary,
    name: 'Priya Nair',
    email: 'priya@example.com',
    time_zone: 'Asia/Kolkata',
    date_format: 'DD/MM/YYYY',
    rounding_mode: 'nearest',
    rounding_minutes: 15,
  },
  {
    ...ordinary,
    name: 'Tom Whitford',
    email: 'tom@example.com',
    time_zone: 'Australia/Lord_Howe',
    date_format: 'DD/MM/YYYY',
    time_format: '12h',
  },
  { ...ordinary, name: 'Sofia Lindqvist', email: 'sofia@example.com', switch_policy: 'switch' },
];

const given = ['Adam', 'Bea', 'Chen', 'Dalia', 'Emil', 'Freya', 'Goran', 'Hana', 'Ivo', 'Jun'];
const family = ['Abel', 'Brandt', 'Costa', 'Dvorak', 'Eriksen', 'Fontana', 'Gupta', 'Haas'];
const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'America/Sao_Paulo', 'UTC'];

export function listPeople(count: number): Person[] {
  return Array.from({ length: count }, (_, i) => team[i] ?? inventPerson(i));
}

function inventPerson(i: number): Person {
  const first = given[i % given.length] as string;
  const last = family[Math.floor(i / given.length) % family.length] as string;
  return {
    ...ordinary,
    name: `${first} ${last}`,
    email: `${first}.${last}.${i + 1}@example.com`.toLowerCase(),
    role: i % 10 === 9 ? 'manager' : 'member',
    time_zone: zones[i % zones.length] as string,
  };
}
