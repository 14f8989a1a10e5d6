import { withTimeout } from '../platform/connection.ts';
import type { Labels } from '../platform/labels.ts';
import { normalizeUsername } from '../text/mention-parser.ts';
import { WITHOUT_SPACES } from '../text/scripts.ts';
import { rememberPeople } from '../text/mention-view.ts';
import type { Person } from '../model/message.ts';
import type { Suggestion, SuggestionSource } from './autocomplete.ts';

/** A person who can be mentioned; see MentionSource.Candidate. */
export interface Candidate extends Person {
  /** Whether the person is in the chat. */
  member: boolean;
}

/** The server method for completion; see MentionSource.java. */
export interface CandidateServer {
  /** Finds people whose names begin as typed. */
  offer(typed: string): Promise<Candidate[]>;
}

/** In milliseconds. */
const TIMEOUT = 3000;
const EVERYBODY = ['all', 'todos'];

/** What has been typed of a mention, where one may begin; see mention-parser.ts. */
const NAME = '[\\p{L}\\p{M}\\p{N}._\\-]';
const TYPED = new RegExp(`(?:^|[^\\p{L}\\p{M}\\p{N}/@]|${WITHOUT_SPACES}|@${NAME}+/)(@${NAME}*)$`, 'u');

/** The completion of mentions: people of the chat and of the space, and everybody. */
export class MentionCompletion implements SuggestionSource {
  readonly pattern = TYPED;

  private readonly labels: () => Labels;
  private readonly server: () => CandidateServer | undefined;
  /** The usernames of the members that were suggested. */
  private members = new Set<string>();

  constructor(labels: () => Labels, server: () => CandidateServer | undefined) {
    this.labels = labels;
    this.server = server;
  }

  /** Forgets the members; to be called when another chat is opened. */
  reset(): void {
    this.members = new Set();
  }

  /** Returns whether a username was suggested as a member of the chat. */
  isKnownMember(username: string): boolean {
    return this.members.has(username);
  }

  async find(typed: string): Promise<Suggestion[]> {
    const name = typed.slice(1);
    const found = (await withTimeout(TIMEOUT, this.server()?.offer(name))) ?? [];
    rememberPeople(found);
    found.filter(({ member }) => member).forEach(({ username }) => this.members.add(normalizeUsername(username)));
    return [...found.map((candidate) => this.suggestion(candidate)), ...this.everybody(name)];
  }

  private suggestion({ username, name, member }: Candidate): Suggestion {
    const hint = member ? `@${username}` : this.labels().of('composer.outsiders.hint', `@${username}`);
    return { text: `@${username}`, mark: '@', name, hint };
  }

  private everybody(typed: string): Suggestion[] {
    const name = this.labels().of('composer.everybody');
    return [name, ...EVERYBODY].some((each) => each.startsWith(normalizeUsername(typed)))
      ? [{ text: `@${name}`, mark: '@', name, hint: this.labels().of('composer.everybody.hint') }]
      : [];
  }
}
