/** Projects and tags by the names that people type. One that fits several is refused, not guessed. */
import { allPages, type StintClient } from '@stint/client';

interface Named {
  id: number;
  name: string;
  code?: string | null;
}

export async function findProject(stint: StintClient, text: string): Promise<number> {
  const read = (cursor: string | undefined) =>
    stint.GET('/api/v1/projects', {
      params: { query: { search: text, archived: false, limit: 200, cursor } },
    });
  return pick('project', text, await Array.fromAsync(allPages(read)));
}

export async function findTags(stint: StintClient, names: string[]): Promise<number[]> {
  if (names.length === 0) return [];
  const read = (cursor: string | undefined) =>
    stint.GET('/api/v1/tags', { params: { query: { limit: 200, cursor } } });
  const tags = await Array.fromAsync(allPages(read));
  return names.map((name) =>
    pick(
      'tag',
      name,
      tags.filter((tag) => isIn(name, tag)),
    ),
  );
}

/** For completion. */
export async function listProjectNames(stint: StintClient): Promise<string[]> {
  const read = (cursor: string | undefined) =>
    stint.GET('/api/v1/projects', { params: { query: { archived: false, limit: 200, cursor } } });
  return (await Array.fromAsync(allPages(read))).map(({ name }) => name);
}

/** Of all projects by id, for showing. */
export async function readProjectNames(stint: StintClient): Promise<Map<number, string>> {
  const read = (cursor: string | undefined) =>
    stint.GET('/api/v1/projects', { params: { query: { limit: 200, cursor } } });
  const projects = await Array.fromAsync(allPages(read));
  return new Map(projects.map(({ id, name }) => [id, name]));
}

const same = (a: string, b: string | null | undefined) => a.toLowerCase() === b?.toLowerCase();
const isIn = (text: string, { name }: Named) => name.toLowerCase().includes(text.toLowerCase());

function pick(noun: string, text: string, found: Named[]): number {
  const exact = found.filter(({ name, code }) => same(text, name) || same(text, code));
  const [one, ...more] = exact.length > 0 ? exact : found;
  if (!one) throw new Error(`There is no ${noun} "${text}".`);
  if (more.length === 0) return one.id;
  const names = [one, ...more].slice(0, 5).map(({ name }) => `"${name}"`);
  throw new Error(`"${text}" fits more than one ${noun}: ${names.join(', ')}.`);
}
