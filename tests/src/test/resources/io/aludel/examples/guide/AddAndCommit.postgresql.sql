-- example: pending
INSERT INTO users (name, email, age) VALUES (?, ?, ?) RETURNING users.id
-- 'Alice', null, 30

-- example: add-all
INSERT INTO users (name, email, age) VALUES (?, ?, ?), (?, ?, ?) RETURNING users.id
-- 'Bob', null, 25, 'Carol', null, 35
COMMIT
SELECT users.id, users.name, users.email, users.age FROM users WHERE users.id = ?
-- 2
SELECT users.id, users.name, users.email, users.age FROM users WHERE users.id = ?
-- 3

-- example: rollback
INSERT INTO users (name, email, age) VALUES (?, ?, ?) RETURNING users.id
-- 'Dora', null, 41
ROLLBACK
