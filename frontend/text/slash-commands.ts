import { isBlank } from './invisible-text.ts';

/** A slash command: a text that begins with a slash and a name. */
export type Command = 'me' | 'shrug' | 'invite' | 'mute' | 'topic' | 'help';

/** The names of the commands. All are accepted, whatever the person's language; suggested is the first of that language. */
const NAMES: Record<Command, Record<'en' | 'es', string[]>> = {
  me: { en: ['me'], es: ['me', 'yo'] },
  shrug: { en: ['shrug'], es: ['shrug'] },
  invite: { en: ['invite'], es: ['invitar'] },
  mute: { en: ['mute'], es: ['silenciar'] },
  topic: { en: ['topic'], es: ['tema'] },
  help: { en: ['help'], es: ['ayuda'] }
};

export const COMMANDS = Object.keys(NAMES) as Command[];

/** The text of /shrug, with its underscores and backslash escaped for Markdown. */
export const SHRUG = '¯\\\\\\_(ツ)\\_/¯';

/** A command and its arguments. The name is one word, so that no path, date or fraction is a command. */
const COMMAND = /^\/([\p{L}\p{M}][\p{L}\p{M}\p{N}_-]*)(?:\s+([\s\S]*))?$/u;

/** An action, as Message.java parses it on the server. */
const ACTION = /^\/me[ \t]+(\S[\s\S]*)$/;

/** Returns the text of an action (/me), to be shown after the name of its sender; undefined for any other text. */
export function actionOf(text: string): string | undefined {
  return ACTION.exec(text)?.[1];
}

/** Returns the name of a command in a language, with its slash. */
export function commandName(command: Command, locale: string): string {
  return `/${NAMES[command][locale.startsWith('es') ? 'es' : 'en'][0]}`;
}

/** Returns the commands with a name, in any language, that begins with a text; that text begins with the slash. */
export function commandsStartingWith(typed: string): Command[] {
  const prefix = typed.slice(1).toLowerCase();
  return COMMANDS.filter((command) => allNames(command).some((name) => name.startsWith(prefix)));
}

/** Parses a command; `command` is missing if its name is unknown. Undefined for a text that is not a command. */
export function parseCommand(text: string): { name: string; command?: Command; args: string } | undefined {
  const found = COMMAND.exec(text.trimEnd());
  if (!found) {
    return undefined;
  }
  const name = found[1].toLowerCase();
  return {
    name: `/${found[1]}`,
    command: COMMANDS.find((command) => allNames(command).includes(name)),
    args: (found[2] ?? '').trim()
  };
}

/**
 * Returns the message that a text means if it is not a command: two slashes stand for one, and a space before `/me` keeps it
 * from being an action.
 */
export function literalText(text: string): string {
  const message = isBlank(text) ? '' : text.replace(/^\/(?=\/)/, '').trim();
  return actionOf(message) ? ` ${message}` : message;
}

function allNames(command: Command): string[] {
  return [...NAMES[command].en, ...NAMES[command].es];
}
