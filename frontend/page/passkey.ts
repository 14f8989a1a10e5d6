/**
 * The passkey API of the browser for PasskeyButton.java, which calls it by name. Options and credentials are JSON as in the
 * standard (https://www.w3.org/TR/webauthn-3/#sctn-parseCreationOptionsFromJSON).
 */
export const passkeys = {
  /** Whether this browser supports passkeys on this page. */
  can: (): boolean =>
    typeof PublicKeyCredential === 'function' &&
    'parseCreationOptionsFromJSON' in PublicKeyCredential &&
    'parseRequestOptionsFromJSON' in PublicKeyCredential,

  /** Creates a passkey; rejects if the person cancels. */
  async make(options: string): Promise<string> {
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse(options));
    return toJson(await navigator.credentials.create({ publicKey }));
  },

  /** Signs a challenge with a passkey; rejects if the person cancels. */
  async use(options: string): Promise<string> {
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(options));
    return toJson(await navigator.credentials.get({ publicKey }));
  }
};

function toJson(credential: Credential | null): string {
  return JSON.stringify((credential as PublicKeyCredential | null)?.toJSON() ?? null);
}

declare global {
  interface Window {
    /** Called by PasskeyButton.java. */
    charlaPasskeys?: typeof passkeys;
  }
}
window.charlaPasskeys = passkeys;
