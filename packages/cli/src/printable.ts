/** Characters that would move the cursor, change colours or turn the direction of writing. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what we are after
const unprintable = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Text in which nothing steers the terminal: names come out of other people's files.
 *
 * @example
 * printable("exam\u001b[2Jroom") // "exam\\u001b[2Jroom"
 */
export function printable(text: string): string {
  return text.replace(unprintable, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
