/** White space, what Unicode says to show as nothing, and the blanks among letters and symbols. */
const INVISIBLE =
  /^(?:[\p{White_Space}\p{Cc}\p{Default_Ignorable_Code_Point}\u2800\uFFF9-\uFFFB]|\u{16FE4}|\u{1D159}|\u{13441}|\u{13442})*$/u;

/** Whether a text has no character that is seen; InvisibleText.java has the same rule. */
export function isBlank(text: string): boolean {
  return INVISIBLE.test(text);
}
