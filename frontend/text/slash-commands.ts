/** What can be done by writing a slash and a name at the very beginning. */
export type Command = 'me' | 'shrug' | 'invite' | 'mute' | 'topic' | 'help';

/** What commands are called: in either language, whatever the person's is. The first is the one that is offered. */
const NAMES: Record<Command, Record<'en' | 'es', string[]>> = {
  me: { en: ['me'], es: ['me', 'yo'] },
  shrug: { en: ['shrug'], es: ['shrug'] },
  invite: { en: ['invite'], es: ['invitar'] },
  mute: { en: ['mute'], es: ['silenciar'] },
  topic: { en: ['topic'], es: ['tema'] },
  help: { en: ['help'], es: ['ayuda'] }
};

export const COMMANDS = Object.keys(NAMES) as Command[];

/** The underscores and the backslash are no Markdown. */
export const SHRUG = '¯\\\\\\_(ツ)\\_/¯';

/** One word: whoever begins with a path, a date or a fraction means no command. */
const WRITTEN = /^\/([\p{L}\p{M}][\p{L}\p{M}\p{N}_-]*)(?:\s+([\s\S]*))?$/u;

/** As the server reads it; see Message.java. */
const ACTION = /^\/me[ \t]+(\S[\s\S]*)$/;

/** What a text says that its sender does, without their name. */
export function actionOf(text: string): string | undefined {
  return ACTION.exec(text)?.[1];
}

/** What a command is called in a language, with its slash. */
export function nameOf(command: Command, locale: string): string {
  return `/${NAMES[command][locale.startsWith('es') ? 'es' : 'en'][0]}`;
}

/** The commands whose name, in whichever language, begins like this. */
export function commandsLike(written: string): Command[] {
  const typed = written.slice(1).toLowerCase();
  return COMMANDS.filter((command) => allNames(command).some((name) => name.startsWith(typed)));
}

/** What a text commands; `command` is missing where there is none of that name. Undefined for a text that is none. */
export function commanded(text: string): { name: string; command?: Command; words: string } | undefined {
  const found = WRITTEN.exec(text.trimEnd());
  if (!found) {
    return undefined;
  }
  const name = found[1].toLowerCase();
  return {
    name: `/${found[1]}`,
    command: COMMANDS.find((command) => allNames(command).includes(name)),
    words: (found[2] ?? '').trim()
  };
}

/** The message that a text is: two slashes stand for one, and what follows a space does nothing. */
export function literal(text: string): string {
  const words = text.startsWith('//') ? text.slice(1).trim() : text.trim();
  return actionOf(words) ? ` ${words}` : words;
}

function allNames(command: Command): string[] {
  return [...NAMES[command].en, ...NAMES[command].es];
}
