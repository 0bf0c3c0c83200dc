/** What the other side sends by itself: signed requests, each kept once and handled in a job. */
import type { Reply } from './routes.ts';

/** How an inbound request proves who sent it, over the raw body, before it is parsed. */
export type Verifier =
  | { kind: 'standard' | 'github' | 'slack' }
  | {
      kind: 'hmac';
      header: string;
      algorithm: 'sha256' | 'sha512';
      encoding: 'hex' | 'base64';
      prefix?: string;
      /**
       * Header with the seconds of the epoch at which it was signed. What is signed is then
       * `<seconds>.<body>`, and one that is more than 5 minutes old is refused.
       */
      timestampHeader?: string;
      /** Header with the sender's own id of a delivery. */
      deliveryHeader?: string;
    }
  | { kind: 'custom'; verify(request: InboundRequest, secret: string): boolean | Promise<boolean> };

export interface InboundRequest {
  headers: Record<string, string | string[] | undefined>;
  rawBody: Uint8Array;
}

/** A request whose sender is proved and whose body is parsed, before anything is kept of it. */
export interface VerifiedRequest<Config = Record<string, unknown>> {
  connection_id: number;
  user_id: number;
  /** What the person set, with secrets in clear: do not log or return them. */
  config: Config;
  headers: Record<string, string>;
  /** Parsed from JSON or a form (GitHub's `payload=` too). */
  body: Record<string, unknown>;
}

/** A request of which nobody knows whose it is. */
export type UnknownRequest = Pick<VerifiedRequest, 'headers' | 'body'>;

/**
 * Each connection has an address of its own for each webhook: `<path>/<receiver id>`. A delivery is
 * kept once, answered at once, and handled in a job.
 */
export interface WebhookDefinition<Config = Record<string, unknown>> {
  verifier: Verifier;
  /** The setting of the connection that holds the secret, as a JSON pointer: `/webhook_secret`. */
  secret: string;
  /**
   * The setting of the instance that stands in where a connection has no secret of its own: one app on the
   * other side that an administrator made for everybody. Who may do what is yours to see to then: the
   * signature says that the app sent it, and not for whom.
   */
  instanceSecret?: string;
  /** Bytes that a delivery may have, up to 25 MiB. @default 1048576 */
  bodyLimit?: number;
  /** Below the plugin's prefix, for services that know a documented address. @default '/webhooks' */
  path?: string;
  /** What to do on the other side, step by step: shown with the address. Plain text. */
  steps?: readonly string[];
  /**
   * Ids of the connections that a delivery to the bare `path`, without a receiver id, may be for. The
   * signature decides among them; until then the body is what a stranger says. Without this there is
   * no bare address.
   */
  resolve?(request: UnknownRequest): Promise<number[]>;
  /**
   * Answers what is signed with the `instanceSecret` and came to the bare `path`, for none of the connections
   * that `resolve` named: somebody who is not connected yet, or a test of the address. It is not kept.
   * Without this it is refused.
   */
  answerUnknown?(request: UnknownRequest): Promise<Reply | undefined> | Reply | undefined;
  /** Answers what is not to be kept at all: a ping, a URL verification, another repository (403). */
  screen?(request: VerifiedRequest<Config>): Promise<Reply | undefined> | Reply | undefined;
  /** The id under which a repeated delivery is known; the request's own is used when absent. */
  deliveryId?(request: InboundRequest): string | undefined;
  /** Runs in a job, after the delivery was recorded; at least once. What it returns is shown. */
  receive(delivery: InboundDelivery<Config>): Promise<string | void>;
  /** Answers the first of equal deliveries instead of 200 `{"ok":true}`; within 2.5 s. */
  answer?(delivery: InboundDelivery<Config>): Promise<Reply | undefined> | Reply | undefined;
}

export interface InboundDelivery<Config = Record<string, unknown>> extends VerifiedRequest<Config> {
  id: number;
}
