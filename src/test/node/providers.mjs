// Three providers to sign in with, for tests: a real OpenID Connect provider, and two that say what a test wants them to
// say, shaped as Auth0 and as GitHub. Arguments: the address of Charla, then the ports of the three and of their control.
import { createServer } from 'node:http';
import { OAuth2Server } from 'oauth2-mock-server';
import { Provider } from 'oidc-provider';

const [home, realPort, auth0Port, githubPort, controlPort] = process.argv.slice(2);
const HOST = '127.0.0.1';

// The real one. Whoever signs in as "ana" has the verified e-mail ana@example.org; "eve=ana" is eve, and says that her
// e-mail is ana@example.org, which nobody has verified.
const real = new Provider(`http://${HOST}:${realPort}`, {
  clients: [
    {
      client_id: 'charla',
      client_secret: 'the-secret-of-charla',
      redirect_uris: [`${home}/login/oauth2/code/real`],
      post_logout_redirect_uris: [`${home}/login`],
    },
  ],
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'preferred_username'] },
  cookies: { keys: ['for tests only'] },
  pkce: { required: () => true },
  findAccount: (context, id) => ({
    accountId: id,
    claims: () => {
      const [name, email] = id.split('=');
      return {
        sub: id,
        email: `${email ?? name}@example.org`,
        email_verified: email === undefined,
        preferred_username: name,
        name: name[0].toUpperCase() + name.slice(1),
      };
    },
  }),
});
real.listen(realPort, HOST);

// What the other two say next; see /say below.
const says = { auth0: {}, github: {} };

const auth0 = new OAuth2Server(undefined, undefined, { shouldIssuerUrlBeSuffixedWithATralingSlash: true });
await auth0.issuer.keys.generate('RS256');
await auth0.start(Number(auth0Port), HOST);
auth0.issuer.url = `http://${HOST}:${auth0Port}/`;
auth0.service.on('beforeWellKnownOpenIdConfiguration', (answer) => {
  answer.body.token_endpoint_auth_methods_supported = ['client_secret_basic', 'client_secret_post'];
});
auth0.service.on('beforeAuthorizeRedirect', ({ url }) => redirectParameters(url, says.auth0.redirect));
auth0.service.on('beforeTokenSigning', (token) => {
  const now = Math.floor(Date.now() / 1000) + (says.auth0.skew ?? 0);
  Object.assign(token.payload, { iat: now, nbf: now, exp: now + 600 }, says.auth0.claims);
  Object.assign(token.header, says.auth0.header);
});
auth0.service.on('beforeUserinfo', (answer) => Object.assign(answer.body, says.auth0.claims));

const github = new OAuth2Server(undefined, undefined, {
  endpoints: { authorize: '/login/oauth/authorize', token: '/login/oauth/access_token', userinfo: '/api/v3/user' },
});
await github.issuer.keys.generate('RS256');
await github.start(Number(githubPort), HOST);
github.service.on('beforeAuthorizeRedirect', ({ url }) => redirectParameters(url, says.github.redirect));
github.service.on('beforeResponse', (answer) => {
  delete answer.body.id_token;
});
github.service.on('beforeUserinfo', (answer) => {
  answer.body = says.github.user;
});
github.service.addRoute('GET', '/api/v3/user/emails', (request, response) => {
  response.setHeader('Content-Type', 'application/json');
  response.end(JSON.stringify(says.github.emails ?? []));
});

function redirectParameters(url, parameters) {
  for (const [name, value] of Object.entries(parameters ?? {})) {
    if (value === null) {
      url.searchParams.delete(name);
    } else {
      url.searchParams.set(name, value);
    }
  }
}

// PUT /auth0 or /github with what it is to say from now on.
createServer(async (request, response) => {
  const parts = [];
  for await (const part of request) {
    parts.push(part);
  }
  if (request.method === 'PUT') {
    says[request.url.slice(1)] = JSON.parse(Buffer.concat(parts).toString());
  }
  response.end();
}).listen(Number(controlPort), HOST);
