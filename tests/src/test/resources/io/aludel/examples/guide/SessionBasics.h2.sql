-- example: open
SELECT id FROM FINAL TABLE (INSERT INTO users (name, email, age) VALUES (?, ?, ?))
-- 'Alice', null, 30
COMMIT
SELECT users.id, users.name, users.email, users.age FROM users WHERE users.id = ?
-- 1
ROLLBACK

-- example: in-transaction
SELECT id FROM FINAL TABLE (INSERT INTO users (name, email, age) VALUES (?, ?, ?))
-- 'Bob', null, 25
COMMIT

-- example: identity
SELECT users.id, users.name, users.email, users.age FROM users WHERE users.id = ?
-- 1
ROLLBACK
