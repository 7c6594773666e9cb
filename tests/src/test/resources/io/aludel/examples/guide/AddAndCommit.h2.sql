-- example: pending
SELECT id FROM FINAL TABLE (INSERT INTO users (name, email, age) VALUES (?, ?, ?))
-- 'Alice', null, 30

-- example: add-all
SELECT id FROM FINAL TABLE (INSERT INTO users (name, email, age) VALUES (?, ?, ?), (?, ?, ?))
-- 'Bob', null, 25, 'Carol', null, 35
COMMIT
SELECT users.id, users.name, users.email, users.age FROM users WHERE users.id = ?
-- 2
SELECT users.id, users.name, users.email, users.age FROM users WHERE users.id = ?
-- 3

-- example: rollback
SELECT id FROM FINAL TABLE (INSERT INTO users (name, email, age) VALUES (?, ?, ?))
-- 'Dora', null, 41
ROLLBACK
