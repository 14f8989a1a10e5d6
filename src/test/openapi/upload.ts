// A program of an integrator: uploads two files, in one request and resumably, and sends them to a group. Its types are
// generated from the OpenAPI document.
import createClient from 'openapi-fetch';
import type { paths } from '../../../target/openapi/schema.d.ts';

const [server, token] = process.argv.slice(2);
const charla = createClient<paths>({ baseUrl: server, headers: { Authorization: `Bearer ${token}` } });

const asIs = (body: unknown) => body as string; // a file may be a form, too

function expected<T>(answer: { data?: T; error?: unknown }): T {
  if (answer.data === undefined) {
    throw new Error(JSON.stringify(answer.error));
  }
  return answer.data;
}

const whole = expected(
  await charla.POST('/v1/api/media', {
    params: { query: { name: 'hola.txt' } },
    headers: { 'Content-Type': 'application/octet-stream' },
    body: 'hola',
    bodySerializer: asIs
  })
);

const begun = expected(
  await charla.POST('/v1/api/media/uploads', {
    params: { header: { 'Upload-Length': 5, 'Upload-Metadata': `filename ${btoa('adios.txt')}` } }
  })
);
const path = { mediaId: begun.id };
const appended = await charla.PATCH('/v1/api/media/uploads/{mediaId}', {
  params: { path, header: { 'Upload-Offset': 0 } },
  headers: { 'Content-Type': 'application/offset+octet-stream' },
  body: 'adios',
  bodySerializer: asIs
});
if (appended.response.headers.get('Upload-Offset') !== '5') {
  throw new Error(JSON.stringify(appended.error));
}

const group = expected(await charla.POST('/v1/api/chats/group', { body: { name: 'Archivos' } }));
const message = expected(
  await charla.POST('/v1/api/chats/group/{id}/messages', {
    params: { path: { id: group.id } },
    body: { text: '', media: [whole.id, begun.id] }
  })
);
console.log(message.media.map((medium) => medium.name).join(' '));
