/**
 * Passkeys, as the browser keeps them. What is asked and what is answered goes between here and PasskeyButton.java as JSON,
 * in the form of the standard (https://www.w3.org/TR/webauthn-3/#sctn-parseCreationOptionsFromJSON).
 */
export const passkeys = {
  /** Whether this browser, on this page, can do it. */
  can: (): boolean =>
    typeof PublicKeyCredential === 'function' &&
    'parseCreationOptionsFromJSON' in PublicKeyCredential &&
    'parseRequestOptionsFromJSON' in PublicKeyCredential,

  async make(question: string): Promise<string> {
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse(question));
    return answer(await navigator.credentials.create({ publicKey }));
  },

  async use(question: string): Promise<string> {
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(question));
    return answer(await navigator.credentials.get({ publicKey }));
  }
};

function answer(credential: Credential | null): string {
  return JSON.stringify((credential as PublicKeyCredential | null)?.toJSON() ?? null);
}

declare global {
  interface Window {
    /** What PasskeyButton.java calls. */
    charlaPasskeys?: typeof passkeys;
  }
}
window.charlaPasskeys = passkeys;
