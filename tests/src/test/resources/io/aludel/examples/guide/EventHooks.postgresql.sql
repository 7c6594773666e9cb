-- example: entity
INSERT INTO notes (text, state, changes) VALUES (?, ?, ?) RETURNING notes.id
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
INSERT INTO notes (text, state, changes) VALUES (?, ?, ?) RETURNING notes.id
-- 'Call dad', 'new', 0
COMMIT

-- example: sessions
SELECT notes.id, notes.text, notes.state, notes.changes FROM notes ORDER BY notes.id
INSERT INTO notes (text, state, changes) VALUES (?, ?, ?) RETURNING notes.id
-- 'Write', 'new', 0
DELETE FROM notes WHERE notes.id = ?
-- 1
COMMIT
