import type { ServiceResponse } from '../service.ts';
import type { Bucket } from './bucket.ts';
import type { ObjectStore } from './object-store.ts';

/**
 * Removes a version for good, or in a versioned bucket puts a delete marker on top; what is not there is deleted already.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObject.html
 */
export function deleteObject(
  store: ObjectStore,
  bucket: Bucket,
  key: string,
  versionId: string | undefined,
  nowMs: number,
): ServiceResponse {
  if (versionId !== undefined) {
    const version = store.find(bucket.name, key, versionId);
    store.remove(bucket.name, key, versionId);
    const marker = version?.deleted && { 'x-amz-delete-marker': 'true' };
    return { status: 204, headers: { 'x-amz-version-id': versionId, ...marker } };
  }
  if (!bucket.versioned) {
    store.remove(bucket.name, key, 'null');
    return { status: 204 };
  }
  const facts = { key, deleted: true, modifiedAtMs: nowMs, etag: '', sizeBytes: 0, headers: {} };
  const marker = store.put(bucket.name, true, facts, Buffer.alloc(0));
  return { status: 204, headers: { 'x-amz-version-id': marker.versionId, 'x-amz-delete-marker': 'true' } };
}
