-- example: delete
SELECT users.id, users.name, users.email, users.age FROM users WHERE users.name = ?
-- 'Bob'
DELETE FROM users WHERE users.id = ?
-- 2
COMMIT
SELECT users.id, users.name, users.email, users.age FROM users ORDER BY users.id

-- example: many
DELETE FROM users WHERE users.age = ?
-- 30
COMMIT
SELECT users.name FROM users
