-- example: entity
SELECT id FROM FINAL TABLE (INSERT INTO notes (text, state, changes) VALUES (?, ?, ?))
-- 'Buy milk', 'new', 0
COMMIT
SELECT notes.id, notes.text, notes.state, notes.changes FROM notes WHERE notes.id = ?
-- 1
UPDATE notes SET text = ?, state = ?, changes = ? WHERE notes.id = ?
-- 'Buy bread', 'changed', 1, 1
COMMIT
SELECT notes.id, notes.text, notes.state, notes.changes FROM notes WHERE notes.id = ?
-- 1
ROLLBACK

-- example: listeners
SELECT id FROM FINAL TABLE (INSERT INTO notes (text, state, changes) VALUES (?, ?, ?))
-- 'Call dad', 'new', 0
COMMIT

-- example: sessions
SELECT notes.id, notes.text, notes.state, notes.changes FROM notes ORDER BY notes.id
SELECT id FROM FINAL TABLE (INSERT INTO notes (text, state, changes) VALUES (?, ?, ?))
-- 'Write', 'new', 0
DELETE FROM notes WHERE notes.id = ?
-- 1
COMMIT
