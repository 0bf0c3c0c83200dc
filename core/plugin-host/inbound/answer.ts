/** What a receiver answers: the plugin's own reply, the host's, or one that was kept for a repetition. */
export interface Answer {
  status?: number;
  body?: unknown;
}
