/** Promises around IndexedDB. A database here has one object store. */

function open(name: string, store: string, keyPath: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(store, { keyPath });
    opening.onerror = () => reject(opening.error);
    opening.onblocked = () => reject(new Error(`${name} is held open by another page`));
    opening.onsuccess = () => resolve(opening.result);
  });
}

/** Opens a database for one piece of work: browsers drop connections that are held open, above all during sleep. */
export async function withDatabase<T>(
  name: string,
  store: string,
  keyPath: string,
  work: (database: IDBDatabase) => Promise<T>
): Promise<T> {
  const database = await open(name, store, keyPath);
  try {
    return await work(database);
  } finally {
    database.close();
  }
}

/** Runs one transaction on one store and resolves with the request's result when it is committed. */
export function transact<T>(
  database: IDBDatabase,
  store: string,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>
): Promise<T> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(store, mode);
    const request = work(transaction.objectStore(store));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
  });
}
