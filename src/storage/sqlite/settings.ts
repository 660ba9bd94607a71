/** Small named values. */
import type { Store } from './store.ts';

export function findSetting(store: Store, name: string): string | undefined {
  return store.connection.get<{ value: string }>('SELECT value FROM settings WHERE name = ?', name)?.value;
}

/** See `Storage.saveSettingOnce`. */
export function saveSettingOnce(store: Store, name: string, value: string): string {
  return store.connection.write(() => {
    store.connection.run(
      'INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT DO NOTHING',
      name,
      value,
    );
    return findSetting(store, name) ?? value;
  });
}
