// An S3-compatible server for tests. The one from npm answers before the bytes are in their file; this one waits for them,
// as S3 does. Arguments: those of s3rver.
import { stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { setTimeout } from 'node:timers/promises';

const require = createRequire(import.meta.url);
const { prototype } = require('s3rver/lib/stores/filesystem');
const { putObject } = prototype;

prototype.putObject = async function (object) {
    const answer = await putObject.call(this, object);
    const path = this.getResourcePath(object.bucket, object.key, 'object');
    while ((await stat(path)).size < answer.size) {
        await setTimeout(2);
    }
    return answer;
};

require('s3rver/bin/s3rver');
