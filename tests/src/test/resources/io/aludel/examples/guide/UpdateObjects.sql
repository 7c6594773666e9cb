-- example: change
SELECT users.id, users.name, users.email, users.age FROM users WHERE users.name = ?
-- 'Alice'
UPDATE users SET name = ? WHERE users.id = ?
-- 'Alicia', 1
COMMIT
SELECT users.id, users.name, users.email, users.age FROM users WHERE users.id = ?
-- 1

-- example: no-change
SELECT users.id, users.name, users.email, users.age FROM users WHERE users.id = ?
-- 2

-- example: many
SELECT users.id, users.name, users.email, users.age FROM users WHERE users.id = ?
-- 3
UPDATE users SET age = (users.age + ?) WHERE users.age > ?
-- 1, 30
COMMIT
