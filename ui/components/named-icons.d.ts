declare module 'virtual:named-icons' {
  type IconNode = [tag: string, attributes: Record<string, string>][];
  export const shards: Record<string, () => Promise<{ default: Record<string, IconNode> }>>;
}
