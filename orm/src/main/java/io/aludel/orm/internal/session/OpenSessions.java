package io.aludel.orm.internal.session;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The open sessions of a factory. Held weakly: one that nobody closes can be collected all the same. */
final class OpenSessions {
  private final Set<Entry> entries = ConcurrentHashMap.newKeySet();
  private final ReferenceQueue<SessionCore> collected = new ReferenceQueue<>();

  /** The place of one session among the open ones. */
  static final class Entry extends WeakReference<SessionCore> {
    private Entry(SessionCore session, ReferenceQueue<SessionCore> collected) {
      super(session, collected);
    }
  }

  /** The entry of a session that is open from now on. */
  Entry opened(SessionCore session) {
    for (Object gone = collected.poll(); gone != null; gone = collected.poll()) {
      entries.remove(gone);
    }
    Entry entry = new Entry(session, collected);
    entries.add(entry);
    return entry;
  }

  /** Lists the session of an entry again. */
  void reopened(Entry entry) {
    entries.add(entry);
  }

  void closed(Entry entry) {
    entries.remove(entry);
  }

  /** The sessions that are open at this moment. */
  List<SessionCore> list() {
    List<SessionCore> open = new ArrayList<>();
    for (Entry entry : entries) {
      SessionCore session = entry.get();
      if (session != null) {
        open.add(session);
      }
    }
    return open;
  }
}
