-- example: open
INSERT INTO users (name, email, age) VALUES (?, ?, ?) RETURNING id
-- 'Alice', null, 30
COMMIT
SELECT users.id, users.name, users.email, users.age FROM users WHERE users.id = ?
-- 1
ROLLBACK

-- example: in-transaction
INSERT INTO users (name, email, age) VALUES (?, ?, ?) RETURNING id
-- 'Bob', null, 25
COMMIT

-- example: identity
SELECT users.id, users.name, users.email, users.age FROM users WHERE users.id = ?
-- 1
ROLLBACK
