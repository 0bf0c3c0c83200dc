/** Fills in what a test does not say of an event that it makes up, so that it has the shape of a real one. */
import { coreEvents } from '@stint/plugin';
import { type Schema, sampleOf } from './conformance/sample.ts';

interface ShapedEvent {
  data: Record<string, unknown>;
  /** Type of the entity. */
  entity: string;
}

export function shapeEvent(type: string, data: Record<string, unknown>): ShapedEvent {
  const known = Object.hasOwn(coreEvents, type)
    ? coreEvents[type as keyof typeof coreEvents]
    : undefined;
  if (!known) return { data: { id: 0, ...data }, entity: type.replace(/_[^_.]+$/, '') };
  const properties = Object.entries(known.data.properties as Record<string, Schema>);
  const filled = Object.fromEntries(properties.map(([name, field]) => [name, emptyOf(field)]));
  return { data: { ...filled, id: 0, ...data }, entity: known.entity };
}

/** Null where that is possible: nothing is known of it. */
function emptyOf(field: Schema): unknown {
  return field.anyOf?.some(({ type }) => type === 'null') ? null : sampleOf(field);
}
